"""The review of an import (*tarkista ehdotukset*): three panes, one card at a time."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET

from hankesalkku.core.language.formats import format_number
from hankesalkku.services.errors import Invalid, NotFound
from hankesalkku.services.imports.decide import leftover_attach
from hankesalkku.services.imports.ledger import import_progress
from hankesalkku.services.imports.review import import_review
from hankesalkku.services.imports.source_view import source_sheets
from hankesalkku.web.imports.ledger import crumbs
from hankesalkku.web.imports.pages import (
    ROOM,
    base,
    field_choices,
    key_of,
    review_context,
    text_in,
    told_errors,
)
from hankesalkku.web.shared.door import page, signed_in
from hankesalkku.web.shared.visit import Visit


@signed_in
@require_GET
def review(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    """Show a card of an import: `kortti` counts from 1, `kentta` is the row in hand."""
    place = request.GET.get("kortti", "")
    return review_page(
        request,
        visit,
        number,
        int(place) if place.isascii() and place.isdigit() else None,
        key=text_in(request, "kentta"),
    )


def review_page(  # noqa: PLR0913 - what to show, by keyword
    request: HttpRequest,
    visit: Visit,
    number: int,
    place: int | None,
    *,
    key: str = "",
    typed: str | None = None,
    notice: str = "",
    status: int = 200,
) -> HttpResponse:
    """Answer with the review of a card; `typed` is text that could not be saved, `notice` says why."""
    seen = import_review(visit.actor, batch=number, place=place, wording=visit.wording)
    if seen is None:
        context: dict[str, object] = {
            "progress": import_progress(visit.actor, batch=number),
            "base": base(visit),
        }
        return page(request, visit, "imports/no_cards.html", context, room=ROOM, breadcrumb=crumbs(visit))
    context = review_context(seen, visit, key=key, typed=typed)
    context |= {"sheets": source_sheets(seen), "notice": notice}
    trail = crumbs(visit)
    return page(request, visit, "imports/review.html", context, room=ROOM, breadcrumb=trail, status=status)


@signed_in
def leftovers(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    """List what was not read, and give a piece its place."""
    if request.method == "POST":
        return _attach(request, visit, number)
    seen = import_review(visit.actor, batch=number, place=None, wording=visit.wording)
    if seen is None:
        raise NotFound(number)
    characters = sum(file.characters - file.placed for file in seen.batch.files)
    context = {
        "seen": seen,
        "cards": [(place, line.name) for place, line in enumerate(seen.lines, 1) if line.state == "open"],
        "fields": field_choices(visit),
        "characters": format_number(characters),
        "base": f"{base(visit)}{number}/",
    }
    return page(request, visit, "imports/leftovers.html", context, room=ROOM, breadcrumb=crumbs(visit))


def _attach(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    place = request.POST.get("card", "")
    seen = import_review(
        visit.actor, batch=number, place=int(place) if place.isdigit() else None, wording=visit.wording
    )
    if seen is None:
        raise NotFound(number)
    try:
        leftover_attach(
            visit.actor,
            batch=number,
            leftover=key_of(request.POST.get("leftover", "")),
            proposal=seen.proposal.id if place else None,
            key=text_in(request, "field"),
            day=visit.day,
        )
    except Invalid as error:
        told_errors(request, visit, error)
    return redirect(f"{base(visit)}{number}/lukematta/")
