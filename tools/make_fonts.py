"""Make the report's fonts from Source Sans 3 (SIL Open Font License): two weights, the scripts a report needs.

Run where fontTools (with brotli) and the PyPI package `fontpkg-source-sans-3` are installed:

    python tools/make_fonts.py PATH/TO/SourceSans3[wght].ttf

The licence reserves the name "Source" for Adobe, hence the altered fonts bear the name Hankesalkku Sans.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

FONTS = Path(__file__).parents[1] / "src" / "hankesalkku" / "writers" / "fonts"
FAMILY = "Hankesalkku Sans"
WEIGHTS = {"Regular": 400, "SemiBold": 600}
FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl", "pnum", "case", "sups"]
# Latin with its supplements, combining marks, Greek, Cyrillic, punctuation, signs of money, number and shape.
PRINT_RANGES = (
    (0x20, 0x7E), (0xA0, 0x24F), (0x250, 0x2AF), (0x2B0, 0x36F), (0x370, 0x3FF), (0x400, 0x45F), (0x490, 0x4A3),
    (0x1E00, 0x1EFF), (0x2000, 0x206F), (0x2070, 0x209F), (0x20A0, 0x20BF), (0x2100, 0x218F), (0x2190, 0x21FF),
    (0x2200, 0x22FF), (0x25A0, 0x25FF), (0x2600, 0x27BF), (0xFB00, 0xFB06),
)  # fmt: skip
WEB_RANGES = ((0x20, 0x7E), (0xA0, 0x17F), (0x2010, 0x2026), (0x202F, 0x202F), (0x20AC, 0x20AC), (0x2192, 0x2192),
              (0x2212, 0x2212), (0x2264, 0x2265), (0x25A1, 0x25A1))  # fmt: skip


def main(source: Path) -> None:
    """Write the fonts, the woff2 for the web page, and the list of glyphs with their widths."""
    for name, weight in WEIGHTS.items():
        font = instancer.instantiateVariableFont(TTFont(source, recalcTimestamp=False), {"wght": weight})
        _cut(font, PRINT_RANGES)
        _name(font, name)
        font.save(FONTS / f"HankesalkkuSans-{name}.ttf")
        if name == "Regular":
            (FONTS / "glyphs.txt").write_text(_glyphs(font), encoding="ascii")
        _cut(font, WEB_RANGES)
        font.flavor = "woff2"
        font.save(FONTS / f"HankesalkkuSans-{name}.woff2")


def _cut(font: TTFont, ranges: tuple[tuple[int, int], ...]) -> None:
    """Keep the ranges and the features only; hints go, since paper and today's screens ignore them."""
    options = subset.Options(
        layout_features=FEATURES,
        hinting=False,
        notdef_outline=True,
        name_IDs=["*"],
        drop_tables=["DSIG", "STAT"],
    )
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=[point for first, last in ranges for point in range(first, last + 1)])
    cutter.subset(font)


def _name(font: TTFont, style: str) -> None:
    """Give the altered font its own name, as the licence asks; copyright and licence entries stay."""
    names = {1: f"{FAMILY} {style}" if style != "Regular" else FAMILY, 2: "Regular", 3: f"{FAMILY} {style} 1",
             4: f"{FAMILY} {style}", 6: f"HankesalkkuSans-{style}", 16: FAMILY, 17: style}  # fmt: skip
    for number in (1, 2, 3, 4, 6, 7, 16, 17, 21, 22, 25):
        font["name"].removeNames(nameID=number)
    for number, text in names.items():
        font["name"].setName(text, number, 3, 1, 0x409)
    font["OS/2"].usWeightClass = WEIGHTS[style]


def _glyphs(font: TTFont) -> str:
    """List what can be printed and how wide it is: a line for each unbroken range, its advance widths after it."""
    glyphs = font.getBestCmap()
    runs: list[list[int]] = []
    for point in sorted(glyphs):
        if runs and point == runs[-1][-1] + 1:
            runs[-1].append(point)
        else:
            runs.append([point])
    widths = font["hmtx"]
    lines = (f"{run[0]:X} {' '.join(str(widths[glyphs[point]][0]) for point in run)}" for run in runs)
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
