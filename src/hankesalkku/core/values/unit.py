"""The administering unit (*hallinnoitsija / tehtävä*) as a path downwards. Source: card row 3."""

from __future__ import annotations

import re

from hankesalkku.core.values.people_words import is_role
from hankesalkku.core.values.reading import Reading, RemarkCode
from hankesalkku.core.values.scanner import Span, remark_at, trim

_SEPARATOR = re.compile("[/>|→»\n]|(?<=\\s)[-–—](?=\\s)")


def read_unit(text: str) -> Reading[tuple[str, ...]]:
    """Read the path of a unit; a role behind a comma is left over, hyphens inside names stay.

    >>> read_unit("Hyvinvointi / Opetus- ja koulutuspalvelut, hankevastaava").value
    ('Hyvinvointi', 'Opetus- ja koulutuspalvelut')
    """
    steps, remarks, start = [], [], 0
    cuts = [(cut.start(), cut.end()) for cut in _SEPARATOR.finditer(text)]
    for left, right in [*cuts, (len(text), len(text))]:
        step = Span(*trim(text, start, left, edges=" ,;"))
        tail = _role_tail(text, step)
        if tail is not None:
            remarks.append(remark_at(RemarkCode.LEFT_OVER, text, tail.start, tail.end))
            step = Span(*trim(text, step.start, tail.start, edges=" ,;"))
        if any(char.isalnum() for char in text[step.start : step.end]):
            steps.append(text[step.start : step.end])
        start = right
    return Reading(tuple(steps) or None, text, tuple(remarks))


def _role_tail(text: str, step: Span) -> Span | None:
    """Give the words behind the last comma where they name a role, not a unit."""
    comma = text.rfind(",", step.start, step.end)
    if comma < 0:
        return None
    tail = Span(*trim(text, comma + 1, step.end, edges=" "))
    return tail if is_role(text[tail.start : tail.end]) else None
