"""One funder's projects have different shares (*osuus vaihtelee rahoittajalla*)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.findings.context import Context, Rule, found, row_places
from hankesalkku.core.findings.finding import Finding, Percent, Scope, Severity
from hankesalkku.core.findings.signs.shares import share_and_expenditure, whole_percent
from hankesalkku.core.values.text import fold


def check(context: Context) -> Iterator[Finding]:
    """Report the cards of a funder whose whole percentages differ.

    Where one percentage is usual (on at least three cards and on more than half), only cards above it are reported.
    """
    least = context.thresholds.usual_share_cards_at_least
    for funder, percents in _by_funder(context).items():
        if len(set(percents.values())) < 2:
            continue
        usual, count = Counter(percents.values()).most_common(1)[0]
        is_usual = count >= least and 2 * count > len(percents)
        cards = tuple(index for index, percent in percents.items() if not is_usual or percent > usual)
        if not cards:
            continue
        values = tuple(sorted({percents[index] for index in cards} | ({usual} if is_usual else set())))
        yield found(
            RULE,
            cards,
            FieldKey.MUNICIPAL_SHARE,
            evidence=f"{fold(funder)}: {', '.join(f'{percents[index]} %' for index in cards)}",
            places=tuple(
                place for i in cards for place in row_places(context.cards[i], FieldKey.MUNICIPAL_SHARE)
            ),
            threshold=least,
            funder=funder,
            values=tuple(Percent(100 * value) for value in values),
        )


def _by_funder(context: Context) -> dict[str, dict[int, int]]:
    """Give each funder's cards with a known share: index and whole percentage."""
    names: dict[str, str] = {}
    percents: dict[str, dict[int, int]] = {}
    for index, card in context.numbered:
        pair = share_and_expenditure(card)
        if card.funder and pair is not None:
            name = names.setdefault(fold(card.funder), card.funder)
            percents.setdefault(name, {})[index] = whole_percent(*pair)
    return percents


RULE = Rule(
    code="own-share-differs-by-funder",
    severity=Severity.NOTE,
    scope=Scope.CROSS,
    fields=(FieldKey.MUNICIPAL_SHARE,),
    source="findings.md 5",
    check=check,
)
