"""Makes docs/images/report.png: page 1 and a page of cards of the report that `make run` writes, side by side.

`make run && .venv/bin/python tools/make_readme_picture.py`; needs pdftoppm (Debian: poppler-utils).
"""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

import typst

REPOSITORY = Path(__file__).parents[1]
REPORT = REPOSITORY / "out" / "mallila-report.pdf"
PICTURE = REPOSITORY / "docs" / "images" / "report.png"
PAGES = (1, 4)
PAGE_DOTS_PER_INCH = 53
SHEET_DOTS_PER_INCH = 72
"""A point of the sheet is a dot: the pages keep the dots that pdftoppm gave them."""
SHEET = """\
#set page(width: auto, height: auto, margin: 10pt, fill: rgb("#f5f6f3"))
#let sheet(name) = box(stroke: 0.5pt + rgb("#cfd6d8"), image(name, width: 439pt))
#grid(columns: 2, gutter: 12pt, sheet("page-0.png"), sheet("page-1.png"))
"""


def make(report: Path, picture: Path) -> None:
    """Print the two pages and set them beside each other."""
    with tempfile.TemporaryDirectory() as folder:
        for index, page in enumerate(PAGES):
            command = ["pdftoppm", "-png", "-singlefile", "-r", str(PAGE_DOTS_PER_INCH), "-f", str(page)]
            subprocess.run([*command, str(report), f"{folder}/page-{index}"], check=True, capture_output=True)
        source = Path(folder) / "sheet.typ"
        source.write_text(SHEET, encoding="utf-8")
        typst.compile(str(source), output=str(picture), format="png", ppi=SHEET_DOTS_PER_INCH)


if __name__ == "__main__":
    make(REPORT, PICTURE)
    print(f"{PICTURE.relative_to(REPOSITORY)}: {PICTURE.stat().st_size} bytes")
