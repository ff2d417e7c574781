"""A session that ended while somebody was writing: sign-in opens, then the filled form is back (screens.md 0).

What was typed waits in the visitor's new session, for the user whose session ended and for nobody else.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.utils.http import urlencode

KEPT = "kept_form"
BACK = "/kirjaudu/jatka/"
MOST_CHARACTERS = 100_000
NEVER_KEPT = ("csrfmiddlewaretoken", "password", "code", "credential", "token")


@dataclass(frozen=True, slots=True)
class KeptForm:
    """A form as it was sent: where to, and its fields in order."""

    path: str
    fields: tuple[tuple[str, str], ...]

    @property
    def texts(self) -> tuple[str, ...]:
        """Give what a person may have typed: the values that are no single word or number of a choice."""
        return tuple(value for _, value in self.fields if len(value) > 12 or " " in value)


def sign_in_first(request: HttpRequest) -> HttpResponse:
    """Send a visitor to the sign-in and back to the page, or to the form they were sending."""
    if request.headers.get("HX-Request") == "true":
        answer = HttpResponse(status=204)
        here = urlsplit(request.headers.get("HX-Current-URL", "/"))
        answer["HX-Redirect"] = "/kirjaudu/?" + urlencode({"next": here.path or "/"})
        return answer
    if request.method == "POST":
        return redirect_to_login(BACK if _keep(request) else "/")
    return redirect_to_login(request.get_full_path())


def kept_form(request: HttpRequest) -> KeptForm | None:
    """Give the form that waits; to somebody signed in only if it is theirs."""
    kept = request.session.get(KEPT)
    if not isinstance(kept, dict):
        return None
    if request.user.is_authenticated and str(request.user.pk) != kept["user"]:
        return None
    return KeptForm(kept["path"], tuple((name, value) for name, value in kept["fields"]))


def _keep(request: HttpRequest) -> bool:
    user = getattr(request, "ended_user", None)
    fields = [
        (name, value)
        for name, values in request.POST.lists()
        if not any(part in name.lower() for part in NEVER_KEPT)
        for value in values
    ]
    if user is None or sum(len(value) for _, value in fields) > MOST_CHARACTERS:
        return False
    request.session[KEPT] = {"user": str(user), "path": request.get_full_path(), "fields": fields}
    return True
