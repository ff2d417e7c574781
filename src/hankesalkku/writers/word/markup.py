"""Pieces of WordprocessingML as text: runs, paragraphs, cells."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from hankesalkku.core.report.model import Run
from hankesalkku.writers.xml_package import address, escape

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14"'
)
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
LOOK_BITS = {"firstRow": 0x20, "lastRow": 0x40, "firstColumn": 0x80}


def text_run(text: str, properties: str = "") -> str:
    """Make a run; tabs and line ends become Word's own."""
    if not text:
        return ""
    content = f'<w:t xml:space="preserve">{escape(text)}</w:t>'
    if "\n" in content or "\t" in content:
        content = content.replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
        content = content.replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{content}</w:r>"


def paragraph(style: str, content: str, properties: str = "") -> str:
    """Make a paragraph in a style by its id; `properties` are further elements of `w:pPr`."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>'


def cell(width: int, paragraphs: str) -> str:
    """Make a table cell; `width` in twentieths of a point."""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{paragraphs}</w:tc>'


def row(cells: str, *, is_header: bool = False, may_split: bool = False) -> str:
    """Make a table row; a header row comes again on each page."""
    properties = ("" if may_split else "<w:cantSplit/>") + ("<w:tblHeader/>" if is_header else "")
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{cells}</w:tr>"


def table(
    style: str, widths: tuple[int, ...], rows: str, *, caption: str, looks: str, description: str = ""
) -> str:
    """Make a table with its alternative text; `looks` are the attributes of `w:tblLook` that are on."""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    shown = looks.split()
    looked = "".join(f' w:{name}="{int(name in shown)}"' for name in LOOK_BITS)
    bits = 0x0600 + sum(bit for name, bit in LOOK_BITS.items() if name in shown)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="{bits:04X}"{looked} w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{escape(caption)}"/><w:tblDescription w:val="{escape(description or caption)}"/>'
        f"</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"
    )


def page_field(instruction: str) -> str:
    """Make a simple field such as PAGE; Word fills it in whenever it sets the page."""
    return f'<w:fldSimple w:instr=" {instruction} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


@dataclass(slots=True)
class Links:
    """The link targets of a document: each address once, under the id of its relationship."""

    ids: dict[str, str] = field(default_factory=dict)

    def runs(self, runs: Iterable[Run]) -> str:
        """Make the runs of a paragraph, links on their words."""
        return "".join(self._run(run) for run in runs)

    def _run(self, run: Run) -> str:
        target = address(run.url) if run.url else None
        if target is None:
            return text_run(run.text)
        link_id = self.ids.setdefault(target, f"rIdLink{len(self.ids) + 1}")
        words = text_run(run.text, '<w:rStyle w:val="Hyperlink"/>')
        return f'<w:hyperlink r:id="{link_id}" w:history="1">{words}</w:hyperlink>'
