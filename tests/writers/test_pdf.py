"""The printed report: its structure, its words in reading order, its attachment, and that any text can be printed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from pikepdf import Dictionary, Name, Object, Pdf

from hankesalkku.core.language.wording import LANGUAGES
from hankesalkku.writers.pdf import write_pdf
from tests.support.hostile import HOSTILE_TEXTS
from tests.support.reports import a_report, growing_cards, report_saying

ATTACHED = '{"schema": "hankesalkku.cards/1", "name": "Hyvää työtä 😀"}\r\n'.encode()


@pytest.fixture(scope="module")
def written() -> bytes:
    return write_pdf(a_report(), ATTACHED)


@pytest.fixture
def pdf(written: bytes) -> Iterator[Pdf]:
    with Pdf.open(BytesIO(written)) as opened:
        yield opened


def texts_of(written: bytes) -> list[str]:
    """Give the text of each page, line ends and no-break spaces as plain spaces."""
    with pypdfium2.PdfDocument(written) as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    return [re.sub(r"\s+", " ", page) for page in pages]


def elements(pdf: Pdf, kind: str) -> list[Object]:
    """Give the structure elements of a kind in the order of the document."""
    return list(_walk(pdf.Root.StructTreeRoot, kind))


def _walk(element: Object, kind: str) -> Iterator[Object]:
    if element.get(Name.S) == kind:
        yield element
    kids = element.get(Name.K)
    for kid in kids.as_list() if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, Dictionary):
            yield from _walk(kid, kind)


def test_write_pdf_twice_gives_the_same_bytes(written: bytes) -> None:
    assert write_pdf(a_report(), ATTACHED) == written


def test_attachment_reads_back_byte_for_byte(pdf: Pdf) -> None:
    file = pdf.attachments["cards.json"]

    assert file.get_file().read_bytes() == ATTACHED
    assert file.get_file().mime_type == "application/json"
    assert file.relationship == Name.Source
    assert [attached.objgen for attached in pdf.Root.AF] == [file.obj.objgen]


@pytest.mark.parametrize("language", LANGUAGES)
def test_document_tells_language_title_and_maker(language: str) -> None:
    with Pdf.open(BytesIO(write_pdf(a_report(language=language), b"{}"))) as pdf:
        assert str(pdf.Root.Lang) == language
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        assert bool(pdf.Root.MarkInfo.Marked)
        assert str(pdf.docinfo.Title) == "Ulkopuolisella rahoituksella toteutettavat hankkeet 2023"
        assert str(pdf.docinfo.Author) == "Mallilan kaupunki"
        assert str(pdf.docinfo.Creator) == "Hankesalkku"
        assert "Työsuojelurahasto" in str(pdf.docinfo.Keywords)
        with pdf.open_metadata() as metadata:
            assert metadata["dc:creator"] == ["Mallilan kaupunki"]
            assert metadata["xmp:CreatorTool"] == "Hankesalkku"


def test_headings_follow_each_other_without_a_gap(pdf: Pdf) -> None:
    headings = [str(e.T) for level in ("/H1", "/H2") for e in elements(pdf, level)]

    assert headings == [
        "Ulkopuolisella rahoituksella toteutettavat hankkeet 2023",
        "Yhteenveto",
        "Sisällys",
        "Hankekortit",
        "Liite: havainnot",
    ]
    names = [str(e.T) for e in elements(pdf, "/H3")]
    assert names[:2] == ["Yksiköittäin", "Rahoittajittain"]
    assert names[2:14] == [card.heading for card in a_report().cards]
    assert names[14:] == ["Virheet (1)", "Varoitukset (2)", "Tiedoksi (1)"]


def test_every_table_has_row_headers_and_column_headers_their_scope(pdf: Pdf) -> None:
    tables = elements(pdf, "/Table")
    assert len(tables) == 2 + 12 + 3

    for row in elements(pdf, "/TR"):
        first, *others = row.K
        is_head = Name.THead == row.P.S
        assert (first.S, first.A.Scope) == (Name.TH, Name.Column if is_head else Name.Row)
        assert {(cell.S, "/A" in cell) for cell in others} == {
            (Name.TH, True) if is_head else (Name.TD, False)
        }


def test_bookmarks_name_parts_and_cards(pdf: Pdf) -> None:
    with pdf.open_outline() as outline:
        (root,) = outline.root
        assert [item.title for item in root.children] == [
            "Yhteenveto",
            "Sisällys",
            "Hankekortit",
            "Liite: havainnot",
        ]
        assert [item.title for item in root.children[2].children] == [c.heading for c in a_report().cards]


def test_links_are_described_by_words_and_addresses_not_printed(written: bytes, pdf: Pdf) -> None:
    links = [link for page in pdf.pages for link in page.get("/Annots", [])]
    outside = {str(link.A.URI): str(link.Contents) for link in links if "/A" in link}

    assert len(outside) == 10
    assert outside["https://asiat.mallila.example/dynasty/#/case/3701"] == "93/12.07.00.00/2023"
    assert all(str(link.Contents).strip() for link in links)
    assert "mallila.example" not in " ".join(texts_of(written))


def test_only_bundled_fonts_are_embedded(pdf: Pdf) -> None:
    fonts = {str(font.BaseFont) for page in pdf.pages for font in page.Resources.Font.values()}

    assert {name.partition("+")[2] for name in fonts} == {
        "HankesalkkuSans-Regular",
        "HankesalkkuSans-SemiBold",
    }


def test_pages_are_labelled_and_numbered(written: bytes, pdf: Pdf) -> None:
    pages = texts_of(written)

    assert [page.label for page in pdf.pages] == [str(number) for number in range(1, len(pages) + 1)]
    assert all(f"Sivu {number}/{len(pages)}" in page for number, page in enumerate(pages, start=1))
    assert "Mallilan kaupunki · Ulkopuolisella" in pages[0]


def test_contents_name_the_pages_of_the_cards(written: bytes) -> None:
    pages = texts_of(written)
    contents = next(page for page in pages if "Sisällys" in page)

    for card in a_report().cards[1:]:
        found = re.search(rf"\b{card.number} {re.escape(card.heading)} (\d+)", contents)
        assert found is not None
        assert f"{card.heading} {card.subheading}" in pages[int(found[1]) - 1]


def test_text_reads_labels_then_values_in_order(written: bytes) -> None:
    card = a_report().cards[1]
    text = next(page for page in texts_of(written) if f"{card.heading} {card.subheading}" in page)

    expected = " ".join(piece for row in card.rows for piece in (row.label, row.text) if piece)
    assert re.sub(r"\s+", " ", expected) in text


def test_parts_of_a_sum_stand_under_it(written: bytes) -> None:
    text = " ".join(texts_of(written))

    assert "Bruttotulot koko hankeajalta 305 360 € 64 000 € esiopetus 241 360 € perusopetus" in text


def test_heading_returns_where_a_card_breaks(written: bytes) -> None:
    pages = texts_of(written)
    returning = [page for page in pages if "(jatkuu)" in page]

    assert len(returning) == 2
    assert all(
        "Ikäihmisten kotikuntoutus ja etsivä vanhustyö maaseutualueilla (jatkuu)" in page
        for page in returning
    )


def test_cards_that_fit_stay_on_one_page_in_a_long_report() -> None:
    report = a_report(60, with_annex=False)
    pages = texts_of(write_pdf(report, b"{}"))[2:]

    returning = Counter(
        name for page in pages for name in re.findall(r"(Ikäihmisten|\w+ \w+) [^()]*\(jatkuu\)", page)
    )
    assert set(returning) == {"Ikäihmisten"}
    assert sum(page.count("Hankkeen nimi") for page in pages) == 60


def test_no_card_of_any_height_runs_over_the_foot() -> None:
    report = replace(a_report(with_annex=False), cards=growing_cards())
    written = write_pdf(report, b"{}")

    with pypdfium2.PdfDocument(written) as document:
        for page in document:
            text = page.get_textpage()
            bottoms = sorted(text.get_rect(index)[1] for index in range(text.count_rects()))
            foot = [bottom for bottom in bottoms if bottom < 55]
            assert len(foot) <= 2
            assert foot[0] > 30
    assert "".join(texts_of(written)).count("Rivi.") == sum((*range(18, 36), 60, 150))


def test_long_finding_runs_over_several_pages() -> None:
    report = a_report()
    assert report.annex is not None
    long = replace(report.annex[0], message="Rivi on epäselvä. " * 400)

    text = " ".join(texts_of(write_pdf(replace(report, annex=(long,)), b"{}")))
    assert text.count("epäselvä") == 400


def test_report_without_cards_is_written() -> None:
    empty = replace(
        a_report(0, with_annex=False),
        title="", organisation=None, division=None, note=None, date=None, summaries=(), figures=(),
    )  # fmt: skip

    (page,) = texts_of(write_pdf(empty, b"{}"))
    assert page.startswith("Ulkopuolisella rahoituksella toteutettavat hankkeet")


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_any_text_is_written(text: str) -> None:
    pages = texts_of(write_pdf(report_saying(text), b"{}"))

    assert "Kaksivuotisen esiopetuksen kokeilu" in " ".join(pages)


def test_markup_is_printed_as_it_was_written() -> None:
    text = "#set page(fill: red) $x^2$ *b* _i_ <nimi> @viite"

    assert text in " ".join(texts_of(write_pdf(report_saying(text), b"{}")))


def test_report_says_which_characters_its_font_lacks() -> None:
    text = texts_of(write_pdf(report_saying("Hyvä 😀 idea"), b"{}"))[-1]

    assert "Neliö □ on merkin paikalla" in text
    assert "U+1F600" in text


def test_address_that_is_not_of_the_web_makes_no_link() -> None:
    with Pdf.open(BytesIO(write_pdf(report_saying("asia"), b"{}"))) as pdf:
        uris = [str(a.A.URI) for page in pdf.pages for a in page.get("/Annots", []) if "/A" in a]

    assert set(uris) == {
        "https://x.example/%C3%A4?q=asia",
        "https://asiat.mallila.example/dynasty/#/case/3701",
    }
