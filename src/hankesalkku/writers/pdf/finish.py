"""What the typesetter cannot say: row headers, the attached card document, who made the file.

Source: ISO 32000-1, 14.8.5.7 (Scope, Headers), ISO 19005-3, 6.8 (attached files), ISO 14289-1, 7.5 (tables).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

from pikepdf import Array, AttachedFileSpec, Dictionary, Name, Object, ObjectStreamMode, Pdf, String
from pikepdf.models.metadata import encode_pdf_date

ATTACHMENT_NAME = "cards.json"
PRODUCT = "Hankesalkku"
KIND, KIDS, PARENT, ATTRIBUTES = "/S", "/K", "/P", "/A"


@dataclass(frozen=True, slots=True)
class Attachment:
    """The card document: kept byte for byte, with what a reader is told of it and its time."""

    content: bytes
    description: str
    moment: datetime


def finish(pages: bytes, attachment: Attachment, link_words: dict[str, str]) -> bytes:
    """Give the finished file; `link_words` are the words of each linked address."""
    with Pdf.open(BytesIO(pages)) as pdf:
        _mark_headers(pdf)
        _describe_links(pdf, link_words)
        _attach(pdf, attachment)
        _name_maker(pdf)
        pdf.Root.PageMode = Name.UseOutlines
        out = BytesIO()
        pdf.save(out, object_stream_mode=ObjectStreamMode.generate, deterministic_id=True)
        return out.getvalue()


def _mark_headers(pdf: Pdf) -> None:
    """Make the first cell of each body row its header.

    The typesetter lists the column headers in each cell; such a list would hide the row's header, so that the lists go
    and the scopes speak for columns and rows alike.
    """
    column = pdf.make_indirect(Dictionary(O=Name.Table, Scope=Name.Column))
    row_scope = pdf.make_indirect(Dictionary(O=Name.Table, Scope=Name.Row))
    head, header = Name.THead, Name.TH
    for row in _rows(pdf):
        cells = row[KIDS]
        if row[PARENT][KIND] == head:
            for cell in cells:
                cell[ATTRIBUTES] = column
            continue
        cells[0][KIND] = header
        cells[0][ATTRIBUTES] = row_scope
        for position in range(1, len(cells)):
            cell = cells[position]
            if ATTRIBUTES in cell:
                del cell[ATTRIBUTES]


def _rows(pdf: Pdf) -> Iterator[Object]:
    """Give the rows of every table. Plain keys and one look at each object: there are sixty to a card."""
    kind = Name.TR
    for element in pdf.objects:
        if isinstance(element, Dictionary) and KIND in element and element[KIND] == kind:
            yield element


def _describe_links(pdf: Pdf, words: dict[str, str]) -> None:
    """Describe each link by its words; the typesetter describes it by its address, which nobody wants read out."""
    for page in pdf.pages:
        for link in page.get("/Annots", ()):
            address = str(link.A.URI) if "/A" in link and "/URI" in link.A else None
            if address in words:
                link.Contents = String(words[address])


def _attach(pdf: Pdf, attachment: Attachment) -> None:
    """Attach the card document as the report's source."""
    day = encode_pdf_date(attachment.moment)
    file = AttachedFileSpec(
        pdf,
        attachment.content,
        filename=ATTACHMENT_NAME,
        description=attachment.description,
        mime_type="application/json",
        relationship=Name.Source,
        creation_date=day,
        mod_date=day,
    )
    pdf.attachments[ATTACHMENT_NAME] = file
    pdf.Root.AF = Array([pdf.attachments[ATTACHMENT_NAME].obj])


def _name_maker(pdf: Pdf) -> None:
    """Name the product as creator and the typesetter as producer, in both kinds of metadata alike."""
    typesetter = str(pdf.docinfo.get(Name.Creator, "Typst"))
    with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
        metadata["xmp:CreatorTool"] = PRODUCT
        metadata["pdf:Producer"] = typesetter
    pdf.docinfo.Creator = PRODUCT
    pdf.docinfo.Producer = typesetter
