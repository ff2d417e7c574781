"""Finnish public funders: names, short names, number prefixes and how long each was in being (requirements D50–D53).

Source: `funder_names` for the names; the acts on regional administration in force until 31.12.2025 and the reform in
force from 1.1.2026 for the years; written down November 2025. What is not certain is left empty: the prefixes of the
agencies that began on 1.1.2026 (D52). A successor is for suggestions only: old numbers stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from hankesalkku.core.reference.funder_names import (
    AVI_AREAS,
    CENTRAL_AGENCIES,
    COUNCILS,
    ELY_AREAS,
    EU_FUNDS,
    FOUNDATIONS,
    MINISTRIES,
    OTHER_NAMES,
)
from hankesalkku.core.values.case_number import CaseNumber, NumberKind
from hankesalkku.core.values.dates import PartialDate
from hankesalkku.core.values.text import fold, fold_space


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
    """A funder. `name` is the legal Finnish name; `valid_to` the last day of its being, None while it lives.

    The first of `short_names` and the first of `prefixes` are the usual ones.
    """

    name: str
    name_sv: str
    name_en: str
    short_names: tuple[str, ...]
    prefixes: tuple[str, ...]
    group: FunderGroup
    valid_from: PartialDate | None = None
    valid_to: PartialDate | None = None
    successor: str | None = None


@dataclass(frozen=True, slots=True)
class FunderMention:
    """A funder named at `start`–`end` of a text."""

    funder: Funder
    start: int
    end: int


def _row(group: FunderGroup, line: str, *, prefixes: str = "") -> Funder:
    """Make a funder of a line `Finnish name | Swedish | English | short names`."""
    name, name_sv, name_en, short_names = (part.strip() for part in line.split("|"))
    return Funder(name, name_sv, name_en, tuple(short_names.split()), tuple(prefixes.split()), group)


_REFORM_EVE = PartialDate(2025, 12, 31)
_REFORM_DAY = PartialDate(2026, 1, 1)
_PERMIT_AGENCY = "Lupa- ja valvontavirasto"
_VITALITY_CENTRES = "Elinvoimakeskukset"


def _ministry(line: str) -> Funder:
    """Make a ministry: its own letters and the common VN of the government's case register; OKM keeps to its own."""
    short = line.rsplit("|", 1)[1].strip()
    return _row(FunderGroup.MINISTRY, line, prefixes="OKM VN" if short == "OKM" else f"VN {short}")


def _state_agency(line: str) -> Funder:
    """Make a regional state administrative agency (*aluehallintovirasto*)."""
    area, area_sv, area_en, short = (part.strip() for part in line.split("|"))
    return Funder(
        f"{area} aluehallintovirasto",
        f"Regionförvaltningsverket i {area_sv}",
        f"Regional State Administrative Agency for {area_en}",
        (short, f"{area} AVI"),
        (short,),
        FunderGroup.REGIONAL_AGENCY,
        PartialDate(2010, 1, 1),
        _REFORM_EVE,
        _PERMIT_AGENCY,
    )


def _ely_centre(line: str) -> Funder:
    """Make a centre for economic development, transport and the environment (*ELY-keskus*)."""
    area, area_sv, area_en, short = (part.strip() for part in line.split("|"))
    return Funder(
        f"{area} elinkeino-, liikenne- ja ympäristökeskus",
        f"Närings-, trafik- och miljöcentralen i {area_sv}",
        f"Centre for Economic Development, Transport and the Environment for {area_en}",
        (short, f"{area} ELY-keskus", f"{area} ELY", f"NTM-centralen i {area_sv}"),
        (short,),
        FunderGroup.REGIONAL_AGENCY,
        PartialDate(2010, 1, 1),
        _REFORM_EVE,
        _VITALITY_CENTRES,
    )


