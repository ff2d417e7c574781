"""Small office files made of XML in a zip: a test writes only what it is about."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

Part = str | bytes

WORD = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_EXTERNAL = ' TargetMode="External"'
_METADATA = f"{_PACKAGE}/relationships/metadata/core-properties"
_MAIN_TYPE = "application/vnd.openxmlformats-officedocument.{0}.main+xml"


def zipped(parts: Mapping[str, Part]) -> bytes:
    """Pack parts in their order."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def relationships(*items: tuple[str, str, str]) -> str:
    """Write a .rels part of (id, kind, target); a target with a colon is external."""
    rows = "".join(
        f'<Relationship Id="{key}" Type="{kind if ":" in kind else f"{_OFFICE}/{kind}"}" Target="{target}"'
        f"{_EXTERNAL if ':' in target else ''}/>"
        for key, kind, target in items
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'


def office(main: str, document_type: str, parts: Mapping[str, Part]) -> bytes:
    """Pack an Office file whose main part is `main`."""
    content_type = _MAIN_TYPE.format(document_type)
    override = f'<Override PartName="/{main}" ContentType="{content_type}"/>'
    types = f'<Types xmlns="{_PACKAGE}/content-types">{override}</Types>'
    root = relationships(
        ("rId1", "officeDocument", main),
        ("rId2", _METADATA, "docProps/core.xml"),
        ("rId3", "extended-properties", "docProps/app.xml"),
    )
    return zipped({"[Content_Types].xml": types, "_rels/.rels": root, **parts})


def word_file(
    body: str,
    *,
    links: tuple[tuple[str, str, str], ...] = (),
    parts: Mapping[str, Part] | None = None,
) -> bytes:
    """Pack a Word file of the given body; `links` are the relationships of the document part."""
    document = f"<w:document {WORD}><w:body>{body}</w:body></w:document>"
    base: dict[str, Part] = {
        "word/document.xml": document,
        "word/_rels/document.xml.rels": relationships(*links),
    }
    return office("word/document.xml", "wordprocessingml.document", {**base, **(parts or {})})


def core_properties(inside: str) -> str:
    """Write docProps/core.xml."""
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
        f"{inside}</cp:coreProperties>"
    )


def application_properties(inside: str) -> str:
    """Write docProps/app.xml."""
    namespace = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    return f'<Properties xmlns="{namespace}">{inside}</Properties>'


def run(text: str, properties: str = "") -> str:
    """Write a run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*inside: str, properties: str = "") -> str:
    """Write a paragraph of runs; a string without markup becomes a run."""
    runs = "".join(item if item.startswith("<") else run(item) for item in inside)
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def table(*rows: tuple[str, ...]) -> str:
    """Write a table; a cell is text, or markup of its paragraphs, or a whole `<w:tc>`."""
    return f"<w:tbl>{''.join(table_row(*row) for row in rows)}</w:tbl>"


def table_row(*cells: str) -> str:
    """Write a row as `table` takes it."""
    return f"<w:tr>{''.join(map(table_cell, cells))}</w:tr>"


def table_cell(content: str) -> str:
    """Write a cell as `table` takes it."""
    if content.startswith("<w:tc>"):
        return content
    return f"<w:tc>{content if content.startswith('<') else paragraph(content)}</w:tc>"


OPEN = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" '
    'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" '
    'xmlns:xlink="http://www.w3.org/1999/xlink"'
)


def open_file(kind: str, body: str, *, styles: str = "", parts: Mapping[str, Part] | None = None) -> bytes:
    """Pack an OpenDocument file; `kind` is `text` or `spreadsheet`, `styles` its automatic styles."""
    content = (
        f"<office:document-content {OPEN}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:{kind}>{body}</office:{kind}></office:body></office:document-content>"
    )
    mimetype = f"application/vnd.oasis.opendocument.{kind}"
    return zipped({"mimetype": mimetype, "content.xml": content, **(parts or {})})


def open_metadata(inside: str) -> str:
    """Write meta.xml."""
    return f"<office:document-meta {OPEN}><office:meta>{inside}</office:meta></office:document-meta>"


def open_table(*rows: tuple[str, ...], columns: str = "") -> str:
    """Write a table of an OpenDocument text; a cell is text, or markup of its paragraphs, or a whole cell."""
    body = "".join(f"<table:table-row>{''.join(map(open_cell, row))}</table:table-row>" for row in rows)
    return f"<table:table>{columns}{body}</table:table>"


def open_cell(content: str) -> str:
    """Write a cell as `open_table` takes it."""
    if content.startswith(("<table:table-cell", "<table:covered-table-cell")):
        return content
    inside = content if content.startswith("<") else f"<text:p>{content}</text:p>"
    return f"<table:table-cell>{inside}</table:table-cell>"


SHEET = (
    'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


def workbook(
    sheets: Mapping[str, str],
    *,
    texts: tuple[str, ...] = (),
    formats: tuple[str, ...] = (),
    settings: str = "",
    parts: Mapping[str, Part] | None = None,
) -> bytes:
    """Pack a workbook; `sheets` maps titles to the inside of each worksheet.

    A title that ends in `*` is hidden. `texts` are shared strings (markup of `<si>`), `formats` the number formats of
    cell styles 1, 2, …
    """
    names = list(sheets)
    listed = "".join(
        f'<sheet name="{name.rstrip("*")}" sheetId="{n}" r:id="rId{n}"'
        f"{_HIDDEN_STATE if name.endswith('*') else ''}/>"
        for n, name in enumerate(names, start=1)
    )
    links = [(f"rId{n}", "worksheet", f"worksheets/sheet{n}.xml") for n in range(1, len(names) + 1)]
    made: dict[str, Part] = {
        "xl/workbook.xml": f"<workbook {SHEET}>{settings}<sheets>{listed}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": relationships(
            *links, ("rIdT", "sharedStrings", "sharedStrings.xml"), ("rIdS", "styles", "styles.xml")
        ),
        "xl/sharedStrings.xml": f"<sst {SHEET}>{''.join(f'<si>{text}</si>' for text in texts)}</sst>",
        "xl/styles.xml": _number_styles(formats),
    }
    for n, name in enumerate(names, start=1):
        made[f"xl/worksheets/sheet{n}.xml"] = f"<worksheet {SHEET}>{sheets[name]}</worksheet>"
    return office("xl/workbook.xml", "spreadsheetml.sheet", {**made, **(parts or {})})


_HIDDEN_STATE = ' state="hidden"'


def _number_styles(formats: tuple[str, ...]) -> str:
    codes = "".join(
        f'<numFmt numFmtId="{200 + n}" formatCode="{escape(code, {chr(34): "&quot;"})}"/>'
        for n, code in enumerate(formats)
    )
    styles = "".join(f'<xf numFmtId="{200 + n}"/>' for n in range(len(formats)))
    return f'<styleSheet {SHEET}><numFmts>{codes}</numFmts><cellXfs><xf numFmtId="0"/>{styles}</cellXfs></styleSheet>'
