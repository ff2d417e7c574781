"""What the demo knows of a project: its card, and what a card cannot hold. Source: DESIGN.md 5, D6, P1, P2."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from hankesalkku.core.access.subject import Visibility
from hankesalkku.core.card.card import Card
from hankesalkku.core.card.record import Purpose
from hankesalkku.core.values.dates import PartialDate
from hankesalkku.core.values.decision import MunicipalDecision
from hankesalkku.core.values.period import Period


@dataclass(frozen=True, slots=True)
class DemoProjectUnit:
    """A unit that has or had the project; both ends inclusive, None where open. At any time one unit leads."""

    unit: str
    start: date | None
    end: date | None
    is_lead: bool


@dataclass(frozen=True, slots=True)
class DemoGrant:
    """A grant: `funder` is the legal name if known; `number` the funder's as written, `second_number` beside it.

    Sums in cents, `ceiling_hundredths` in hundredths of a per cent; None where not known.
    """

    funder: str
    decided: PartialDate | None = None
    number: str | None = None
    second_number: str | None = None
    call: str | None = None
    amount_cents: int | None = None
    applied_cents: int | None = None
    applied_on: date | None = None
    ceiling_hundredths: int | None = None
    use_period: Period | None = None


@dataclass(frozen=True, slots=True)
class DemoDecision:
    """A decision of the municipality, with its purpose; `text` as written. Row 7 prints the last that is no note."""

    purpose: Purpose
    text: str
    value: MunicipalDecision | None


@dataclass(frozen=True, slots=True)
class DemoTranslation:
    """A row's text in another language."""

    key: str
    language: str
    text: str


@dataclass(frozen=True, slots=True)
class DemoComment:
    """What a person wrote beside a project; `at` in UTC."""

    at: datetime
    person: str
    text: str


@dataclass(frozen=True, slots=True)
class DemoEdit:
    """A change of one row by a person; `at` in UTC. The last edit of a row leads to the text that the card has."""

    at: datetime
    person: str
    key: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class DemoLink:
    """A link to a document beside the case."""

    title: str
    url: str
    is_internal: bool


@dataclass(frozen=True, slots=True)
class DemoProject:
    """A project of the demo. `number` is its short permanent one, from 1; `responsible` are keys of persons.

    `restricted_to` names who may see a restricted project.
    """

    key: str
    number: int
    card: Card
    units: tuple[DemoProjectUnit, ...]
    responsible: tuple[str, ...] = ()
    grants: tuple[DemoGrant, ...] = ()
    decisions: tuple[DemoDecision, ...] = ()
    visibility: Visibility = Visibility.PUBLIC
    visibility_ground: str | None = None
    restricted_to: tuple[str, ...] = ()
    translations: tuple[DemoTranslation, ...] = ()
    comments: tuple[DemoComment, ...] = ()
    edits: tuple[DemoEdit, ...] = ()
    links: tuple[DemoLink, ...] = ()
