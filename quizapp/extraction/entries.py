"""What stands in the tables of a language: names with their article, countries, verb forms, units, roles.

Gender is `m`, `f` or "" (either, or none), number `s`, `p` or "" (either).
"""

from typing import NamedTuple


class Named(NamedTuple):
    """A name as it stands after its article: «l'» and «Italia»; "" for a name that takes none."""

    name: str
    article: str
    gender: str
    number: str


class Four(NamedTuple):
    """The four forms of an adjective or of a noun for people; all the same where a language has one."""

    masculine: str
    feminine: str
    masculine_plural: str
    feminine_plural: str

    def form(self, gender: str, number: str) -> str:
        """The form that agrees."""
        return self[2 * (number == "p") + (gender == "f")]


class Country(NamedTuple):
    """A country, with all that agreeing with it takes."""

    code: str  # ISO 3166, and XK for Kosovo
    name: str
    article: str
    gender: str
    number: str
    where: str  # the way into it: «in» (Italia), «negli» (Stati Uniti), «a» (Cuba)
    aliases: tuple[Named, ...]
    adjectives: tuple[Four, ...]  # the usual one first; none for a few small countries
    people: tuple[Four, ...]
    capital: str
    other_capitals: tuple[str, ...]  # other spellings and seats
    continent: str  # AF, AN, AS, EU, NA, OC or SA
    population_rank: int  # 1 is the most populous
    disputed: bool  # its capital or standing is contested: nothing is asked about either


class Demonym(NamedTuple):
    """A reading of «nordcoreani»: of which country, as adjective or as people."""

    code: str
    people: bool
    gender: str
    number: str


class Place(NamedTuple):
    """A place that is no country: `city`, `region`, `area`, `continent`, `sea` or `river`."""

    name: str
    usual: str  # the same, or the name this is another name for
    kind: str
    code: str  # the country's, or the continent's
    article: str
    gender: str
    number: str


class VerbForm(NamedTuple):
    """A reading of a verb form, in the third person where it is finite."""

    lemma: str
    tense: str  # as in tools/italian_verbs.py: present, imperfect, past, future, conditional, participle…
    number: str
    gender: str


class Auxiliary(NamedTuple):
    """A reading of a form of essere, avere, potere…, be, have, do, in any person."""

    lemma: str
    tense: str
    person: int
    number: str


class Currency(NamedTuple):
    """A currency and how its sums are written."""

    code: str
    singular: str
    plural: str
    gender: str
    symbols: tuple[str, ...]
    others: tuple[str, ...]


class Unit(NamedTuple):
    """What a number counts or measures; a sign («km») has no gender and one form."""

    kind: str
    singular: str
    plural: str
    gender: str


class Role(NamedTuple):
    """A reading of «ministra»: an office or trade; of a public one what it does may be asked."""

    lemma: str
    gender: str
    number: str
    public: bool


class Organisation(NamedTuple):
    """An institution, with its country where it has one."""

    name: str
    article: str
    gender: str
    number: str
    country: str
    aliases: tuple[Named, ...]
