"""XML of strangers: no document type, no entities, nothing fetched, depth bounded."""

from __future__ import annotations

import pytest

from hankesalkku.ingest.read.xml import iterate, local_name, parse, text_of
from hankesalkku.ingest.refusal import CannotRead, Reason

TYPE = '<!DOCTYPE a [<!ENTITY x "salaa">]>'


def reason_of(content: bytes) -> Reason:
    reasons = set()
    for read in (lambda: parse(content, "osa"), lambda: list(iterate(content, "osa", ("b",)))):
        with pytest.raises(CannotRead) as caught:
            read()
        assert caught.value.place == "osa"
        reasons.add(caught.value.reason)
    assert len(reasons) == 1
    return reasons.pop()


@pytest.mark.parametrize(
    "content",
    [
        f"{TYPE}<a>&x;</a>".encode(),
        f"{TYPE}<a>&x;</a>".encode("utf-16"),
        f'<?xml version="1.0" encoding="utf-16"?>{TYPE}<a/>'.encode("utf-16"),
        b'<!DOCTYPE a SYSTEM "http://paha.example/a.dtd"><a/>',
        b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
    ],
)
def test_document_type_is_refused_in_any_encoding(content: bytes) -> None:
    assert reason_of(content) is Reason.DOCUMENT_TYPE_DECLARATION


@pytest.mark.parametrize(
    "content",
    [b"", b"<a>", b"teksti", b"<a>&x;</a>", b"<a>\0</a>", b"<b>" * 400 + b"</b>" * 400, b"<a>\xff</a>"],
)
def test_broken_or_bottomless_part_is_refused(content: bytes) -> None:
    assert reason_of(content) is Reason.BROKEN


def test_comments_and_instructions_are_left_out() -> None:
    root = parse(b"<a><!-- x --><?y z?><b>c</b></a>", "osa")

    assert [local_name(child) for child in root] == ["b"]


def test_iteration_gives_elements_of_any_namespace_and_forgets_them() -> None:
    content = b'<a xmlns="u"><b><c>1</c></b><d/><b><c>2</c></b></a>'

    assert ["".join(map(str, item.itertext())) for item in iterate(content, "osa", ("b",))] == ["1", "2"]


def test_text_without_white_space_at_its_ends() -> None:
    assert text_of(parse(b"<a> b \n</a>", "osa")) == "b"
    assert text_of(parse(b"<a> </a>", "osa")) is None
    assert text_of(None) is None
