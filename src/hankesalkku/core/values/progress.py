"""Financial progress stated in a status text (*talouden etenemä*), in tenths of a percent.

Source: card row 13; findings progress-missing, progress-out-of-range.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from hankesalkku.core.values.reading import Reading

_PERCENT = re.compile(
    r"(?<![\w.,/–-])(?P<sign>[-−–]?)(?P<whole>[0-9]{1,3}\s[0-9]{3}|[0-9]{1,6})(?:[.,](?P<part>[0-9]{1,4}))?\s?"
    r"(?:%|prosent\w{0,8}|procent\w{0,3}|per\s?cent|pros\.)",
    re.IGNORECASE,
)
_EXPENDITURE = re.compile(
    r"meno|kulu|kustannu|toteuma|toteutu|käytetty|etenem|talous|taloude|budjet|utgift|kostnad|utfall|använ|framskrid"
    r"|ekonomi|expenditure|cost|spent|progress|used|actual",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"osuu|avustu|tuki|tuen|tulo|omarahoit|rahoitu|alv|työaja|työaika|ajasta|aikaa|inkomst|intäkt|bidrag|understöd"
    r"|andel|finansier|moms|arbetstid|income|revenue|share|grant|funding|vat|working",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[;\n]|,\s|[.!?]\s|\)\s?,?")
_REACH = 80


@dataclass(frozen=True, slots=True)
class _Percentage:
    """A percentage in tenths, and whether its clause speaks of expenditure, of other things, of neither."""

    tenths: int
    is_expenditure: bool | None


def read_progress(text: str) -> Reading[int]:
    """Read the percentage of expenditure in tenths of a percent; more decimals are rounded half up.

    It may exceed 1000. The value is None where no percentage is one of expenditure, or several might be.

    >>> read_progress("menot 120 345 € (31,5 % bruttomenoista)").value
    315
    >>> read_progress("rahoitusosuus 20 %").value is None
    True
    """
    found = list(_percentages(text))
    for wanted in (True, None):
        values = {item.tenths for item in found if item.is_expenditure is wanted}
        if values:
            return Reading(values.pop() if len(values) == 1 else None, text)
    return Reading(None, text)


def _percentages(text: str) -> Iterator[_Percentage]:
    for match in _PERCENT.finditer(text):
        yield _Percentage(_tenths(match), _subject(text, match.start(), match.end()))


def _tenths(match: re.Match[str]) -> int:
    digits = match["part"] or "0"
    number = int(re.sub(r"\s", "", match["whole"]) + digits)
    one = int("1" + "0" * len(digits))
    tenths = (number * 20 + one) // (2 * one)
    return -tenths if match["sign"] else tenths


def _subject(text: str, start: int, end: int) -> bool | None:
    """Tell what a percentage is of: the word behind it decides, then the nearest word before it."""
    cut = _CLAUSE.search(text, end, end + _REACH)
    behind = text[end : cut.start() if cut else end + _REACH]
    decided = _decide(behind, nearest_last=False)
    if decided is not None:
        return decided
    left = max(0, start - _REACH)
    breaks = [found.end() for found in _CLAUSE.finditer(text, left, start)]
    return _decide(text[breaks[-1] if breaks else left : start], nearest_last=True)


def _decide(words: str, *, nearest_last: bool) -> bool | None:
    pick = -1 if nearest_last else 0
    own = [found.start() for found in _EXPENDITURE.finditer(words)]
    other = [found.start() for found in _OTHER.finditer(words)]
    if not own or not other:
        return True if own else False if other else None
    return (own[pick] > other[pick]) is nearest_last
