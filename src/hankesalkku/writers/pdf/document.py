"""The committee's report (*hankeraportti*) as an accessible PDF with the cards attached as JSON.

Conforms to PDF/UA-1 (ISO 14289-1) and PDF/A-3a (ISO 19005-3); tests let veraPDF judge. Typst sets the pages from
`templates/report.typ`, a pass over the finished file adds what it cannot express.
"""

from __future__ import annotations

from datetime import UTC, datetime, time
from functools import cache
from pathlib import Path

import typst

from hankesalkku.core.report.model import Report
from hankesalkku.writers.pdf.finish import Attachment, finish
from hankesalkku.writers.pdf.metrics import FONT_FOLDER
from hankesalkku.writers.pdf.source import link_words, source_of

TEMPLATE = Path(__file__).parents[1] / "templates" / "report.typ"


def write_pdf(report: Report, attachment: bytes) -> bytes:
    """Write the report; `attachment` is its card document in JSON, kept byte for byte as `cards.json`.

    The same report gives the same bytes: the file's only time is noon of the day it was printed on.
    """
    moment = datetime.combine(report.printed_on, time(12), UTC)
    pages = typeset(source_of(report), moment)
    description = f"{report.words['cards']} (JSON)"
    return finish(pages, Attachment(attachment, description, moment), link_words(report))


@cache
def _fonts() -> typst.Fonts:
    """Know the bundled fonts and no others, so that a report looks the same on every machine."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONT_FOLDER])


def typeset(source: str, moment: datetime) -> bytes:
    """Set the pages of a report that is written out in Typst's notation; tags and attachment are not in them yet."""
    return typst.compile(
        TEMPLATE.read_bytes(),
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"report": source},
        pdf_standards=["a-3a", "ua-1"],
        timestamp=moment,
    )
