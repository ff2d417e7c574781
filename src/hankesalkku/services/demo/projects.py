"""The projects of Mallila, as its register has them on `DEMO_DAY`; some faults of real reports are planted.

The data stand in `data/<division>.toml`, one table a project: the texts of its rows as a person typed them; `case`,
from which row 12 is made; `decisions` as `purpose | text`, of which row 7 is the last that is no note; `units` as
`path | from | to | lead` where the project had others than row 3 says; `edits` as `instant | person | row | before`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from hankesalkku.core.access.subject import Visibility
from hankesalkku.core.card.card import Card
from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.card.reading import funder_of_decision
from hankesalkku.core.card.record import Purpose
from hankesalkku.core.values.dates import PartialDate
from hankesalkku.core.values.decision import FunderDecision, read_municipal_decision
from hankesalkku.core.values.money import read_money
from hankesalkku.core.values.period import Period
from hankesalkku.core.values.phase import Phase
from hankesalkku.services.demo.cards import card_from, case_row
from hankesalkku.services.demo.city import mallila
from hankesalkku.services.demo.project import (
    DemoComment,
    DemoDecision,
    DemoEdit,
    DemoGrant,
    DemoLink,
    DemoProject,
    DemoProjectUnit,
    DemoTranslation,
)
from hankesalkku.services.demo.tables import Table, cells, day, instant, read_table

FILES = ("sivistys.toml", "hyvinvointi.toml", "elinvoima.toml", "tekniset.toml", "konserni.toml")
ROW_NAMES = {
    "name": FieldKey.NAME,
    "description": FieldKey.DESCRIPTION,
    "unit": FieldKey.UNIT,
    "people": FieldKey.RESPONSIBLE_PERSONS,
    "period": FieldKey.PERIOD,
    "funder": FieldKey.FUNDER_DECISION,
    "years": FieldKey.BUDGET_YEARS,
    "income": FieldKey.GROSS_INCOME,
    "expenditure": FieldKey.GROSS_EXPENDITURE,
    "share": FieldKey.MUNICIPAL_SHARE,
    "status": FieldKey.STATUS,
    "checked": FieldKey.ACTUALS_CHECKED,
}
"""The rows by the names they have in the data files; rows 7 and 12 are made of `decisions`, `case` and `other`."""
INTERNAL_PHASES = frozenset(
    {Phase.IDEA, Phase.APPLICATION, Phase.AWAITING_DECISION, Phase.REJECTED, Phase.WITHDRAWN}
)
TRANSLATED = (FieldKey.NAME, FieldKey.DESCRIPTION)


@cache
def projects() -> tuple[DemoProject, ...]:
    """Give the projects of Mallila in the order of their numbers."""
    tables = [each for name in FILES for each in _tables(name)]
    return tuple(_project(number, table) for number, table in enumerate(tables, start=1))


def _tables(name: str) -> Iterator[Table]:
    file = read_table(name)
    yield from file.tables("projects")
    file.finish()


def _project(number: int, table: Table) -> DemoProject:
    decisions = tuple(_decision(line) for line in table.texts("decisions"))
    card = card_from(_texts(table, decisions))
    found = DemoProject(
        key=table.text("key"),
        number=number,
        card=card,
        units=_units(table.texts("units"), card),
        responsible=tuple(mallila().person_named(name).key for name in card.responsible_persons),
        grants=_grants(table.tables("grants"), card),
        decisions=decisions,
        visibility=_visibility(table.text_or_none("visibility"), card),
        visibility_ground=table.text_or_none("visibility_ground"),
        restricted_to=table.texts("restricted_to"),
        translations=tuple(_translations(table)),
        comments=tuple(_comment(line) for line in table.texts("comments")),
        edits=_edits(table.texts("edits"), card),
        links=tuple(_link(line) for line in table.texts("links")),
    )
    table.finish()
    return found


def _texts(table: Table, decisions: Sequence[DemoDecision]) -> dict[str, str]:
    texts = {key.value: table.text(name) for name, key in ROW_NAMES.items()}
    made = [decision for decision in decisions if decision.purpose is not Purpose.NOTE]
    texts[FieldKey.MUNICIPAL_DECISION] = made[-1].text if made else ""
    texts[FieldKey.OTHER_INFORMATION] = case_row(table.text_or_none("case"), table.text_or_none("other"))
    return texts


def _decision(line: str) -> DemoDecision:
    purpose, text = cells(line, 2)
    read = read_municipal_decision(text).value
    return DemoDecision(Purpose(purpose), text, read[0] if read else None)


def _units(lines: Sequence[str], card: Card) -> tuple[DemoProjectUnit, ...]:
    if not lines:
        return (DemoProjectUnit(mallila().unit_at(card.unit).key, None, None, True),)
    return tuple(_unit(line) for line in lines)


def _unit(line: str) -> DemoProjectUnit:
    path, start, end, lead = cells(line, 4)
    unit = mallila().unit_at(tuple(path.split(" / ")))
    return DemoProjectUnit(unit.key, day(start), day(end), lead == "lead")


def _visibility(written: str | None, card: Card) -> Visibility:
    """Give what is written; else internal before and without a grant, public with one (practice.md P2)."""
    if written is not None:
        return Visibility(written)
    return Visibility.INTERNAL if INTERNAL_PHASES & set(card.phases) else Visibility.PUBLIC


def _grants(tables: Sequence[Table], card: Card) -> tuple[DemoGrant, ...]:
    """Give the grants that are written; else one for each decision of row 6, a single one over the whole income."""
    if tables:
        return tuple(_grant(table) for table in tables)
    decision = card.funder_decision
    decisions = (decision, *card.further.funder_decisions) if decision else ()
    income = card.gross_income.total_cents if card.gross_income and len(decisions) == 1 else None
    return tuple(grant_of(each, income) for each in decisions)


def grant_of(decision: FunderDecision, amount_cents: int | None) -> DemoGrant:
    """Make a grant of a decision of row 6."""
    number = decision.case_number.written if decision.case_number else None
    return DemoGrant(funder_of_decision(decision) or "", decision.date, number, amount_cents=amount_cents)


def _grant(table: Table) -> DemoGrant:
    decided, ceiling, use = table.text_or_none("date"), table.whole("ceiling"), table.text_or_none("use")
    found = DemoGrant(
        funder=table.text("funder"),
        decided=PartialDate.from_iso(decided) if decided else None,
        number=table.text_or_none("number"),
        second_number=table.text_or_none("second_number"),
        call=table.text_or_none("call"),
        amount_cents=_cents(table.text_or_none("amount")),
        applied_cents=_cents(table.text_or_none("applied")),
        applied_on=day(table.text("applied_on", "")),
        ceiling_hundredths=None if ceiling is None else 100 * ceiling,
        use_period=_use_period(use) if use else None,
    )
    table.finish()
    return found


def _cents(text: str | None) -> int | None:
    money = read_money(text).value if text else None
    return money.total_cents if money else None


def _use_period(text: str) -> Period:
    start, end = (PartialDate.of(date.fromisoformat(each)) for each in text.split("/"))
    return Period(start, end)


def _translations(table: Table) -> Iterator[DemoTranslation]:
    for key in TRANSLATED:
        for language in ("sv", "en"):
            text = table.text_or_none(f"{key.value}_{language}")
            if text is not None:
                yield DemoTranslation(key.value, language, text)


def _comment(line: str) -> DemoComment:
    at, person, text = cells(line, 3)
    return DemoComment(instant(at), person, text)


def _link(line: str) -> DemoLink:
    title, url, internal = cells(line, 3)
    return DemoLink(title, url, internal == "internal")


def _edits(lines: Sequence[str], card: Card) -> tuple[DemoEdit, ...]:
    """Give the edits in their order; each leads to what the next one of its row found, the last to the card."""
    later = {row.key: row.text for row in card.rows}
    found = []
    for line in reversed(lines):
        at, person, key, before = cells(line, 4)
        found.append(DemoEdit(instant(at), person, FieldKey(key).value, before, later[key]))
        later[key] = before
    return tuple(reversed(found))
