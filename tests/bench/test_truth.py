"""A score tells what is wrong."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace
from typing import Any

import pytest

from bench.many import many_cards
from bench.score import HEAD, cells
from bench.truth import Score, Tally, score
from hankesalkku.core.card.document import CardDocument, Coverage, PlacedText
from hankesalkku.core.card.exchange import document_to_dict
from hankesalkku.core.findings.context import Context
from hankesalkku.core.findings.run import run


def covered(count: int) -> CardDocument:
    return replace(many_cards(count), coverage=Coverage(10, 10))


DOCUMENT = covered(2)
TRUTH = document_to_dict(DOCUMENT)


def judged(truth: dict[str, Any]) -> Score:
    return score("report.txt", DOCUMENT, truth, None)


def test_truth_itself_is_full() -> None:
    one = judged(TRUTH)

    assert one.is_full
    assert one.fields == Tally(28, 28)
    assert one.links == Tally(2, 2)


def test_one_wrong_text_is_one_wrong_field() -> None:
    truth = deepcopy(TRUTH)
    truth["cards"][0]["fields"][0]["text"] += "!"

    assert judged(truth).fields == Tally(27, 28)
    assert not judged(truth).is_full


def test_missing_row_is_a_wrong_field() -> None:
    truth = deepcopy(TRUTH)
    truth["cards"][1]["fields"].append({"key": "extra:Tunnus", "text": "1"})

    assert judged(truth).fields == Tally(28, 29)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("period", {"start": "1999"}),
        ("unit", ["Muu"]),
        ("gross_income", {"total": "1.00"}),
        ("case_number", None),
    ],
)
def test_one_wrong_value_is_counted(key: str, value: object) -> None:
    truth = deepcopy(TRUTH)
    truth["cards"][1][key] = value
    one = judged(truth)

    assert one.values.all - one.values.right == 1


def test_link_on_another_card_is_wrong() -> None:
    truth = deepcopy(TRUTH)
    truth["cards"][0]["case_url"], truth["cards"][1]["case_url"] = (
        truth["cards"][1]["case_url"],
        truth["cards"][0]["case_url"],
    )

    assert judged(truth).links == Tally(0, 2)


def test_missing_card_is_not_full() -> None:
    truth = deepcopy(TRUTH)
    truth["cards"].append(deepcopy(truth["cards"][0]))

    assert judged(truth).cards == Tally(2, 3)


def test_findings_missing_and_extra_are_named() -> None:
    found = run(Context(DOCUMENT, None)).findings
    told = [{"rule": f.rule, "severity": f.severity.value, "cards": list(f.cards)} for f in found]
    wrong = {"rule": "date-invalid", "severity": "error", "cards": [1]}

    assert told
    full = score("report.txt", DOCUMENT, TRUTH, told)
    assert (full.missing, full.extra) == ((), ())
    other = score("report.txt", DOCUMENT, TRUTH, [*told[1:], wrong])
    assert other.missing == ("error date-invalid 2",)
    assert other.extra is not None
    assert len(other.extra) == 1
    assert not other.is_full


def test_unread_characters_lower_the_coverage() -> None:
    document = replace(DOCUMENT, unread=(PlacedText("a b"),))

    assert score("x", document, TRUTH, None).characters == Tally(8, 10)


def test_score_shows_as_a_row() -> None:
    row = cells(judged(TRUTH))

    assert len(row) == len(HEAD)
    assert row[1:3] == ("2 / 2", "28 / 28")
    assert row[-4:] == ("100.0 %", "–", "–", "all right")
