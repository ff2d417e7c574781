"""A project's rows of many tables ↔ one ProjectRecord."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from uuid import UUID

from hankesalkku.core.card.card import Card, Further, Row
from hankesalkku.core.card.exchange import places_to_list, remarks_to_list
from hankesalkku.core.card.exchange_reading import number_from_text, places_from_list, remarks_from_list
from hankesalkku.core.card.fields import MONEY_KEYS
from hankesalkku.core.card.record import (
    CaseLinkRecord,
    DecisionRecord,
    GrantRecord,
    ProjectRecord,
    Purpose,
    ResponsiblePerson,
    RowSource,
    UnitSpell,
    decisions_printed,
)
from hankesalkku.core.values.dates import PartialDate
from hankesalkku.core.values.decision import MunicipalDecision as Decision
from hankesalkku.core.values.money import Money, NamedPart
from hankesalkku.core.values.period import Period
from hankesalkku.core.values.phase import Phase
from hankesalkku.core.values.text import fold
from hankesalkku.store.models import (
    CaseLink,
    FurtherPeriod,
    Grant,
    MunicipalDecision,
    NamedViewer,
    Project,
    ProjectPerson,
    ProjectRow,
    ProjectUnit,
    SumPart,
)

CHILDREN = (
    ProjectRow,
    SumPart,
    FurtherPeriod,
    ProjectUnit,
    ProjectPerson,
    NamedViewer,
    Grant,
    MunicipalDecision,
    CaseLink,
)
"""The tables that hold a project's lists, each with `project`."""


@dataclass(slots=True)
class Children:
    """The rows of a project's lists, in order."""

    rows: list[ProjectRow] = field(default_factory=list)
    parts: list[SumPart] = field(default_factory=list)
    periods: list[FurtherPeriod] = field(default_factory=list)
    units: list[ProjectUnit] = field(default_factory=list)
    people: list[ProjectPerson] = field(default_factory=list)
    viewers: list[NamedViewer] = field(default_factory=list)
    grants: list[Grant] = field(default_factory=list)
    decisions: list[MunicipalDecision] = field(default_factory=list)
    links: list[CaseLink] = field(default_factory=list)

    @property
    def lists(self) -> tuple[Sequence[object], ...]:
        """Give the lists in the order of CHILDREN."""
        return (
            self.rows,
            self.parts,
            self.periods,
            self.units,
            self.people,
            self.viewers,
            self.grants,
            self.decisions,
            self.links,
        )


def record_of(project: Project, children: Children, paths: Mapping[UUID, tuple[str, ...]]) -> ProjectRecord:
    """Make the record of a project's rows; `paths` are the names of its units from the top, by the unit's key."""
    grants = tuple(_grant(row) for row in children.grants)
    decisions = tuple(_decision(row) for row in children.decisions)
    units = tuple(_unit(row, paths[row.unit_id]) for row in children.units)
    links = tuple(_link(row) for row in children.links)
    return ProjectRecord(
        id=project.id,
        organisation=project.organisation_id,
        number=project.number,
        version=project.version,
        card=_card(project, children, grants, decisions, units, links),
        state=project.state,
        visibility=project.visibility,
        visibility_ground=project.visibility_ground,
        is_partner=project.is_partner,
        language=project.language,
        name_other=MappingProxyType(project.name_other),
        description_other=MappingProxyType(project.description_other),
        grants=grants,
        decisions=decisions,
        units=units,
        people=tuple(ResponsiblePerson(row.person_id, row.written) for row in children.people),
        viewers=tuple(row.person_id for row in children.viewers),
        case_links=links,
        report_date=project.report_date,
        sources=MappingProxyType({row.key: _source(row) for row in reversed(children.rows)}),
    )


def columns_of(record: ProjectRecord) -> dict[str, object]:
    """Give the columns of Project that a record fills, beside key, organisation, number and version."""
    card = record.card
    period = card.period
    return {
        "state": record.state,
        "visibility": record.visibility,
        "visibility_ground": record.visibility_ground,
        "is_partner": record.is_partner,
        "language": record.language,
        "name": card.name or "",
        "name_other": dict(record.name_other),
        "description": card.description or "",
        "description_other": dict(record.description_other),
        "has_period": period is not None,
        "period_start": _iso(period.start if period else None),
        "period_end": _iso(period.end if period else None),
        "phases": "+".join(card.phases),
        "funder": card.funder or "",
        "budget_years": list(card.budget_years),
        **{
            f"{key.value}_cents": money.total_cents if (money := card.money(key)) else None
            for key in MONEY_KEYS
        },
        "case_number": card.case_number.normal if card.case_number else "",
        "case_url": card.case_url or "",
        "other_information": card.other_information or "",
        "status": card.status or "",
        "progress_tenths": card.progress_tenths,
        "actuals_checked": card.actuals_checked or "",
        "report_date": record.report_date,
    }


