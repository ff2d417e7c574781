"""Like grants are filed under different task classes (*tehtäväluokka vaihtelee*)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.findings.context import Context, Rule, found, row_places
from hankesalkku.core.findings.finding import Finding, Scope, Severity


def check(context: Context) -> Iterator[Finding]:
    """Report the document once where its cards have two task classes or more; the counts per funder are evidence."""
    classes = {
        index: card.case_number.task_class
        for index, card in context.numbered
        if card.case_number is not None and card.case_number.task_class is not None
    }
    if len(set(classes.values())) < 2:
        return
    by_funder: dict[str, Counter[str]] = defaultdict(Counter)
    for index, task_class in classes.items():
        by_funder[context.cards[index].funder or "–"][task_class] += 1
    counts = _counted(Counter(classes.values()))
    yield found(
        RULE,
        tuple(classes),
        FieldKey.OTHER_INFORMATION,
        evidence="; ".join(
            [counts, *(f"{funder}: {_counted(each)}" for funder, each in sorted(by_funder.items()))]
        ),
        places=tuple(
            place
            for index in classes
            for place in row_places(context.cards[index], FieldKey.OTHER_INFORMATION)
        ),
        counts=counts,
    )


def _counted(classes: Counter[str]) -> str:
    """Write the classes and how often each occurs, the most frequent first: `02.05.01 ×6, 00.01.05 ×4`."""
    ordered = sorted(classes.items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(f"{task_class} ×{count}" for task_class, count in ordered)


RULE = Rule(
    code="task-class-varies",
    severity=Severity.NOTE,
    scope=Scope.CROSS,
    fields=(FieldKey.OTHER_INFORMATION,),
    source="findings.md 4; D60",
    check=check,
)
