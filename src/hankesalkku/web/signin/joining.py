"""Coming in for the first time: an invitation's link, a forgotten password's link, the first administrator."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from hankesalkku.services.errors import AlreadyDone, Invalid, NotFound
from hankesalkku.services.mail.outbox import has_mail
from hankesalkku.services.people.first_administrator import first_administrator_add, nobody_yet
from hankesalkku.services.people.invitations import InvitationSeen, invitation_of
from hankesalkku.services.people.joining import join_as, join_by_password
from hankesalkku.services.people.passwords import password_reset, password_reset_ask, reset_user
from hankesalkku.services.people.providers import providers
from hankesalkku.services.people.sign_in import has_local_accounts
from hankesalkku.services.people.tries import LINK, TooManyTries, take_try
from hankesalkku.web.shared.language import wording_of
from hankesalkku.web.signin.forms import FirstForm, ForgottenForm, PasswordForm
from hankesalkku.web.signin.local import is_from_this_machine
from hankesalkku.web.signin.pages import open_page, user_key
from hankesalkku.web.signin.start import start

GET_OR_POST = ["GET", "HEAD", "POST"]


@sensitive_post_parameters("password")
@require_http_methods(GET_OR_POST)
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Show an invitation; take it by a local password, or as the user who is signed in."""
    try:
        seen = invitation_of(token)
    except NotFound:
        return open_page(request, "invitation_over.html", status=410)
    form = PasswordForm(wording_of(request), request.POST or None)
    if request.method != "POST":
        return _invited(request, token, seen, form)
    try:
        return _joined(request, token, form)
    except Invalid as invalid:
        form.refuse(invalid)
    return _invited(request, token, seen, form, 422)


def _joined(request: HttpRequest, token: str, form: PasswordForm) -> HttpResponse:
    if request.user.is_authenticated:
        join_as(token, user_key(request))
        messages.success(request, form.wording.say("web.signin.invitation.taken"))
        return redirect("front")
    if not has_local_accounts():
        raise Http404
    if not form.is_valid():
        raise Invalid
    return start(request, join_by_password(token, password=form.cleaned_data["password"]))


def _invited(
    request: HttpRequest, token: str, seen: InvitationSeen, form: PasswordForm, status: int = 200
) -> HttpResponse:
    context: dict[str, object] = {
        "invitation": seen,
        "token": token,
        "form": form,
        "providers": providers(),
        "has_local": has_local_accounts(),
        "until": seen.expires_at.date(),
    }
    return open_page(request, "invitation.html", context, status=status)


@require_http_methods(GET_OR_POST)
def forgotten(request: HttpRequest) -> HttpResponse:
    """Ask for a link to choose a new password; the answer never tells whether there is such an account."""
    if not (has_mail() and has_local_accounts()):
        raise Http404
    form = ForgottenForm(wording_of(request), request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return open_page(request, "forgotten.html", {"form": form}, status=422 if form.errors else 200)
    try:
        take_try(LINK, request.META.get("REMOTE_ADDR", ""))
        password_reset_ask(email=form.cleaned_data["email"], address=_reset_address())
    except TooManyTries:
        return open_page(request, "forgotten_sent.html")
    return open_page(request, "forgotten_sent.html")


@sensitive_post_parameters("password")
@require_http_methods(GET_OR_POST)
def reset(request: HttpRequest, user: str, token: str) -> HttpResponse:
    """Choose a new password by a link that was mailed."""
    form = PasswordForm(wording_of(request), request.POST or None)
    try:
        reset_user(user, token)
        if request.method == "POST" and form.is_valid():
            password_reset(user=user, token=token, password=form.cleaned_data["password"])
            messages.success(request, form.wording.say("web.signin.password.changed"))
            return redirect("account_login")
    except NotFound:
        return open_page(request, "reset_over.html", status=410)
    except Invalid as invalid:
        form.refuse(invalid)
    return open_page(request, "reset.html", {"form": form}, status=422 if form.errors else 200)


@sensitive_post_parameters("password")
@require_http_methods(GET_OR_POST)
def first(request: HttpRequest) -> HttpResponse:
    """Make the first administrator: once, and from this machine only."""
    if not nobody_yet() or not is_from_this_machine(request):
        raise Http404
    form = FirstForm(wording_of(request), request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return open_page(request, "first.html", {"form": form}, status=422 if form.errors else 200)
    try:
        return start(request, first_administrator_add(**form.cleaned_data))
    except AlreadyDone:
        return redirect("account_login")
    except Invalid as invalid:
        form.refuse(invalid)
    return open_page(request, "first.html", {"form": form}, status=422)


def _reset_address() -> str:
    from django.conf import settings

    return f"{settings.PUBLIC_ADDRESS}/kirjaudu/uusi-salasana/"
