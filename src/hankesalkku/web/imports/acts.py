"""What a reviewer does with a card: choose values, accept, skip, say which project it tells of, teach a word."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from hankesalkku.core.card.choices import Choice, Take
from hankesalkku.services.errors import Conflict, Invalid
from hankesalkku.services.imports.accept import proposal_accept, proposals_accept_clean
from hankesalkku.services.imports.decide import (
    proposal_choose,
    proposal_match,
    proposal_reopen,
    proposal_skip,
)
from hankesalkku.services.imports.learned import import_learn_label, import_learn_unit
from hankesalkku.services.imports.review import card_at
from hankesalkku.services.imports.search import projects_found
from hankesalkku.services.imports.storable import storable
from hankesalkku.web.imports.ledger import crumbs
from hankesalkku.web.imports.pages import (
    ROOM,
    base,
    conflict_words,
    key_of,
    next_place,
    number_in,
    text_in,
    told_errors,
)
from hankesalkku.web.imports.review import review_page
from hankesalkku.web.shared.door import page, signed_in
from hankesalkku.web.shared.visit import Visit


@signed_in
@require_POST
def choose(request: HttpRequest, visit: Visit, number: int, place: int) -> HttpResponse:
    """Take the file's value, the register's, or the person's own text for a row."""
    key, text = text_in(request, "key"), text_in(request, "text")
    take = request.POST.get("take", "text")
    if suggestion := text_in(request, "suggestion"):
        take, text = "text", suggestion
    choice = Choice(Take(take) if take in list(Take) else Take.TEXT, text)
    try:
        proposal_choose(
            visit.actor,
            batch=number,
            proposal=card_at(visit.actor, batch=number, place=place),
            version=number_in(request, "version") or 0,
            key=key,
            choice=choice,
            day=visit.day,
        )
    except (Conflict, Invalid) as error:
        notice = conflict_words(error, visit)
        return review_page(request, visit, number, place, key=key, typed=text, notice=notice, status=409)
    return redirect(f"{base(visit)}{number}/tarkista/?kortti={place}&kentta={key}#kentta-nyt")


@signed_in
@require_POST
def accept(request: HttpRequest, visit: Visit, number: int, place: int) -> HttpResponse:
    """Take a card into the register and go on to the next."""

    def act() -> None:
        accepted = proposal_accept(
            visit.actor,
            batch=number,
            proposal=card_at(visit.actor, batch=number, place=place),
            version=number_in(request, "version") or 0,
            project_version=number_in(request, "project_version"),
            day=visit.day,
        )
        words = "web.imports.accepted_new" if accepted.is_new else "web.imports.accepted_merged"
        messages.success(request, visit.wording.say(words, number=accepted.number))

    return _decided(request, visit, number, place, act)


@signed_in
@require_POST
def skip(request: HttpRequest, visit: Visit, number: int, place: int) -> HttpResponse:
    """Leave a card out of the register."""

    def act() -> None:
        proposal_skip(
            visit.actor,
            batch=number,
            proposal=card_at(visit.actor, batch=number, place=place),
            version=number_in(request, "version") or 0,
            reason=text_in(request, "reason"),
        )
        messages.success(request, visit.wording.say("web.imports.skipped"))

    return _decided(request, visit, number, place, act)


@signed_in
@require_POST
def reopen(request: HttpRequest, visit: Visit, number: int, place: int) -> HttpResponse:
    """Take up a skipped card again."""
    proposal_reopen(
        visit.actor,
        batch=number,
        proposal=card_at(visit.actor, batch=number, place=place),
        version=number_in(request, "version") or 0,
    )
    return redirect(f"{base(visit)}{number}/tarkista/?kortti={place}")


@signed_in
def match(request: HttpRequest, visit: Visit, number: int, place: int) -> HttpResponse:
    """Search the register for the project that a card tells of, and say which it is; without a number a new one."""
    if request.method != "POST":
        words = text_in(request, "haku")
        context = {"words": words, "found": projects_found(visit.actor, words=words), "place": place}
        context |= {"number": number, "base": base(visit), "version": number_in(request, "version") or ""}
        return page(request, visit, "imports/match.html", context, room=ROOM, breadcrumb=crumbs(visit))
    try:
        proposal_match(
            visit.actor,
            batch=number,
            proposal=card_at(visit.actor, batch=number, place=place),
            version=number_in(request, "version") or 0,
            project_number=number_in(request, "project"),
        )
    except Conflict as error:
        return review_page(request, visit, number, place, notice=conflict_words(error, visit), status=409)
    return redirect(f"{base(visit)}{number}/tarkista/?kortti={place}")


@signed_in
@require_POST
def accept_clean(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    """Accept at once every card without an error."""
    done = proposals_accept_clean(visit.actor, batch=number, day=visit.day)
    messages.success(request, visit.wording.count("web.imports.accepted_many", done.accepted))
    if done.stale:
        messages.warning(request, visit.wording.say("web.imports.left_stale", names=", ".join(done.stale)))
    return redirect(f"{base(visit)}{number}/tarkista/")


@signed_in
@require_POST
def learn(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    """Remember what a label or the spelling of a unit means."""
    try:
        if label := text_in(request, "label"):
            import_learn_label(visit.actor, batch=number, label=label, field=text_in(request, "field"))
        else:
            path = tuple(str(storable(name)) for name in request.POST.getlist("spelling"))
            unit = key_of(request.POST.get("unit", ""))
            import_learn_unit(visit.actor, batch=number, spelling=path, unit=unit)
        messages.success(request, visit.wording.say("web.imports.learned"))
    except Invalid as error:
        told_errors(request, visit, error)
    return redirect(f"{base(visit)}{number}/tarkista/?kortti={number_in(request, 'place') or 1}")


def _decided(
    request: HttpRequest, visit: Visit, number: int, place: int, act: Callable[[], None]
) -> HttpResponse:
    """Do what decides a card; on to the next open one, or back to this one with what is in the way."""
    try:
        act()
    except (Conflict, Invalid) as error:
        return review_page(request, visit, number, place, notice=conflict_words(error, visit), status=409)
    return redirect(f"{base(visit)}{number}/tarkista/?kortti={next_place(visit, number, place)}")
