"""Bulk data: the same for the same seed, values as the grammars would read them, words as often as promised."""

from __future__ import annotations

from collections import Counter

import pytest

from hankesalkku.core.values.phase import Phase
from hankesalkku.services.demo.bulk_words import bulk_funders, bulk_words
from hankesalkku.services.demo.cards import card_from
from hankesalkku.services.demo.city import mallila
from hankesalkku.services.demo.many import many, theme_words
from hankesalkku.services.demo.project import DemoProject

SEED = 7


@pytest.fixture(scope="module")
def bulk() -> tuple[DemoProject, ...]:
    return tuple(many(4_000, SEED))


def test_many_repeats_itself(bulk: tuple[DemoProject, ...]) -> None:
    assert tuple(many(200, SEED)) == bulk[:200]
    assert tuple(many(200, SEED + 1)) != bulk[:200]


def test_cards_hold_what_their_texts_read_to(bulk: tuple[DemoProject, ...]) -> None:
    for project in bulk[:300]:
        assert card_from({row.key: row.text for row in project.card.rows}) == project.card


def test_numbers_and_cases_are_given_once(bulk: tuple[DemoProject, ...]) -> None:
    cases = {project.card.case_number for project in bulk}

    assert [project.number for project in bulk] == list(range(1, 4_001))
    assert len(cases) == len(bulk)


def test_each_theme_stands_in_about_three_per_cent(bulk: tuple[DemoProject, ...]) -> None:
    counts = Counter[str]()
    for project in bulk:
        text = f"{project.card.name} {project.card.description}".casefold()
        counts.update(theme[0] for theme in bulk_words().themes if any(form in text for form in theme))

    assert set(counts) == set(theme_words())
    assert sum(counts.values()) == len(bulk)
    assert all(0.02 < count / len(bulk) < 0.04 for count in counts.values())


def test_data_are_spread(bulk: tuple[DemoProject, ...]) -> None:
    phases = {phase for project in bulk for phase in project.card.phases}
    starts = {start.year for project in bulk if project.card.period and (start := project.card.period.start)}
    funders = Counter(project.card.funder for project in bulk)

    assert phases == set(Phase)
    assert starts == set(range(2016, 2028))
    assert set(funders) == {funder.name for funder in bulk_funders()}
    assert funders.most_common(1)[0][1] > 10 * min(funders.values())
    assert {spell.unit for project in bulk for spell in project.units} <= {
        unit.key for unit in mallila().units
    }


def test_few_sums_are_wrong(bulk: tuple[DemoProject, ...]) -> None:
    gaps = Counter(gap_cents(project) for project in bulk)

    assert set(gaps) == {0, 100_000}
    assert 0.01 < gaps[100_000] / len(bulk) < 0.05


def gap_cents(project: DemoProject) -> int:
    sums = (project.card.gross_income, project.card.municipal_share, project.card.gross_expenditure)
    income, share, expenditure = (money.total_cents for money in sums if money is not None)
    return income + share - expenditure
