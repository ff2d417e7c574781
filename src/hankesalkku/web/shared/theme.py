"""An organisation's colour: a style sheet of three tokens, and a check that everything on it stays readable.

Contrast after WCAG 2.2, success criterion 1.4.3 (4,5 : 1 for text); the nearest allowed colour keeps hue and
chroma of the wished one in OKLab and lowers its lightness. The design system's other colours stay as they are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

PINE = "#0a5c55"
PAPER = "#ffffff"
LEAST_CONTRAST = 4.5
_HEX = re.compile(r"#[0-9a-f]{6}")
_TINT_SHARE = 0.115
_DARKER = 0.75
_Rgb = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class BrandCheck:
    """What became of a wished colour: its contrast where it is weakest, and the nearest colour that is allowed."""

    colour: str
    contrast: float
    nearest: str

    @property
    def is_allowed(self) -> bool:
        """Tell whether the wished colour may be used as it is."""
        return self.nearest == self.colour


@dataclass(frozen=True, slots=True)
class Theme:
    """The three tokens that an organisation's colour sets."""

    brand: str
    dark: str
    tint: str


def check_brand(colour: str) -> BrandCheck:
    """Check a colour `#rrggbb` as text on paper and on its own tint, and under white text.

    Raises:
        ValueError: not six hexadecimal digits after `#`.
    """
    colour = colour.strip().lower()
    if not _HEX.fullmatch(colour):
        raise ValueError(colour)
    ratio = _weakest(colour)
    return BrandCheck(colour, ratio, colour if ratio >= LEAST_CONTRAST else _nearest_allowed(colour))


def theme_of(colour: str) -> Theme:
    """Make the tokens of a colour; one that is too light is replaced by the nearest allowed.

    >>> theme_of("#0a5c55").brand
    '#0a5c55'
    """
    brand = check_brand(colour).nearest
    red, green, blue = _rgb(brand)
    dark = _hex((red * _DARKER, green * _DARKER, blue * _DARKER))
    return Theme(brand, dark, _tint(brand))


def theme_stylesheet(colour: str) -> str:
    """Give the text of an organisation's style sheet, served at `/app/<slug>/teema.css`."""
    theme = theme_of(colour)
    return f":root{{--hs-brand:{theme.brand};--hs-brand-dark:{theme.dark};--hs-brand-tint:{theme.tint}}}\n"


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours, 1 to 21 (WCAG 2.2, definition of contrast ratio).

    >>> contrast("#000000", "#ffffff")
    21.0
    """
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _weakest(colour: str) -> float:
    return min(contrast(colour, PAPER), contrast(colour, _tint(colour)))


def _nearest_allowed(colour: str) -> str:
    """Halve the range of lightness until the lightest allowed colour is found; black is always allowed."""
    lightness, a, b = _to_oklab(_rgb(colour))
    low, high = 0.0, lightness
    for _ in range(24):
        middle = (low + high) / 2
        if _weakest(_hex(_from_oklab((middle, a, b)))) >= LEAST_CONTRAST:
            low = middle
        else:
            high = middle
    return _hex(_from_oklab((low, a, b)))


def _tint(colour: str) -> str:
    red, green, blue = (1 - _TINT_SHARE * (1 - part) for part in _rgb(colour))
    return _hex((red, green, blue))


def _rgb(colour: str) -> _Rgb:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _hex(rgb: _Rgb) -> str:
    return "#" + "".join(f"{round(255 * min(1.0, max(0.0, part))):02x}" for part in rgb)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _gamma(part: float) -> float:
    part = max(0.0, part)
    return 12.92 * part if part <= 0.0031308 else float(1.055 * part ** (1 / 2.4) - 0.055)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(part) for part in _rgb(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _to_oklab(rgb: _Rgb) -> _Rgb:
    """Turn sRGB into OKLab (Ottosson 2020)."""
    red, green, blue = (_linear(part) for part in rgb)
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    medium = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )


def _from_oklab(lab: _Rgb) -> _Rgb:
    """Turn OKLab into sRGB (Ottosson 2020); what lies outside is cut by `_hex`."""
    lightness, a, b = lab
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        _gamma(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
        _gamma(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
        _gamma(-0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short),
    )
