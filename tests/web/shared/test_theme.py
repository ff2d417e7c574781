"""An organisation's colour: readable or replaced by the nearest that is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hankesalkku.web.shared.theme import (
    LEAST_CONTRAST,
    PAPER,
    Theme,
    check_brand,
    contrast,
    theme_of,
    theme_stylesheet,
)

TOKENS = Path(__file__).parents[3] / "assets" / "sass" / "_tokens.scss"
COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@pytest.mark.parametrize(
    ("colour", "nearest"),
    [("#0a5c55", "#0a5c55"), (" #0A5C55 ", "#0a5c55"), ("#ffcc00", "#936200"), ("#ffffff", "#6d6c6c")],
)
def test_check_brand_gives_nearest_allowed(colour: str, nearest: str) -> None:
    assert check_brand(colour).nearest == nearest


@pytest.mark.parametrize("colour", ["", "pine", "#fff", "#12345", "#0a5c55;}", "url(x)"])
def test_check_brand_takes_six_digits_only(colour: str) -> None:
    with pytest.raises(ValueError):
        check_brand(colour)


@given(COLOURS)
def test_every_colour_becomes_readable(colour: str) -> None:
    theme = theme_of(colour)

    assert contrast(theme.brand, PAPER) >= LEAST_CONTRAST
    assert contrast(theme.brand, theme.tint) >= LEAST_CONTRAST
    assert contrast(theme.dark, theme.tint) >= contrast(theme.brand, theme.tint)


@given(COLOURS)
def test_replaced_colour_is_allowed_itself(colour: str) -> None:
    assert check_brand(check_brand(colour).nearest).is_allowed


def tokens() -> dict[str, str]:
    """Read the colours of the style sheet's source."""
    return dict(re.findall(r"--hs-([a-z-]+): (#[0-9a-f]{6});", TOKENS.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    ("text", "behind", "least"),
    [
        ("ink", "ground", LEAST_CONTRAST),
        ("quiet", "ground", LEAST_CONTRAST),
        ("quiet", "brand-tint", LEAST_CONTRAST),
        ("brand", "ground", LEAST_CONTRAST),
        ("brand", "brand-tint", LEAST_CONTRAST),
        ("brand-dark", "brand-tint", LEAST_CONTRAST),
        ("attention", "attention-tint", LEAST_CONTRAST),
        ("error", "error-tint", LEAST_CONTRAST),
        ("info", "info-tint", LEAST_CONTRAST),
        ("control-line", "ground", 3.0),
        ("series-lapse", "ground", 3.0),
        ("series-share", "ground", 3.0),
    ],
)
def test_tokens_are_readable(text: str, behind: str, least: float) -> None:
    assert contrast(tokens()[text], tokens()[behind]) >= least


def test_theme_stylesheet_sets_the_three_tokens() -> None:
    assert theme_of("#0a5c55") == Theme("#0a5c55", "#084540", "#e3eceb")
    assert theme_stylesheet("#0a5c55") == (
        ":root{--hs-brand:#0a5c55;--hs-brand-dark:#084540;--hs-brand-tint:#e3eceb}\n"
    )
