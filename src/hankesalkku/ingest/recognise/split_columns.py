"""Columns of a list that hold a part of a field: start and end of a period, date and number of a funder's decision.

The lists that people keep beside their ledgers (*varjolistat*) have one column for each. Source: practice.md 1.
"""

from __future__ import annotations

import re
from enum import IntEnum
from functools import cache

from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.values.text import fold


class Part(IntEnum):
    """A part of a field; parts are joined in this order."""

    START = 1
    END = 2
    DECISION_DATE = 3
    DECISION_NUMBER = 4


_KEYS = {
    Part.START: FieldKey.PERIOD,
    Part.END: FieldKey.PERIOD,
    Part.DECISION_DATE: FieldKey.FUNDER_DECISION,
    Part.DECISION_NUMBER: FieldKey.FUNDER_DECISION,
}
JOINTS = {FieldKey.PERIOD: "–", FieldKey.FUNDER_DECISION: " "}
_WORDINGS = {
    Part.START: "alkaa · alku · alkupvm · alkupäivä · alkamispäivä · alkamispvm · aloitus · aloituspvm · "
    "aloituspäivä · hanke alkaa · hankkeen alku · börjar · början · start · startdatum · starts · start date",
    Part.END: "päättyy · loppu · loppupvm · loppupäivä · päättymispäivä · päättymispvm · lopetus · hanke päättyy · "
    "hankkeen loppu · slutar · slut · slutdatum · ends · end · end date",
    Part.DECISION_DATE: "päätöspvm · päätöspäivä · päätöksen pvm · rahoituspäätöksen pvm · rahoituspäätös pvm · "
    "rahoittajan päätöspvm · rahoittajan päätöspäivä · beslutsdatum · finansiärens beslutsdatum · decision date · "
    "funder's decision date",
    Part.DECISION_NUMBER: "rahoittajan diaarinumero · rahoittajan diaarinro · rahoittajan asianumero · "
    "rahoittajan asianro · rahoittajan dnro · rahoittajan tunnus · päätösnumero · päätöksen numero · "
    "finansiärens diarienummer · finansiärens ärendenummer · funder's case number · decision number",
}
_TAIL = re.compile(r"[\s:.*]+$")


@cache
def _parts() -> dict[str, Part]:
    return {text.strip(): part for part, listed in _WORDINGS.items() for text in listed.split("·")}


def part_of_field(heading: str) -> tuple[FieldKey, Part] | None:
    """Tell which part of which field a column's heading names.

    >>> part_of_field("Alkaa"), part_of_field("Kesto")
    ((<FieldKey.PERIOD: 'period'>, <Part.START: 1>), None)
    """
    part = _parts().get(_TAIL.sub("", fold(heading)))
    return None if part is None else (_KEYS[part], part)
