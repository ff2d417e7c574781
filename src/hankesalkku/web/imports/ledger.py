"""Bring files in, see the earlier imports, watch one being read, take one back."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_POST

from hankesalkku.core.access.may import may
from hankesalkku.core.access.rights import Action
from hankesalkku.core.access.subject import Subject
from hankesalkku.services.errors import AlreadyDone, Invalid
from hankesalkku.services.imports.ledger import import_cancel, import_progress, import_retry, imports_list
from hankesalkku.services.imports.undo import import_undo
from hankesalkku.services.imports.upload import UploadOutcome, import_upload, pasted
from hankesalkku.web.imports.pages import (
    ROOM,
    base,
    fault_words,
    lines_of,
    outcome_words,
    progress_context,
    tell_outcome,
    text_in,
)
from hankesalkku.web.shared.door import fragment, page, signed_in, wants_fragment
from hankesalkku.web.shared.uploads import brought
from hankesalkku.web.shared.visit import Visit


@signed_in
def upload(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Show the form with the earlier imports, or take files in and go to their import."""
    if request.method != "POST":
        return _upload_page(request, visit)
    text = request.POST.get("text", "").strip()
    files = [brought(file) for file in request.FILES.getlist("files")]
    try:
        outcome = import_upload(
            visit.actor,
            files=[*files, *([pasted(text)] if text else ())],
            report_date=text_in(request, "report_date").strip(),
        )
    except Invalid as error:
        return _upload_page(request, visit, errors=fault_words(error, visit), status=422)
    if outcome.number is None:
        return _upload_page(request, visit, outcome=outcome, status=422 if outcome.refused else 200)
    tell_outcome(request, visit, outcome)
    return redirect(f"{base(visit)}{outcome.number}/")


@signed_in
@require_GET
def progress(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    """Show how far an import is; a fragment is the part that changes."""
    seen = import_progress(visit.actor, batch=number)
    context = progress_context(seen, visit)
    if wants_fragment(request):
        answer = fragment(request, visit, "imports/_progress.html", context)
        if seen.is_over:
            answer["HX-Refresh"] = "true"
        return answer
    return page(request, visit, "imports/progress.html", context, room=ROOM, breadcrumb=crumbs(visit))


@signed_in
@require_POST
def cancel(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    """Stop the reading of an import."""
    import_cancel(visit.actor, batch=number)
    return redirect(f"{base(visit)}{number}/")


@signed_in
@require_POST
def retry(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    """Read an import anew."""
    import_retry(visit.actor, batch=number)
    return redirect(f"{base(visit)}{number}/")


@signed_in
def undo(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    """Ask whether to take an import back, and do it."""
    seen = import_progress(visit.actor, batch=number)
    if request.method != "POST":
        context = {"seen": seen, "number": number, "base": base(visit)}
        return page(request, visit, "imports/undo.html", context, room=ROOM, breadcrumb=crumbs(visit))
    try:
        undone = import_undo(visit.actor, batch=number, day=visit.day)
    except AlreadyDone:
        return redirect(f"{base(visit)}{number}/")
    words = visit.wording.say(
        "web.imports.undone", removed=undone.removed, restored=undone.restored, left=len(undone.left)
    )
    messages.success(request, words)
    return redirect(f"{base(visit)}{number}/")


def crumbs(visit: Visit) -> tuple[tuple[str, str], ...]:
    """Give the way to the list of imports."""
    return ((visit.wording.say("web.menu.imports"), base(visit)),)


def _upload_page(
    request: HttpRequest,
    visit: Visit,
    *,
    errors: tuple[tuple[str, str], ...] = (),
    outcome: UploadOutcome | None = None,
    status: int = 200,
) -> HttpResponse:
    before = request.GET.get("ennen", "")
    lines = imports_list(visit.actor, before=int(before) if before.isascii() and before.isdigit() else None)
    context = {
        "lines": lines_of(lines, visit),
        "errors": errors,
        "known": outcome.known if outcome else (),
        "refused": outcome_words(outcome, visit) if outcome else (),
        "text": request.POST.get("text", ""),
        "report_date": request.POST.get("report_date", ""),
        "may_upload": may(visit.actor, Action.IMPORT_UPLOAD, Subject(visit.organisation.id)).is_granted,
        "base": base(visit),
    }
    return page(request, visit, "imports/upload.html", context, room=ROOM, status=status)
