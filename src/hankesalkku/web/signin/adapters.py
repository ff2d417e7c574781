"""How django-allauth fits the site: who is let in, what is told, where words come from (settings *_ADAPTER)."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.base_user import AbstractBaseUser
from django.forms import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect

from hankesalkku.services.moment import now
from hankesalkku.services.people.sign_in import signed_in
from hankesalkku.web.shared.language import wording_of
from hankesalkku.web.signin.landing import own_address

BACKEND = "django.contrib.auth.backends.ModelBackend"
FIRST_FACTORS = {"password": "password", "socialaccount": "provider"}


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth has no types
    """Local accounts: nobody signs up, messages are our own, every sign-in is logged."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Tell that accounts come by invitation or from an administrator."""
        return False

    def is_safe_url(self, url: str) -> bool:
        """Tell whether an address is one of this site."""
        return bool(url) and own_address(self.request, url) == url

    def login(self, request: HttpRequest, user: AbstractBaseUser) -> None:
        """Put the user into the session, whose key changes."""
        begin_session(request, user)

    def post_login(self, request: HttpRequest, user: AbstractBaseUser, **given: Any) -> HttpResponse:  # noqa: ANN401 - as allauth has it
        """Log the sign-in and go where the person wanted to."""
        records = get_authentication_records(request, user)
        methods = [FIRST_FACTORS.get(one["method"], str(one.get("type", one["method"]))) for one in records]
        request.session["method"] = "+".join(methods)
        signed_in(user.pk, method=request.session["method"])
        return HttpResponseRedirect(own_address(request, given.get("redirect_url")))

    def respond_user_inactive(self, request: HttpRequest, user: AbstractBaseUser) -> HttpResponse:
        """Answer as for a wrong password."""
        return redirect("account_login")

    def add_message(self, *_: object, **__: object) -> None:
        """Say nothing: our own pages tell what was done."""

    def send_notification_mail(self, *_: object, **__: object) -> None:
        """Send nothing: the log tells."""

    def validation_error(self, code: str, *args: object) -> ValidationError:
        """Give an error in our own words."""
        return _spoken(self.request, code)


class MfaAdapter(DefaultMFAAdapter):  # type: ignore[misc]  # as above
    """Second factors: names and errors in our own words."""

    def get_totp_issuer(self) -> str:
        """Name the service in the authenticator app."""
        return "Hankesalkku"

    def generate_authenticator_name(self, user: AbstractBaseUser, type: Authenticator.Type) -> str:  # noqa: A002 - as allauth has it
        """Number the keys of a user."""
        number = Authenticator.objects.filter(user_id=user.pk, type=type).count() + 1
        return _say("web.signin.key.number", number=number)

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """Name the site to security keys by its public host, whatever a request says its host is.

        Browsers take no IP address here: on this machine alone, keys work under the name `localhost`.
        """
        host = "localhost" if settings.IS_LOOPBACK else urlsplit(settings.PUBLIC_ADDRESS).hostname
        return {"id": host or "localhost", "name": "Hankesalkku"}

    def validation_error(self, code: str, *args: object) -> ValidationError:
        """Give an error in our own words."""
        from allauth.core import context

        return _spoken(context.request, code)


def begin_session(request: HttpRequest, user: AbstractBaseUser) -> None:
    """Begin a user's session under a new key; its limits run from now."""
    login(request, user, backend=BACKEND)  # type: ignore[arg-type]  # the site's one model of users
    request.session["started_at"] = request.session["seen_at"] = int(now().timestamp())


FACTOR_ERRORS = {
    "cannot_delete_authenticator": "web.signin.factor_error.cannot_delete_authenticator",
    "cannot_generate_recovery_codes": "web.signin.factor_error.cannot_generate_recovery_codes",
}
"""What the second factor's forms refuse beside a wrong code, in our words."""


def _spoken(request: HttpRequest, code: str) -> ValidationError:
    key = FACTOR_ERRORS.get(code, "web.signin.factor_error.incorrect_code")
    return ValidationError(wording_of(request).say(key), code=code)


def _say(key: str, **params: object) -> str:
    from allauth.core import context

    return wording_of(context.request).say(key, **params)
