"""Single sign-on: the hand-over to an identity provider, and the person's return from it."""

from __future__ import annotations

from urllib.parse import urlencode
from uuid import UUID

from allauth.account.internal.flows.login import record_authentication
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import get_user_model, logout
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_POST

from hankesalkku.services.errors import Invalid, NotFound
from hankesalkku.services.moment import now, today
from hankesalkku.services.people.identities import NobodyKnown, Taken, identity_bind, identity_sign_in
from hankesalkku.services.people.joining import join_by_provider
from hankesalkku.services.people.providers import ProviderSeen, provider_of
from hankesalkku.services.people.sign_in import provider_refused, signed_out
from hankesalkku.web.shared.language import wording_of
from hankesalkku.web.shared.middleware import CHECKED, is_check_due
from hankesalkku.web.signin.adapters import AccountAdapter
from hankesalkku.web.signin.entrance import entrance, no_role
from hankesalkku.web.signin.landing import asked_address, own_address
from hankesalkku.web.signin.openid import Answered, answered, begin
from hankesalkku.web.signin.pages import for_user, open_page, user_key
from hankesalkku.web.signin.provider_requests import ProviderFault


@require_POST
def begin_sign_in(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Hand a person over to their provider."""
    return _handed_over(request, _provider(provider_id), process="login", next_url=asked_address(request))


@require_POST
@for_user
def begin_binding(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Hand a signed-in person over, to bind one more identity to their account."""
    return _handed_over(request, _provider(provider_id), process="connect", next_url="/omat-tiedot/")


@require_POST
def begin_joining(request: HttpRequest, token: str, provider_id: str) -> HttpResponse:
    """Hand an invited person over."""
    return _handed_over(request, _provider(provider_id), process="join", next_url="/", invitation=token)


@require_GET
@for_user
def check(request: HttpRequest) -> HttpResponse:
    """Ask the provider, without a question to the person, whether they are still there (A5)."""
    seen = provider_of(str(request.session.get("provider", "")))
    if seen is None or not is_check_due(request):
        return redirect(asked_address(request))
    return _handed_over(request, seen, process="check", next_url=asked_address(request))


@require_GET
def returned(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Take the person's return from the provider."""
    seen = _provider(provider_id)
    try:
        answer = answered(request, seen)
    except ProviderFault as fault:
        return _troubled(request, seen, fault)
    try:
        return _PROCESSES[answer.process](request, seen, answer)
    except NobodyKnown as error:
        if answer.process == "check":
            _leave(request)
        return no_role(request, error.administrators)
    except Taken:
        return open_page(request, "taken.html", {"provider": seen.name}, status=403)


def _handed_over(
    request: HttpRequest, seen: ProviderSeen, *, process: str, next_url: str, invitation: str = ""
) -> HttpResponse:
    """Send the browser to the provider by a page of ours.

    A redirect would belong to the form that was sent, and the policy lets forms go to this site only.
    """
    try:
        address = begin(request, seen, process=process, next_url=next_url, invitation=invitation)
    except ProviderFault as fault:
        return _troubled(request, seen, fault)
    answer = open_page(request, "hand_over.html", {"provider": seen.name, "address": address})
    answer["Refresh"] = f"0; url={address}"
    return answer


def _sign_in(request: HttpRequest, seen: ProviderSeen, answer: Answered) -> HttpResponse:
    user = identity_sign_in(seen, answer.claims, day=today())
    return _entered(request, seen, answer, user)


def _bind(request: HttpRequest, seen: ProviderSeen, answer: Answered) -> HttpResponse:
    if not request.user.is_authenticated:
        return redirect("account_login")
    identity_bind(user_key(request), seen, answer.claims)
    messages.success(request, wording_of(request).say("web.signin.own.bound", provider=seen.name))
    return redirect("/omat-tiedot/")


def _join(request: HttpRequest, seen: ProviderSeen, answer: Answered) -> HttpResponse:
    try:
        user = join_by_provider(answer.invitation, seen, answer.claims)
    except NotFound:
        return open_page(request, "invitation_over.html", status=410)
    except Invalid as error:
        words = [wording_of(request).say(fault.message) for fault in error.faults]
        return open_page(request, "invitation_trouble.html", {"words": words}, status=409)
    return _entered(request, seen, answer, user)


def _checked(request: HttpRequest, seen: ProviderSeen, answer: Answered) -> HttpResponse:
    user = identity_sign_in(seen, answer.claims, day=today())
    if not request.user.is_authenticated or user_key(request) != user:
        _leave(request)
        return redirect("account_login")
    request.session[CHECKED] = int(now().timestamp())
    return redirect(own_address(request, answer.next))


def _leave(request: HttpRequest) -> None:
    if request.user.is_authenticated:
        signed_out(user_key(request), why="provider")
        logout(request)


_PROCESSES = {"login": _sign_in, "connect": _bind, "join": _join, "check": _checked}


def _entered(request: HttpRequest, seen: ProviderSeen, answer: Answered, user: UUID) -> HttpResponse:
    row = get_user_model().objects.get(pk=user)
    adapter = AccountAdapter(request)
    adapter.login(request, row)
    record_authentication(request, row, "socialaccount", provider=seen.key)
    request.session["provider"] = seen.key
    request.session[CHECKED] = int(now().timestamp())
    request.session["end_session"] = _end_session(seen, answer)
    if answer.claims.groups is None:
        messages.warning(request, wording_of(request).say("web.signin.groups_unknown"))
    return adapter.post_login(request, row, redirect_url=own_address(request, answer.next))


def _end_session(seen: ProviderSeen, answer: Answered) -> str:
    """Give the address that ends the provider's session. Source: OpenID Connect RP-Initiated Logout 1.0."""
    if not answer.end_session:
        return ""
    back = f"{settings.PUBLIC_ADDRESS}/kirjaudu/"
    joint = "&" if "?" in answer.end_session else "?"
    query = urlencode({"client_id": seen.client_id, "post_logout_redirect_uri": back})
    return f"{answer.end_session}{joint}{query}"


def _troubled(request: HttpRequest, seen: ProviderSeen, fault: ProviderFault) -> HttpResponse:
    provider_refused(seen, why=str(fault))
    if is_check_due(request):
        _leave(request)
    key = "unreachable" if fault.is_unreachable else "cancelled" if str(fault) == "cancelled" else "refused"
    words = wording_of(request).say(f"web.signin.provider.{key}", provider=seen.name)
    return entrance(request, trouble=words, status=502 if fault.is_unreachable else 403)


def _provider(key: str) -> ProviderSeen:
    found = provider_of(key)
    if found is None:
        raise Http404(key)
    return found
