"""Second factors (*kaksivaiheinen tunnistautuminen*): django-allauth's pages in our looks and words."""

from __future__ import annotations

import struct
from typing import Any

from allauth.account.internal.flows.reauthentication import (
    reauthenticate_by_password,
    resume_request,
)
from allauth.account.views import BaseReauthenticateView
from allauth.core import context
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.base.views import AuthenticateView, ReauthenticateView
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.views import GenerateRecoveryCodesView, ViewRecoveryCodesView
from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from allauth.mfa.webauthn.forms import AddWebAuthnForm, AuthenticateWebAuthnForm, ReauthenticateWebAuthnForm
from allauth.mfa.webauthn.views import AddWebAuthnView, ReauthenticateWebAuthnView, RemoveWebAuthnView
from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.utils.decorators import method_decorator
from django.views.decorators.debug import sensitive_post_parameters

from hankesalkku.services.people.own import second_factor_changed
from hankesalkku.services.people.sign_in import NoMatch, password_confirm, second_factor_failed
from hankesalkku.services.people.tries import SECOND_FACTOR, TooManyTries, give_back, take_try
from hankesalkku.web.shared.language import wording_of
from hankesalkku.web.signin.forms import ConfirmForm
from hankesalkku.web.signin.landing import asked_address
from hankesalkku.web.signin.pages import for_user, open_context, own_context, user_key

OWN = "/omat-tiedot/"
UNSOUND = (KeyError, TypeError, ValueError, AttributeError, IndexError, struct.error)
"""What the library raises on a credential that no browser made."""


class CountedCode(forms.Form):
    """A code of an app or of the list of spare codes: ten wrong ones in a quarter of an hour, then waiting."""

    user: Any

    def __init__(self, *args: Any, **named: Any) -> None:  # noqa: ANN401 - as allauth has it
        super().__init__(*args, **named)
        field = self.fields["code"]
        wording = wording_of(context.request)
        field.label = wording.say("web.signin.field.code")
        field.widget.attrs.pop("placeholder", None)
        field.widget.attrs["inputmode"] = "numeric"

    def clean_code(self) -> str:
        """Count the try, check the code, give the try back."""
        wording = wording_of(context.request)
        try:
            take_try(SECOND_FACTOR, str(self.user.pk))
        except TooManyTries as error:
            raise forms.ValidationError(wording.count("web.signin.error.wait", error.minutes)) from error
        try:
            code: str = super().clean_code()  # type: ignore[misc]  # of the form this is mixed into
        except forms.ValidationError:
            second_factor_failed(self.user.pk)
            raise
        give_back(SECOND_FACTOR, str(self.user.pk))
        return code


class SignInCode(CountedCode, AuthenticateForm):  # type: ignore[misc]  # allauth has no types
    """The code at sign-in."""


class ConfirmCode(CountedCode, ReauthenticateForm):  # type: ignore[misc]  # as above
    """The code before a sensitive act."""


class SoundKey(AddWebAuthnForm):  # type: ignore[misc]  # as above
    """A new key; what a browser would not send is an error of the form."""

    def clean(self) -> dict[str, Any]:
        """Check the key."""
        try:
            return super().clean()  # type: ignore[no-any-return]  # as above
        except UNSOUND as error:
            raise _unsound() from error


class SoundAnswer(AuthenticateWebAuthnForm):  # type: ignore[misc]  # as above
    """A key's answer at sign-in."""

    def clean_credential(self) -> Authenticator:
        """Check the answer."""
        try:
            return super().clean_credential()
        except UNSOUND as error:
            raise _unsound() from error
        except forms.ValidationError:
            second_factor_failed(self.user.pk)
            raise


class SoundConfirmation(SoundAnswer, ReauthenticateWebAuthnForm):  # type: ignore[misc]  # as above
    """A key's answer before a sensitive act."""


class InFrame:
    """Fills our frame around an allauth view."""

    request: HttpRequest

    def get_context_data(self, **given: Any) -> dict[str, Any]:  # noqa: ANN401 - as the framework has it
        """Add the frame and the words."""
        framed = (
            own_context(self.request) if self.request.user.is_authenticated else open_context(self.request)
        )
        return {**super().get_context_data(**given), **framed}  # type: ignore[misc]  # of the view this is mixed into

    def form_invalid(self, form: forms.Form) -> HttpResponse:
        """Answer a form with errors."""
        answer: HttpResponse = super().form_invalid(form)  # type: ignore[misc]  # as above
        answer.status_code = 422
        return answer


class SecondFactor(InFrame, AuthenticateView):  # type: ignore[misc]  # allauth has no types
    """The second step of a sign-in."""

    template_name = "signin/second_factor.html"
    form_class = SignInCode
    webauthn_form_class = SoundAnswer


class TotpAdd(InFrame, ActivateTOTPView):  # type: ignore[misc]  # as above
    """Take an authenticator app into use."""

    template_name = "signin/totp_add.html"

    def get_form(self, form_class: Any = None) -> forms.Form:  # noqa: ANN401 - as the framework has it
        """Speak our words."""
        form: forms.Form = super().get_form(form_class)
        wording = wording_of(self.request)
        form.fields["code"].label = wording.say("web.signin.field.code")
        form.fields["code"].widget.attrs = {"autocomplete": "one-time-code", "inputmode": "numeric"}
        return form

    def form_valid(self, form: forms.Form) -> HttpResponse:
        """Log it."""
        second_factor_changed(user_key(self.request), change="totp.add")
        return super().form_valid(form)  # type: ignore[no-any-return]


