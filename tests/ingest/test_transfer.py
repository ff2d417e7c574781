"""The way from child to parent: every document comes back equal, nothing else comes through."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hankesalkku.core.values.dates import PartialDate
from hankesalkku.ingest.document import (
    Block,
    BlockKind,
    Hidden,
    HiddenKind,
    NumericCell,
    Properties,
    SourceDocument,
    SourceLink,
)
from hankesalkku.ingest.refusal import CannotRead, Reason
from hankesalkku.ingest.transfer import (
    Garbled,
    are_sound,
    document_from_bytes,
    document_to_bytes,
    refusal_from_bytes,
    refusal_to_bytes,
)

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
SMALL = st.integers(0, 300)
MAYBE = st.none() | SMALL
BOXES = st.none() | st.tuples(*[st.floats(-1e6, 1e6)] * 4)
DAYS = st.builds(PartialDate, st.integers(1000, 9999), st.none() | st.integers(1, 12))
NUMBERS = st.none() | st.builds(NumericCell, st.none() | TEXT, st.none() | DAYS, TEXT)
PLACES = [MAYBE] * 5
BLOCKS = st.builds(
    Block, st.sampled_from(BlockKind), SMALL, SMALL, *PLACES, SMALL, SMALL, BOXES, SMALL, NUMBERS
)
DOCUMENTS = st.builds(
    SourceDocument,
    TEXT,
    TEXT,
    st.lists(BLOCKS, max_size=4).map(tuple),
    st.lists(st.builds(SourceLink, TEXT, SMALL, SMALL, MAYBE, BOXES, st.booleans()), max_size=3).map(tuple),
    st.lists(st.builds(Hidden, st.sampled_from(HiddenKind), SMALL, TEXT, MAYBE), max_size=3).map(tuple),
    st.builds(
        Properties, st.none() | TEXT, st.none() | TEXT, st.none() | DAYS, st.none() | TEXT, st.none() | TEXT
    ),
    MAYBE,
    st.booleans(),
    st.none() | st.binary(max_size=20),
    st.lists(SMALL, max_size=3).map(tuple),
)


@given(DOCUMENTS)
def test_document_comes_back_equal(document: SourceDocument) -> None:
    assert document_from_bytes(document_to_bytes(document)) == document


@given(st.sampled_from(Reason), st.none() | TEXT, st.none() | TEXT)
def test_refusal_comes_back_equal(reason: Reason, place: str | None, detail: str | None) -> None:
    back = refusal_from_bytes(refusal_to_bytes(CannotRead(reason, place=place, detail=detail)))

    assert (back.reason, back.place, back.detail) == (reason, place, detail)


@given(st.binary(max_size=40))
def test_other_bytes_are_garbled(content: bytes) -> None:
    with pytest.raises(Garbled):
        document_from_bytes(content)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=10),
    max_leaves=40,
)


@given(st.lists(JSON, min_size=10, max_size=10))
def test_other_lists_are_garbled_or_a_document(rows: list[object]) -> None:
    try:
        document = document_from_bytes(json.dumps(rows).encode())
    except Garbled:
        return
    assert isinstance(document.text, str)


@pytest.mark.parametrize("place", range(10))
def test_one_wrong_field_is_garbled(place: int) -> None:
    document = SourceDocument("docx", "a", (Block(BlockKind.CELL, 0, 1),))
    rows = json.loads(document_to_bytes(document))
    rows[place] = {"a": 1}

    if place == 7:
        assert document_from_bytes(json.dumps(rows).encode()).is_wrapped is False
    else:
        with pytest.raises(Garbled):
            document_from_bytes(json.dumps(rows).encode())


@pytest.mark.parametrize("content", [b"[]", b"[1,2,3]", b'["sulaa",null,null]', b"{}", b"[" * 100_000])
def test_other_bytes_are_no_refusal(content: bytes) -> None:
    with pytest.raises(Garbled):
        refusal_from_bytes(content)


@pytest.mark.parametrize(
    ("blocks", "links", "is_sound"),
    [
        ([(0, 2), (2, 5)], [(0, 5)], True),
        ([(0, 3), (2, 5)], [], False),
        ([(3, 2)], [], False),
        ([(0, 6)], [], False),
        ([(-1, 2)], [], False),
        ([], [(4, 6)], False),
        ([], [(4, 3)], False),
    ],
)
def test_spans_must_be_in_order_and_inside(
    blocks: list[tuple[int, int]], links: list[tuple[int, int]], is_sound: bool
) -> None:
    made = tuple(Block(BlockKind.LINE, *span) for span in blocks)

    assert (
        are_sound(SourceDocument("text", "abcde", made, tuple(SourceLink("x", *s) for s in links)))
        is is_sound
    )
