"""The harness itself: a test of conformance is worth something only if it can fail."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
import typst

from tests.support import verapdf
from tests.support.tools import need

SOURCE = b"""
#set document(title: "Mallilan hankkeet", author: "Mallilan kaupunki", date: datetime(year: 2023, month: 1, day: 15))
#set text(lang: "fi")
= Mallilan hankkeet
#table(columns: 2, table.header[Hanke][Bruttomenot], [Kielet kaikille], [381 700 \xe2\x82\xac])
"""


@pytest.fixture(autouse=True)
def _verapdf() -> None:
    need(verapdf.missing())


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """A valid PDF without tags, title, language or metadata."""
    path = tmp_path / "bare.pdf"
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(path)
    return path


@pytest.fixture
def tagged(tmp_path: Path) -> Path:
    """A small document of both standards, with a space in its name."""
    path = tmp_path / "hyvä raportti.pdf"
    path.write_bytes(typst.compile(SOURCE, pdf_standards=["a-3a", "ua-1"], ignore_system_fonts=True))
    return path


def test_check_tagged_document_has_no_failures(tagged: Path) -> None:
    assert verapdf.check(tagged, "ua1") == []
    assert verapdf.check(tagged, "3a") == []


@pytest.mark.parametrize(("flavour", "clause"), [("ua1", "7.1"), ("3a", "6.7.3.3")])
def test_check_bare_pdf_lacks_structure(bare: Path, flavour: str, clause: str) -> None:
    failures = verapdf.check(bare, flavour)

    assert any(f.clause == clause and "structure hierarchy" in f.message for f in failures)
    assert {f.flavour for f in failures} == {flavour}


def test_check_all_keeps_files_apart(bare: Path, tagged: Path, tmp_path: Path) -> None:
    nonsense = tmp_path / "nonsense.pdf"
    nonsense.write_bytes(b"%PDF-1.7 nothing follows")

    failures = verapdf.check_all([bare, tagged, nonsense, tagged])

    assert {f.flavour for f in failures[bare]} == {"ua1", "3a"}
    assert failures[tagged] == []
    assert [f.message.split(":")[0] for f in failures[nonsense]] == ["cannot be checked"] * 2


def test_check_untagged_link_fails_where_it_was_clean(tagged: Path, tmp_path: Path) -> None:
    """Break one thing in a conforming file: an annotation that no tag knows."""
    broken = tmp_path / "broken.pdf"
    with pikepdf.open(tagged) as pdf:
        link = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 10, 10])
        pdf.pages[0].Annots = pikepdf.Array([pdf.make_indirect(link)])
        pdf.save(broken)

    assert {f.clause for f in verapdf.check(broken, "ua1")} >= {"7.18.5"}
