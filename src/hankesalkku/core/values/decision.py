"""Decisions of the funder and of the municipality as the card's rows 6 and 7 give them, and their grammars.

Source: requirements D54, D60, D70–D72; findings sections 3 and 4.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeVar

from hankesalkku.core.values.case_number import CaseNumber, NumberFound, NumberKind, find_numbers
from hankesalkku.core.values.dates import PartialDate, find_dates
from hankesalkku.core.values.decision_parts import SEGMENT_BREAK, Entry, Part, PartKind, Split, entries
from hankesalkku.core.values.reading import Reading
from hankesalkku.core.values.scanner import Cover, Span, left_over, words


@dataclass(frozen=True, slots=True)
class FunderDecision:
    """Row 6: the funder as written (None beside a lone number), the decision's date, the funder's number."""

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


Decision = TypeVar("Decision", FunderDecision, MunicipalDecision)

_FUNDER_LABELS = words(
    "päätös rahoituspäätös avustuspäätös valtionavustuspäätös myöntöpäätös pvm dnro dno diaarinumero"
    " diaarinro asianumero asianro nro numero tunnus beslut finansieringsbeslut understödsbeslut dnr"
    " diarienummer ärendenummer nr nummer datum den decision dated date number no on"
)
_BODY_LABELS = words(
    "päätös pöytäkirja pöytäkirjan kokous pvm protokoll sammanträde beslut datum den minutes meeting date"
    " dated on"
)
_NO_DECISION = frozenset({"ei", "nej", "no", "none", "ingen", "inget", "ei ole"})
_NOT_A_DECISION = frozenset({NumberKind.CALL, NumberKind.OPH_GUIDANCE})
_CALL_WORDS = re.compile(r"(?:\b(?:haku|hakunumero|haun|utlysning|call)\b\s*:?\s*)\Z", re.IGNORECASE)
_YEAR_BEFORE = re.compile(r"(?<![0-9./–-])(?:19|20)[0-9]{2}[\s,/]*\Z")
_LOOK_BACK = 20


def read_funder_decision(text: str) -> Reading[tuple[FunderDecision, ...]]:
    """Read the funders of row 6, each with the date and the number of its decision, in the order written.

    The funder's name is what remains beside date and number. Numbers of calls (D54), guidance are left over;
    `4/2022` is a number where a date stands beside it and no other number, else the month of the decision.

    >>> read_funder_decision("OKM 12.4.2022 OKM/74/520/2022").value[0].funder_written
    'OKM'
    >>> len(read_funder_decision("Opetushallitus 66/5297/2021; Ruokavirasto 1.2.2022").value)
    2
    """
    numbers, strays = _funder_numbers(text)
    dates = _date_parts(text, numbers)
    split = entries(text, [*numbers, *dates], strays, _FUNDER_LABELS)
    value = [_funder(text, entry) for entry in split.entries]
    return _reading(text, [item for item in value if not _is_none(item.funder_written)], split)


def _funder(text: str, entry: Entry) -> FunderDecision:
    name, day, number = (_part(entry, kind) for kind in (PartKind.NAME, PartKind.DATE, PartKind.NUMBER))
    return FunderDecision(
        text[name.start : name.end] if name else None,
        day.date if day else None,
        number.number if number else None,
    )


def _part(entry: Entry, kind: PartKind) -> Part | None:
    return next((part for part in entry if part.kind is kind), None)


def _is_none(name: str | None) -> bool:
    return name is not None and name.casefold() in _NO_DECISION


def _funder_numbers(text: str) -> tuple[list[Part], list[Span]]:
    """Give the numbers of decisions, and the spans of others: calls, guidance, second codes of a project."""
    cuts = [cut.start() for cut in SEGMENT_BREAK.finditer(text)]
    days = {bisect(cuts, found.start) for found in find_dates(text) if found.date and found.date.exact}
    parts, strays = [], []
    for segment, group in groupby(find_numbers(text, bare=True), key=lambda found: bisect(cuts, found.start)):
        inside = list(group)
        taken = _numbers_of_decisions(text, inside, has_day=segment in days)
        parts += [
            Part(PartKind.NUMBER, found.start, found.end, number=found.number, remarks=found.remarks)
            for found in taken
        ]
        spare = (found for found in inside if found not in taken and not _may_be_month(found))
        strays += [_with_call_word(text, found) for found in spare]
    return parts, strays


def _numbers_of_decisions(text: str, inside: list[NumberFound], *, has_day: bool) -> list[NumberFound]:
    """Choose among the numbers between two `;`: project code and `4/2022` only where no other stands."""
    strong = [
        found for found in inside if found.number.kind not in _NOT_A_DECISION and not _may_be_month(found)
    ]
    others = [found for found in strong if found.number.kind is not NumberKind.EU_PROJECT]
    weak = [found for found in inside if _may_be_month(found)]
    if strong or not weak:
        return others or strong
    if has_day:
        return weak
    before = text[max(0, weak[-1].start - _LOOK_BACK) : weak[-1].start]
    return weak[-1:] if len(weak) > 1 or _YEAR_BEFORE.search(before) else []


def _may_be_month(found: NumberFound) -> bool:
    """Tell whether a number has the form of a month, `4/2022`."""
    number = found.number
    return number.kind is NumberKind.BARE and number.prefix is None and 1 <= (number.run or 0) <= 12


def _with_call_word(text: str, found: NumberFound) -> Span:
    """Give the span of a call's number with the word `haku` before it."""
    left = max(0, found.start - _LOOK_BACK)
    word = _CALL_WORDS.search(text[left : found.start])
    return Span(left + word.start() if word else found.start, found.end)


