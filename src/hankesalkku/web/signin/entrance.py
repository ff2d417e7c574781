"""Signing in and out, the front page (screens.md 1)."""

from __future__ import annotations

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from hankesalkku.services.mail.outbox import has_mail
from hankesalkku.services.people.first_administrator import nobody_yet
from hankesalkku.services.people.identities import administrators_of
from hankesalkku.services.people.providers import provider_of, providers
from hankesalkku.services.people.sign_in import (
    NoMatch,
    has_local_accounts,
    password_sign_in,
    signed_out,
)
from hankesalkku.services.people.tries import TooManyTries
from hankesalkku.web.shared.ended import kept_form
from hankesalkku.web.shared.language import wording_of
from hankesalkku.web.signin.forms import LocalForm
from hankesalkku.web.signin.landing import asked_address
from hankesalkku.web.signin.local import is_from_this_machine
from hankesalkku.web.signin.pages import for_user, open_page, organisations_of_user, own_page, user_key
from hankesalkku.web.signin.start import start


@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """Show the ways to sign in; take a local account's password."""
    if request.user.is_authenticated:
        return redirect(asked_address(request))
    if nobody_yet() and is_from_this_machine(request):
        return redirect("first_administrator")
    if request.method != "POST" or not has_local_accounts():
        return entrance(request)
    return _local(request)


def entrance(
    request: HttpRequest, form: LocalForm | None = None, *, trouble: str = "", status: int = 200
) -> HttpResponse:
    """Answer with the page of sign-in; `trouble` tells why single sign-on did not work this time."""
    ways = providers()
    context: dict[str, object] = {
        "providers": ways,
        "form": form or LocalForm(wording_of(request)),
        "has_local": has_local_accounts(),
        "is_open": form is not None or bool(trouble) or not ways,
        "trouble": trouble,
        "next": asked_address(request),
        "has_mail": has_mail(),
        "has_kept": kept_form(request) is not None,
    }
    return open_page(request, "sign_in.html", context, status=status)


def _local(request: HttpRequest) -> HttpResponse:
    wording = wording_of(request)
    form = LocalForm(wording, request.POST)
    if not form.is_valid():
        return entrance(request, form, status=422)
    try:
        user = password_sign_in(**form.cleaned_data)
    except NoMatch:
        form.add_error(None, wording.say("web.signin.error.no_match"))
        return entrance(request, form, status=422)
    except TooManyTries as error:
        form.add_error(None, wording.count("web.signin.error.wait", error.minutes))
        return entrance(request, form, status=429)
    return start(request, user, address=asked_address(request))


@require_http_methods(["GET", "HEAD", "POST"])
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session, and offer to end the provider's too (O6)."""
    if request.method != "POST":
        return (
            open_page(request, "sign_out.html")
            if request.user.is_authenticated
            else redirect("account_login")
        )
    seen = provider_of(str(request.session.get("provider", "")))
    address = str(request.session.get("end_session", ""))
    if request.user.is_authenticated:
        signed_out(user_key(request))
    logout(request)
    return open_page(request, "signed_out.html", {"provider": seen, "address": address if seen else ""})


@for_user
def resume(request: HttpRequest) -> HttpResponse:
    """Show the form that was being sent when the session ended, to send it once more."""
    kept = kept_form(request)
    return own_page(request, "resume.html", {"kept": kept}) if kept else redirect("front")


def front(request: HttpRequest) -> HttpResponse:
    """Go to the one organisation, or let the person choose; without a role, say who gives one."""
    if not request.user.is_authenticated:
        return redirect("account_login")
    own = organisations_of_user(request)
    if len(own) == 1:
        return redirect(f"/app/{own[0].slug}/")
    if not own:
        return no_role(request, administrators_of())
    language = wording_of(request).language
    choices = [(one.name_other.get(language) or one.name, f"/app/{one.slug}/") for one in own]
    return open_page(request, "choose.html", {"choices": choices})


def no_role(request: HttpRequest, administrators: tuple[str, ...]) -> HttpResponse:
    """Tell that nobody gave a role yet, and who may."""
    return open_page(request, "no_role.html", {"administrators": ", ".join(administrators)}, status=403)
