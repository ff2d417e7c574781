"""The OpenDocument form: valid package, headings, header rows, links, language; nothing that breaks."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from lxml import etree

from hankesalkku.writers.open_document import write_open_document
from tests.support.hostile import HOSTILE_ROWS, PRINTED_DESCRIPTION
from tests.support.reports import a_report, changed_report

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"


def part(content: bytes, name: str = "content.xml") -> etree._Element:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return etree.fromstring(archive.read(name))


def cards(body: etree._Element) -> list[etree._Element]:
    return [t for t in body.iter(f"{TABLE}table") if str(t.get(f"{TABLE}style-name")).endswith("ProjectCard")]


def rows(table: etree._Element) -> list[tuple[str, str]]:
    cells = (row.findall(f"{TABLE}table-cell") for row in table.iter(f"{TABLE}table-row"))
    texts = (
        [" ".join("".join(str(text) for text in p.itertext()) for p in cell) for cell in pair]
        for pair in cells
    )
    return [(label, value) for label, value in texts]


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_tables_hold_every_label_and_text(language: str) -> None:
    report = a_report(language=language)

    body = part(write_open_document(report))

    assert [rows(table) for table in cards(body)] == [
        [(row.label, row.text) for row in card.rows] for card in report.cards
    ]


def test_mime_type_comes_first_and_unpacked() -> None:
    with zipfile.ZipFile(BytesIO(write_open_document(a_report(1)))) as archive:
        first = archive.infolist()[0]

    assert (first.filename, first.compress_type, first.header_offset) == ("mimetype", zipfile.ZIP_STORED, 0)


def test_headings_header_rows_links_and_language() -> None:
    content = write_open_document(a_report(2))
    body = part(content)

    levels = [int(str(h.get(f"{TEXT}outline-level"))) for h in body.iter(f"{TEXT}h")]
    links = [a.get("{http://www.w3.org/1999/xlink}href") for a in cards(body)[0].iter(f"{TEXT}a")]
    languages = [p.get(f"{FO}language") for p in part(content, "styles.xml").iter() if p.get(f"{FO}language")]
    assert levels == [1, 1, 2, 2, 1]
    assert len(list(body.iter(f"{TABLE}table-header-rows"))) == 4
    assert links == ["https://asiat.mallila.example/dynasty/#/case/3700"]
    assert languages == ["fi"]


def test_hostile_texts_are_shown_as_text() -> None:
    table = cards(part(write_open_document(changed_report(HOSTILE_ROWS))))[0]

    assert [value for _, value in rows(table)][:2] == ["=cmd|' /C calc'!A0", PRINTED_DESCRIPTION]


@pytest.mark.parametrize("count", [0, 60])
def test_open_document_takes_any_number_of_cards(count: int) -> None:
    assert len(cards(part(write_open_document(a_report(count))))) == count


def test_open_document_writes_the_same_bytes_again() -> None:
    assert write_open_document(a_report()) == write_open_document(a_report())
