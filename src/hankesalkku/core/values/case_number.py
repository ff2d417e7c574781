"""Case numbers (*asianumero, diaarinumero*) of municipalities and funders. Source: requirements D60–D63."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class NumberKind(StrEnum):
    """The forms of D60, most specific first."""

    TASK_CLASS = "task_class"
    HELSINKI = "helsinki"
    TURKU = "turku"
    CLOUDNC = "cloudnc"
    OKM = "okm"
    MINISTRY = "ministry"
    AVI = "avi"
    OPH = "oph"
    OPH_GUIDANCE = "oph_guidance"
    ELY = "ely"
    EURA_2014 = "eura_2014"
    EU_PROJECT = "eu_project"
    CALL = "call"
    BARE = "bare"


@dataclass(frozen=True, slots=True)
class CaseNumber:
    """A case number: as written, in normal form (D62), and what its grammar tells.

    `prefix` is the issuer's letters in upper case (`OKM`, `ESAVI`, `OPH`), None where the number has none;
    `run` the running number; `year` the year in it; `task_class` such as `02.05.01.03`.
    """

    kind: NumberKind
    written: str
    normal: str
    run: int | None
    year: int | None
    prefix: str | None = None
    task_class: str | None = None

    @property
    def is_municipal(self) -> bool:
        """Tell whether the form is one of a municipality's own case management."""
        return self.kind in {NumberKind.TASK_CLASS, NumberKind.HELSINKI, NumberKind.TURKU, NumberKind.CLOUDNC}
