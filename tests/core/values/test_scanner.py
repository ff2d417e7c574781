"""Tokens and spans."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hankesalkku.core.values.scanner import Cover, Kind, Span, gaps, left_over, scan


def test_tokens_have_shape_and_spans() -> None:
    tokens = scan("§ 47/2021")
    assert tokens.shape == "§_N/N"
    assert (tokens[4].text, tokens[4].start, tokens[4].end) == ("2021", 5, 9)
    assert tokens[9].kind is Kind.END and tokens[-1].kind is Kind.END
    assert tokens.index_at(6) == 4


@given(st.text())
def test_tokens_lose_nothing(text: str) -> None:
    tokens = scan(text)
    assert "".join(token.text for token in tokens) == text
    assert all(text[token.start : token.end] == token.text for token in tokens)


def test_left_over_passes_over_separators() -> None:
    text = "5 € (alv 0 %) / "
    assert [(remark.text, remark.start) for remark in left_over(text, [Span(0, 3)])] == [("(alv 0 %)", 4)]


def test_gaps_of_overlapping_spans() -> None:
    assert list(gaps("0123456789", [Span(5, 8), Span(1, 3), Span(2, 6)])) == [Span(0, 1), Span(8, 10)]


def test_cover_takes_spans() -> None:
    cover = Cover("0123456789", [Span(2, 4)])
    assert cover.is_free(4, 6) and not cover.is_free(3, 6)
