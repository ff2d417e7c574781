"""Small PDFs for tests: set by typst, or written as a content stream where a trap needs exact drawing."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pikepdf
import typst

from hankesalkku.ingest.document import BlockKind, SourceDocument

Rows = Sequence[tuple[str, str]]

CARD: Rows = (
    ("Hankkeen nimi", "Lukutaitoa kaikille – kirjasto koulun kumppanina"),
    ("Kuvaus / mitä tehdään", "Lukutaidon tuki alakouluissa, lukuagenttien palkkaaminen kahdeksi vuodeksi"),
    ("Hallinnoitsija / tehtävä", "Sivistys / Kirjastopalvelut"),
    ("Vastuuhenkilö", "Tuomas Tapaus"),
    ("Bruttotulot koko hankeajalta", "305 360 €"),
    ("Muita tietoja", ""),
    ("Hankkeen tilanne ja talouden etenemä (%-lukuna)", "Alkaa syksyllä."),
)
STYLES = {
    "ruled": "stroke: 0.5pt, inset: 4pt",
    "open at the sides": "stroke: (x, y) => (top: 0.5pt, bottom: 0.5pt, left: if x == 1 { 0.5pt }), inset: 4pt",
    "half-ruled": "stroke: (x, y) => (top: 0.5pt, bottom: 0.5pt), inset: (x: 0pt, y: 4pt), column-gutter: 5mm",
    "lines between rows only": "stroke: (x, y) => if y > 0 { (top: 0.5pt) }, inset: (x: 0pt, y: 4pt)",
    "framed": "stroke: (x, y) => (top: 0.5pt, bottom: 0.5pt, left: if x == 0 { 0.5pt }, "
    "right: if x == 1 { 0.5pt }), inset: 4pt",
    "lines between columns only": "stroke: (x, y) => (left: 0.5pt, right: 0.5pt), inset: 4pt",
    "shaded rows": "stroke: none, fill: (x, y) => if calc.odd(y) { luma(230) }, inset: 4pt",
    "unruled": "stroke: none, inset: 4pt",
    "unruled, in the middle": "stroke: none, inset: 4pt, align: horizon + left",
    "unruled, without air": "stroke: none, inset: (x: 4pt, y: 0pt), row-gutter: 0.65em",
}


def typeset(source: str, **options: object) -> bytes:
    """Set a typst source; the fonts of the package, so that every machine gives the same page."""
    return bytes(typst.compile(source.encode(), ignore_system_fonts=True, **options))  # type: ignore[call-overload]


def quoted(text: str) -> str:
    """Write a text as a typst string."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def table(rows: Rows, style: str = "stroke: 0.5pt, inset: 4pt", columns: str = "35mm, 70mm") -> str:
    """Write a table of two columns."""
    cells = ", ".join(f"text({quoted(cell)})" for row in rows for cell in row)
    return f"#table(columns: ({columns}), {style}, {cells})\n"


def drawn(
    content: str, *, box: tuple[float, float, float, float] = (0, 0, 595, 842), rotate: int = 0
) -> bytes:
    """Write one page with a content stream; fonts /F1 (Helvetica) and /F2 (Times), in Windows' Latin letters."""
    with pikepdf.new() as pdf:
        add_page(pdf, content, box=box, rotate=rotate)
        return saved(pdf)


def add_page(
    pdf: pikepdf.Pdf,
    content: str,
    *,
    box: tuple[float, float, float, float] = (0, 0, 595, 842),
    rotate: int = 0,
) -> pikepdf.Page:
    """Add a page with a content stream."""
    fonts = {
        name: pikepdf.Dictionary(
            Type=pikepdf.Name.Font,
            Subtype=pikepdf.Name.Type1,
            BaseFont=pikepdf.Name(base),
            Encoding=pikepdf.Name.WinAnsiEncoding,
        )
        for name, base in (("/F1", "/Helvetica"), ("/F2", "/Times-Roman"))
    }
    page = pikepdf.Dictionary(
        Type=pikepdf.Name.Page,
        MediaBox=pikepdf.Array(list(box)),
        Rotate=rotate,
        Resources=pikepdf.Dictionary(Font=pikepdf.Dictionary(fonts)),
        Contents=pdf.make_stream(content.encode("cp1252")),
    )
    pdf.pages.append(pikepdf.Page(pdf.make_indirect(page)))
    return pdf.pages[-1]


def saved(pdf: pikepdf.Pdf) -> bytes:
    """Give the bytes of a PDF."""
    buffer = io.BytesIO()
    pdf.save(buffer)
    return buffer.getvalue()


def show(x: float, y: float, text: str, size: float = 11, font: str = "F1") -> str:
    """Write a line of text at a place of the page's own space."""
    return f"BT /{font} {size} Tf {x} {y} Td ({text}) Tj ET\n"


def rows_of(document: SourceDocument, table_number: int | None = None) -> list[list[str]]:
    """Give the cells' texts row by row, lines joined with a bar, so that a test can compare them at a glance."""
    rows: dict[tuple[int | None, int | None], list[str]] = {}
    for block in document.blocks:
        if block.kind is BlockKind.CELL and table_number in (None, block.table):
            text = document.text[block.start : block.end]
            rows.setdefault((block.table, block.row), []).append(text.replace("\n", "|"))
    return list(rows.values())


def joined(rows: list[list[str]]) -> list[tuple[str, ...]]:
    """Give rows with the lines of a cell joined as if none of them broke a word."""
    return [
        tuple(cell.replace("-|", "-").replace("|", " ").replace("\u2029", " ") for cell in row)
        for row in rows
    ]


def passages(document: SourceDocument, kind: BlockKind = BlockKind.PARAGRAPH) -> list[str]:
    """Give the texts of blocks of one kind, lines joined with a bar."""
    return [
        document.text[block.start : block.end].replace("\n", "|")
        for block in document.blocks
        if block.kind is kind
    ]
