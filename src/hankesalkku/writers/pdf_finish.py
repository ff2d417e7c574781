"""What the typesetter cannot say: row headers, the attached card document, who made the file.

Source: ISO 32000-1, 14.8.5.7 (Scope, Headers), ISO 19005-3, 6.8 (attached files), ISO 14289-1, 7.5 (tables).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from io import BytesIO

import pikepdf
from pikepdf import Array, AttachedFileSpec, Dictionary, Name, Object, ObjectStreamMode, Pdf

ATTACHMENT_NAME = "cards.json"
PRODUCT = "Hankesalkku"
KIND, KIDS, PARENT, ATTRIBUTES = "/S", "/K", "/P", "/A"


def finish(pages: bytes, attachment: bytes, moment: datetime, description: str) -> bytes:
    """Give the finished file: `attachment` is kept byte for byte, `description` tells a reader what it is."""
    with Pdf.open(BytesIO(pages)) as pdf:
        _mark_headers(pdf)
        _attach(pdf, attachment, moment, description)
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


def _attach(pdf: Pdf, attachment: bytes, moment: datetime, description: str) -> None:
    """Attach the card document as the report's source."""
    day = pikepdf.models.metadata.encode_pdf_date(moment)
    file = AttachedFileSpec(
        pdf,
        attachment,
        filename=ATTACHMENT_NAME,
        description=description,
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
