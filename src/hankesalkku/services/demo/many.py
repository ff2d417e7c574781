"""Bulk data like Mallila's, for measuring: any number of projects, the same for the same seed.

Values are built beside their texts, not read from them: many times as fast, and a test holds the two equal. How the
data are spread: 12 years of starts, growing in number; funders by the weights of `data/words.toml`; sums log-normal
around 80 000 €; 3 % of cards do not add up, 2 % of granted ones lack the date of the funder's decision. Each project
has one of 33 themes, so that a theme's word (`theme_words`) stands in about 3 % of the projects, mostly inflected.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from random import Random
from typing import TypeVar

from hankesalkku.core.access.subject import Visibility
from hankesalkku.core.card.card import Card, Row
from hankesalkku.core.card.fields import BY_KEY, FieldKey
from hankesalkku.core.card.record import Purpose
from hankesalkku.core.values.case_number import CaseNumber, NumberKind, read_number
from hankesalkku.core.values.decision import FunderDecision, MunicipalDecision
from hankesalkku.core.values.money import Money
from hankesalkku.core.values.phase import PHASE_WORDS, Phase
from hankesalkku.core.values.reading import Remark, RemarkCode
from hankesalkku.services.demo.bulk_time import BulkTime, draw_time, finnish_date, meeting_before
from hankesalkku.services.demo.bulk_words import BulkWords, bulk_words, funders_in
from hankesalkku.services.demo.cards import case_url
from hankesalkku.services.demo.city import DemoPerson, mallila
from hankesalkku.services.demo.project import (
    DemoDecision,
    DemoGrant,
    DemoProject,
    DemoProjectUnit,
)
from hankesalkku.services.demo.projects import INTERNAL_PHASES

MEDIAN_HUNDREDS, SPREAD = 800, 1.1
SUMS_WRONG, DATE_MISSING = 0.03, 0.02
SHARES = (0, 5, 10, 20, 20, 20, 20, 25, 30, 30, 40, 50, 60)
TASK_CLASS = "02.05.01"
UNDECIDED = frozenset({Phase.IDEA, Phase.APPLICATION, Phase.AWAITING_DECISION})
WITHOUT_ACTUALS = {
    Phase.IDEA: "Hankesuunnitelmaa kirjoitetaan.",
    Phase.APPLICATION: "Hakemusta valmistellaan.",
    Phase.AWAITING_DECISION: "Hakemus on jätetty, ja rahoittajan päätöstä odotetaan.",
    Phase.REJECTED: "Rahoittaja ei myöntänyt avustusta.",
    Phase.WITHDRAWN: "Kaupunki luopui avustuksesta.",
}
"""Row 13 of projects that have no actuals."""
NOTHING_TO_CHECK = "Hankkeella ei ole tapahtumia."

Choice = TypeVar("Choice")


@dataclass(frozen=True, slots=True)
class _Place:
    """A unit with its path and the persons of its division."""

    unit: str
    path: tuple[str, ...]
    persons: tuple[DemoPerson, ...]


@dataclass(frozen=True, slots=True)
class _Sums:
    """The three sums in whole euros."""

    income: int
    expenditure: int
    share: int


@dataclass(frozen=True, slots=True)
class _Facts:
    """What a project is, before it is written on a card."""

    number: int
    time: BulkTime
    place: _Place
    person: DemoPerson
    funder: FunderDecision
    city: MunicipalDecision
    sums: _Sums
    theme: int


_LABELS = {key: BY_KEY[key].label("fi") for key in FieldKey}


def many(count: int, seed: int) -> Iterator[DemoProject]:
    """Make `count` projects of Mallila, numbered from 1, the same for the same seed."""
    random = Random(seed)  # noqa: S311 - made-up data, nothing secret
    for number in range(1, count + 1):
        yield _project(_facts(number, random), random)


def theme_words() -> tuple[str, ...]:
    """Give the themes in their base form; each is that of about 3 % of the projects."""
    return tuple(theme[0] for theme in bulk_words().themes)


def _facts(number: int, random: Random) -> _Facts:
    time = draw_time(random)
    place = _skewed(_places(), random)
    return _Facts(
        number,
        time,
        place,
        _skewed(place.persons, random),
        _funder_decision(time, number, random),
        _city_decision(place.path[0], time, number),
        _sums(random),
        int(len(bulk_words().themes) * random.random()),
    )


def _skewed(choices: Sequence[Choice], random: Random) -> Choice:
    """Choose one, the first ones more often."""
    return choices[int(len(choices) * random.random() ** 1.5)]


def _even(choices: Sequence[Choice], random: Random) -> Choice:
    return choices[int(len(choices) * random.random())]


@cache
def _places() -> tuple[_Place, ...]:
    """Give the units that are in being."""
    city = mallila()
    paths = {unit.key: city.path(unit.key) for unit in city.units if unit.valid_to is None}
    return tuple(_Place(key, path, _people_of(path[0])) for key, path in paths.items())


@cache
def _people_of(division: str) -> tuple[DemoPerson, ...]:
    city = mallila()
    return tuple(
        person
        for person in city.persons
        if person.unit and person.left_on is None and city.path(person.unit)[0] == division
    )


def _funder_decision(time: BulkTime, number: int, random: Random) -> FunderDecision:
    funders, weights = funders_in(time.start.year)
    funder = funders[bisect_right(weights, weights[-1] * random.random())]
    if time.phase in UNDECIDED:
        return FunderDecision(funder.name, None, None)
    decided = time.decided if random.random() >= DATE_MISSING else None
    return FunderDecision(funder.name, decided, _number(funder.form, number, time.decided.year))


def _number(form: str, number: int, year: int) -> CaseNumber | None:
    """Write a number of a form; running numbers stay clear of years."""
    if not form:
        return None
    kind, prefix = _kind_of(form)
    run = 10_000 + number * 7919 % 90_000
    written = form.format(run=run, year=year, code=run)
    has_year = kind is not NumberKind.EU_PROJECT
    return CaseNumber(kind, written, written, run, year if has_year else None, prefix, _class_of(form))


@cache
def _kind_of(form: str) -> tuple[NumberKind, str | None]:
    found = read_number(form.format(run=12_345, year=2024, code=12_345))
    assert found is not None
    return found.kind, found.prefix


@cache
def _class_of(form: str) -> str | None:
    found = read_number(form.format(run=12_345, year=2024, code=12_345))
    return found.task_class if found else None


def _city_decision(division: str, time: BulkTime, number: int) -> MunicipalDecision:
    body, day = meeting_before(division, time.start)
    section = day.timetuple().tm_yday // 3 + number % 3 + 1
    return MunicipalDecision(body, section, finnish_date(day)[1])


def _sums(random: Random) -> _Sums:
    expenditure = 100 * max(10, round(MEDIAN_HUNDREDS * random.lognormvariate(0, SPREAD)))
    share = expenditure * _even(SHARES, random) // 100
    wrong = 1_000 if random.random() < SUMS_WRONG else 0
    return _Sums(expenditure - share + wrong, expenditure, share)


def _project(facts: _Facts, random: Random) -> DemoProject:
    phase = facts.time.phase
    number = facts.funder.case_number
    purpose = Purpose.APPLY if phase in INTERNAL_PHASES else Purpose.ACCEPT
    decision = DemoDecision(purpose, _city_text(facts.city), facts.city)
    grant = DemoGrant(
        facts.funder.funder_written or "",
        facts.funder.date,
        number.written if number else None,
        amount_cents=100 * facts.sums.income,
    )
    return DemoProject(
        key=f"m{facts.number:06d}",
        number=facts.number,
        card=_card(facts, bulk_words(), random),
        units=(DemoProjectUnit(facts.place.unit, None, None, True),),
        responsible=(facts.person.key,),
        grants=(grant,),
        decisions=() if phase is Phase.IDEA else (decision,),
        visibility=Visibility.INTERNAL if phase in INTERNAL_PHASES else Visibility.PUBLIC,
    )


def _card(facts: _Facts, words: BulkWords, random: Random) -> Card:
    time, sums, is_idea = facts.time, facts.sums, facts.time.phase is Phase.IDEA
    years = tuple(range(time.start.year, time.end.year + 1))
    name, description = _name(facts, words, random), _description(facts, words, random)
    case = _case(facts.number, time.decided.year)
    progress = None if time.phase in WITHOUT_ACTUALS else _progress(time.phase, random)
    status = (
        WITHOUT_ACTUALS.get(time.phase) or f"{_even(words.statuses, random)} Talouden etenemä {progress} %."
    )
    checked = NOTHING_TO_CHECK if progress is None else f"Kyllä, {facts.person.name} {time.checked}"
    other = f"Dynasty: {case.written}"
    income, expenditure, share = (_euros(each) for each in (sums.income, sums.expenditure, sums.share))
    rows = (
        _row(FieldKey.NAME, name),
        _row(FieldKey.DESCRIPTION, description),
        _row(FieldKey.UNIT, " / ".join(facts.place.path)),
        _row(FieldKey.RESPONSIBLE_PERSONS, facts.person.name),
        _row(FieldKey.PERIOD, f"{time.text} / {PHASE_WORDS['fi'][time.phase]}"),
        _row(FieldKey.FUNDER_DECISION, _funder_text(facts.funder)),
        _row(FieldKey.MUNICIPAL_DECISION, "" if is_idea else _city_text(facts.city)),
        _row(FieldKey.BUDGET_YEARS, str(years[0]) if len(years) == 1 else f"{years[0]}–{years[-1]}"),
        _money_row(FieldKey.GROSS_INCOME, income, sums.income),
        _money_row(FieldKey.GROSS_EXPENDITURE, expenditure, sums.expenditure),
        _money_row(FieldKey.MUNICIPAL_SHARE, share, sums.share),
        _row(FieldKey.OTHER_INFORMATION, other),
        _row(FieldKey.STATUS, status),
        _row(FieldKey.ACTUALS_CHECKED, checked),
    )
    return Card(
        rows=rows,
        name=name,
        description=description,
        unit=facts.place.path,
        responsible_persons=(facts.person.name,),
        period=time.period,
        phases=(time.phase,),
        funder=facts.funder.funder_written,
        funder_decision=facts.funder,
        municipal_decision=None if is_idea else facts.city,
        budget_years=years,
        gross_income=Money(100 * sums.income),
        gross_expenditure=Money(100 * sums.expenditure),
        municipal_share=Money(100 * sums.share),
        case_number=case,
        case_url=case_url(case),
        other_information=other,
        status=status,
        progress_tenths=None if progress is None else 10 * progress,
        actuals_checked=checked,
    )


def _row(key: FieldKey, text: str) -> Row:
    return Row(key.value, _LABELS[key], text)


def _euros(euros: int) -> str:
    return f"{euros:,} €".replace(",", " ")


def _money_row(key: FieldKey, text: str, euros: int) -> Row:
    """Write a sum with the remark that its grammar would make."""
    if euros < 1_000:
        return _row(key, text)
    remark = Remark(RemarkCode.THOUSANDS_WITH_SPACE, text, 0, len(text), f"{euros}.00")
    return Row(key.value, _LABELS[key], text, remarks=(remark,))


def _case(number: int, year: int) -> CaseNumber:
    written = f"{number}/{TASK_CLASS}/{year}"
    return CaseNumber(NumberKind.TASK_CLASS, written, written, number, year, None, TASK_CLASS)


def _progress(phase: Phase, random: Random) -> int:
    """Give a percentage of expenditure that suits a phase."""
    if phase is Phase.PLANNING:
        return 0
    low, high = (5, 95) if phase is Phase.IMPLEMENTATION else (80, 101)
    return low + int((high - low) * random.random())


def _funder_text(decision: FunderDecision) -> str:
    day = decision.date.exact if decision.date else None
    number = decision.case_number
    pieces = (
        decision.funder_written,
        finnish_date(day)[0] if day else None,
        number.written if number else None,
    )
    return " ".join(piece for piece in pieces if piece)


def _city_text(decision: MunicipalDecision) -> str:
    day = decision.date.exact if decision.date else None
    return f"{decision.body} § {decision.section} / {finnish_date(day)[0] if day else ''}"


def _name(facts: _Facts, words: BulkWords, random: Random) -> str:
    """Name a project in one of four ways; in about two thirds the name holds the theme."""
    theme = words.themes[facts.theme]
    kind = random.random()
    if kind < 0.45:
        return f"{_even(words.groups, random)[0].capitalize()} {theme[1]} {_even(words.actions, random)}"
    if kind < 0.6:
        years = f"{facts.time.start.year}–{facts.time.end.year}"
        return f"{theme[1].capitalize()} {_even(words.actions, random)} {years}"
    pair = f"{_even(words.first_words, random)} {_even(words.second_words, random)}"
    return f"{pair} – {theme[0]}" if kind < 0.7 else pair


def _description(facts: _Facts, words: BulkWords, random: Random) -> str:
    theme = words.themes[facts.theme][2]
    group = _even(words.groups, random)[1].capitalize()
    text = (
        f"Hankkeessa edistetään {theme}. {group} saavat {_even(words.gains, random)}. "
        f"Työ tehdään yhdessä {_even(words.partners, random)} kanssa."
    )
    return f"{text} Tuloksena syntyy {_even(words.results, random)}." if random.random() < 0.5 else text