def _card(
    project: Project,
    children: Children,
    grants: tuple[GrantRecord, ...],
    decisions: tuple[DecisionRecord, ...],
    units: tuple[UnitSpell, ...],
    links: tuple[CaseLinkRecord, ...],
) -> Card:
    lead = next(
        (spell for spell in units if spell.is_lead and spell.ends_on is None), units[0] if units else None
    )
    sums = _sums(project, children.parts)
    funded = tuple(grant.decision for grant in grants)
    decided = decisions_printed(decisions)
    return Card(
        rows=tuple(_row(row) for row in children.rows),
        name=project.name or None,
        description=project.description or None,
        unit=lead.path if lead else (),
        responsible_persons=tuple(row.written for row in children.people),
        period=_period(project.period_start, project.period_end) if project.has_period else None,
        phases=tuple(Phase(phase) for phase in project.phases.split("+") if phase),
        funder=project.funder or None,
        funder_decision=funded[0] if funded else None,
        municipal_decision=decided[0] if decided else None,
        budget_years=tuple(project.budget_years),
        gross_income=sums["gross_income"],
        gross_expenditure=sums["gross_expenditure"],
        municipal_share=sums["municipal_share"],
        case_number=number_from_text(project.case_number),
        case_url=project.case_url or None,
        other_information=project.other_information or None,
        status=project.status or None,
        progress_tenths=project.progress_tenths,
        actuals_checked=project.actuals_checked or None,
        further=Further(
            periods=tuple(_period(row.start, row.end) for row in children.periods),
            funder_decisions=funded[1:],
            municipal_decisions=decided[1:],
            case_numbers=tuple(link.case_number for link in links),
        ),
    )


def _sums(project: Project, parts: Iterable[SumPart]) -> dict[str, Money | None]:
    named: dict[str, list[NamedPart]] = defaultdict(list)
    for part in parts:
        named[part.key].append(NamedPart(part.name, part.cents))
    totals = {
        "gross_income": project.gross_income_cents,
        "gross_expenditure": project.gross_expenditure_cents,
        "municipal_share": project.municipal_share_cents,
    }
    return {key: None if cents is None else Money(cents, tuple(named[key])) for key, cents in totals.items()}


def _row(row: ProjectRow) -> Row:
    return Row(
        key=row.key,
        label=row.label,
        text=row.text,
        places=places_from_list(row.places) if row.text == row.original else (),
        remarks=remarks_from_list(row.remarks),
        breaks=tuple(row.breaks),
    )


def _source(row: ProjectRow) -> RowSource:
    return RowSource(
        row.file_id, row.original, places_from_list(row.places), row.changed_at, row.changed_by_name
    )


def _grant(row: Grant) -> GrantRecord:
    return GrantRecord(
        row.funder_written or None,
        _date(row.decision_date),
        number_from_text(row.case_number),
        row.service_number,
        row.call,
    )


def _decision(row: MunicipalDecision) -> DecisionRecord:
    decision = Decision(row.body or None, row.section, _date(row.date), row.by_office_holder)
    return DecisionRecord(decision, Purpose(row.purpose) if row.purpose else None, row.url)


def _unit(row: ProjectUnit, path: tuple[str, ...]) -> UnitSpell:
    written = tuple(row.written)
    same = [fold(name) for name in written] == [fold(name) for name in path]
    return UnitSpell(
        row.unit_id, written if same else path, row.is_lead, row.starts_on, row.ends_on, row.part_name
    )


def _link(row: CaseLink) -> CaseLinkRecord:
    number = number_from_text(row.case_number)
    assert number is not None, "a case link holds a number"
    return CaseLinkRecord(number, row.url, row.is_internal)


def _period(start: str, end: str) -> Period:
    return Period(_date(start), _date(end))


def _date(text: str) -> PartialDate | None:
    return PartialDate.from_iso(text) if text else None


def _iso(date: PartialDate | None) -> str:
    return date.iso if date else ""


def row_columns(row: Row) -> dict[str, object]:
    """Give the columns of ProjectRow that a card's row fills."""
    return {
        "key": row.key,
        "label": row.label,
        "text": row.text,
        "breaks": list(row.breaks),
        "remarks": remarks_to_list(row.remarks),
        "places": places_to_list(row.places),
    }
