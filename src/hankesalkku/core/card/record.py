"""A project of the register (*hanke*): its card, and what fourteen rows cannot hold. Source: D3–D6, P1, P2."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType
from uuid import UUID

from hankesalkku.core.card.card import Card
from hankesalkku.core.values.case_number import CaseNumber
from hankesalkku.core.values.dates import PartialDate
from hankesalkku.core.values.decision import FunderDecision, MunicipalDecision
from hankesalkku.core.values.place import Place


class Purpose(StrEnum):
    """What a decision of the municipality is for (D6)."""

    APPLY = "apply"
    ACCEPT = "accept"
    BUDGET = "budget"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class GrantRecord:
    """A grant: funder as written or chosen, decision date, the funder's number and the grant service's, the call."""

    funder: str | None = None
    decision_date: PartialDate | None = None
    case_number: CaseNumber | None = None
    service_number: str = ""
    call: str = ""

    @property
    def decision(self) -> FunderDecision:
        """Give what row 6 prints of it."""
        return FunderDecision(self.funder, self.decision_date, self.case_number)


@dataclass(frozen=True, slots=True)
class DecisionRecord:
    """A decision of the municipality with its purpose, None where nobody has told it, and its address."""

    decision: MunicipalDecision
    purpose: Purpose | None = None
    url: str = ""


@dataclass(frozen=True, slots=True)
class UnitSpell:
    """A unit of a project and the days it is so, both inclusive; `path` are the names from the top (P1)."""

    unit: UUID
    path: tuple[str, ...]
    is_lead: bool = True
    starts_on: date | None = None
    ends_on: date | None = None
    part_name: str = ""


@dataclass(frozen=True, slots=True)
class ResponsiblePerson:
    """A responsible person: the entry among the organisation's people, and the name as the card writes it."""

    person: UUID
    written: str


@dataclass(frozen=True, slots=True)
class CaseLinkRecord:
    """A further case number of row 12 and its address; an internal address never leaves the house."""

    case_number: CaseNumber
    url: str = ""
    is_internal: bool = True


@dataclass(frozen=True, slots=True)
class RowSource:
    """Where a row's text came from: the imported file (None: typed), the places there, and who changed it when.

    `original` is the text as imported, empty for a typed row.
    """

    file: UUID | None = None
    original: str = ""
    places: tuple[Place, ...] = ()
    changed_at: datetime | None = None
    changed_by: str = ""


@dataclass(frozen=True, slots=True)
class ProjectRecord:
    """A project as the register holds it. `number` is its short permanent address, `version` counts its changes.

    `name_other` and `description_other` are texts in further languages by code. `sources` go by row key.
    """

    id: UUID
    organisation: UUID
    number: int
    version: int
    card: Card
    state: str = "registered"
    visibility: str = "internal"
    visibility_ground: str = ""
    is_partner: bool = False
    language: str = "fi"
    name_other: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    description_other: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    grants: tuple[GrantRecord, ...] = ()
    decisions: tuple[DecisionRecord, ...] = ()
    units: tuple[UnitSpell, ...] = ()
    people: tuple[ResponsiblePerson, ...] = ()
    viewers: tuple[UUID, ...] = ()
    case_links: tuple[CaseLinkRecord, ...] = ()
    report_date: str = ""
    sources: Mapping[str, RowSource] = field(default_factory=lambda: MappingProxyType({}))


def decisions_printed(decisions: tuple[DecisionRecord, ...]) -> tuple[MunicipalDecision, ...]:
    """Give the decisions that row 7 prints (D6): the latest that is no note.

    Decisions whose purpose nobody has told were written in one row and are printed together as they were written.

    >>> early = DecisionRecord(MunicipalDecision("Valtuusto", 3, PartialDate(2021, 5, 1)), Purpose.APPLY)
    >>> late = DecisionRecord(MunicipalDecision("Valtuusto", 9, PartialDate(2022, 5, 1)), Purpose.ACCEPT)
    >>> note = DecisionRecord(MunicipalDecision("Valtuusto", 12, PartialDate(2023, 5, 1)), Purpose.NOTE)
    >>> [decision.section for decision in decisions_printed((late, note, early))]
    [9]
    """
    if all(record.purpose is None for record in decisions):
        return tuple(record.decision for record in decisions)
    telling = [record.decision for record in decisions if record.purpose is not Purpose.NOTE]
    return (max(telling, key=_day),) if telling else ()


def _day(decision: MunicipalDecision) -> tuple[int, int, int]:
    on = decision.date
    return (on.year, on.month or 0, on.day or 0) if on else (0, 0, 0)
