"""What can be fetched of an import: originals, pictures of pages, the text of a file, an example to try."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from hankesalkku.services.imports.example import example_file
from hankesalkku.services.imports.ledger import import_original, import_picture, imported_file
from hankesalkku.services.imports.source_view import text_sheets
from hankesalkku.web.imports.ledger import crumbs
from hankesalkku.web.imports.pages import ROOM, base
from hankesalkku.web.shared.door import page, signed_in
from hankesalkku.web.shared.downloads import download, picture
from hankesalkku.web.shared.visit import Visit


@signed_in
@require_GET
def original(request: HttpRequest, visit: Visit, number: int, position: int) -> HttpResponse:
    """Hand out a file as it was brought in."""
    return download(import_original(visit.actor, batch=number, position=position))


@signed_in
@require_GET
def page_picture(
    request: HttpRequest, visit: Visit, number: int, position: int, page_number: int
) -> HttpResponse:
    """Show the picture of a page."""
    return picture(import_picture(visit.actor, batch=number, position=position, page=page_number))


@signed_in
@require_GET
def text(request: HttpRequest, visit: Visit, number: int, position: int) -> HttpResponse:
    """Show the text of a file as it was read, line by line."""
    batch, file = imported_file(visit.actor, batch=number, position=position)
    context = {"file": file, "sheets": text_sheets(batch.organisation, file)}
    trail = (*crumbs(visit), (file.name, f"{base(visit)}{number}/"))
    return page(request, visit, "imports/text.html", context, room=ROOM, breadcrumb=trail)


@signed_in
@require_GET
def example(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Hand out a small report of made-up projects, to try an import with."""
    return download(example_file(visit.actor))
