"""Pages of a PDF as pictures, drawn in the guarded child."""

from __future__ import annotations

import io
import os
from collections import Counter
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from hankesalkku.ingest import child, pictures
from hankesalkku.ingest.cards import File, read_cards
from hankesalkku.ingest.document import PagePicture
from hankesalkku.ingest.limits import Limits
from hankesalkku.ingest.pictures import page_pictures
from hankesalkku.ingest.refusal import CannotRead, Reason
from tests.support.pdfs import CARD, add_page, drawn, saved, show, table, typeset
from tests.support.processes import children

REPOSITORY = Path(__file__).parents[2]
HOSTILE = Path(os.environ.get("HANKESALKKU_HOSTILE", REPOSITORY.parent / "shared" / "data" / "hostile"))
RED = "1 0 0 rg 100 100 200 200 re f "


def draw(content: bytes, pages: range | None = None, width_px: int = 300) -> list[PagePicture]:
    return list(page_pictures(File("raportti.pdf", content), pages, width_px))


def image(picture: PagePicture) -> Image.Image:
    return Image.open(io.BytesIO(picture.png))


def pages(count: int) -> bytes:
    with pikepdf.new() as pdf:
        for number in range(count):
            add_page(pdf, show(50, 700, f"Sivu {number + 1}"))
        return saved(pdf)


def test_page_is_as_wide_as_asked_and_tells_its_size_in_points() -> None:
    (picture,) = draw(drawn(show(50, 700, "Hanke"), box=(0, 0, 600, 800)))

    assert (picture.number, picture.width_pt, picture.height_pt) == (1, 600, 800)
    assert (picture.width_px, picture.height_px) == image(picture).size == (300, 400)


def test_page_without_colour_is_grey_and_one_with_colour_is_not() -> None:
    grey, red = draw(drawn(show(50, 700, "Hanke"))), draw(drawn(RED))

    assert image(grey[0]).mode == "L"
    assert image(red[0]).mode == "RGB"
    assert image(red[0]).getpixel((75, 325)) == (255, 0, 0)
    assert image(red[0]).getpixel((5, 5)) == (255, 255, 255)


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
@pytest.mark.parametrize("corner", [0, 70])
def test_box_of_a_value_lies_on_its_ink(rotate: int, corner: int) -> None:
    with pikepdf.open(io.BytesIO(typeset(table(CARD)))) as pdf:
        page = pdf.pages[0]
        page.Rotate = rotate
        page.CropBox = pikepdf.Array([corner, corner, 595, 842])
        content = saved(pdf)
    name = read_cards(File("raportti.pdf", content)).cards[0].rows[0]
    (picture,) = draw(content, width_px=1200)

    ((left, top, right, bottom),) = (place.box for place in name.places if place.box)
    scale = picture.width_px / picture.width_pt
    inside = (left * scale + 4, top * scale + 4, right * scale - 4, bottom * scale - 4)
    area = image(picture).convert("L").crop(inside)
    ink = sum(area.histogram()[:128])
    assert 0.02 < ink / (area.width * area.height) < 0.5


@pytest.mark.parametrize(
    ("wanted", "numbers"),
    [(None, [1, 2, 3]), (range(2, 3), [2]), (range(2, 9), [2, 3]), (range(4, 5), []), (range(1, 1), [])],
)
def test_pages_wanted_are_drawn_as_far_as_there_are(wanted: range | None, numbers: list[int]) -> None:
    assert [picture.number for picture in draw(pages(3), wanted)] == numbers


@pytest.mark.parametrize("wanted", [None, range(1, 6)])
def test_pages_beyond_what_one_child_draws_are_drawn_by_the_next(
    monkeypatch: pytest.MonkeyPatch, wanted: range | None
) -> None:
    monkeypatch.setattr(pictures, "PAGES_A_CHILD", 2)

    assert [picture.number for picture in draw(pages(5), wanted)] == [1, 2, 3, 4, 5]


def test_first_picture_comes_before_the_others_are_asked_for_and_leaving_ends_the_child() -> None:
    before = children()
    coming = page_pictures(File("raportti.pdf", pages(30)))

    assert next(coming).number == 1
    coming.close()  # type: ignore[attr-defined]

    assert children() <= before


