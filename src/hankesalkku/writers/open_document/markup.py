"""Pieces of an OpenDocument body as text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from hankesalkku.core.report.model import Run
from hankesalkku.writers.xml_package import address, escape

NAMESPACES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in (
        ("office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0"),
        ("style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0"),
        ("text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0"),
        ("table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0"),
        ("fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"),
        ("svg", "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"),
        ("xlink", "http://www.w3.org/1999/xlink"),
        ("dc", "http://purl.org/dc/elements/1.1/"),
        ("meta", "urn:oasis:names:tc:opendocument:xmlns:meta:1.0"),
    )
)
DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
VERSION = 'office:version="1.3"'
_SPACES = re.compile("  +|^ ")


def words(text: str) -> str:
    """Escape running text; spaces in a row, tabs and line ends become elements, since the format folds them."""
    text = _SPACES.sub(lambda match: f'<text:s text:c="{len(match[0])}"/>', escape(text))
    return text.replace("\t", "<text:tab/>").replace("\n", "<text:line-break/>")


def paragraph(style: str, content: str) -> str:
    """Make a paragraph in a style by its internal name."""
    return f'<text:p text:style-name="{style}">{content}</text:p>'


def heading(style: str, level: int, content: str) -> str:
    """Make a heading of a level."""
    return f'<text:h text:style-name="{style}" text:outline-level="{level}">{content}</text:h>'


def cell(style: str, content: str) -> str:
    """Make a table cell that holds text."""
    return f'<table:table-cell table:style-name="{style}" office:value-type="string">{content}</table:table-cell>'


def row(cells: str, *, may_split: bool = False) -> str:
    """Make a table row, which stays on one page unless it may split."""
    style = "SplitRow" if may_split else "WholeRow"
    return f'<table:table-row table:style-name="{style}">{cells}</table:table-row>'


def table(
    name: str, style: str, columns: Iterable[str], rows: str, *, head: str = "", title: str = ""
) -> str:
    """Make a table; `columns` are column styles, the first a column of row headers; `head` comes again on each page."""
    first, *others = (f'<table:table-column table:style-name="{column}"/>' for column in columns)
    header = f"<table:table-header-rows>{head}</table:table-header-rows>" if head else ""
    return (
        f'<table:table table:name="{escape(name)}" table:style-name="{style}">'
        f"{f'<table:title>{escape(title)}</table:title>' if title else ''}"
        f"<table:table-header-columns>{first}</table:table-header-columns>{''.join(others)}{header}{rows}</table:table>"
    )


def linked(runs: Iterable[Run]) -> str:
    """Make the content of a paragraph, links on their words."""
    return "".join(_linked(run) for run in runs)


def _linked(run: Run) -> str:
    target = address(run.url) if run.url else None
    if target is None:
        return words(run.text)
    link = f'xlink:type="simple" xlink:href="{escape(target)}" text:style-name="Internet_20_link"'
    return f"<text:a {link}>{words(run.text)}</text:a>"
