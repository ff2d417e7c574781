"""The text form: a small reader that knows only its stated grammar finds every row again."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.report.model import Report
from hankesalkku.core.values.text import fold_space
from hankesalkku.writers.plain_text import CARD_RULE, END_RULE, INDENT, WIDTH, write_plain_text
from tests.support.hostile import HOSTILE_ROWS, PRINTED_DESCRIPTION
from tests.support.reports import a_report, changed_report

LINK = re.compile(r" (?<!<)<((?:https?://|mailto:)[^ >]+)>", re.IGNORECASE)

Rows = list[tuple[str, str]]


def read_rows(lines: list[str]) -> Rows:
    """Read rows by rules 3 and 4 of the form, paragraphs joined by LF."""
    rows: Rows = []
    gap = False
    for line in lines:
        if line.startswith(INDENT):
            label, text = rows[-1]
            rows[-1] = (label, text + ("\n" if gap and text else " " if text else "") + line[len(INDENT) :])
        elif line:
            label, _, text = (line[:-1], "", "") if line.endswith(":") else line.partition(": ")
            rows.append((label, text))
        gap = not line
    return [(label, LINK.sub("", text).replace("<<http", "<http")) for label, text in rows]


def read_text(content: bytes) -> tuple[str, Rows, list[Rows]]:
    """Read title, heading and the rows of each card."""
    cards, _, _ = content.decode().partition(f"\n{END_RULE}\n")
    heading, *bodies = cards.split(f"\n{CARD_RULE}\n")
    title, _, named = heading.partition("\n\n")
    rows = [read_rows(body.partition("\n\n")[2].split("\n")) for body in bodies]
    return title.replace(f"\n{INDENT}", " "), read_rows(named.split("\n")), rows


def printed(report: Report) -> list[Rows]:
    rows = ((row.label, row.paragraphs) for card in report.cards for row in card.rows)
    found = [(label, "\n".join("".join(run.text for run in runs) for runs in paras)) for label, paras in rows]
    ends = [len(card.rows) for card in report.cards]
    return [found[sum(ends[:index]) : sum(ends[: index + 1])] for index in range(len(ends))]


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_text_reads_back_row_by_row(language: str) -> None:
    report = a_report(language=language)

    title, heading, cards = read_text(write_plain_text(report))

    assert cards == printed(report)
    assert title == report.title
    assert [text for _, text in heading] == [
        "Mallilan kaupunki",
        "Hyvinvointilautakunnan toimiala",
        "Taloustilanne päivittyy v. 2022 tilinpäätökseen",
        "31.12.2022",
        "20.1.2023",
        f"hankesalkku.text/1 ({language})",
    ]


def test_text_is_at_most_78_wide_but_for_labels_and_long_words() -> None:
    cards, _, _ = write_plain_text(a_report()).decode().partition(END_RULE)

    assert {line for line in cards.split("\n") if len(line) > WIDTH and not line.endswith(":")} == set()


def test_link_stands_after_its_words() -> None:
    text = write_plain_text(a_report(1)).decode()

    assert "Dynasty: 90/02.05.01.03/2023\n    <https://asiat.mallila.example/dynasty/#/case/3700>\n" in text


def test_hostile_texts_read_back() -> None:
    _, _, cards = read_text(write_plain_text(changed_report(HOSTILE_ROWS)))

    texts = [text for _, text in cards[0]]
    assert texts[:2] == ["=cmd|' /C calc'!A0", PRINTED_DESCRIPTION]
    assert texts[12] == HOSTILE_ROWS[FieldKey.STATUS]


@given(st.text(st.sampled_from("ab :<>-=\u00a0\n\t1http/"), max_size=200).map(fold_space))
def test_any_text_reads_back(text: str) -> None:
    report = changed_report({FieldKey.STATUS: text})

    _, _, cards = read_text(write_plain_text(report))

    assert cards[0][12][1] == text


@pytest.mark.parametrize("count", [0, 60])
def test_text_takes_any_number_of_cards(count: int) -> None:
    assert len(read_text(write_plain_text(a_report(count)))[2]) == count


def test_text_writes_the_same_bytes_again() -> None:
    assert write_plain_text(a_report()) == write_plain_text(a_report())
