"""Signing in as people do it: by keyboard, without scripts, on a narrow screen, with a security key."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from hankesalkku.core.access.actor import Role, operator
from hankesalkku.services.organisation.organisations import organisation_add
from hankesalkku.services.people.providers import ProviderGiven, provider_save
from hankesalkku.services.people.users import role_give, user_add
from hankesalkku.store.models import User
from tests.support.axe import axe
from tests.support.browser import OpenPage, Screenshot, SignIn, Watch, assert_fits, tab_to

PASSWORD = "kuusi kivaa kissaa kellarissa"
EMAIL = "paula.paakayttaja@mallila.example"
OWN = ("/omat-tiedot/", "/omat-tiedot/salasana/", "/omat-tiedot/vahvista/?next=/omat-tiedot/")


@pytest.fixture
def paula(site: str) -> User:
    """Give the administrator of Mallila, where there is a provider that nobody reaches."""
    town = organisation_add(operator(), slug="mallila", name="Mallilan kaupunki")
    user = user_add(operator(), email=EMAIL, name="Paula Pääkäyttäjä", password=PASSWORD)
    role_give(operator(town.id), organisation=town.id, user=user.id, role=Role.ADMINISTRATOR)
    given = ProviderGiven(
        key="mallila", name="Mallilan työtunnus", issuer="http://127.0.0.1:1", client_id="h"
    )
    provider_save(operator(town.id), organisation=town.id, given=given)
    return User.objects.get(id=user.id)


def fill_in(page: Page, password: str = PASSWORD) -> None:
    if page.locator("details").get_attribute("open") != "":
        page.get_by_text("Paikallinen tunnus").click()
    page.get_by_label("Sähköpostiosoite").fill(EMAIL)
    page.get_by_label("Salasana").fill(password)
    page.get_by_role("button", name="Kirjaudu", exact=True).click()


def test_page_of_sign_in(page_of_each_width: Page, paula: User, watch: Watch, screenshot: Screenshot) -> None:
    page = page_of_each_width
    watch.allow("status of 422")
    page.goto("/kirjaudu/")
    axe(page)
    screenshot(page, "sign-in")
    fill_in(page, "väärä salasana")
    expect(page.get_by_role("alert")).to_contain_text("Tunnus tai salasana ei täsmää.")
    axe(page)
    assert_fits(page)


def test_sign_in_by_keyboard_lands_where_one_was_going(page: Page, paula: User) -> None:
    page.goto("/omat-tiedot/")
    tab_to(page, page.locator("summary", has_text="Paikallinen tunnus"))
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_label("Sähköpostiosoite"))
    page.keyboard.type(EMAIL)
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Omat tiedot")


def test_sign_in_without_scripts(page_without_javascript: Page, paula: User) -> None:
    page = page_without_javascript
    page.goto("/omat-tiedot/")
    fill_in(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Omat tiedot")


def test_provider_that_is_away_leaves_the_local_account(page: Page, paula: User, watch: Watch) -> None:
    watch.allow("status of 502")
    watch.allow("answer 502")
    page.goto("/kirjaudu/")
    page.get_by_role("button", name="Kirjaudu työtunnuksella").click()
    expect(page.get_by_role("status")).to_contain_text("ei vastaa juuri nyt")
    expect(page.get_by_label("Salasana")).to_be_visible()
    axe(page)


@pytest.mark.parametrize("path", OWN)
def test_own_pages(page_of_each_width: Page, paula: User, sign_in: SignIn, path: str) -> None:
    page = page_of_each_width
    sign_in(page, paula)
    page.goto(path)
    axe(page)
    assert_fits(page)


def test_security_key_is_added_and_asked_for(
    open_page: OpenPage, paula: User, site: str, watch: Watch
) -> None:
    page = open_page()
    watch.allow("status of 404")
    host = site.replace("127.0.0.1", "localhost")
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    key = {"protocol": "ctap2", "transport": "usb", "hasResidentKey": True, "hasUserVerification": True}
    more = {"isUserVerified": True, "automaticPresenceSimulation": True}
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": {**key, **more}})
    page.goto(f"{host}/kirjaudu/?next=/omat-tiedot/avain/")
    fill_in(page)
    page.get_by_label("Salasana").fill(PASSWORD)
    page.get_by_role("button", name="Jatka").click()
    page.get_by_role("button", name="Lisää turva-avain").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Varakoodit")
    axe(page)
    page.context.clear_cookies()
    page.goto(f"{host}/kirjaudu/?next=/omat-tiedot/")
    fill_in(page)
    page.get_by_role("button", name="Käytä turva-avainta").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Omat tiedot")
    expect(page.get_by_text("Poista Avain 1")).to_be_visible()
