"""Words broken at line ends: joined, or with their own hyphen kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hankesalkku.core.values.reading import RemarkCode
from hankesalkku.ingest.document import PARAGRAPH_BREAK, Block, BlockKind, SourceDocument
from hankesalkku.ingest.normalise.words import Mended, Words


def mend(text: str, *, elsewhere: str = "", is_wrapped: bool = True) -> Mended:
    whole = f"{text}\n{elsewhere}"
    block = Block(BlockKind.CELL, 0, len(text))
    document = SourceDocument("text", whole, (block,), is_wrapped=is_wrapped)
    return Words(document).mend(((0, len(text)),))


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("toimenpi-\nteisiin", "toimenpiteisiin"),
        ("tasa-\narvon", "tasa-arvon"),
        ("varhaiskasva-\ntus", "varhaiskasvatus"),
        ("esi-\nja perusopetus", "esi- ja perusopetus"),
        ("kerho-\nsekä ryhmätoiminta", "kerho- sekä ryhmätoiminta"),
        ("COVID-\n19", "COVID-19"),
        ("Etelä-\nSuomen", "Etelä-Suomen"),
        ("linja-\nauto", "linja-auto"),
        ("e-\nlasku", "e-lasku"),
        ("2022-\n2023", "2022-2023"),
        ("järjes-\ntelmistä", "järjestelmistä"),
        ("nuorten\nleirit", "nuorten leirit"),
        ("  nuorten \n\n leirit  ", "nuorten leirit"),
        ("2022–\n2023", "2022–2023"),
        ("tuke\xad\nminen", "tukeminen"),
        ("etenemä (%-\nlukuna)", "etenemä (%-lukuna)"),
        ("1.8.2024–31.7.-\n31.8.2025", "1.8.2024–31.7.-31.8.2025"),
        ("Luettelo: -\nensimmäinen", "Luettelo: - ensimmäinen"),
    ],
)
def test_word_is_mended(broken: str, whole: str) -> None:
    assert mend(broken).text == whole


@pytest.mark.parametrize(
    ("broken", "elsewhere", "whole"),
    [
        ("vara-\njohtajien", "varajohtajille", "varajohtajien"),
        ("vara-\nammattilaisen", "vara-ammattilainen", "vara-ammattilaisen"),
        ("kesä-\nleirit", "kesä-leirin", "kesä-leirit"),
        ("oma-\naloitteinen", "omaaloitteisesti", "omaaloitteinen"),
    ],
)
def test_how_the_document_writes_the_word_elsewhere_comes_first(
    broken: str, elsewhere: str, whole: str
) -> None:
    assert mend(broken, elsewhere=elsewhere) == Mended(whole)


def test_hyphen_at_a_paragraphs_end_in_a_file_that_does_not_wrap_is_the_words_own() -> None:
    assert mend(f"kerho-{PARAGRAPH_BREAK}toiminta", is_wrapped=False) == Mended("kerho- toiminta", (7,))


def test_paragraphs_are_remembered() -> None:
    mended = mend(f"Ensimmäinen\nkappale.{PARAGRAPH_BREAK}Toinen.{PARAGRAPH_BREAK}{PARAGRAPH_BREAK}")
    assert mended == Mended("Ensimmäinen kappale. Toinen.", (21,))


def test_decision_without_evidence_is_remarked_where_the_rule_is_weak() -> None:
    mended = mend("kala-\naltaan", elsewhere="muuta tekstiä")
    codes = {remark.code for remark in mended.remarks}
    assert mended.text in ("kala-altaan", "kalaaltaan")
    assert codes <= {RemarkCode.WORD_MENDED_DOUBTFUL}
    assert all(mended.text[r.start : r.end] == r.text for r in mended.remarks)


@given(st.text(alphabet="aä-B1 \n\u2029\xad.", max_size=120))
def test_no_visible_letter_is_lost(text: str) -> None:
    mended = mend(text)
    assert [char for char in mended.text if char.isalnum()] == [char for char in text if char.isalnum()]
    assert "\n" not in mended.text
    assert all(0 < offset < len(mended.text) for offset in mended.breaks)
