"""The door of signed-in pages: who asks, in which organisation, in which words; refusals become answers.

A view behind the door is `def page(request: HttpRequest, visit: Visit, …)`, wrapped in `@signed_in`; its address holds
`<slug:slug>`, the organisation's short name.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from hankesalkku.services.errors import NotAllowed, NotFound, ReadOnly
from hankesalkku.services.moment import today
from hankesalkku.services.organisation.organisations import organisation_of
from hankesalkku.services.people.users import actor_of
from hankesalkku.web.shared.ended import sign_in_first
from hankesalkku.web.shared.errors import refused
from hankesalkku.web.shared.frames import signed_in_frame
from hankesalkku.web.shared.language import wording_of
from hankesalkku.web.shared.visit import Visit

Parameters = ParamSpec("Parameters")


@dataclass(frozen=True, slots=True)
class Refusal:
    """What a page of refusal tells: which roles may, by name."""

    roles: tuple[str, ...] = field(default=())


class RefusedHere(Exception):
    """Carries the refusal to the page that explains it."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__("refused")
        self.refusal = refusal


def signed_in(
    view: Callable[Concatenate[HttpRequest, Visit, Parameters], HttpResponse],
) -> Callable[..., HttpResponse]:
    """Let a view be reached by people with a role in the organisation of its address.

    Signed out: to the sign-in page and back. No role there, or no such organisation: 404, as if it did not exist.
    """

    @wraps(view)
    def enter(request: HttpRequest, slug: str, *args: Any, **named: Any) -> HttpResponse:  # noqa: ANN401 - of the address
        if not request.user.is_authenticated:
            return sign_in_first(request)
        organisation = organisation_of(slug)
        day = today(organisation.time_zone) if organisation else today()
        if organisation:
            timezone.activate(organisation.time_zone)
        actor = actor_of(request.user.pk, organisation.id, day) if organisation else None
        if organisation is None or actor is None:
            raise Http404(slug)
        visit = Visit(actor, organisation, wording_of(request), day)
        return _answered(request, visit, lambda: view(request, visit, *args, **named))

    return enter


def page(
    request: HttpRequest,
    visit: Visit,
    template: str,
    context: dict[str, object] | None = None,
    *,
    room: str,
    status: int = 200,
    breadcrumb: tuple[tuple[str, str], ...] = (),
) -> HttpResponse:
    """Answer with a page in the frame; `room` is the entry of the menu, `breadcrumb` pairs of words and address."""
    frame = signed_in_frame(request, visit, room=room, breadcrumb=breadcrumb)
    full = {"frame": frame, "wording": visit.wording, "visit": visit, **(context or {})}
    return render(request, template, full, status=status)


def fragment(
    request: HttpRequest,
    visit: Visit,
    template: str,
    context: dict[str, object] | None = None,
    *,
    status: int = 200,
) -> HttpResponse:
    """Answer with a piece of a page that htmx puts in place."""
    return render(
        request, template, {"wording": visit.wording, "visit": visit, **(context or {})}, status=status
    )


def wants_fragment(request: HttpRequest) -> bool:
    """Tell whether htmx asks for a piece of the page; a restored history wants the whole."""
    return request.headers.get("HX-Request") == "true" and "HX-History-Restore-Request" not in request.headers


def _answered(request: HttpRequest, visit: Visit, answer: Callable[[], HttpResponse]) -> HttpResponse:
    try:
        return answer()
    except NotFound as error:
        raise Http404(str(error)) from error
    except NotAllowed as error:
        roles = tuple(visit.wording.say(f"role.{role}") for role in error.verdict.roles)
        return refused(request, RefusedHere(Refusal(roles)))
    except ReadOnly:
        return page(request, visit, "shared/read_only.html", room="", status=503)
