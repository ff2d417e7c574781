"""A part named on all three rows does not balance (*osa ei täsmää*)."""

from __future__ import annotations

from collections.abc import Iterator

from hankesalkku.core.card.fields import MONEY_KEYS, FieldKey
from hankesalkku.core.findings.context import Context, Rule, found, row_places
from hankesalkku.core.findings.finding import Finding, Scope, Severity
from hankesalkku.core.findings.signs.parts import common_parts
from hankesalkku.core.findings.signs.sums import Sums, sums
from hankesalkku.core.language.formats import format_cents
from hankesalkku.core.values.money import Amount


def check(context: Context) -> Iterator[Finding]:
    """Report each part whose expenditure misses its income and share by at least 1 €.

    Silent where there is one part and the whole card misses by the same difference (`sum-mismatch`).
    """
    rounding = context.thresholds.rounding_cents
    for index, card in context.numbered:
        parts = common_parts(card)
        whole = sums(card)
        for name, part in parts:
            is_the_whole = len(parts) == 1 and whole is not None and whole.gap == part.gap
            if abs(part.gap) >= rounding and not is_the_whole:
                yield found(
                    RULE,
                    (index,),
                    FieldKey.GROSS_EXPENDITURE,
                    evidence=_evidence(name, part),
                    places=row_places(card, *MONEY_KEYS),
                    threshold=Amount(rounding),
                    part=name,
                    income=Amount(part.income),
                    expenditure=Amount(part.expenditure),
                    share=Amount(part.share),
                )


def _evidence(name: str, part: Sums) -> str:
    income, expenditure, share = map(format_cents, (part.income, part.expenditure, part.share))
    return f"{name}: {expenditure} ≠ {income} + {share}"


RULE = Rule(
    code="part-balance-mismatch",
    severity=Severity.ERROR,
    scope=Scope.CARD,
    fields=MONEY_KEYS,
    source="findings.md 5",
    check=check,
)