def test_filled_form_field_is_on_the_picture() -> None:
    with pikepdf.new() as pdf:
        page = add_page(pdf, "")
        look = pikepdf.Stream(
            pdf, b"1 0 0 rg 0 0 200 14 re f", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form,
            BBox=pikepdf.Array([0, 0, 200, 14]),
        )  # fmt: skip
        field = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Widget, FT=pikepdf.Name.Tx, T=pikepdf.String("nimi"),
            Rect=pikepdf.Array([150, 697, 350, 711]), F=4, AP=pikepdf.Dictionary(N=look),
        )  # fmt: skip
        page.Annots = pikepdf.Array([pdf.make_indirect(field)])
        pdf.Root.AcroForm = pikepdf.Dictionary(Fields=page.Annots)
        content = saved(pdf)

    (picture,) = draw(content, width_px=595)

    assert image(picture).convert("RGB").getpixel((200, 138)) == (255, 0, 0)


def test_picture_beyond_the_cap_is_drawn_smaller() -> None:
    file = File("pitkä.pdf", drawn("", box=(0, 0, 100, 14_000)))

    (picture,) = page_pictures(file, width_px=1_000, limits=Limits(picture_pixels=1_000_000))

    assert picture.width_px * picture.height_px <= 1_020_000
    assert picture.height_px > 10_000


@pytest.mark.parametrize(
    ("content", "reason"),
    [(b"", Reason.EMPTY), (b"Hei", Reason.WRONG_FORMAT), (b"%PDF-1.7\nroskaa", Reason.BROKEN)],
)
def test_what_is_no_pdf_is_refused_with_its_reason(content: bytes, reason: Reason) -> None:
    with pytest.raises(CannotRead) as caught:
        draw(content)

    assert caught.value.reason is reason


def test_locked_and_too_long_files_are_refused() -> None:
    with pikepdf.new() as pdf:
        add_page(pdf, "")
        buffer = io.BytesIO()
        pdf.save(buffer, encryption=pikepdf.Encryption(user="salasana", owner="salasana"))
    for content, limits, reason in (
        (buffer.getvalue(), Limits(), Reason.ENCRYPTED),
        (pages(3), Limits(pdf_pages=2), Reason.TOO_MANY_PAGES),
        (pages(3), Limits(file_bytes=10), Reason.TOO_LARGE),
        (pages(3), Limits(wall_s_hostile=0.0), Reason.OUT_OF_TIME),
    ):
        with pytest.raises(CannotRead) as caught:
            list(page_pictures(File("raportti.pdf", content), limits=limits))
        assert caught.value.reason is reason


def test_picture_larger_than_an_answer_may_be_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "ANSWER_BYTES", 500)

    with pytest.raises(CannotRead) as caught:
        draw(pages(1))

    assert caught.value.reason is Reason.TOO_LARGE_UNPACKED


def test_child_that_answers_something_else_is_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    for said in ("picture 3\\nabc", "picture 99\\nabc", "end 0\\nand more", "hm" * 40, ""):
        start = f"import os, sys; os.write(int(sys.argv[2]), b'{said}')  # {{deed}}"
        monkeypatch.setattr(child, "_START", start)
        if said.startswith("end"):
            assert draw(b"%PDF-") == []
            continue
        with pytest.raises(CannotRead) as caught:
            draw(b"%PDF-")
        assert caught.value.reason is Reason.READER_CRASHED


@pytest.mark.parametrize(("wanted", "width"), [(range(2), 1), (range(1, 9, 2), 1), (None, 0)])
def test_wrong_use_is_no_refusal(wanted: range | None, width: int) -> None:
    with pytest.raises(ValueError, match="not a"):
        draw(b"%PDF-", wanted, width)


def hostile_files() -> list[Path]:
    found = sorted(path for path in (HOSTILE / "pdf").rglob("*") if path.suffix in (".pdf", ".fuzz"))
    if not found:
        pytest.skip(
            f"the hostile files are not on this machine (looked in {HOSTILE.name}/ beside the project)"
        )
    return found


def verdict(path: Path) -> str:
    """Draw the first pages of a file: pictures within the cap, or a refusal."""
    try:
        found = draw(path.read_bytes(), range(1, 3), width_px=600)
    except CannotRead as refusal:
        return refusal.reason
    for picture in found:
        assert image(picture).size == (picture.width_px, picture.height_px)
        assert picture.width_px * picture.height_px <= 41_000_000
    return "drawn"


def test_every_fifteenth_hostile_file_is_drawn_or_refused() -> None:
    files = hostile_files()[::15]

    assert Counter(map(verdict, files))["drawn"] > len(files) / 3


@pytest.mark.full
def test_every_hostile_file_is_drawn_or_refused() -> None:
    files = hostile_files()

    assert Counter(map(verdict, files))["drawn"] > len(files) / 3
