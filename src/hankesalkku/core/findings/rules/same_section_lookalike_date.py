"""One section on nearly the same date of another year (*sama pykälä lähes samalla päivällä eri vuosina*)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import combinations

from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.findings.context import Context, Rule, found
from hankesalkku.core.findings.finding import Finding, Scope, Severity
from hankesalkku.core.findings.signs.decisions import (
    Meeting,
    by_day,
    card_indices,
    decision_places,
    decisions,
    quoted,
)

_YEARS_APART = (1, 2)


def check(context: Context) -> Iterator[Finding]:
    """Report each pair of days with the same body and section, years 1 or 2 apart, day and month nearly equal."""
    shared: dict[tuple[str, int], list[Meeting]] = defaultdict(list)
    for meeting in decisions(context):
        if meeting.section is not None:
            shared[meeting.body_key, meeting.section].append(meeting)
    for (_, section), made in shared.items():
        for (one, here), (two, there) in combinations(by_day(made), 2):
            cards = card_indices((*here, *there))
            if two.year - one.year in _YEARS_APART and _are_alike(one, two) and len(cards) > 1:
                yield found(
                    RULE,
                    cards,
                    FieldKey.MUNICIPAL_DECISION,
                    evidence=f"{here[0].body}: {quoted((*here, *there))}",
                    places=decision_places(context, cards),
                    section=section,
                    dates=(one, two),
                )


def _are_alike(one: date, two: date) -> bool:
    """Tell whether day and month are equal or one digit inserted, dropped or changed apart."""
    a, b = sorted((f"{one.day}.{one.month}", f"{two.day}.{two.month}"), key=len)
    if len(a) == len(b):
        return sum(left != right for left, right in zip(a, b, strict=True)) <= 1
    return len(b) == len(a) + 1 and any(b[:cut] + b[cut + 1 :] == a for cut in range(len(b)))


RULE = Rule(
    code="same-section-lookalike-date",
    severity=Severity.WARNING,
    scope=Scope.CROSS,
    fields=(FieldKey.MUNICIPAL_DECISION,),
    source="findings.md 3",
    check=check,
)
