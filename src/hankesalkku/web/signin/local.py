"""Whether a request was made on this machine itself."""

from __future__ import annotations

import ipaddress

from django.conf import settings
from django.http import HttpRequest


def is_from_this_machine(request: HttpRequest) -> bool:
    """Tell whether the site listens to this machine only, and nobody handed the request on."""
    if not settings.IS_LOOPBACK or request.META.get("hankesalkku.was_forwarded"):
        return False
    try:
        return ipaddress.ip_address(request.META.get("REMOTE_ADDR", "")).is_loopback
    except ValueError:
        return False
