"""The values of the review page: a card row by row, its findings, the project it may tell of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from hankesalkku.core.card.card import EXTRA_PREFIX
from hankesalkku.core.card.choices import Take
from hankesalkku.core.card.fields import MONEY_KEYS, FieldKey
from hankesalkku.core.values.place import Place
from hankesalkku.core.values.text import fold_space
from hankesalkku.store.queries.imports import BatchSeen, LeftoverSeen, ProposalLine, ProposalSeen

ONE_VALUE = (*MONEY_KEYS, FieldKey.BUDGET_YEARS)
"""Rows that hold nothing but their value."""


@dataclass(frozen=True, slots=True)
class FindingSeen:
    """A finding in words. `suggestions` are values that would mend its row; `tokens` may be what they stand in for."""

    severity: str
    title: str
    message: str
    why: str
    fix: str
    field: str
    field_label: str
    tokens: tuple[str, ...]
    suggestions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FieldSeen:
    """A row of the proposed card. `text` is what the register would hold, `value` how it is understood.

    `raw` is what the file says, `register` what the register says now. `state`: new, changed, conflict, same, silent
    (the file says nothing), empty. The days are those of the register's and the file's values, in words.
    """

    number: int
    key: str
    label: str
    written_label: str
    value: str
    text: str
    raw: str
    register: str
    take: str
    state: str
    changed_on: str
    said_on: str
    file: UUID
    places: tuple[Place, ...]
    findings: tuple[FindingSeen, ...]
    past: tuple[tuple[str, str], ...]

    @property
    def worst(self) -> str:
        """Give the gravest severity among the row's findings, empty where there is none."""
        return self.findings[0].severity if self.findings else ""

    @property
    def is_change(self) -> bool:
        """Tell whether the register's value would become another."""
        return bool(self.register) and self.register != self.value

    @property
    def shows_raw(self) -> bool:
        """Tell whether the file's wording says something that the value does not show."""
        return bool(self.raw) and fold_space(self.raw) != fold_space(self.value)

    @property
    def may_keep(self) -> bool:
        """Tell whether the file's value can be taken, and is not taken already."""
        return bool(self.raw) and self.take != Take.PROPOSED

    @property
    def may_take_register(self) -> bool:
        """Tell whether the register's value can be taken instead."""
        return self.is_change and self.take != Take.REGISTER

    @property
    def suggestions(self) -> tuple[tuple[str, str], ...]:
        """Give the values that would mend the row, each with the row's whole text as it would then be."""
        found = [(value, self._mended(one, value)) for one in self.findings for value in one.suggestions]
        return tuple({value: text for value, text in found if text}.items())

    def _mended(self, finding: FindingSeen, value: str) -> str:
        """Put a value where the faulty piece stands; empty where that would lose something else of the row."""
        token = next((token for token in finding.tokens if token and token in self.text), "")
        if token and token != self.text:
            return self.text.replace(token, value, 1)
        is_alone = self.key in ONE_VALUE and "(" not in self.text
        return value if is_alone or not self.text else ""

    @property
    def is_extra(self) -> bool:
        """Tell whether the row is none of the fourteen."""
        return self.key.startswith(EXTRA_PREFIX)

    @property
    def rows(self) -> int:
        """Give how many lines a box for the text has."""
        return min(2 + len(self.text) // 45, 14)


@dataclass(frozen=True, slots=True)
class MatchSeen:
    """A project that a card may tell of, with why."""

    number: int
    name: str
    score: int
    reasons: tuple[str, ...] = ()
    version: int = 0


@dataclass(frozen=True, slots=True)
class Stale:
    """Who changed the matched project after the card was compared with it, and when."""

    by: str
    at: datetime | None


@dataclass(frozen=True, slots=True)
class ReviewSeen:
    """One card of an import before a reviewer. `place` counts cards from 1; `remarks` are folded on the page."""

    batch: BatchSeen
    lines: tuple[ProposalLine, ...]
    place: int
    proposal: ProposalSeen
    fields: tuple[FieldSeen, ...]
    card_findings: tuple[FindingSeen, ...]
    remarks: tuple[FindingSeen, ...]
    match: MatchSeen | None
    alternatives: tuple[MatchSeen, ...]
    twins: tuple[str, ...]
    stale: Stale | None
    result_number: int | None
    leftovers: tuple[LeftoverSeen, ...]
    clean: int
    may_decide: bool
    kind: str

    @property
    def open_count(self) -> int:
        """Count the cards that wait for a decision."""
        return sum(1 for line in self.lines if line.state == "open")
