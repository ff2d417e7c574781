"""The forms of the sign-in, in the words of the reader."""

from __future__ import annotations

from typing import Any

from django import forms

from hankesalkku.core.language.wording import LANGUAGES, Wording
from hankesalkku.services.errors import Invalid
from hankesalkku.web.shared.frame import LANGUAGE_NAMES

_PASSWORD = {"autocomplete": "current-password", "spellcheck": "false"}
_NEW_PASSWORD = {"autocomplete": "new-password", "spellcheck": "false"}


class SpokenForm(forms.Form):
    """A form whose labels are `web.signin.field.<name>`, its hints `web.signin.hint.<name>` where there are any."""

    def __init__(self, wording: Wording, *args: Any, **named: Any) -> None:  # noqa: ANN401 - as the framework has it
        super().__init__(*args, **named)
        self.wording = wording
        for name, field in self.fields.items():
            field.label = wording.say(f"web.signin.field.{name}")
            hint = f"web.signin.hint.{name}"
            field.help_text = wording.say(hint) if wording.has(hint) else ""
            field.error_messages["invalid"] = wording.say("web.signin.error.invalid")

    def refuse(self, invalid: Invalid) -> None:
        """Put the faults that a service found to their fields."""
        for fault in invalid.faults:
            words = self.wording.say(fault.message, **dict(fault.params))
            self.add_error(fault.field if fault.field in self.fields else None, words)


class LocalForm(SpokenForm):
    """Sign in with a local account."""

    email = forms.CharField(
        max_length=254, widget=forms.EmailInput(attrs={"autocomplete": "username", "spellcheck": "false"})
    )
    password = forms.CharField(
        max_length=1000, strip=False, widget=forms.PasswordInput(attrs=dict(_PASSWORD))
    )


class PasswordForm(SpokenForm):
    """Choose a password."""

    password = forms.CharField(
        max_length=1000, strip=False, widget=forms.PasswordInput(attrs=dict(_NEW_PASSWORD))
    )


class PasswordChangeForm(SpokenForm):
    """Change one's password, knowing the one so far."""

    old_password = forms.CharField(
        max_length=1000, strip=False, widget=forms.PasswordInput(attrs=dict(_PASSWORD))
    )
    password = forms.CharField(
        max_length=1000, strip=False, widget=forms.PasswordInput(attrs=dict(_NEW_PASSWORD))
    )


class ConfirmForm(SpokenForm):
    """Show that it is still you."""

    password = forms.CharField(
        max_length=1000, strip=False, widget=forms.PasswordInput(attrs=dict(_PASSWORD))
    )


class ForgottenForm(SpokenForm):
    """Ask for a link to choose a new password."""

    email = forms.CharField(max_length=254, widget=forms.EmailInput(attrs={"autocomplete": "username"}))


class OwnForm(SpokenForm):
    """One's own name, language, shortcuts."""

    name = forms.CharField(max_length=200, widget=forms.TextInput(attrs={"autocomplete": "name"}))
    language = forms.ChoiceField(choices=[(code, LANGUAGE_NAMES[code][1]) for code in LANGUAGES])
    has_shortcuts = forms.BooleanField(required=False)


class FirstForm(SpokenForm):
    """The first administrator and the organisation."""

    organisation = forms.CharField(
        max_length=200, widget=forms.TextInput(attrs={"autocomplete": "organization"})
    )
    name = forms.CharField(max_length=200, widget=forms.TextInput(attrs={"autocomplete": "name"}))
    email = forms.CharField(max_length=254, widget=forms.EmailInput(attrs={"autocomplete": "email"}))
    password = forms.CharField(
        max_length=1000, strip=False, widget=forms.PasswordInput(attrs=dict(_NEW_PASSWORD))
    )
