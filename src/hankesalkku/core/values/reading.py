"""A value read from text, which never parts from what was written (*luettu arvo*)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

Value = TypeVar("Value")


class RemarkCode(StrEnum):
    """What a grammar, the mender or a recogniser noticed; findings.md gives most of them their rule."""

    DATE_INVALID = "date-invalid"
    DATE_TWO_DIGIT_YEAR = "date-two-digit-year"
    DATE_WITHOUT_YEAR = "date-without-year"
    PERIOD_MIXED_PRECISION = "period-mixed-precision"
    PERIOD_SEVERAL = "period-several"
    START_YEAR_IMPLICIT = "start-year-implicit"
    THOUSANDS_WITH_DOT = "thousands-with-dot"
    THOUSANDS_WITH_SPACE = "thousands-with-space"
    AMOUNT_UNREADABLE = "amount-unreadable"
    AMOUNT_APPROXIMATE = "amount-approximate"
    AMOUNT_IS_MAXIMUM = "amount-is-maximum"
    AMOUNT_SCALED = "amount-scaled"
    AMOUNT_UNIT_MISSING = "amount-unit-missing"
    AMOUNT_SEVERAL = "amount-several"
    AMOUNT_STATED_NONE = "amount-stated-none"
    PARTS_ARE_SELECTION = "parts-are-selection"
    NUMBER_MALFORMED = "funder-number-malformed"
    LABEL_APPROXIMATE = "label-approximate"
    LABEL_SPLIT_BY_PAGE_BREAK = "label-split-by-page-break"
    LABEL_DOUBTFUL = "label-doubtful"
    LABEL_MISSING = "label-missing"
    WORD_MENDED_DOUBTFUL = "word-mended-doubtful"
    LEFT_OVER = "left-over"


@dataclass(frozen=True, slots=True)
class Remark:
    """Something noticed at `start`–`end` of the raw text; `text` quotes it, `note` carries a reading or suggestion."""

    code: RemarkCode
    text: str
    start: int = 0
    end: int = 0
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Reading(Generic[Value]):
    """What a grammar made of a raw text: a value or None, and everything it noticed on the way.

    A grammar never fails: what it cannot read stays in `raw` with a remark.
    """

    value: Value | None
    raw: str
    remarks: tuple[Remark, ...] = ()

    def has(self, code: RemarkCode) -> bool:
        """Tell whether a remark of this code was made."""
        return any(remark.code is code for remark in self.remarks)
