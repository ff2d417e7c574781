"""The difference of two reports."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hankesalkku.core.card.card import Card, Row
from hankesalkku.core.card.diff import (
    Change,
    MatchReason,
    WordKind,
    WordRun,
    compare,
    difference_to_dict,
    word_runs,
)
from hankesalkku.core.card.document import CardDocument
from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.values.case_number import CaseNumber, NumberKind
from hankesalkku.core.values.dates import PartialDate
from hankesalkku.core.values.decision import FunderDecision
from hankesalkku.core.values.money import Money
from hankesalkku.core.values.period import Period
from hankesalkku.core.values.reading import Remark, RemarkCode

YEAR = Period(PartialDate(2022), PartialDate(2023))


def number(text: str) -> CaseNumber:
    """Make a case number of a text."""
    return CaseNumber(NumberKind.TASK_CLASS, text, text, None, None)


def a_card(name: str = "Polut", *rows: Row, case: str | None = None, funder: str | None = None) -> Card:
    """Make a card of a name, further rows and the numbers it is known by."""
    return Card(
        (Row(FieldKey.NAME, "Hankkeen nimi", name), *rows),
        name=name,
        period=YEAR,
        case_number=number(case) if case else None,
        funder_decision=FunderDecision(None, None, number(funder)) if funder else None,
    )


def sum_row(text: str, *remarks: Remark) -> Row:
    """Make row 9 of a text."""
    return Row(FieldKey.GROSS_INCOME, "Bruttotulot", text, remarks=remarks)


def reasons(old: tuple[Card, ...], new: tuple[Card, ...]) -> list[tuple[int, int, MatchReason]]:
    """Compare cards and name the pairs."""
    difference = compare(CardDocument(old), CardDocument(new))
    return [(pair.old, pair.new, pair.reason) for pair in difference.pairs]


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        (a_card("A", case="1/02/2023"), a_card("B", case="1/02/2023"), MatchReason.CASE_NUMBER),
        (a_card("A", funder="OKM/1/2022"), a_card("B", funder="OKM/1/2022"), MatchReason.FUNDER_NUMBER),
        (a_card("Uudet  POLUT"), a_card("Uudet polut"), MatchReason.NAME_AND_PERIOD),
        (a_card("A"), replace(a_card("A"), period=None), MatchReason.NAME),
    ],
)
def test_compare_pairs_cards_by(old: Card, new: Card, reason: MatchReason) -> None:
    assert reasons((old,), (new,)) == [(0, 0, reason)]


def test_compare_prefers_the_surer_reason() -> None:
    old = (a_card("A", case="1/02/2023"), a_card("B"))
    new = (a_card("B", case="1/02/2023"), a_card("A"))

    assert reasons(old, new)[0] == (0, 0, MatchReason.CASE_NUMBER)


def test_compare_of_a_shared_number_pairs_equal_names() -> None:
    old = (a_card("A", case="1/02/2023"), a_card("B", case="1/02/2023"))
    new = (a_card("B", case="1/02/2023"), a_card("C", case="1/02/2023"))

    assert [(i, j) for i, j, _ in reasons(old, new)] == [(1, 0), (0, 1)]


def test_compare_lists_new_and_ended() -> None:
    difference = compare(CardDocument((a_card("A"), a_card("B"))), CardDocument((a_card("B"), a_card("C"))))

    assert (difference.ended, difference.added) == ((0,), (1,))
    assert not difference.is_empty


def test_compare_of_equal_documents_is_empty() -> None:
    document = CardDocument((a_card("A"), a_card("A")), title="Hankkeet")

    assert compare(document, document).is_empty


@pytest.mark.parametrize(
    ("old", "new", "changes"),
    [
        (("1 000 €", 100_000), ("1.000 €", 100_000), ()),
        (("1 000 €", 100_000), ("2 000 €", 200_000), (("1 000 €", "2 000 €"),)),
        (("paljon", None), ("Paljon", None), ()),
        (("paljon", None), ("vähän", None), (("paljon", "vähän"),)),
        (("", None), ("2 000 €", 200_000), ((None, "2 000 €"),)),
    ],
)
def test_compare_of_a_sum_compares_values(
    old: tuple[str, int | None], new: tuple[str, int | None], changes: tuple[tuple[str | None, str], ...]
) -> None:
    before, after = (
        replace(a_card("A", sum_row(text)), gross_income=None if cents is None else Money(cents))
        for text, cents in (old, new)
    )

    (pair,) = compare(CardDocument((before,)), CardDocument((after,))).pairs

    assert pair.changes == tuple(Change("gross_income", "Bruttotulot", *texts) for texts in changes)


def test_compare_sees_what_is_said_beside_an_equal_sum() -> None:
    about = Remark(RemarkCode.AMOUNT_APPROXIMATE, "noin")
    old, new = (
        replace(a_card("A", row), gross_income=Money(100_000))
        for row in (sum_row("1 000 €"), sum_row("noin 1 000 €", about))
    )

    (pair,) = compare(CardDocument((old,)), CardDocument((new,))).changed

    assert [(change.old, change.new) for change in pair.changes] == [("1 000 €", "noin 1 000 €")]


def test_compare_of_text_is_word_by_word() -> None:
    rows = [Row(FieldKey.STATUS, "Tilanne", text) for text in ("Urakka alkaa keväällä.", "Urakka alkoi.")]
    old, new = (a_card("A", row) for row in rows)

    (pair,) = compare(CardDocument((old,)), CardDocument((new,))).changed

    assert pair.changes[0].words == (
        WordRun(WordKind.SAME, "Urakka"),
        WordRun(WordKind.REMOVED, "alkaa keväällä."),
        WordRun(WordKind.ADDED, "alkoi."),
    )


def test_compare_sees_extra_rows_links_and_headings() -> None:
    old = CardDocument((a_card("A", Row("extra:Hankekoodi", "Hankekoodi", "4711")),), title="Hankkeet 2022")
    changed = replace(a_card("A"), case_url="https://asiat.mallila.example/1")
    new = CardDocument((changed,), title="Hankkeet 2023")

    difference = compare(old, new)

    assert [change.key for change in difference.heading] == ["title"]
    assert [change.key for change in difference.pairs[0].changes] == ["case_url", "extra:Hankekoodi"]


def test_word_runs_of_very_long_texts_are_the_whole_texts() -> None:
    old, new = "sana " * 3_000, "toinen " * 3_000

    assert [run.kind for run in word_runs(old, new)] == [WordKind.REMOVED, WordKind.ADDED]


def test_difference_to_dict_names_why_cards_were_paired() -> None:
    old, new = (a_card(name, case="1/02/2023") for name in ("A", "B"))

    data = difference_to_dict(compare(CardDocument((old,)), CardDocument((new,))))

    assert data["changed"][0]["matched_by"] == {"reason": "case_number", "value": "1/02/2023"}
    assert data["changed"][0]["changes"][0]["words"] == [
        {"kind": "removed", "text": "A"},
        {"kind": "added", "text": "B"},
    ]
