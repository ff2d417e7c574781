"""The stream: positions hold, spans are in order, links find their anchors."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hankesalkku.core.values.place import Place
from hankesalkku.ingest.document import BlockKind, HiddenKind, SourceLink
from hankesalkku.ingest.read import stream as stream_module
from hankesalkku.ingest.read.stream import Stream, clean, excerpt, printed_urls
from hankesalkku.ingest.refusal import CannotRead, Reason

URL = "https://dynasty.mallila.fi/dynasty/#/case/12"


def test_stream_counts_spans_of_its_blocks() -> None:
    stream = Stream()
    stream.add(BlockKind.CELL, "Hankkeen nimi", table=0, row=0, column=0)
    stream.add(BlockKind.CELL, "Lukutaito", table=0, row=0, column=1)

    document = stream.document("docx")

    assert [document.text[block.start : block.end] for block in document.blocks] == [
        "Hankkeen nimi",
        "Lukutaito",
    ]
    assert document.text == "Hankkeen nimi\nLukutaito"


def test_paragraph_break_is_written_only_between_text() -> None:
    stream = Stream()
    stream.open()
    stream.end_paragraph()
    stream.write("yksi")
    stream.end_paragraph()
    stream.end_paragraph()
    stream.write("kaksi")
    stream.end_paragraph()
    stream.close(BlockKind.CELL)

    assert stream.document("docx").text == "yksi\u2029kaksi"


def test_dropped_block_leaves_nothing() -> None:
    stream = Stream()
    stream.add(BlockKind.PARAGRAPH, "yksi")
    stream.open()
    stream.drop()
    stream.add(BlockKind.PARAGRAPH, "kaksi")

    assert stream.document("docx").text == "yksi\nkaksi"


def test_misuse_is_refused() -> None:
    stream = Stream()
    with pytest.raises(ValueError, match="no block"):
        stream.write("teksti")
    stream.open()
    with pytest.raises(ValueError, match="still open"):
        stream.open()
    stream.write("teksti")
    with pytest.raises(ValueError, match="holds text"):
        stream.drop()


def test_live_link_is_tightened_to_its_anchor() -> None:
    stream = Stream()
    stream.add(BlockKind.PARAGRAPH, "Dynasty: 90/2023 ")
    stream.link(URL, 8, 17, page=2)

    assert stream.document("docx").links == (SourceLink(URL, 9, 16, 2),)


def test_printed_address_is_a_link_of_its_own_unless_a_live_link_covers_it() -> None:
    stream = Stream()
    stream.add(BlockKind.LINE, f"{URL} ja {URL}.", page=3)
    stream.link(URL, 0, len(URL))

    links = stream.document("text").links

    second = len(URL) + 4
    assert links == (
        SourceLink(URL, 0, len(URL), in_text=True),
        SourceLink(URL, second, second + len(URL), 3, in_text=True),
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"({URL})", URL),
        (f"{URL},", URL),
        ("HTTPS://MALLILA.FI/a_(b)", "HTTPS://MALLILA.FI/a_(b)"),
        ("<https://mallila.fi/x>", "https://mallila.fi/x"),
        ("“https://mallila.fi/x”", "https://mallila.fi/x"),
    ],
)
def test_printed_url_ends_before_punctuation(text: str, found: str) -> None:
    assert [text[start:end] for start, end in printed_urls(text)] == [found]


def test_hidden_content_of_one_kind_and_excerpt_adds_up() -> None:
    stream = Stream()
    stream.hide(HiddenKind.COMMENT, "Tarkista  luku")
    stream.hide(HiddenKind.COMMENT, "Tarkista luku", count=2)

    (hidden,) = stream.document("docx").hidden

    assert (hidden.count, hidden.excerpt) == (3, "Tarkista luku")


def test_excerpt_is_at_most_eighty_characters() -> None:
    assert len(excerpt("a" * 500)) == 80
    assert excerpt("a" * 500).endswith("…")


def test_place_of_a_position_counts_lines_of_a_wrapped_block() -> None:
    stream = Stream()
    stream.add(BlockKind.CELL, "yksi\nkaksi", page=1, line=4)
    document = stream.document("pdf", is_wrapped=True)

    assert document.place(5, 10) == Place(1, 5, 5, 10)


def test_printed_address_of_brackets_without_end_takes_no_time() -> None:
    text = f"https://a{')' * 200_000} https://)))"

    assert printed_urls(text) == [(0, 9)]


def test_blocks_text_and_hidden_content_are_capped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stream_module, "TEXT_LENGTH", 9)
    monkeypatch.setattr(stream_module, "HIDDEN_KINDS", 2)
    stream = Stream()
    for number in range(4):
        stream.hide(HiddenKind.COMMENT, str(number))
    stream.add(BlockKind.LINE, "a")
    with pytest.raises(CannotRead, match="> 9"):
        stream.add(BlockKind.LINE, "b" * 9)
    stream.close(BlockKind.LINE)

    assert [(hidden.excerpt, hidden.count) for hidden in stream.document("text").hidden] == [
        ("0", 1),
        ("1", 1),
        ("…", 2),
    ]


def test_too_many_blocks_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stream_module, "BLOCKS", 2)
    stream = Stream()

    with pytest.raises(CannotRead) as caught:
        for _ in range(3):
            stream.add(BlockKind.LINE, "a")
    assert caught.value.reason is Reason.TOO_LARGE_UNPACKED


@given(st.text(alphabet=st.characters()))
def test_cleaning_keeps_length_and_leaves_no_control(text: str) -> None:
    cleaned = clean(text)

    assert len(cleaned) == len(text)
    assert not [char for char in cleaned if char < " " and char not in "\t\n"]
    cleaned.encode("utf-8")


@given(st.lists(st.text(max_size=20), max_size=20))
def test_blocks_are_in_order_in_range_and_hold_what_was_written(texts: list[str]) -> None:
    stream = Stream()
    for text in texts:
        stream.add(BlockKind.PARAGRAPH, text)
    document = stream.document("docx")

    spans = [(block.start, block.end) for block in document.blocks]
    assert [document.text[start:end] for start, end in spans] == [clean(text) for text in texts]
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert all(0 <= start <= end <= len(document.text) for start, end in spans)
