"""The browser tests' own tools: they find planted faults, so that a page without faults says something."""

from __future__ import annotations

import hashlib
import re
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Page, expect

from hankesalkku.services.moment import new_key
from hankesalkku.store.models.people import User
from tests.support.axe import AXE, axe, axe_remarks
from tests.support.browser import (
    Screenshot,
    SignIn,
    Watch,
    assert_fits,
    assert_focus_visible,
    space_text,
    tab_stops,
    tab_to,
)

GOOD = """<!doctype html><html lang="fi"><head><meta charset="utf-8"><title>Hankkeet</title></head><body>
<main><h1>Hankkeet</h1><p><a href="#a">Kolmiportainen tuki</a> <label>Haku <input name="haku"></label>
<button>Hae</button></p></main></body></html>"""
BAD = GOOD.replace("<label>Haku ", "<p style='color: #bbb'>Haku").replace(' lang="fi"', "")


def test_axe_is_what_its_readme_says() -> None:
    readme = (AXE.parent / "README.md").read_text(encoding="utf-8")

    assert re.findall(r"SHA-256: `(\w+)`", readme) == [hashlib.sha256(AXE.read_bytes()).hexdigest()]


def test_axe_finds_planted_faults(page: Page) -> None:
    page.set_content(BAD)

    assert {remark.rule for remark in axe_remarks(page)[0]} == {"color-contrast", "html-has-lang", "label"}


def test_axe_lets_good_page_pass(page: Page) -> None:
    page.set_content(GOOD)

    axe(page)


def test_axe_runs_under_the_strictest_policy(page: Page) -> None:
    headers = {"Content-Security-Policy": "default-src 'none'", "Content-Type": "text/html"}
    page.route("**/tiukka", lambda route: route.fulfill(body=GOOD, headers=headers))
    page.goto("/tiukka")

    axe(page)


def test_axe_says_what_where(page: Page) -> None:
    page.set_content(BAD)

    with pytest.raises(AssertionError, match=r"violation label: input\n    <input name=\"haku\">"):
        axe(page)


def test_wide_page_found(page_of_each_width: Page) -> None:
    page_of_each_width.set_content(GOOD)
    assert_fits(page_of_each_width)

    page_of_each_width.set_content(GOOD.replace("<h1", '<h1 style="width: 1300px"'))
    with pytest.raises(AssertionError, match="px wider than its"):
        assert_fits(page_of_each_width)


def test_spaced_text_is_wider(page: Page) -> None:
    page.set_content(GOOD)
    width = "() => document.querySelector('a').getBoundingClientRect().width"
    before = page.evaluate(width)

    space_text(page)

    assert page.evaluate(width) > before * 1.2


def test_tab_reaches_each_stop_in_order(page: Page) -> None:
    page.set_content(GOOD)

    assert tab_to(page, page.get_by_role("button")) == ["a Kolmiportainen tuki", "input Haku", "button Hae"]
    assert tab_stops(page) == []


def test_hidden_focus_found(page: Page) -> None:
    page.set_content(GOOD.replace("<button", '<button style="outline: none; box-shadow: none"'))
    page.get_by_role("button").focus()

    with pytest.raises(AssertionError, match=r"button Hae on .* does not show"):
        assert_focus_visible(page)


@pytest.mark.parametrize(
    ("script", "problem"),
    [
        ("console.error('rikki')", "console: rikki"),
        ("setTimeout(() => { throw new Error('rikki') })", "script: rikki"),
        ("fetch('http://127.0.0.1:9/').catch(() => 0)", "request to another host: http://127.0.0.1:9/"),
    ],
)
def test_watch_tells(page: Page, watch: Watch, script: str, problem: str) -> None:
    page.evaluate(script)
    page.wait_for_timeout(200)

    assert any(text.startswith(problem) for text in watch.found())
    watch.allow("rikki|another host|ERR_")


def test_watch_tells_what_the_policy_forbids(page: Page, watch: Watch) -> None:
    page.set_content(
        '<meta http-equiv="Content-Security-Policy" content="script-src \'self\'"><script>1</script>'
    )

    assert any("script-src" in text for text in watch.found())
    watch.allow("script-src")


def test_page_without_javascript_runs_no_script(page_without_javascript: Page) -> None:
    page_without_javascript.set_content("<title>ennen</title><script>document.title = 'jälkeen'</script>")

    assert page_without_javascript.title() == "ennen"


@pytest.mark.both_engines
@pytest.mark.urls("tests.browser.pages")
def test_site_serves_this_database(page: Page, sign_in: SignIn, screenshot: Screenshot) -> None:
    user = User.objects.create(
        id=new_key(), email="aino@mallila.example", name="Aino", created_at=datetime.now(UTC)
    )
    page.goto("/")
    expect(page.get_by_role("heading")).to_have_text("Et ole kirjautunut")

    sign_in(page, user)
    page.goto("/")
    page.get_by_label("Nimi").fill("Aino Esimerkki")
    page.get_by_role("button").click()

    expect(page.get_by_role("heading")).to_have_text("Aino Esimerkki")
    user.refresh_from_db()
    assert user.name == "Aino Esimerkki"
    assert screenshot(page, "foundation").stat().st_size > 0


@pytest.mark.both_engines
def test_site_is_healthy(page: Page, watch: Watch) -> None:
    watch.allow("favicon")
    answer = page.goto("/healthz")

    assert answer is not None
    assert answer.status == 200