FUNDERS: tuple[Funder, ...] = (
    *(_ministry(line) for line in MINISTRIES),
    _row(
        FunderGroup.CENTRAL_AGENCY,
        "Opetushallitus | Utbildningsstyrelsen | Finnish National Agency for Education | OPH UBS",
        prefixes="OPH",
    ),
    *(_state_agency(line) for line in AVI_AREAS),
    *(_ely_centre(line) for line in ELY_AREAS),
    Funder(
        _PERMIT_AGENCY,
        "Tillstånds- och tillsynsverket",
        "Finnish Supervisory Agency",
        ("LVV",),
        (),
        FunderGroup.CENTRAL_AGENCY,
        valid_from=_REFORM_DAY,
    ),
    Funder(
        _VITALITY_CENTRES,
        "Livskraftscentralerna",
        "Economic Development Centres",
        (),
        (),
        FunderGroup.REGIONAL_AGENCY,
        valid_from=_REFORM_DAY,
    ),
    Funder(
        "Sosiaali- ja terveysalan lupa- ja valvontavirasto",
        "Tillstånds- och tillsynsverket för social- och hälsovården",
        "National Supervisory Authority for Welfare and Health",
        ("Valvira",),
        (),
        FunderGroup.CENTRAL_AGENCY,
        PartialDate(2009, 1, 1),
        _REFORM_EVE,
        _PERMIT_AGENCY,
    ),
    _row(
        FunderGroup.CENTRAL_AGENCY,
        "Liikenne- ja viestintävirasto | Transport- och kommunikationsverket |"
        " Finnish Transport and Communications Agency | Traficom",
        prefixes="TRAFICOM",
    ),
    _row(
        FunderGroup.CENTRAL_AGENCY,
        "Väylävirasto | Trafikledsverket | Finnish Transport Infrastructure Agency | Väylä",
        prefixes="VÄYLÄ",
    ),
    *(_row(FunderGroup.CENTRAL_AGENCY, line) for line in CENTRAL_AGENCIES),
    *(_row(FunderGroup.REGIONAL_AGENCY, line) for line in COUNCILS),
    *(_row(FunderGroup.EU_FUND, line) for line in EU_FUNDS),
    *(_row(FunderGroup.FOUNDATION, line) for line in FOUNDATIONS),
)

_WORD = re.compile(r"[\w+&’'–-]+(?::\w+)?")
# Names that are a kind rather than one agency: known, and kept as written.
_KINDS = (
    (re.compile(r"\bleader\b", re.IGNORECASE), FunderGroup.OTHER),
    (
        re.compile(r"\belinvoimakesku(?:s|kse)|\blivskraftscentral", re.IGNORECASE),
        FunderGroup.REGIONAL_AGENCY,
    ),
)
_ENDINGS = ("n", "lta", "ltä", "lle", "lla", "llä", "ssa", "ssä", "sta", "stä", "a", "ä", "s", "'s", "’s")
_EU_KINDS = frozenset({NumberKind.EURA_2014, NumberKind.EU_PROJECT})
_SHORT_AT_MOST = 4
_BASE_FORMS = (("kse", "s"), ("iito", "iitto"), ("i", ""))


def funder_of(name: str) -> Funder | None:
    """Give the funder of a legal Finnish name as the table writes it.

    >>> funder_of("Opetushallitus").short_names[0]
    'OPH'
    """
    return _by_name().get(name)


def funder_named(text: str) -> Funder | None:
    """Give the funder that a text names and nothing else: legal or short name, in any case and language.

    A Leader group or a vitality centre is known by its kind and keeps the name it was given.

    >>> funder_named("opetushallituksen").name, funder_named("OKM:n").name
    ('Opetushallitus', 'Opetus- ja kulttuuriministeriö')
    >>> funder_named("Mallilan säätiö") is None
    True
    """
    words = tuple(fold(word.group()) for word in _WORD.finditer(text))
    for form in _base_forms(words):
        if (funder := _by_words().get(form)) is not None:
            return funder
    group = next((group for pattern, group in _KINDS if pattern.search(text)), None)
    return Funder(fold_space(text), "", "", (), (), group) if group else None


