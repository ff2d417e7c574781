"""One sum is a thousand times too large or too small (*tuhatkertainen summa*)."""

from __future__ import annotations

from collections.abc import Iterator

from hankesalkku.core.card.fields import MONEY_KEYS, FieldKey
from hankesalkku.core.findings.context import Context, Rule, found, row_places
from hankesalkku.core.findings.finding import Finding, Label, Scope, Severity
from hankesalkku.core.findings.signs.sums import Sums, sums
from hankesalkku.core.language.formats import format_cents, format_number
from hankesalkku.core.values.money import Amount

_FACTOR = 1_000


def check(context: Context) -> Iterator[Finding]:
    """Report the one sum whose multiplication or division by 1 000 makes the card balance within 1 €."""
    rounding = context.thresholds.rounding_cents
    for index, card in context.numbered:
        three = sums(card)
        if three is None or abs(three.gap) < rounding:
            continue
        mended = list(_mended(three, rounding))
        if len(mended) == 1:
            key, is_too_large, now, then = mended[0]
            yield found(
                RULE,
                (index,),
                key,
                evidence=f"{key}: {format_cents(now)}",
                places=row_places(card, key),
                suggestions=(format_cents(then),),
                threshold=Amount(rounding),
                variant=None if is_too_large else "too-small",
                row=Label(key),
                value=Amount(now),
                factor=format_number(_FACTOR),
                corrected=Amount(then),
            )


def _mended(three: Sums, rounding: int) -> Iterator[tuple[FieldKey, bool, int, int]]:
    """Give each single correction that balances: the row, whether it was too large, what it says, what it would."""
    effects = (-1, 1, -1)
    for key, cents, effect in zip(
        MONEY_KEYS, (three.income, three.expenditure, three.share), effects, strict=True
    ):
        for is_too_large, then in ((True, cents // _FACTOR), (False, cents * _FACTOR)):
            if then and abs(three.gap + effect * (then - cents)) <= rounding:
                yield key, is_too_large, cents, then


RULE = Rule(
    code="amount-factor-thousand",
    severity=Severity.WARNING,
    scope=Scope.CARD,
    fields=MONEY_KEYS,
    source="findings.md 5",
    check=check,
    suppresses=("sum-mismatch",),
)
