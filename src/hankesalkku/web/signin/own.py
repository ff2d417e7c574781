"""One's own account (*omat tiedot*): name, language, shortcuts, password, second factor, identities, sessions."""

from __future__ import annotations

from uuid import UUID

from allauth.account.internal.flows.login import record_authentication
from allauth.account.internal.flows.reauthentication import raise_if_reauthentication_required
from django.contrib import messages
from django.contrib.auth import get_user_model, update_session_auth_hash
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from hankesalkku.services.errors import Invalid, NotFound
from hankesalkku.services.people.identities import Taken, identities_of, identity_remove
from hankesalkku.services.people.own import own_account, own_edit
from hankesalkku.services.people.passwords import password_change
from hankesalkku.services.people.providers import providers
from hankesalkku.services.people.sessions import sessions_end, sessions_of
from hankesalkku.services.people.sign_in import NoMatch, password_confirm
from hankesalkku.services.people.tries import TooManyTries
from hankesalkku.web.shared.language import language_choice_cookie, wording_of
from hankesalkku.web.signin.forms import OwnForm, PasswordChangeForm
from hankesalkku.web.signin.pages import for_user, own_page, user_key
from hankesalkku.web.signin.second_factor import OWN, factors_of

GET_OR_POST = ["GET", "HEAD", "POST"]


@for_user
@require_http_methods(GET_OR_POST)
def own(request: HttpRequest) -> HttpResponse:
    """Show and change one's own account."""
    account = own_account(user_key(request))
    shown = {"name": account.name, "language": account.language, "has_shortcuts": account.has_shortcuts}
    wording = wording_of(request)
    form = OwnForm(wording, request.POST) if request.method == "POST" else OwnForm(wording, initial=shown)
    if request.method != "POST" or not form.is_valid():
        return _own_page(request, form, 422 if form.errors else 200)
    try:
        own_edit(user_key(request), **form.cleaned_data)
    except Invalid as invalid:
        form.refuse(invalid)
        return _own_page(request, form, 422)
    messages.success(request, wording.say("web.signin.own.saved"))
    return language_choice_cookie(redirect(OWN), form.cleaned_data["language"])


def _own_page(request: HttpRequest, form: OwnForm, status: int) -> HttpResponse:
    context: dict[str, object] = {
        "form": form,
        "account": own_account(user_key(request)),
        "identities": identities_of(user_key(request)),
        "providers": providers(),
        "sessions": sessions_of(user_key(request), this=request.session.session_key or ""),
        **factors_of(user_key(request)),
    }
    return own_page(request, "own.html", context, status=status)


@for_user
@sensitive_post_parameters("old_password", "password")
@require_http_methods(GET_OR_POST)
def password(request: HttpRequest) -> HttpResponse:
    """Change one's own password, knowing the one so far; other sessions end."""
    if not own_account(user_key(request)).has_password:
        raise Http404
    form = PasswordChangeForm(wording_of(request), request.POST or None)
    if request.method != "POST" or not form.is_valid() or not _changed(request, form):
        return own_page(request, "password.html", {"form": form}, status=422 if form.errors else 200)
    messages.success(request, wording_of(request).say("web.signin.password.changed"))
    return redirect(OWN)


def _changed(request: HttpRequest, form: PasswordChangeForm) -> bool:
    say = form.wording
    try:
        password_confirm(user_key(request), form.cleaned_data["old_password"])
        password_change(
            user_key(request),
            password=form.cleaned_data["password"],
            keep_session=request.session.session_key or "",
        )
    except NoMatch:
        form.add_error("old_password", say.say("web.signin.error.wrong_password"))
    except TooManyTries as error:
        form.add_error("old_password", say.count("web.signin.error.wait", error.minutes))
    except Invalid as invalid:
        form.refuse(invalid)
    if form.errors:
        return False
    user = get_user_model().objects.get(pk=user_key(request))
    update_session_auth_hash(request, user)
    record_authentication(request, user, "password", reauthenticated=True)
    return True


@require_POST
@for_user
def remove_identity(request: HttpRequest, identity: UUID) -> HttpResponse:
    """Give up an identity of one's own."""
    raise_if_reauthentication_required(request, app="allauth.mfa")
    try:
        identity_remove(user_key(request), identity)
    except NotFound as error:
        raise Http404 from error
    except Taken:
        messages.error(request, wording_of(request).say("web.signin.own.last_way"))
        return redirect(OWN)
    messages.success(request, wording_of(request).say("web.signin.own.identity_removed"))
    return redirect(OWN)


@require_POST
@for_user
def end_sessions(request: HttpRequest) -> HttpResponse:
    """End one's other sessions."""
    number = sessions_end(user_key(request), but=request.session.session_key or "")
    messages.success(request, wording_of(request).count("web.signin.own.sessions_ended", number))
    return redirect(OWN)
