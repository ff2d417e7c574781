"""Fills the frame of a page: menu by rights, languages, footer. What is drawn is `frame.Frame`."""

from __future__ import annotations

from functools import cache

from django.http import HttpRequest
from django.urls import Resolver404, resolve

import hankesalkku
from hankesalkku.core.access.may import may
from hankesalkku.core.access.rights import Action
from hankesalkku.core.access.subject import Subject
from hankesalkku.core.language.wording import Wording
from hankesalkku.services.frame import frame_facts
from hankesalkku.web.shared.frame import Frame, Link, OpenFrame, language_choices
from hankesalkku.web.shared.language import wording_of
from hankesalkku.web.shared.visit import Visit

MENU: tuple[tuple[str, str, Action], ...] = (
    ("tasks", "tehtavat", Action.PROJECT_VIEW),
    ("overview", "tilannekuva", Action.PROJECT_VIEW),
    ("projects", "hankkeet", Action.PROJECT_VIEW),
    ("timeline", "aikajana", Action.PROJECT_VIEW),
    ("findings", "havainnot", Action.FINDING_VIEW),
    ("reports", "raportit", Action.REPORT_MAKE),
    ("imports", "tuonti", Action.IMPORT_VIEW),
    ("organisation", "yllapito", Action.ORGANISATION_VIEW),
)
"""The rooms of the menu: key of the words (`web.menu.<key>`), word of the address, the right that shows it."""

FOOTER = (
    ("accessibility", "/saavutettavuus/"),
    ("feedback", "/palaute/"),
    ("privacy", "/tietosuoja/"),
)


def signed_in_frame(
    request: HttpRequest, visit: Visit, *, room: str, breadcrumb: tuple[tuple[str, str], ...]
) -> Frame:
    """Make the frame of a signed-in page."""
    facts = frame_facts(visit.organisation.id)
    say = visit.wording.say
    base = visit.base
    name = visit.organisation.name_other.get(visit.wording.language) or visit.organisation.name
    return Frame(
        service_name=name,
        home_href=f"{base}/",
        languages=language_choices(visit.wording.language),
        footer=footer(visit.wording),
        version=hankesalkku.__version__,
        theme_href=f"{base}/teema.css",
        banner=facts.banner.get(visit.wording.language, ""),
        is_read_only=facts.is_read_only,
        organisation_slug=visit.organisation.slug,
        menu=menu(visit, room),
        breadcrumb=tuple(Link(words, href) for words, href in breadcrumb),
        person_name=visit.actor.name,
        roles=tuple(say(f"role.{role}") for role in sorted(visit.actor.roles)),
        person_links=(Link(say("web.person.own"), "/omat-tiedot/"),),
        sign_out_href="/kirjaudu/ulos/",
        search_href=_answered(base, "hankkeet/"),
        search_text=request.GET.get("haku", "") if room == "projects" else "",
        tasks_href=_answered(base, "tehtavat/"),
        projects_href=_answered(base, "hankkeet/"),
        chain_head=facts.chain_head,
        chain_href=_answered(base, "yllapito/tapahtumat/ketju/"),
        has_shortcuts=bool(getattr(request.user, "has_shortcuts", False)),
    )


def open_frame(request: HttpRequest, *, service_name: str = "Hankesalkku") -> OpenFrame:
    """Make the frame of a page that needs no sign-in."""
    wording = wording_of(request)
    facts = frame_facts(None)
    return OpenFrame(
        service_name=service_name,
        languages=language_choices(wording.language),
        footer=footer(wording),
        version=hankesalkku.__version__,
        banner=facts.banner.get(wording.language, ""),
        is_read_only=facts.is_read_only,
    )


def footer(wording: Wording) -> tuple[Link, ...]:
    """Give the links that stand under every page."""
    return tuple(
        Link(wording.say(f"web.footer.{key}"), href) for key, href in FOOTER if _leads_somewhere(href)
    )


def menu(visit: Visit, room: str) -> tuple[Link, ...]:
    """Give the rooms that the visitor may open, in the order of the menu; `room` is the one they are in."""
    own = Subject(visit.organisation.id)
    return tuple(
        Link(visit.wording.say(f"web.menu.{key}"), f"{visit.base}/{word}/", key == room, key)
        for key, word, action in MENU
        if may(visit.actor, action, own).is_granted and _leads_somewhere(f"/app/-/{word}/")
    )


def _answered(base: str, place: str) -> str:
    """Give the address of a place of the organisation, empty where no page answers there."""
    return f"{base}/{place}" if _leads_somewhere(f"/app/-/{place}") else ""


@cache
def _leads_somewhere(address: str) -> bool:
    """Tell whether a page answers at an address: a room that is not built yet is absent, not a dead link."""
    try:
        resolve(address)
    except Resolver404:
        return False
    return True
