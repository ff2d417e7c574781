"""Pages of the sign-in: without an organisation in their address, in the frame of one where there is one."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from hankesalkku.services.moment import today
from hankesalkku.services.organisation.organisations import OrganisationSeen, organisations
from hankesalkku.services.people.users import actor_of, organisations_of
from hankesalkku.web.shared.ended import sign_in_first
from hankesalkku.web.shared.frames import open_frame, signed_in_frame
from hankesalkku.web.shared.language import wording_of
from hankesalkku.web.shared.visit import Visit

View = Callable[..., HttpResponse]


def open_page(
    request: HttpRequest, template: str, context: dict[str, object] | None = None, *, status: int = 200
) -> HttpResponse:
    """Answer with a page that needs no sign-in; it may never be kept, since it speaks of one visitor."""
    answer = render(request, f"signin/{template}", open_context(request) | (context or {}), status=status)
    answer["Cache-Control"] = "no-store"
    return answer


def own_page(
    request: HttpRequest, template: str, context: dict[str, object] | None = None, *, status: int = 200
) -> HttpResponse:
    """Answer with a page of one's own account."""
    return render(request, f"signin/{template}", own_context(request) | (context or {}), status=status)


def open_context(request: HttpRequest) -> dict[str, object]:
    """Give what an open page's template needs; with one organisation, the page bears its name."""
    known = organisations()
    wording = wording_of(request)
    name = "Hankesalkku"
    if len(known) == 1:
        name = known[0].name_other.get(wording.language) or known[0].name
    frame = open_frame(request, service_name=name)
    return {"frame": frame, "wording": wording, "base": "shared/open.html"}


def own_context(request: HttpRequest) -> dict[str, object]:
    """Give what the template of an own page needs: the frame of the user's first organisation, if they have one."""
    visit = first_visit(request)
    if visit is None:
        return open_context(request)
    frame = signed_in_frame(request, visit, room="", breadcrumb=())
    return {"frame": frame, "wording": visit.wording, "base": "shared/base.html"}


def first_visit(request: HttpRequest) -> Visit | None:
    """Give the user's visit to their first organisation by name, None where they have no role."""
    for organisation in organisations_of_user(request):
        day = today(organisation.time_zone)
        actor = actor_of(user_key(request), organisation.id, day)
        if actor is not None:
            return Visit(actor, organisation, wording_of(request), day)
    return None


def organisations_of_user(request: HttpRequest) -> list[OrganisationSeen]:
    """List the organisations in which the user has a role today, by name."""
    held = set(organisations_of(user_key(request), today()))
    return [one for one in organisations() if one.id in held]


def for_user(view: View) -> View:
    """Let a view be reached by whoever is signed in, with a role or without."""

    @wraps(view)
    def enter(request: HttpRequest, *args: object, **named: object) -> HttpResponse:
        if not request.user.is_authenticated:
            return sign_in_first(request)
        return view(request, *args, **named)

    return enter


def user_key(request: HttpRequest) -> UUID:
    """Give the key of the user who is signed in."""
    assert request.user.is_authenticated, "a view behind `for_user`"
    return request.user.pk
