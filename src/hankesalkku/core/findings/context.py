"""What a rule may see, and how it says what it saw. Beside this, rules import `finding` and `signs` of this room."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date

from hankesalkku.core.card.card import Card
from hankesalkku.core.card.document import CardDocument
from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.findings.finding import Finding, Param, Scope, Severity
from hankesalkku.core.values.place import Place


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Limits of the rules (findings.md 0.13): defaults that an organisation may change. Days, years, cents, points."""

    period_years_at_most: int = 7
    budget_year_days_at_least: int = 31
    decision_after_start_days_warning: int = 180
    funder_decision_before_start_days: int = 180
    funder_decision_after_start_days: int = 90
    rounding_cents: int = 100
    pace_gap_days_at_least: int = 30
    pace_pairs_at_least: int = 4
    pace_slow_percent: int = 25
    pace_fast_percent: int = 400
    link_offset_cards_at_least: int = 3
    link_offset_share_percent: int = 60
    usual_share_cards_at_least: int = 3
    name_years_range_at_most: int = 5
    unit_missing_from_cents: int = 100_000


@dataclass(frozen=True, slots=True)
class Context:
    """A document under the rules. `today` is None where no date is known: rules that need it then do not run."""

    document: CardDocument
    today: date | None = None
    thresholds: Thresholds = field(default_factory=Thresholds)
    """An organisation's own lists would be added here as they get rules that need them."""

    @property
    def cards(self) -> tuple[Card, ...]:
        """Give the cards in their order."""
        return self.document.cards

    @property
    def numbered(self) -> Iterator[tuple[int, Card]]:
        """Give the cards with their indices from 0."""
        return enumerate(self.document.cards)


Check = Callable[[Context], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the catalogue.

    `severity` is the usual one (a finding may carry another where the catalogue says so). `needs_today` marks ⏱;
    `is_import_remark` what practice.md 5 calls an import remark; `suppresses` names rules whose findings on the same
    card and field it silences; `stops_publication` and `can_be_waived` are read by later rooms. `source` cites where
    the rule comes from.
    """

    code: str
    severity: Severity
    scope: Scope
    fields: tuple[str, ...]
    source: str
    check: Check
    needs_today: bool = False
    is_import_remark: bool = False
    is_on_by_default: bool = True
    suppresses: tuple[str, ...] = ()
    stops_publication: bool = False
    can_be_waived: bool = True


def found(  # noqa: PLR0913 - a finding has this many facts, all but three by keyword
    rule: Rule,
    cards: tuple[int, ...],
    field: str,
    *,
    evidence: str,
    places: tuple[Place, ...] = (),
    severity: Severity | None = None,
    suggestions: tuple[str, ...] = (),
    threshold: Param | None = None,
    variant: str | None = None,
    **params: Param,
) -> Finding:
    """Make a finding of a rule; its severity is the rule's unless another is given."""
    return Finding(
        rule=rule.code,
        severity=severity or rule.severity,
        cards=cards,
        field=str(field),
        evidence=evidence,
        params=tuple(params.items()),
        places=places,
        suggestions=suggestions,
        threshold=threshold,
        variant=variant,
    )


def row_places(card: Card, *keys: FieldKey) -> tuple[Place, ...]:
    """Give the places of some rows of a card, label places where the row has no text."""
    rows = [row for key in keys if (row := card.row(key)) is not None]
    return tuple(place for row in rows for place in (row.places or row.label_places))
