"""Names of months in Finnish, Swedish and English."""

from __future__ import annotations

from hankesalkku.core.values.scanner import words

_FINNISH = (
    "tammi",
    "helmi",
    "maalis",
    "huhti",
    "touko",
    "kesä",
    "heinä",
    "elo",
    "syys",
    "loka",
    "marras",
    "joulu",
)
_OTHERS = (
    "jan january januari",
    "feb february februari",
    "mar march mars",
    "apr april",
    "may maj",
    "jun june juni",
    "jul july juli",
    "aug august augusti",
    "sep sept september",
    "oct okt october oktober",
    "nov november",
    "dec december",
)
_NUMBERS = {word: number for number, line in enumerate(_OTHERS, start=1) for word in words(line)}

ALSO_OTHER_WORDS = words("may mars")
"""Names that mean something else beside a number without a year: `12 may apply`."""


def month_of(word: str) -> int | None:
    """Give the number of a month named in Finnish, Swedish or English, None for another word.

    >>> month_of("huhtikuuta"), month_of("oktober"), month_of("Sept"), month_of("kesä")
    (4, 10, 9, None)
    """
    folded = word.casefold()
    for number, stem in enumerate(_FINNISH, start=1):
        if folded.startswith(stem + "kuu"):
            return number
    return _NUMBERS.get(folded)
