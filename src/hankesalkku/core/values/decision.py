"""Decisions of the funder and of the municipality as the card's rows 6 and 7 give them."""

from __future__ import annotations

from dataclasses import dataclass

from hankesalkku.core.values.case_number import CaseNumber
from hankesalkku.core.values.dates import PartialDate


@dataclass(frozen=True, slots=True)
class FunderDecision:
    """Row 6: the funder as written (None where only a number stands), the decision's date, the funder's number."""

    funder_written: str | None
    date: PartialDate | None
    case_number: CaseNumber | None


@dataclass(frozen=True, slots=True)
class MunicipalDecision:
    """Row 7: the deciding body as written, the section (§) of its minutes, the day of the meeting.

    `by_office_holder` marks a *viranhaltijapäätös*, whose number is kept in `section`.
    """

    body: str | None
    section: int | None
    date: PartialDate | None
    by_office_holder: bool = False
