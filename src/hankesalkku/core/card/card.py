"""A project's card (*hankekortti*): the fourteen rows as written, and the values read from them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.values.case_number import CaseNumber
from hankesalkku.core.values.decision import FunderDecision, MunicipalDecision
from hankesalkku.core.values.money import Money
from hankesalkku.core.values.period import Period
from hankesalkku.core.values.phase import Phase
from hankesalkku.core.values.place import Place
from hankesalkku.core.values.reading import Remark, RemarkCode

EXTRA_PREFIX = "extra:"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a card as written: words broken at line ends mended, white space folded.

    `key` is a FieldKey's value or `extra:<label>`; `label` is the label as written, folded, None where the form has
    none. `breaks` are offsets into `text` at which a new paragraph begins. Remarks point into `text`.
    """

    key: str
    label: str | None
    text: str
    places: tuple[Place, ...] = ()
    label_places: tuple[Place, ...] = ()
    remarks: tuple[Remark, ...] = ()
    breaks: tuple[int, ...] = ()

    @property
    def is_extra(self) -> bool:
        """Tell whether the row is none of the fourteen."""
        return self.key.startswith(EXTRA_PREFIX)

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """Give the text paragraph by paragraph."""
        edges = (0, *self.breaks, len(self.text))
        return tuple(self.text[start:end].strip() for start, end in pairwise(edges))

    def has(self, code: RemarkCode) -> bool:
        """Tell whether a remark of this code was made on the row."""
        return any(remark.code is code for remark in self.remarks)


@dataclass(frozen=True, slots=True)
class Further:
    """Values after the first where a row holds several, in the order written."""

    periods: tuple[Period, ...] = ()
    funder_decisions: tuple[FunderDecision, ...] = ()
    municipal_decisions: tuple[MunicipalDecision, ...] = ()
    case_numbers: tuple[CaseNumber, ...] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """A card's values beside its rows. A value is None (or empty) where nothing could be read; its row keeps the text.

    `funder` is the legal Finnish name if the funder is known, else the name as written; it is inferred from the
    number's prefix where `funder_decision.funder_written` is None. `progress_tenths` is the expenditure percentage of
    row 13 in tenths of a per cent. `case_number` is the municipality's own.
    """

    rows: tuple[Row, ...]
    name: str | None = None
    description: str | None = None
    unit: tuple[str, ...] = ()
    responsible_persons: tuple[str, ...] = ()
    period: Period | None = None
    phases: tuple[Phase, ...] = ()
    funder: str | None = None
    funder_decision: FunderDecision | None = None
    municipal_decision: MunicipalDecision | None = None
    budget_years: tuple[int, ...] = ()
    gross_income: Money | None = None
    gross_expenditure: Money | None = None
    municipal_share: Money | None = None
    case_number: CaseNumber | None = None
    case_url: str | None = None
    other_information: str | None = None
    status: str | None = None
    progress_tenths: int | None = None
    actuals_checked: str | None = None
    further: Further = Further()

    def row(self, key: FieldKey) -> Row | None:
        """Give the first row of a field, None where the card has none."""
        return next((row for row in self.rows if row.key == key), None)

    def money(self, key: FieldKey) -> Money | None:
        """Give one of the three sums of rows 9–11.

        Raises:
            KeyError: the field is no sum.
        """
        sums = {
            FieldKey.GROSS_INCOME: self.gross_income,
            FieldKey.GROSS_EXPENDITURE: self.gross_expenditure,
            FieldKey.MUNICIPAL_SHARE: self.municipal_share,
        }
        return sums[key]
