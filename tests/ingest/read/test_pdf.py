"""The PDF reader as a whole: refusals, properties, attachments, pictures, hidden text, and the real sample."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import pikepdf
import pytest

from hankesalkku.core.values.dates import PartialDate
from hankesalkku.ingest.document import BlockKind, Hidden, HiddenKind, Properties, SourceDocument
from hankesalkku.ingest.limits import DEFAULT_LIMITS, Limits
from hankesalkku.ingest.read.pdf import read
from hankesalkku.ingest.refusal import CannotRead, Reason
from tests.support.pdfs import add_page, drawn, passages, saved, show, typeset

CARDS = b'{"schema": "hankesalkku.cards/1", "cards": []}'


def refusal(content: bytes, limits: Limits = DEFAULT_LIMITS) -> CannotRead:
    with pytest.raises(CannotRead) as caught:
        read(content, limits)
    return caught.value


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", Reason.EMPTY),
        (b"PK\x03\x04 something else", Reason.WRONG_FORMAT),
        (b"%PDF-1.7\nnothing follows", Reason.BROKEN),
    ],
)
def test_file_that_is_no_pdf_is_refused(content: bytes, reason: Reason) -> None:
    assert refusal(content).reason is reason


def test_encrypted_file_is_refused() -> None:
    buffer = io.BytesIO()
    with pikepdf.new() as pdf:
        add_page(pdf, show(50, 700, "Salainen"))
        pdf.save(buffer, encryption=pikepdf.Encryption(owner="a", user="b"))

    assert refusal(buffer.getvalue()).reason is Reason.ENCRYPTED


def test_too_many_pages_are_refused_with_the_limit() -> None:
    with pikepdf.new() as pdf:
        for _ in range(3):
            add_page(pdf, show(50, 700, "Sivu"))
        error = refusal(saved(pdf), Limits(pdf_pages=2))

    assert (error.reason, error.detail) == (Reason.TOO_MANY_PAGES, "2")


def test_file_tells_its_properties() -> None:
    source = (
        '#set document(title: "Hankkeet", author: "Mallila", date: datetime(year: 2023, month: 4, day: 12))\n'
        '#set text(lang: "fi")\nHankkeet'
    )
    found = read(typeset(source), DEFAULT_LIMITS).properties

    assert found.generator is not None
    assert found == Properties("Hankkeet", "Mallila", PartialDate(2023, 4, 12), "fi", found.generator)


def test_file_without_metadata_has_no_properties() -> None:
    assert read(drawn(show(50, 700, "Hankkeet")), DEFAULT_LIMITS).properties == Properties()


@pytest.mark.parametrize("name", ["cards.json", "liite.json"])
def test_attached_cards_are_handed_on(name: str) -> None:
    with pikepdf.new() as pdf:
        add_page(pdf, show(50, 700, "Hankkeet"))
        pdf.attachments["muu.txt"] = pikepdf.AttachedFileSpec(pdf, b"muuta", filename="muu.txt")
        pdf.attachments[name] = pikepdf.AttachedFileSpec(pdf, CARDS, filename=name)
        document = read(saved(pdf), DEFAULT_LIMITS)

    assert document.embedded == CARDS


def test_other_attachment_is_no_card_document() -> None:
    with pikepdf.new() as pdf:
        add_page(pdf, show(50, 700, "Hankkeet"))
        pdf.attachments["muu.json"] = pikepdf.AttachedFileSpec(pdf, b"{}", filename="muu.json")
        document = read(saved(pdf), DEFAULT_LIMITS)

    assert document.embedded is None


def with_picture(text: str) -> SourceDocument:
    """Read a page with a grey picture and a text."""
    with pikepdf.new() as pdf:
        page = add_page(pdf, f"q 500 0 0 700 50 50 cm /Im Do Q {show(50, 800, text)}")
        picture = pdf.make_stream(
            b"\x80",
            Type=pikepdf.Name.XObject,
            Subtype=pikepdf.Name.Image,
            Width=1,
            Height=1,
            ColorSpace=pikepdf.Name.DeviceGray,
            BitsPerComponent=8,
        )
        page.Resources.XObject = pikepdf.Dictionary(Im=picture)
        return read(saved(pdf), DEFAULT_LIMITS)


def test_page_that_is_a_picture_is_named() -> None:
    assert with_picture("3 / 12").image_pages == (1,)


def test_page_with_a_picture_beside_text_is_not_named() -> None:
    assert with_picture("Hankkeen kuvaus ja tavoitteet vuosille").image_pages == ()


def test_white_text_is_reported_as_hidden_and_stays_in_the_text() -> None:
    document = read(drawn(show(50, 700, "Tulot") + "1 g " + show(50, 600, "0 euroa")), DEFAULT_LIMITS)

    assert document.hidden == (Hidden(HiddenKind.HIDDEN_TEXT, 1, "0 euroa", 1),)
    assert passages(document) == ["Tulot", "0 euroa"]


def test_invisible_text_is_reported_as_hidden() -> None:
    document = read(drawn(show(50, 700, "Tulot") + "3 Tr " + show(50, 600, "0 euroa")), DEFAULT_LIMITS)

    assert document.hidden == (Hidden(HiddenKind.HIDDEN_TEXT, 1, "0 euroa", 1),)


def test_white_text_on_a_dark_ground_is_not_hidden() -> None:
    document = read(drawn("0 g 40 690 200 30 re f 1 g " + show(50, 700, "Tulot")), DEFAULT_LIMITS)

    assert document.hidden == ()


def test_text_beside_the_page_is_reported_as_hidden() -> None:
    document = read(drawn(show(50, 700, "Tulot") + show(650, 700, "0")), DEFAULT_LIMITS)

    assert document.hidden == (Hidden(HiddenKind.HIDDEN_TEXT, 1, "0", 1),)


def test_filled_form_field_is_text_of_its_page() -> None:
    with pikepdf.new() as pdf:
        page = add_page(pdf, show(50, 700, "Hankkeen nimi"))
        look = pdf.make_stream(
            b"/Tx BMC BT /F1 11 Tf 2 3 Td (Lukutaito) Tj ET EMC",
            Type=pikepdf.Name.XObject,
            Subtype=pikepdf.Name.Form,
            BBox=pikepdf.Array([0, 0, 200, 14]),
            Resources=page.Resources,
        )
        field = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name.Widget,
            FT=pikepdf.Name.Tx,
            T=pikepdf.String("nimi"),
            V=pikepdf.String("Lukutaito"),
            Rect=pikepdf.Array([150, 697, 350, 711]),
            F=4,
            AP=pikepdf.Dictionary(N=look),
        )
        page.Annots = pikepdf.Array([pdf.make_indirect(field)])
        pdf.Root.AcroForm = pikepdf.Dictionary(Fields=page.Annots)
        document = read(saved(pdf), DEFAULT_LIMITS)

    assert passages(document) == ["Hankkeen nimi Lukutaito"]


def test_comment_is_reported_as_hidden() -> None:
    with pikepdf.new() as pdf:
        page = add_page(pdf, show(50, 700, "Hankkeen nimi"))
        note = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name.Text,
            Rect=pikepdf.Array([150, 697, 170, 711]),
            Contents=pikepdf.String("Tarkista summa"),
        )
        page.Annots = pikepdf.Array([note])
        document = read(saved(pdf), DEFAULT_LIMITS)

    assert document.hidden == (Hidden(HiddenKind.COMMENT, 1, "Tarkista summa", 1),)


def squashed(text: str) -> str:
    return re.sub(r"[\s-]", "", text)


def rows_glued(document: SourceDocument) -> list[tuple[str, str]]:
    """Give label and value of each row, the rest of a row cut by a page glued to it."""
    cells: dict[tuple[int | None, int | None], list[str]] = {}
    for block in document.blocks:
        if block.kind is BlockKind.CELL:
            cells.setdefault((block.table, block.row), []).append(
                squashed(document.text[block.start : block.end])
            )
    rows: list[tuple[str, str]] = []
    for label, value in cells.values():
        if rows and not label:
            rows[-1] = (rows[-1][0], rows[-1][1] + value)
        else:
            rows.append((label, value))
    return rows


def test_real_sample_gives_every_label_and_value_and_link(sample: Path) -> None:
    expected = json.loads((sample / "expected.json").read_text(encoding="utf-8"))
    fields = [field for card in expected["cards"] for field in card["fields"]]
    document = read((sample / "report.pdf").read_bytes(), DEFAULT_LIMITS)

    found = rows_glued(document)
    assert [label for label, _ in found] == [squashed(field["label"]) for field in fields]
    assert [value for _, value in found] == [squashed(field["text"]) for field in fields]
    assert len(found) == 168
    assert [link.url for link in document.links] == [card["case_url"] for card in expected["cards"]]
    assert all("#/case/" in link.url and link.start < link.end for link in document.links)
