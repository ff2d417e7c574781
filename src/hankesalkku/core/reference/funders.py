"""Finnish public funders: names, short names, number prefixes and how long each was in being (requirements D50–D53)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from hankesalkku.core.values.dates import PartialDate


class FunderGroup(StrEnum):
    """Groups for statistics (D53)."""

    MINISTRY = "ministry"
    CENTRAL_AGENCY = "central_agency"
    REGIONAL_AGENCY = "regional_agency"
    EU_FUND = "eu_fund"
    FOUNDATION = "foundation"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Funder:
    """A funder. `name` is the legal Finnish name; `valid_to` the last day of its being, None while it lives."""

    name: str
    name_sv: str
    name_en: str
    short_names: tuple[str, ...]
    prefixes: tuple[str, ...]
    group: FunderGroup
    valid_from: PartialDate | None = None
    valid_to: PartialDate | None = None
    successor: str | None = None