def funders_in(text: str) -> tuple[FunderMention, ...]:
    """Find the funders that a text names among other words, in order; short names of few letters only in capitals.

    >>> [mention.funder.short_names[0] for mention in funders_in("OKM 12.4.2022 / Opetushallituksen päätös, om")]
    ['OKM', 'OPH']
    """
    return tuple(_mentions(text))


def funders_with_prefix(prefix: str) -> tuple[Funder, ...]:
    """Give the funders whose numbers may begin with these letters.

    >>> [funder.name for funder in funders_with_prefix("ESAVI")]
    ['Etelä-Suomen aluehallintovirasto']
    >>> len(funders_with_prefix("VN")) > 1
    True
    """
    return _by_prefix().get(prefix.upper(), ())


def number_prefix(number: CaseNumber) -> str | None:
    """Give the letters of a number that stand for its issuer; the call form of OPH stands for OPH without them."""
    if number.kind in _EU_KINDS:
        return None
    return number.prefix or ("OPH" if number.kind is NumberKind.OPH else None)


def funders_of_number(number: CaseNumber) -> tuple[Funder, ...]:
    """Give the funders whose numbers look like this one."""
    prefix = number_prefix(number)
    return funders_with_prefix(prefix) if prefix else ()


@cache
def _by_name() -> dict[str, Funder]:
    return {funder.name: funder for funder in FUNDERS}


@cache
def _by_prefix() -> dict[str, tuple[Funder, ...]]:
    prefixes = {prefix for funder in FUNDERS for prefix in funder.prefixes}
    return {prefix: tuple(funder for funder in FUNDERS if prefix in funder.prefixes) for prefix in prefixes}


@cache
def _by_words() -> dict[tuple[str, ...], Funder]:
    """Give the funders by the folded words of every name they have."""
    named: dict[tuple[str, ...], Funder] = {}
    for funder in FUNDERS:
        names = (funder.name, funder.name_sv, funder.name_en, *funder.short_names)
        for name in (*names, *OTHER_NAMES.get(funder.name, ())):
            words = tuple(fold(word.group()) for word in _WORD.finditer(name))
            if words:
                named.setdefault(words, funder)
    return named


@cache
def _longest_name() -> int:
    return max(len(words) for words in _by_words())


def _base_forms(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Give the words as they are, then with the case ending of the last one taken off."""
    if not words:
        return
    yield words
    last, colon, _ = words[-1].partition(":")
    if colon:
        yield (*words[:-1], last)
    for ending in _ENDINGS:
        if last.endswith(ending) and len(last) > len(ending):
            stem = last.removesuffix(ending)
            yield (*words[:-1], stem)
            for old, new in _BASE_FORMS:
                if stem.endswith(old):
                    yield (*words[:-1], stem.removesuffix(old) + new)


def _mentions(text: str) -> Iterator[FunderMention]:
    words = list(_WORD.finditer(text))
    folded = [fold(word.group()) for word in words]
    index = 0
    while index < len(words):
        found = next(_named_at(folded, words, index), None)
        if found is None:
            index += 1
            continue
        funder, length = found
        yield FunderMention(funder, words[index].start(), words[index + length - 1].end())
        index += length


def _named_at(folded: list[str], words: list[re.Match[str]], index: int) -> Iterator[tuple[Funder, int]]:
    """Give the funders named from a word on, the longest name first, and how many words each name has."""
    for length in range(min(_longest_name(), len(words) - index), 0, -1):
        for form in _base_forms(tuple(folded[index : index + length])):
            funder = _by_words().get(form)
            if funder is not None and not _is_another_word(form, words[index].group()):
                yield funder, length


def _is_another_word(form: tuple[str, ...], written: str) -> bool:
    """Tell whether a short name may be an everyday word: `om`, `life`, `ses` in small letters."""
    return len(form) == 1 and len(form[0]) <= _SHORT_AT_MOST and written[: len(form[0])].islower()
