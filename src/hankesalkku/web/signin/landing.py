"""Where to go after signing in: to the page that was asked for, on this site only (ASVS 3.7.2)."""

from __future__ import annotations

import re

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme

_PATH = re.compile(r"/(?![/\\])[!-\[\]-~]*")
"""A path of printable ASCII without a backslash; browsers drop tabs and line ends before they read an address."""


def own_address(request: HttpRequest, asked: str | None) -> str:
    """Give the address if it is a path of this site, else the front page."""
    if asked and _PATH.fullmatch(asked) and url_has_allowed_host_and_scheme(asked, {request.get_host()}):
        return asked
    return "/"


def asked_address(request: HttpRequest) -> str:
    """Give the page that the request wants to go to afterwards."""
    return own_address(request, request.POST.get("next") or request.GET.get("next"))
