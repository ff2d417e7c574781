"""Chromium for the tests: found on this machine, watched for whatever a person's browser would complain about."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol
from urllib.parse import urlsplit

from playwright.sync_api import (
    BrowserContext,
    ConsoleMessage,
    FloatRect,
    Locator,
    Page,
    Request,
    Response,
    WebError,
)

from hankesalkku.store.models.people import User

NAMES = ("chromium", "chromium-browser", "google-chrome")
WIDTHS = (1280, 360, 320)
HEIGHTS = {1280: 900, 360: 740, 320: 640}
SERVER_ERROR = 500
FOCUS_MARGIN_PX = 16
TELLS_CSP_VIOLATIONS = """
document.addEventListener('securitypolicyviolation', (event) =>
  console.error(`CSP: ${event.violatedDirective} forbids ${event.blockedURI} ${event.sample}`))
"""
FOCUS_BOX = """() => {
  const element = document.activeElement
  if (!element || element === document.body) return null
  const boxes = [element, ...(element.labels || [])].map((part) => part.getBoundingClientRect())
  return [Math.min(...boxes.map((box) => box.left)), Math.min(...boxes.map((box) => box.top)),
          Math.max(...boxes.map((box) => box.right)), Math.max(...boxes.map((box) => box.bottom))]
}"""
FOCUS_NAME = """() => {
  const element = document.activeElement
  if (!element || element === document.body) return ''
  const label = element.labels && element.labels.length ? element.labels[0].textContent : ''
  const words = element.getAttribute('aria-label') || label || element.textContent || element.name || ''
  return `${element.tagName.toLowerCase()} ${words.trim().replace(/\\s+/g, ' ')}`.trim()
}"""
IS_FOCUSED = "element => element === document.activeElement"
UNFOCUS = "() => { window.__focused = document.activeElement; window.__focused.blur() }"
REFOCUS = "() => window.__focused.focus({preventScroll: true})"
TOO_WIDE = """() => {
  const limit = window.innerWidth
  const over = document.scrollingElement.scrollWidth - limit
  if (over <= 0) return [over, []]
  const inScroller = (element) => {
    for (let up = element.parentElement; up && up !== document.body; up = up.parentElement)
      if (getComputedStyle(up).overflowX !== 'visible') return true
    return false
  }
  const wide = [...document.body.querySelectorAll('*')]
    .filter((element) => element.getBoundingClientRect().right > limit + 0.5 && !inScroller(element))
    .map((element) => element.outerHTML.slice(0, 120))
  return [over, wide.slice(0, 8)]
}"""
TEXT_SPACING = """() => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important } p { margin-bottom: 2em !important }`)
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
}"""


class OpenPage(Protocol):
    """Opens a page in a browser profile of its own (fixture `open_page`)."""

    def __call__(
        self,
        width: int = 1280,
        *,
        javascript: bool = True,
        language: str = "fi-FI",
        forced_colors: bool = False,
    ) -> Page: ...


SignIn = Callable[[Page, User], None]
"""Signs a user in without the sign-in page (fixture `sign_in`)."""
Screenshot = Callable[[Page, str], Path]
"""Keeps a picture of the whole page under a name (fixture `screenshot`)."""


def executable() -> str | None:
    """Find Chromium on the search path."""
    return next((path for path in map(shutil.which, NAMES) if path), None)


def missing() -> str | None:
    """Tell what the browser tests lack on this machine, or None."""
    return None if executable() else "Chromium is not installed: apt-get install chromium"


def launch_arguments() -> list[str]:
    """Give Chromium's arguments: no name is looked up but loopback's; root has to do without the sandbox."""
    arguments = [
        "--disable-dev-shm-usage",
        "--font-render-hinting=none",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
    ]
    return [*arguments, "--no-sandbox"] if os.geteuid() == 0 else arguments


@dataclass  # no slots: Playwright hangs a wrapper of its own on the object whose methods it calls
class Watch:
    """What went wrong in the pages of one test; `allow` names what the test means to happen."""

    site: str
    problems: list[str] = field(default_factory=list)
    allowed: list[str] = field(default_factory=list)
    hosts: set[str] = field(default_factory=set)

    def allow(self, pattern: str) -> None:
        """Expect problems in which the regular expression is found, such as `status of 404`."""
        self.allowed.append(pattern)

    def allow_host(self, address: str) -> None:
        """Expect requests to another server, such as an identity provider's."""
        self.hosts.add(urlsplit(address).netloc)

    def found(self) -> list[str]:
        """Give the problems that the test did not expect."""
        return [text for text in self.problems if not any(re.search(p, text) for p in self.allowed)]

    def attach(self, context: BrowserContext) -> None:
        """Watch all pages of a context."""
        self.hosts.add(urlsplit(self.site).netloc)
        context.add_init_script(TELLS_CSP_VIOLATIONS)
        context.on("console", self._console)
        context.on("weberror", self._error)
        context.on("request", self._request)
        context.on("response", self._response)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.problems.append(f"console: {message.text} ({message.location.get('url', '')})")

    def _error(self, error: WebError) -> None:
        self.problems.append(f"script: {error.error}")

    def _request(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme not in ("data", "blob", "about") and address.netloc not in self.hosts:
            self.problems.append(f"request to another host: {request.url}")

    def _response(self, response: Response) -> None:
        if response.status >= SERVER_ERROR:
            self.problems.append(f"answer {response.status}: {response.url}")


def assert_fits(page: Page) -> None:
    """Fail if the page scrolls sideways; name what sticks out. A labelled region may scroll inside itself."""
    over, wide = page.evaluate(TOO_WIDE)
    elements = "\n".join(wide)
    assert over <= 0, f"{page.url} is {over} px wider than its {page.viewport_size} window:\n{elements}"


def space_text(page: Page) -> None:
    """Set the text as far apart as WCAG 2.2, 1.4.12 lets a person set it."""
    page.evaluate(TEXT_SPACING)


def tab_to(page: Page, target: Locator, limit: int = 100) -> list[str]:
    """Press Tab until the target has the focus; give the stops' names. Fails if one does not show its focus."""
    stops: list[str] = []
    for _ in range(limit):
        page.keyboard.press("Tab")
        stops.append(page.evaluate(FOCUS_NAME))
        if stops[-1]:
            assert_focus_visible(page)
        if target.evaluate(IS_FOCUSED):
            return stops
    raise AssertionError(f"{target} was not reached by {limit} presses of Tab; stops: {stops}")


def tab_stops(page: Page, limit: int = 300) -> list[str]:
    """Press Tab through the whole page from where the focus is; give the stops' names until the page is left.

    Fails if the page cannot be left.
    """
    stops: list[str] = []
    for _ in range(limit):
        page.keyboard.press("Tab")
        name = page.evaluate(FOCUS_NAME)
        if not name:
            return stops
        stops.append(name)
    raise AssertionError(f"the focus does not leave {page.url} in {limit} presses of Tab: {stops[-20:]}")


def assert_focus_visible(page: Page) -> None:
    """Fail unless the focused element looks another way than without focus, pixel by pixel (WCAG 2.2, 2.4.7)."""
    box = page.evaluate(FOCUS_BOX)
    name = page.evaluate(FOCUS_NAME)
    assert box is not None, "nothing has the focus"
    focused = _picture(page, box)
    page.evaluate(UNFOCUS)
    unfocused = _picture(page, box)
    page.evaluate(REFOCUS)
    assert focused != unfocused, f"{name} on {page.url} does not show that it has the focus"


def _picture(page: Page, box: list[float]) -> bytes:
    size = page.viewport_size
    assert size is not None
    left, top = max(box[0] - FOCUS_MARGIN_PX, 0), max(box[1] - FOCUS_MARGIN_PX, 0)
    right = min(box[2] + FOCUS_MARGIN_PX, size["width"])
    bottom = min(box[3] + FOCUS_MARGIN_PX, size["height"])
    assert right > left and bottom > top, f"the focused element is outside the window of {page.url}: {box}"
    clip: FloatRect = {"x": left, "y": top, "width": right - left, "height": bottom - top}
    return page.screenshot(clip=clip, animations="disabled", caret="hide")
