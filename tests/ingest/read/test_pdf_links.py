"""Links of PDFs: whole addresses over the letters that they cover."""

from __future__ import annotations

import pikepdf

from hankesalkku.ingest.document import SourceDocument
from hankesalkku.ingest.limits import DEFAULT_LIMITS
from hankesalkku.ingest.read.pdf import read
from tests.support.pdfs import add_page, saved, show, typeset

URL = "https://asiat.mallila.example/dynasty/#/case/3747"
PAGE = "#set page(width: 120mm, height: 100mm, margin: 20mm)\n#set text(size: 10pt)\n"


def linked(content: str, *links: tuple[str, tuple[float, float, float, float]]) -> SourceDocument:
    """Read a page with link annotations on rectangles of its own space."""
    with pikepdf.new() as pdf:
        page = add_page(pdf, content)
        page.Annots = pikepdf.Array(
            pikepdf.Dictionary(
                Type=pikepdf.Name.Annot,
                Subtype=pikepdf.Name.Link,
                Rect=pikepdf.Array(list(box)),
                A=pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String(url)),
            )
            for url, box in links
        )
        return read(saved(pdf), DEFAULT_LIMITS)


def anchors(document: SourceDocument) -> list[tuple[str, str]]:
    return [(link.url, document.text[link.start : link.end]) for link in document.links]


def test_link_keeps_its_whole_address_and_covers_its_text() -> None:
    document = read(typeset(f'{PAGE}Dynasty: #link("{URL}")[90/02.05.01.03/2023] ja muuta'), DEFAULT_LIMITS)

    assert anchors(document) == [(URL, "90/02.05.01.03/2023")]
    assert not document.links[0].in_text
    assert document.links[0].page == 1


def test_link_over_two_lines_is_one_link() -> None:
    text = "Päätös on luettavissa kaupungin asianhallinnassa"
    document = read(typeset(f'{PAGE}Katso #link("{URL}")[{text} ja arkistossa] heti'), DEFAULT_LIMITS)

    assert [(url, anchor.replace("\n", " ")) for url, anchor in anchors(document)] == [
        (URL, f"{text} ja arkistossa")
    ]


def test_same_address_in_two_places_is_two_links() -> None:
    document = read(
        typeset(f'{PAGE}#link("{URL}")[Ensin] ja sitten #link("{URL}")[uudelleen]'), DEFAULT_LIMITS
    )

    assert anchors(document) == [(URL, "Ensin"), (URL, "uudelleen")]


def test_link_over_a_part_of_a_word_covers_those_letters() -> None:
    document = linked(show(50, 700, "Dynasty\\(90/02\\)", font="F1"), (URL, (93, 698, 120, 710)))

    assert anchors(document) == [(URL, "90/02")]


def test_part_of_a_link_without_text_belongs_to_the_link() -> None:
    document = linked(show(50, 700, "Dynasty"), (URL, (49, 698, 100, 710)), (URL, (49, 690, 49.2, 698)))

    assert anchors(document) == [(URL, "Dynasty")]


def test_link_on_no_text_stands_at_its_place() -> None:
    document = linked(show(50, 700, "Dynasty") + show(50, 500, "Loppu"), (URL, (200, 600, 220, 620)))

    assert anchors(document) == [(URL, "")]
    assert document.links[0].start == len("Dynasty")


def test_printed_address_with_an_annotation_is_one_link_in_the_text() -> None:
    document = read(typeset(f'{PAGE}#set page(width: 200mm)\n#link("{URL}")'), DEFAULT_LIMITS)

    assert anchors(document) == [(URL, URL)]
    assert document.links[0].in_text


def test_printed_address_without_annotation_is_a_link() -> None:
    document = linked(show(50, 700, f"Katso {URL}."))

    assert anchors(document) == [(URL, URL)]
    assert document.links[0].in_text


def test_printed_address_cut_at_a_line_end_is_one_link() -> None:
    start, rest = URL.split("#")
    document = linked(show(50, 700, f"Katso {start}#") + show(50, 687, rest.replace("(", "") + " ja muuta"))

    assert anchors(document) == [(URL, f"{start}#\n{rest}")]
    assert document.links[0].in_text


def test_link_to_a_page_of_the_document_is_none() -> None:
    document = read(typeset(f"{PAGE}= Hanke <hanke>\n#link(<hanke>)[Hanke]"), DEFAULT_LIMITS)

    assert document.links == ()