class TotpRemove(InFrame, DeactivateTOTPView):  # type: ignore[misc]  # as above
    """Give the authenticator app up."""

    template_name = "signin/factor_remove.html"
    success_url = OWN

    def form_valid(self, form: forms.Form) -> HttpResponse:
        """Log it."""
        second_factor_changed(user_key(self.request), change="totp.remove")
        return super().form_valid(form)  # type: ignore[no-any-return]


class KeyAdd(InFrame, AddWebAuthnView):  # type: ignore[misc]  # as above
    """Take a security key into use."""

    template_name = "signin/key_add.html"
    form_class = SoundKey

    def get_form(self, form_class: Any = None) -> forms.Form:  # noqa: ANN401 - as the framework has it
        """Speak our words."""
        form: forms.Form = super().get_form(form_class)
        wording = wording_of(self.request)
        form.fields["name"].label = wording.say("web.signin.field.key_name")
        form.fields["credential"].error_messages["required"] = wording.say(
            "web.signin.factor_error.incorrect_code"
        )
        return form

    def form_valid(self, form: forms.Form) -> HttpResponse:
        """Log it."""
        second_factor_changed(user_key(self.request), change="key.add")
        return super().form_valid(form)  # type: ignore[no-any-return]


class KeyRemove(InFrame, RemoveWebAuthnView):  # type: ignore[misc]  # as above
    """Give a security key up."""

    template_name = "signin/factor_remove.html"
    success_url = OWN

    def form_valid(self, form: forms.Form) -> HttpResponse:
        """Log it."""
        second_factor_changed(user_key(self.request), change="key.remove")
        return super().form_valid(form)  # type: ignore[no-any-return]


class SpareCodes(InFrame, ViewRecoveryCodesView):  # type: ignore[misc]  # as above
    """The spare codes that were not used yet."""

    template_name = "signin/spare_codes.html"


class SpareCodesRenew(InFrame, GenerateRecoveryCodesView):  # type: ignore[misc]  # as above
    """Make new spare codes; the old ones end."""

    template_name = "signin/spare_codes_renew.html"

    def form_valid(self, form: forms.Form) -> HttpResponse:
        """Log it."""
        second_factor_changed(user_key(self.request), change="codes.make")
        return super().form_valid(form)  # type: ignore[no-any-return]


class ConfirmByCode(InFrame, ReauthenticateView):  # type: ignore[misc]  # as above
    """Show by a code that it is still you."""

    template_name = "signin/confirm_code.html"
    form_class = ConfirmCode


class ConfirmByKey(InFrame, ReauthenticateWebAuthnView):  # type: ignore[misc]  # as above
    """Show by the security key that it is still you."""

    template_name = "signin/confirm_key.html"
    form_class = SoundConfirmation

    def form_invalid(self, form: forms.Form) -> HttpResponse:
        """Show the page again with the error."""
        return self.render_to_response(self.get_context_data(form=form), status=422)  # type: ignore[no-any-return]


@method_decorator(sensitive_post_parameters("password"), name="dispatch")
class ConfirmByPassword(InFrame, BaseReauthenticateView):  # type: ignore[misc]  # as above
    """Show by the password that it is still you."""

    template_name = "signin/confirm_password.html"
    form_class = ConfirmForm

    def dispatch(self, request: HttpRequest, *args: Any, **named: Any) -> HttpResponseBase:  # noqa: ANN401 - as the framework has it
        """Let only somebody in who is signed in."""
        return for_user(super().dispatch)(request, *args, **named)

    def get_form_kwargs(self) -> dict[str, Any]:
        """Give the form its words."""
        return {**super().get_form_kwargs(), "wording": wording_of(self.request)}

    def form_valid(self, form: ConfirmForm) -> HttpResponseBase:
        """Check the password and go on with what was asked."""
        try:
            password_confirm(user_key(self.request), form.cleaned_data["password"])
        except NoMatch:
            form.add_error("password", form.wording.say("web.signin.error.wrong_password"))
            return self.form_invalid(form)
        except TooManyTries as error:
            form.add_error("password", form.wording.count("web.signin.error.wait", error.minutes))
            return self.form_invalid(form)
        reauthenticate_by_password(self.request)
        return resume_request(self.request) or HttpResponseRedirect(asked_address(self.request))


def _unsound() -> forms.ValidationError:
    return forms.ValidationError(wording_of(context.request).say("web.signin.factor_error.incorrect_code"))


def factors_of(user: object) -> dict[str, Any]:
    """Give a user's second factors for their own page."""
    held = list(Authenticator.objects.filter(user=user).order_by("created_at"))
    kinds = Authenticator.Type
    return {
        "has_totp": any(one.type == kinds.TOTP for one in held),
        "has_codes": any(one.type == kinds.RECOVERY_CODES for one in held),
        "keys": [(one.pk, one.wrap().name) for one in held if one.type == kinds.WEBAUTHN],
    }
