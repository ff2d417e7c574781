"""Case numbers (*asianumero, diaarinumero*) of municipalities and funders. Source: requirements D60–D63."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from hankesalkku.core.values.reading import Remark, RemarkCode
from hankesalkku.core.values.scanner import DASHES, Cover, Span, remark_at
from hankesalkku.core.values.text import fold_space


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


@dataclass(frozen=True, slots=True)
class NumberFound:
    """A case number at `start`–`end` of a text."""

    number: CaseNumber
    start: int
    end: int
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class _Form:
    """One form of D60: its pattern between the boundaries; `any_case` where its letters may be small."""

    kind: NumberKind
    pattern: str
    any_case: bool = True


_SLASH = r"\s?/{1,2}\s?"
_HYPHEN = rf"\s?[{DASHES}]\s?"
_YEAR = r"(?P<year>(?:19|20)[0-9]{2})"
_RUN = r"(?P<run>[1-9][0-9]{0,5})"
_CLASS = r"(?P<task_class>[0-9]{2}(?:\.[0-9]{2}){1,3})"
_CLASS_IN_SPACES = r"(?P<task_class>[0-9]{2,3}(?:\s[0-9]{2}){0,3})"
_RUN_CLASS_YEAR = f"{_SLASH}{_RUN}(?:{_SLASH}{_CLASS})?{_SLASH}{_YEAR}"
_AVI = "ESAVI|ISAVI|LAAVI|LSAVI|LSSAVI|PSAVI"
_MINISTRIES = "VNK|VN|OKM|TEM|STM|VM|YM|MMM|LVM|SM|OM|UM|PLM"

# Most specific first: what an earlier form has taken, a later one does not see.
_FORMS = (
    _Form(
        NumberKind.EURA_2014,
        rf"(?P<prefix>EURA)\s2014{_SLASH}{_RUN}{_SLASH}{_CLASS_IN_SPACES}{_SLASH}{_YEAR}{_SLASH}[A-ZÅÄÖ]{{2,10}}",
    ),
    _Form(
        NumberKind.ELY,
        rf"(?P<prefix>[A-ZÅÄÖ]{{2,4}}ELY)(?:{_SLASH})?{_RUN}(?:{_SLASH}{_CLASS})?{_SLASH}{_YEAR}",
    ),
    _Form(NumberKind.AVI, f"(?P<prefix>{_AVI}){_RUN_CLASS_YEAR}"),
    _Form(
        NumberKind.OKM,
        rf"(?P<prefix>OKM){_SLASH}{_RUN}{_SLASH}(?P<task_class>[0-9]{{1,4}}){_SLASH}{_YEAR}",
    ),
    _Form(NumberKind.MINISTRY, f"(?P<prefix>{_MINISTRIES}){_RUN_CLASS_YEAR}"),
    _Form(NumberKind.OPH, rf"(?P<prefix>OPH){_SLASH}{_RUN}(?:{_SLASH}[0-9]{{1,6}})?{_SLASH}{_YEAR}"),
    _Form(NumberKind.OPH_GUIDANCE, f"(?P<prefix>OPH){_HYPHEN}{_RUN}{_HYPHEN}{_YEAR}"),
    _Form(
        NumberKind.CALL,
        rf"(?P<prefix>va){_HYPHEN}[a-zåäö]{{2,10}}{_HYPHEN}{_YEAR}{_HYPHEN}(?P<run>[0-9]{{1,4}})",
    ),
    _Form(
        NumberKind.HELSINKI,
        rf"(?P<prefix>HEL)\s?{_YEAR}{_HYPHEN}(?P<run>[0-9]{{6}})(?:\sT\s{_CLASS_IN_SPACES})?",
    ),
    _Form(
        NumberKind.CLOUDNC,
        rf"(?P<prefix>[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{{1,11}}?)Dno{_HYPHEN}{_YEAR}{_HYPHEN}{_RUN}",
        any_case=False,
    ),
    _Form(NumberKind.TASK_CLASS, rf"/{{0,2}}{_RUN}{_SLASH}{_CLASS}{_SLASH}{_YEAR}"),
    _Form(NumberKind.TURKU, rf"{_RUN}{_HYPHEN}{_YEAR}\s?\({_CLASS_IN_SPACES}\)"),
    _Form(NumberKind.OPH, rf"/{{0,2}}{_RUN}{_SLASH}[0-9]{{3,6}}{_SLASH}{_YEAR}"),
    _Form(NumberKind.EU_PROJECT, r"(?P<prefix>[AS])(?P<run>[0-9]{5})", any_case=False),
)
_BARE = _Form(
    NumberKind.BARE,
    rf"(?<!§\s)(?:(?P<prefix>[A-ZÅÄÖ]{{2,10}}){_SLASH})?{_RUN}(?:{_SLASH}{_CLASS})?{_SLASH}{_YEAR}",
    any_case=False,
)
_LEFT = r"(?<![\w/.§])(?<![0-9]-)"
_RIGHT = rf"(?!\w|/\w|\.[0-9]|[{DASHES}][0-9]|\s?\([0-9]{{2}})"
_URL = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)


@cache
def _compiled(form: _Form) -> re.Pattern[str]:
    right = "" if form.kind is NumberKind.TURKU else _RIGHT
    return re.compile(_LEFT + form.pattern + right, re.IGNORECASE if form.any_case else 0)


def normal_form(kind: NumberKind, written: str) -> str:
    """Write a number of a known form as D62 wants it: no spaces around `/`, ASCII hyphens, capital prefix.

    >>> normal_form(NumberKind.OPH, "OPH /109/3615/2022")
    'OPH/109/3615/2022'
    """
    text = re.sub(r"\s?/+\s?", "/", fold_space(written)).lstrip("/")
    text = re.sub(_HYPHEN, "-", text)
    if kind is NumberKind.TURKU:
        return re.sub(r"\s?\(", " (", text)
    if kind is NumberKind.HELSINKI:
        return re.sub(r"^HEL\s?", "HEL ", text.upper())
    if kind is NumberKind.CALL:
        return text.lower()
    return text if kind is NumberKind.CLOUDNC else text.upper()


def find_numbers(text: str, *, bare: bool) -> tuple[NumberFound, ...]:
    """Find the case numbers of a text, in order; `bare` allows the weakest, `run/yyyy` and `XYZ/run/yyyy`.

    Nothing is found inside links, dates and amounts. Source: requirements D60, D62; funder-number-malformed.

    >>> found = find_numbers("OPH /109/3615/2022, 90/02.05.01.03/2023", bare=False)
    >>> [item.number.normal for item in found]
    ['OPH/109/3615/2022', '90/02.05.01.03/2023']
    >>> found[0].remarks[0].note
    'OPH/109/3615/2022'
    >>> find_numbers("592/2022", bare=False), len(find_numbers("592/2022", bare=True))
    ((), 1)
    """
    cover = Cover(text, (Span(link.start(), link.end()) for link in _URL.finditer(text)))
    found = []
    for form in (*_FORMS, _BARE) if bare else _FORMS:
        for match in _matches(form, text):
            if cover.is_free(match.start(), match.end()):
                cover.take(match.start(), match.end())
                found.append(_found(form.kind, text, match))
    return tuple(sorted(found, key=lambda item: item.start))


def read_number(text: str) -> CaseNumber | None:
    """Read a text that is a case number and nothing else, None where it is none.

    >>> read_number("ESAVI/14652/2022").prefix
    'ESAVI'
    """
    found = find_numbers(text.strip(), bare=True)
    whole = len(found) == 1 and (found[0].start, found[0].end) == (0, len(text.strip()))
    return found[0].number if whole else None


def _matches(form: _Form, text: str) -> Iterator[re.Match[str]]:
    for match in _compiled(form).finditer(text):
        if form.kind is not NumberKind.BARE or not _is_school_year(match):
            yield match


def _is_school_year(match: re.Match[str]) -> bool:
    """Tell whether the bare form is two years that follow each other, `2021/2022`."""
    return match["prefix"] is None and int(match["run"]) + 1 == int(match["year"])


def _found(kind: NumberKind, text: str, match: re.Match[str]) -> NumberFound:
    parts = match.groupdict()
    number = CaseNumber(
        kind,
        match.group(),
        normal_form(kind, match.group()),
        int(parts["run"]),
        int(parts["year"]) if parts.get("year") else None,
        parts["prefix"].upper() if parts.get("prefix") else None,
        parts.get("task_class"),
    )
    remarks = (_malformed(text, match, number),) if _is_malformed(number) else ()
    return NumberFound(number, match.start(), match.end(), remarks)


def _is_malformed(number: CaseNumber) -> bool:
    """Tell whether spaces, slashes or dashes stray; case does not count, nor HEL with an en dash."""
    if number.kind in {NumberKind.HELSINKI, NumberKind.TURKU}:
        return False
    return number.written.casefold() != number.normal.casefold()


def _malformed(text: str, match: re.Match[str], number: CaseNumber) -> Remark:
    return remark_at(RemarkCode.NUMBER_MALFORMED, text, match.start(), match.end(), number.normal)
