"""Puts the OpenDocument form together: its four parts in a zip, the same bytes for the same report."""

from __future__ import annotations

import zipfile
from io import BytesIO

from hankesalkku.core.language.formats import format_date
from hankesalkku.core.language.wording import Wording
from hankesalkku.core.report.model import Report
from hankesalkku.writers.open_document import markup
from hankesalkku.writers.open_document.body import Body
from hankesalkku.writers.open_document.styles import COUNTRIES, styles_part
from hankesalkku.writers.xml_package import add_member, escape

MIME_TYPE = "application/vnd.oasis.opendocument.text"


def write_open_document(report: Report) -> bytes:
    """Write a report as an OpenDocument text: styles, headings, contents, tables with header rows, links, language."""
    wording = Wording(report.language)
    amounts = {row.money.total for card in report.cards for row in card.rows if row.money}
    parts = (
        ("content.xml", Body(report).markup().encode()),
        ("styles.xml", styles_part(wording, amounts, _footer(report, wording))),
        ("meta.xml", _meta(report)),
    )
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        add_member(archive, "mimetype", MIME_TYPE.encode(), is_packed=False)
        for name, content in parts:
            add_member(archive, name, content)
        add_member(archive, "META-INF/manifest.xml", _manifest([name for name, _ in parts]))
    return packed.getvalue()


def _footer(report: Report, wording: Wording) -> str:
    """Write the foot: organisation · report · day, and the page of how many."""
    printed = wording.say("report.printed_on", date=format_date(report.printed_on, report.language))
    left = " · ".join(text for text in (report.organisation, report.title, printed) if text)
    pages = (
        markup.words(report.words["page_of"])
        .replace("{page}", '<text:page-number text:select-page="current">1</text:page-number>')
        .replace("{pages}", "<text:page-count>1</text:page-count>")
    )
    return markup.paragraph("Footer", f"{markup.words(left)}<text:tab/>{pages}")


def _meta(report: Report) -> bytes:
    """Write the properties; the times are the day the report was made, not the clock's."""
    made = f"{report.printed_on.isoformat()}T12:00:00"
    fields = (
        ("meta:generator", "Hankesalkku"),
        ("dc:title", report.title),
        ("dc:subject", report.division or ""),
        ("meta:initial-creator", report.author or report.organisation or ""),
        ("dc:creator", report.author or report.organisation or ""),
        ("dc:language", f"{report.language}-{COUNTRIES[report.language]}"),
        ("meta:creation-date", made),
        ("dc:date", made),
    )
    content = "".join(f"<{name}>{escape(text)}</{name}>" for name, text in fields if text)
    opening = f"<office:document-meta {markup.NAMESPACES} {markup.VERSION}>"
    return (
        f"{markup.DECLARATION}{opening}<office:meta>{content}</office:meta></office:document-meta>".encode()
    )


def _manifest(names: list[str]) -> bytes:
    space = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="text/xml"/>' for name in names
    )
    whole = f'<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="{MIME_TYPE}"/>'
    opening = f'<manifest:manifest xmlns:manifest="{space}" manifest:version="1.3">'
    return f"{markup.DECLARATION}{opening}{whole}{entries}</manifest:manifest>".encode()