def _date_parts(text: str, others: Sequence[Part]) -> list[Part]:
    """Give the dates of a text that lie in no other part, invalid ones too."""
    cover = Cover(text, (Span(part.start, part.end) for part in others))
    return [
        Part(PartKind.DATE, found.start, found.end, date=found.date, remarks=found.remarks)
        for found in find_dates(text)
        if cover.is_free(found.start, found.end)
    ]


def _reading(text: str, value: Sequence[Decision], split: Split) -> Reading[tuple[Decision, ...]]:
    noted = tuple(remark for entry in split.entries for part in entry for remark in part.remarks)
    return Reading(tuple(value) or None, text, noted + left_over(text, split.used if value else ()))


_YEAR = r"(?P<year>(?:19|20)[0-9]{2})"
_END = r"(?![0-9]|\.[0-9])"
_SECTIONS = (
    re.compile(rf"§(?::[^\W\d_]{{1,4}})?\s?(?P<section>[0-9]{{1,5}})(?:/{_YEAR})?{_END}"),
    re.compile(
        rf"(?<![0-9.,/])(?P<section>[0-9]{{1,5}})\.?\s?§(?::[^\W\d_]{{1,4}})?(?!\s?[0-9]{{1,5}}{_END})"
    ),
    re.compile(
        rf"\b(?:pykälä|pykälässä|paragraf|section)\s(?P<section>[0-9]{{1,5}})(?:/{_YEAR})?{_END}",
        re.IGNORECASE,
    ),
)
_HOLDER_SECTIONS = (
    re.compile(
        rf"\b(?:nro|nr|no|n:o|number)\.?\s?(?P<section>[0-9]{{1,5}})(?:/{_YEAR})?{_END}", re.IGNORECASE
    ),
    re.compile(
        rf"(?<=\w\s)(?<![0-9]\s)(?P<section>[0-9]{{1,5}})(?:/{_YEAR}{_END}|(?=\s?/\s?[0-9]|\s[0-9]|,|\s?\Z|;))"
    ),
    re.compile(r"(?<=[0-9]{4}/)(?P<section>[0-9]{1,5})(?![0-9./])"),
)
_HOLDER_DECISION = re.compile(
    r"viranhaltijapäätö|\bvhp\b|tjänsteinnehavarbeslut|tjänstemannabeslut|office[- ]holder",
    re.IGNORECASE,
)
_HOLDER_TITLE = re.compile(
    r"(?:johtaja|johtajan|rehtori|rehtorin|päällikkö|päällikön|sihteeri|sihteerin|asiamies|direktör|direktörens|rektor"
    r"|rektorns|chef|chefens|sekreterare|director|manager|principal)\Z",
    re.IGNORECASE,
)
_LAW = re.compile(
    r"(?:laki|lain|laissa|lag|lagen|asetus|asetuksen|asetuksessa|förordning|förordningen|sääntö|säännön|säännössä"
    r"|stadga|stadgan|\bact)(?!\w)",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[,;\n]\s")


def read_municipal_decision(text: str) -> Reading[tuple[MunicipalDecision, ...]]:
    """Read body, section and date of the decisions of row 7, in any order (D70).

    A § of a law or rule book (D71) is none; it is left over with its words. A decision of an office-holder
    (D72) keeps its number in `section` and the word that tells it in `body`.

    >>> read_municipal_decision("Hyvinvointilautakunta § 47 / 19.5.2021").value[0].section
    47
    >>> read_municipal_decision("Hallintosääntö luku 5 § 23").value is None
    True
    """
    strays = [Span(found.start, found.end) for found in find_numbers(text, bare=False)]
    sections, laws = _sections(text)
    dates = _date_parts(text, sections)
    split = entries(text, [*sections, *dates], sorted([*strays, *laws]), _BODY_LABELS)
    value = [_municipal(text, entry) for entry in split.entries]
    return _reading(text, [item for item in value if not _is_none(item.body)], split)


def is_office_holder(body: str) -> bool:
    """Tell whether a decision was made by a person in office, by its words in Finnish, Swedish or English.

    >>> is_office_holder("Sivistysjohtajan viranhaltijapäätös"), is_office_holder("Sivistyslautakunta")
    (True, False)
    """
    return bool(_HOLDER_DECISION.search(body) or _HOLDER_TITLE.search(body))


def _municipal(text: str, entry: Entry) -> MunicipalDecision:
    name, section, day = (_part(entry, kind) for kind in (PartKind.NAME, PartKind.SECTION, PartKind.DATE))
    body = text[name.start : name.end] if name else None
    date = day.date if day else section.date if section else None
    return MunicipalDecision(body, section.section if section else None, date, is_office_holder(body or ""))


def _sections(text: str) -> tuple[list[Part], list[Span]]:
    """Give the sections of decisions, and the clauses that quote a law or a rule book."""
    patterns = (*_SECTIONS, *_HOLDER_SECTIONS) if _HOLDER_DECISION.search(text) else _SECTIONS
    cover = Cover(text, (Span(found.start, found.end) for found in find_dates(text)))
    parts: list[Part] = []
    laws: list[Span] = []
    for match in (match for pattern in patterns for match in pattern.finditer(text)):
        span = Span(match.start(), match.end())
        if not cover.is_free(span.start, span.end):
            continue
        cover.take(span.start, span.end)
        clause = _law_clause(text, span)
        if clause is None:
            parts.append(_section_part(match))
        else:
            laws.append(clause)
    return parts, laws


def _section_part(match: re.Match[str]) -> Part:
    year = match.groupdict().get("year")
    return Part(
        PartKind.SECTION,
        match.start(),
        match.end(),
        date=PartialDate(int(year)) if year else None,
        section=int(match["section"]),
    )


_CLAUSE_REACH = 80


def _law_clause(text: str, section: Span) -> Span | None:
    """Give the clause around a section that names a law before or behind it, None where it names none."""
    left = max(0, section.start - _CLAUSE_REACH)
    breaks = [cut.end() for cut in _CLAUSE.finditer(text, left, section.start)]
    start = breaks[-1] if breaks else left
    cut = _CLAUSE.search(text, section.end, section.end + _CLAUSE_REACH)
    end = cut.start() if cut else min(len(text), section.end + _CLAUSE_REACH)
    before, behind = _LAW.search(text, start, section.start), _LAW.search(text, section.end, end)
    if before is None and behind is None:
        return None
    return Span(start if before else section.start, behind.end() if behind else section.end)
