"""The frame around a page: who, where, which menu; filled by each request, drawn by `shared/base.html`.

A page without sign-in has an `OpenFrame` and extends `shared/open.html`; a signed-in one has a `Frame`.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """A place to go: an entry of a menu, a crumb, a tab; `count` stands behind the label where there is one."""

    label: str
    href: str
    is_current: bool = False
    key: str = ""
    count: int | None = None


@dataclass(frozen=True, slots=True)
class LanguageChoice:
    """A language of the header: its code, its short name (`FI`) and its own name (`Suomi`)."""

    code: str
    short: str
    name: str
    is_current: bool = False


LANGUAGE_NAMES = {"fi": ("FI", "Suomi"), "sv": ("SV", "Svenska"), "en": ("EN", "English")}


def language_choices(
    current: str, offered: tuple[str, ...] = ("fi", "sv", "en")
) -> tuple[LanguageChoice, ...]:
    """List the languages of the header in the order an organisation offers them."""
    return tuple(LanguageChoice(code, *LANGUAGE_NAMES[code], code == current) for code in offered)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenFrame:
    """The frame of a page that needs no sign-in.

    `service_name` is the organisation's name where the address tells it, else the product's;
    `theme_href` is the organisation's own style sheet (theme.py), `mark_href` its mark;
    `banner` stands on every page while the service is read-only or about to stop.
    """

    service_name: str
    home_href: str = "/"
    languages: tuple[LanguageChoice, ...] = ()
    language_href: str = "/kieli/"
    footer: tuple[Link, ...] = ()
    version: str = ""
    theme_href: str = ""
    mark_href: str = ""
    banner: str = ""
    is_read_only: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame(OpenFrame):
    """The frame of a signed-in page; every href is made by the web, every text is in the reader's language.

    `menu` holds what the person's roles may open; `person_links` are the entries of the user menu above
    *Kirjaudu ulos* (a POST to `sign_out_href`); `chain_head` is the head of the audit chain.
    """

    organisation_slug: str
    menu: tuple[Link, ...] = ()
    breadcrumb: tuple[Link, ...] = ()
    person_name: str = ""
    roles: tuple[str, ...] = ()
    person_links: tuple[Link, ...] = ()
    sign_out_href: str = ""
    search_href: str = ""
    search_text: str = ""
    tasks_href: str = ""
    projects_href: str = ""
    chain_head: str = ""
    chain_href: str = ""
    has_shortcuts: bool = False

    @property
    def chain_head_short(self) -> str:
        """Give the first twelve characters of the chain's head, as the footer prints them."""
        return self.chain_head[:12]

    @property
    def current(self) -> Link | None:
        """Give the entry of the menu the page belongs to."""
        return next((entry for entry in self.menu if entry.is_current), None)
