"""The Word form: structure a screen reader and a secretary can use, values that read back, nothing that breaks."""

from __future__ import annotations

import zipfile
from io import BytesIO

import docx
import pytest
from docx.document import Document
from lxml import etree

from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.report.model import ReportCard
from hankesalkku.writers.word import write_word
from hankesalkku.writers.xml_package import address
from tests.support.hostile import HOSTILE_ROWS, PRINTED_DESCRIPTION
from tests.support.reports import a_report, changed_report

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def opened(content: bytes) -> Document:
    return docx.Document(BytesIO(content))


def part(content: bytes, name: str) -> etree._Element:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return etree.fromstring(archive.read(name))


def value(element: etree._Element, path: str) -> object:
    """Follow a path of elements of `w:`; an attribute gives its text, an element what was found."""
    steps = (step if step.startswith("@") else f"w:{step}" for step in path.split("/"))
    found = element.xpath("/".join(steps), namespaces={"w": W.strip("{}")})
    texts = [str(item) for item in found if isinstance(item, str)] if isinstance(found, list) else []
    return texts[0] if texts else found


def card_rows(document: Document, number: int) -> list[tuple[str, str]]:
    tables = [table for table in document.tables if table.style and table.style.style_id == "ProjectCard"]
    cells = [row.cells for row in tables[number].rows]
    return [(label.text, " ".join(value.text.split("\n"))) for label, value in cells]


def printed(card: ReportCard) -> list[tuple[str, str]]:
    return [(row.label, row.text) for row in card.rows]


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_word_tables_hold_every_label_and_text(language: str) -> None:
    report = a_report(language=language)

    document = opened(write_word(report))

    assert [card_rows(document, index) for index in range(12)] == [printed(card) for card in report.cards]


def test_word_outline_is_summary_cards_annex() -> None:
    document = opened(write_word(a_report(2)))

    styles = [(p.style.style_id, p.text) for p in document.paragraphs if p.style and p.style.name]
    assert [text for style, text in styles if style == "Heading1"] == [
        "Yhteenveto",
        "Hankekortit",
        "Liite: havainnot",
    ]
    assert [text for style, text in styles if style == "Heading2"] == [
        "1. Oppimisen tuen, inkluusion, tasa-arvon ja yhdenvertaisuuden kehittäminen 2022–2023",
        "2. Kaksivuotisen esiopetuksen kokeilu",
    ]
    assert [text for style, text in styles if style == "Title"] == [a_report().title]


def test_word_contents_are_filled_in_and_ask_nothing() -> None:
    content = write_word(a_report(2))

    body, settings = part(content, "word/document.xml"), part(content, "word/settings.xml")
    links = [link.get(f"{W}anchor") for link in body.iter(f"{W}hyperlink") if link.get(f"{W}anchor")]
    marks = [mark.get(f"{W}name") for mark in body.iter(f"{W}bookmarkStart")]
    assert ' TOC \\o "1-2" \\h \\z \\u ' in [field.text for field in body.iter(f"{W}instrText")]
    assert links == marks and len(links) == 5
    assert settings.find(f"{W}updateFields") is None and not body.xpath("//*[@*[local-name()='dirty']]")


@pytest.mark.parametrize(("language", "tag"), [("fi", "fi-FI"), ("sv", "sv-FI"), ("en", "en-GB")])
def test_word_states_its_language_and_properties(language: str, tag: str) -> None:
    content = write_word(a_report(1, language))

    langs = {lang.get(f"{W}val") for lang in part(content, "word/styles.xml").iter(f"{W}lang")}
    properties = opened(content).core_properties
    assert langs == {tag} and properties.language == tag
    assert (properties.title, properties.author) == (a_report().title, "Mallilan kaupunki")
    assert properties.created and properties.created.date() == a_report().printed_on


def test_word_tables_mark_their_headers_and_have_alternative_texts() -> None:
    body = part(write_word(a_report(2)), "word/document.xml")

    for table in body.iter(f"{W}tbl"):
        is_card = value(table, "tblPr/tblStyle/@w:val") == "ProjectCard"
        assert value(table, "tblPr/tblCaption/@w:val") and value(table, "tblPr/tblDescription/@w:val")
        assert value(table, f"tblPr/tblLook/@w:{'firstColumn' if is_card else 'firstRow'}") == "1"
        assert bool(value(table, "tr/trPr/tblHeader")) is not is_card


def test_word_link_keeps_its_whole_address() -> None:
    document = opened(write_word(a_report(1)))

    targets = [rel.target_ref for rel in document.part.rels.values() if rel.is_external]
    assert targets == ["https://asiat.mallila.example/dynasty/#/case/3700"]
    table = next(t for t in document.tables if t.style and t.style.style_id == "ProjectCard")
    link = table._tbl.xpath(".//w:hyperlink")[0]
    assert (link.xpath("string(.)"), link.xpath(".//w:rStyle/@w:val")) == (
        "90/02.05.01.03/2023",
        ["Hyperlink"],
    )


def test_word_card_longer_than_a_page_repeats_its_name() -> None:
    report = changed_report({FieldKey.NAME: "sana " * 900}, 2)

    tables = part(write_word(report), "word/document.xml").findall(f".//{W}tbl")
    cards = [t for t in tables if value(t, "tblPr/tblStyle/@w:val") == "ProjectCard"]
    assert [len(card.findall(f".//{W}tblHeader")) for card in cards] == [1, 0]


def test_word_with_hostile_texts_shows_them_as_text() -> None:
    document = opened(write_word(changed_report(HOSTILE_ROWS)))

    texts = [value for _, value in card_rows(document, 0)]
    assert texts[:2] == [HOSTILE_ROWS[next(iter(HOSTILE_ROWS))], PRINTED_DESCRIPTION]


@pytest.mark.parametrize("count", [0, 60])
def test_word_takes_any_number_of_cards(count: int) -> None:
    document = opened(write_word(a_report(count)))

    assert (
        sum(table.style is not None and table.style.style_id == "ProjectCard" for table in document.tables)
        == count
    )


def test_word_writes_the_same_bytes_again() -> None:
    assert write_word(a_report()) == write_word(a_report())


@pytest.mark.parametrize(
    ("url", "target"),
    [
        ("https://a.example/#/b c", "https://a.example/#/b%20c"),
        ("mailto:aino@mallila.example", "mailto:aino@mallila.example"),
        ("javascript:alert(1)", None),
        ("file:///etc/passwd", None),
        ("https://[", None),
    ],
)
def test_address_keeps_to_web_and_mail(url: str, target: str | None) -> None:
    assert address(url) == target
