"""Write the list of common passwords anew, in an environment that has zxcvbn: `python tools/common_passwords.py`.

The 3,000 most used ones of eight characters and more, each as the first twelve hex digits of its SHA-256: to compare
with, and for nobody to read.
"""

import hashlib
from pathlib import Path

MOST, SHORTEST, DIGITS = 3000, 8, 12
TARGET = Path(__file__).resolve().parent.parent / "quizapp" / "accounts" / "wordlist" / "passwords.txt"


def main() -> None:
    """Take the beginning of the list, which goes by frequency."""
    from zxcvbn.frequency_lists import FREQUENCY_LISTS  # type: ignore[import-untyped] # in no lock of ours

    longer = [word for word in FREQUENCY_LISTS["passwords"] if len(word) >= SHORTEST][:MOST]
    marks = sorted(hashlib.sha256(word.casefold().encode()).hexdigest()[:DIGITS] for word in longer)
    TARGET.write_text("\n".join(marks) + "\n", encoding="ascii")


if __name__ == "__main__":
    main()
