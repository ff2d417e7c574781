"""The first session of somebody who just got an account."""

from __future__ import annotations

from uuid import UUID

from allauth.account.internal.flows.login import perform_password_login
from allauth.account.models import Login
from django.contrib.auth import get_user_model
from django.http import HttpRequest, HttpResponse


def start(request: HttpRequest, user: UUID, *, address: str = "/") -> HttpResponse:
    """Sign a user in whose password was just checked or chosen; a second factor is asked for where there is one."""
    row = get_user_model().objects.get(pk=user)
    return perform_password_login(request, {"email": "local"}, Login(user=row, redirect_url=address))  # type: ignore[no-any-return]
