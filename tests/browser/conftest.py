"""A site and a browser for each test of the pages: Debian's Chromium, Finnish, watched for every complaint.

A test fails when its pages wrote an error to the console, raised one, broke the Content Security Policy, asked another
host for anything or got a server error; `watch.allow("status of 404")` says what is meant to happen.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from hankesalkku.store.models.people import User
from tests.support import browser as chromium
from tests.support.browser import OpenPage, Screenshot, SignIn
from tests.support.tools import need

SCREENSHOTS = Path(__file__).parents[2] / "out" / "screenshots"
TIMEOUT_MS = 10_000


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start Chromium once a process."""
    need(chromium.missing())
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        # Playwright keeps an event loop in this thread, at which Django takes every query for an asynchronous one.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        browser = playwright.chromium.launch(
            executable_path=chromium.executable(), args=chromium.launch_arguments()
        )
        yield browser
        browser.close()


@pytest.fixture
def site(live_server: LiveServer) -> str:
    """Serve the site on this process's database; give its address, without a slash at the end."""
    return live_server.url


@pytest.fixture
def watch(site: str) -> chromium.Watch:
    """Give what watches the pages of this test."""
    return chromium.Watch(site)


@pytest.fixture
def open_page(browser: Browser, site: str, watch: chromium.Watch) -> Iterator[OpenPage]:
    """Give a way to open pages; an address without a host is the site's. At the end nothing may have gone wrong."""
    contexts = []

    def open_one(
        width: int = 1280, *, javascript: bool = True, language: str = "fi-FI", forced_colors: bool = False
    ) -> Page:
        context = browser.new_context(
            base_url=site,
            viewport={"width": width, "height": chromium.HEIGHTS[width]},
            locale=language,
            timezone_id="Europe/Helsinki",
            java_script_enabled=javascript,
            forced_colors="active" if forced_colors else "none",
            reduced_motion="reduce",
        )
        contexts.append(context)
        context.set_default_timeout(TIMEOUT_MS)
        watch.attach(context)
        return context.new_page()

    yield open_one
    for context in contexts:
        context.close()
    assert watch.found() == []


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    """Give a page in a window 1280 px wide."""
    return open_page()


@pytest.fixture(params=chromium.WIDTHS, ids=lambda width: f"{width}px")
def page_of_each_width(request: pytest.FixtureRequest, open_page: OpenPage) -> Page:
    """Give a page in a window 1280, 360 and 320 px wide: the test runs three times."""
    return open_page(request.param)


@pytest.fixture
def page_without_javascript(open_page: OpenPage) -> Page:
    """Give a page whose scripts do not run."""
    return open_page(javascript=False)


@pytest.fixture
def screenshot() -> Screenshot:
    """Give a way to keep a picture of the whole page as out/screenshots/<width>/<name>.png."""

    def keep(page: Page, name: str) -> Path:
        size = page.viewport_size
        assert size is not None
        path = SCREENSHOTS / str(size["width"]) / f"{name}.png"
        page.screenshot(path=path, full_page=True, animations="disabled")
        return path

    return keep


@pytest.fixture
def sign_in(site: str) -> SignIn:
    """Give a way to sign a user in without the sign-in page, for tests that are about something else."""

    def signed_in(page: Page, user: User) -> None:
        client = Client()
        client.force_login(user)
        cookie = client.cookies[settings.SESSION_COOKIE_NAME]
        page.context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": site}])

    return signed_in
