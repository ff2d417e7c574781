"""Puts the Word form together: parts, relationships, properties; the same bytes for the same report."""

from __future__ import annotations

import zipfile
from datetime import UTC, datetime, time
from io import BytesIO

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.package import Package

from hankesalkku.core.language.formats import format_date
from hankesalkku.core.language.wording import Wording
from hankesalkku.core.report.model import Report
from hankesalkku.core.report.printable import printable
from hankesalkku.writers.word import markup
from hankesalkku.writers.word.body import Body
from hankesalkku.writers.word.styles import FONT, FONT_FALLBACKS, LANGUAGE_TAGS, styles_part
from hankesalkku.writers.xml_package import add_member

MIDDLE_DOT = " · "


def write_word(report: Report) -> bytes:
    """Write a report as a Word document: real styles, tables with header cells, contents, links, language.

    Every value stands in a table `label | content` as the report prints it, so that the document reads back.
    """
    wording = Wording(report.language)
    body = Body(report)
    package = Package()
    main = _part(package, "/word/document.xml", CONTENT_TYPE.WML_DOCUMENT_MAIN, body.markup().encode())
    package.relate_to(main, RELATIONSHIP_TYPE.OFFICE_DOCUMENT)
    companions = (
        ("styles", CONTENT_TYPE.WML_STYLES, RELATIONSHIP_TYPE.STYLES, styles_part(wording, _amounts(report))),
        ("settings", CONTENT_TYPE.WML_SETTINGS, RELATIONSHIP_TYPE.SETTINGS, _settings(report.language)),
        ("fontTable", CONTENT_TYPE.WML_FONT_TABLE, RELATIONSHIP_TYPE.FONT_TABLE, _fonts()),
        ("footer1", CONTENT_TYPE.WML_FOOTER, RELATIONSHIP_TYPE.FOOTER, _footer(report, wording)),
    )
    for name, content_type, relationship, content in companions:
        part = _part(package, f"/word/{name}.xml", content_type, content)
        link_id = "rIdFooter" if name == "footer1" else f"rId_{name}"
        main.rels.add_relationship(relationship, part, link_id)
    for address, link_id in body.links.ids.items():
        main.rels.add_relationship(RELATIONSHIP_TYPE.HYPERLINK, address, link_id, is_external=True)
    _describe(package, report)
    saved = BytesIO()
    package.save(saved)
    return _with_fixed_times(saved)


def _part(package: Package, name: str, content_type: str, content: bytes) -> Part:
    return Part(PackURI(name), content_type, content, package)


def _describe(package: Package, report: Report) -> None:
    """Fill in the document's properties; its times are the day the report was made, not the clock's."""
    made = datetime.combine(report.printed_on, time(12), UTC).replace(tzinfo=None)
    properties = package.core_properties
    properties.title = printable(report.title)[:255]
    properties.author = properties.last_modified_by = printable(report.author or report.organisation or "")[
        :255
    ]
    properties.subject = printable(report.division or "")[:255]
    properties.language = LANGUAGE_TAGS[report.language]
    properties.created = properties.modified = made
    properties.revision = 1


def _amounts(report: Report) -> set[str]:
    return {row.money.total for card in report.cards for row in card.rows if row.money}


def _settings(language: str) -> bytes:
    """Write the settings: Word 2013 and later set it as it is, nothing asks to be updated."""
    compatibility = (
        '<w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    )
    tag = LANGUAGE_TAGS[language]
    content = (
        '<w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/><w:autoHyphenation w:val="0"/>'
        f'<w:characterSpacingControl w:val="doNotCompress"/>{compatibility}<w:themeFontLang w:val="{tag}"/>'
        f'<w:decimalSymbol w:val="{"." if language == "en" else ","}"/><w:listSeparator w:val=";"/>'
    )
    return f"{markup.DECLARATION}<w:settings {markup.NAMESPACES}>{content}</w:settings>".encode()


def _fonts() -> bytes:
    """Name the font and what may stand in for it; it is not embedded."""
    font = (
        f'<w:font w:name="{FONT}"><w:altName w:val="{FONT_FALLBACKS}"/><w:panose1 w:val="020B0503030403020204"/>'
        '<w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font>'
    )
    return f"{markup.DECLARATION}<w:fonts {markup.NAMESPACES}>{font}</w:fonts>".encode()


def _footer(report: Report, wording: Wording) -> bytes:
    """Write the foot: organisation · report · day, and the page of how many."""
    printed = wording.say("report.printed_on", date=format_date(report.printed_on, report.language))
    left = MIDDLE_DOT.join(text for text in (report.organisation, report.title, printed) if text)
    before, _, rest = report.words["page_of"].partition("{page}")
    between, _, after = rest.partition("{pages}")
    pages = (
        markup.text_run(before)
        + markup.page_field("PAGE")
        + markup.text_run(between)
        + markup.page_field("NUMPAGES")
        + markup.text_run(after)
    )
    content = markup.paragraph("Footer", f"{markup.text_run(left)}<w:r><w:tab/></w:r>{pages}")
    return f"{markup.DECLARATION}<w:ftr {markup.NAMESPACES}>{content}</w:ftr>".encode()


def _with_fixed_times(saved: BytesIO) -> bytes:
    """Pack the members again under one fixed time, so that the same report gives the same bytes."""
    packed = BytesIO()
    with zipfile.ZipFile(saved) as source, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for member in source.infolist():
            add_member(target, member.filename, source.read(member))
    return packed.getvalue()
