"""Messages that the pure rooms give in the reader's language, without a translation catalogue."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wording:
    """One sentence in Italian and English, with `{name}` places filled by `say`."""

    it: str
    en: str

    def say(self, language: str, **values: object) -> str:
        """The sentence in `language` (Italian for `it`, else English)."""
        return (self.it if language == "it" else self.en).format(**values)
