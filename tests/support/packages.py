"""Small office files made of XML in a zip: a test writes only what it is about."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

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
