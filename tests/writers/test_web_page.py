"""The report as a web page: well formed, accessible by its structure, everything escaped, nothing fetched."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import pytest
from lxml import html

from hankesalkku.core.language.wording import LANGUAGES
from hankesalkku.writers.web_page import write_web_page
from tests.support.hostile import HOSTILE_TEXTS
from tests.support.reports import a_report, report_saying


def page(report_bytes: bytes) -> html.HtmlElement:
    return html.fromstring(report_bytes.decode("utf-8"))


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


@pytest.fixture(scope="module")
def root() -> html.HtmlElement:
    return page(write_web_page(a_report()))


@pytest.mark.parametrize("language", LANGUAGES)
def test_page_tells_language_and_title(language: str) -> None:
    root = page(write_web_page(a_report(language=language)))

    assert root.get("lang") == language
    assert root.findtext("head/title") == "Ulkopuolisella rahoituksella toteutettavat hankkeet 2023"


def test_headings_are_in_order(root: html.HtmlElement) -> None:
    levels = [int(heading.tag[1]) for heading in root.iter("h1", "h2", "h3", "h4")]

    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_ids_are_unique_and_every_reference_finds_one(root: html.HtmlElement) -> None:
    ids = root.xpath("//@id")
    wanted = [
        *root.xpath("//@aria-labelledby"),
        *(href[1:] for href in root.xpath("//a/@href") if href[0] == "#"),
    ]

    assert len(ids) == len(set(ids))
    assert set(wanted) <= set(ids)


def test_cards_are_tables_with_row_headers(root: html.HtmlElement) -> None:
    cards = root.xpath("//article")
    report = a_report()

    assert [words(card.find("h3")) for card in cards] == [f"{c.number} {c.heading}" for c in report.cards]
    for card, expected in zip(cards, report.cards, strict=True):
        assert [words(th) for th in card.xpath(".//th[@scope='row']")] == [row.label for row in expected.rows]
        plain = [
            (td, row) for td, row in zip(card.xpath(".//td"), expected.rows, strict=True) if not row.money
        ]
        assert all(
            words(td) == " ".join(" ".join("".join(r.text for r in p) for p in row.paragraphs).split())
            for td, row in plain
        )


def test_sums_have_column_and_row_headers(root: html.HtmlElement) -> None:
    for table, summary in zip(root.xpath("//div[@role='region']/table"), a_report().summaries, strict=True):
        assert table.findtext("caption") == summary.title
        assert len(table.xpath("thead/tr/th[@scope='col']")) == 6
        assert len(table.xpath(".//th[@scope='row']")) == len(summary.rows) + 1


def test_links_stand_on_words(root: html.HtmlElement) -> None:
    outside = root.xpath("//a[starts-with(@href, 'http')]")

    assert len(outside) == 10
    assert outside[0].text == "90/02.05.01.03/2023"
    assert "mallila.example" not in words(root)


def test_page_fetches_and_runs_nothing() -> None:
    written = write_web_page(a_report()).decode("utf-8")
    root = page(written.encode("utf-8"))

    assert root.xpath("//script | //link | //img | //iframe | //@src | //@onclick") == []
    assert set(re.findall(r"url\(\"?(\w+):", written)) == {"data"}
    assert len(written) < 150_000


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_any_text_is_escaped(text: str) -> None:
    report = report_saying(text)
    root = page(write_web_page(report))

    assert root.xpath("//script | //b") == []
    assert {href.partition(":")[0] for href in root.xpath("//a/@href") if href[0] != "#"} == {"https"}
    assert len(root.xpath("//article")) == 2


def test_report_without_cards_has_no_contents() -> None:
    root = page(write_web_page(replace(a_report(0), annex=None)))

    assert root.xpath("//nav | //article | //a") == []


def test_report_without_findings_says_so() -> None:
    root = page(write_web_page(replace(a_report(), annex=())))

    assert "Raportissa ei ole havaintoja." in words(root)
