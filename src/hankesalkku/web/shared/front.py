"""The front of an organisation's pages: the first room of the visitor's menu."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from hankesalkku.web.shared.door import signed_in
from hankesalkku.web.shared.frames import menu
from hankesalkku.web.shared.visit import Visit

OWN = "/omat-tiedot/"


@signed_in
def front(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Lead to the first room that the visitor may open, else to their own details."""
    rooms = menu(visit, "")
    return redirect(rooms[0].href if rooms else OWN)
