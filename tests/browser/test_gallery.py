"""The components in Chromium: axe, three widths, forced colours, wide text, keyboard, and without JavaScript."""

from __future__ import annotations

import pytest
from playwright.sync_api import FilePayload, Page, expect

from tests.support.axe import axe, axe_remarks
from tests.support.browser import OpenPage, Screenshot, assert_fits, space_text, tab_stops, tab_to
from tests.web.shared.test_pages import PAGES

pytestmark = [pytest.mark.urls("tests.web.shared.gallery_site"), pytest.mark.django_db]

COMPONENTS = "/osaset/components/"
FILE: FilePayload = {"name": "raportti.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 " * 1000}

TWO_FILES = """() => {
  const dropped = new DataTransfer()
  for (const name of ['a.pdf', 'b.txt']) dropped.items.add(new File(['x'], name))
  return dropped
}"""


@pytest.mark.parametrize("name", PAGES)
def test_page_fits_and_axe_finds_nothing(page_of_each_width: Page, screenshot: Screenshot, name: str) -> None:
    page_of_each_width.goto(f"/osaset/{name}/")

    axe(page_of_each_width)
    assert_fits(page_of_each_width)
    screenshot(page_of_each_width, f"gallery-{name}")


@pytest.mark.parametrize("width", [1280, 320])
def test_components_fit_with_spaced_text(open_page: OpenPage, width: int) -> None:
    page = open_page(width)
    page.goto(COMPONENTS)
    space_text(page)

    assert_fits(page)


def test_forced_colours_leave_axe_nothing(open_page: OpenPage) -> None:
    page = open_page(forced_colors=True)
    page.goto(COMPONENTS)

    assert axe_remarks(page)[0] == []


def test_menu_on_a_narrow_screen_opens_fits_and_closes_by_esc(open_page: OpenPage) -> None:
    page = open_page(320)
    page.goto(COMPONENTS)
    menu = page.locator("details.hs-narrow")
    menu.locator("> summary").click()

    expect(page.get_by_role("link", name="Havainnot")).to_be_visible()
    assert axe_remarks(page)[0] == []
    assert_fits(page)
    page.keyboard.press("Escape")
    expect(menu).not_to_have_attribute("open", "")
    expect(menu.locator("> summary")).to_be_focused()


def test_menu_opens_without_javascript(open_page: OpenPage) -> None:
    page = open_page(360, javascript=False)
    page.goto(COMPONENTS)
    page.locator("details.hs-narrow > summary").click()

    expect(page.get_by_role("link", name="Havainnot")).to_be_visible()


def test_error_summary_takes_the_focus_and_leads_to_the_field(page: Page) -> None:
    page.goto(COMPONENTS)
    expect(page.locator(".govuk-error-summary")).to_be_focused()
    page.get_by_role("link", name="Täytä kohta ”Toteutusaika”.").click()

    expect(page.locator("#id_period")).to_be_focused()


def test_every_stop_of_the_keyboard_shows_the_focus(page: Page) -> None:
    page.goto("/osaset/confirm/")
    tab_to(page, page.get_by_role("link", name="Peruuta"))


def test_keyboard_leaves_the_page(page: Page) -> None:
    page.goto(COMPONENTS)

    assert len(tab_stops(page)) > 30


def test_skip_link_is_the_first_stop_and_leads_to_the_content(page: Page) -> None:
    page.goto("/osaset/confirm/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Siirry sisältöön")).to_be_focused()
    page.keyboard.press("Enter")

    expect(page.locator("main")).to_be_focused()


def test_shortcuts_search_rows_and_their_list(page: Page) -> None:
    page.goto(COMPONENTS)
    page.keyboard.press("j")
    expect(page.locator("[data-row] a").first).to_be_focused()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Pikanäppäimet")).to_be_visible()
    assert axe_remarks(page)[0] == []
    page.keyboard.press("Escape")
    page.keyboard.press("/")

    expect(page.locator("#search-wide")).to_be_focused()


def test_shortcuts_leave_typing_alone(page: Page) -> None:
    page.goto(COMPONENTS)
    page.locator("#id_name").click()
    page.keyboard.type("g j / ?")

    expect(page.locator("#id_name")).to_have_value("g j / ?")


def test_drop_zone_lists_chosen_files(page: Page) -> None:
    page.goto(COMPONENTS)
    page.set_input_files("#files", [FILE])

    expect(page.locator("[data-drop-list] li").first).to_have_text("Valittu: raportti.pdf (9 kt)")


def test_drop_zone_takes_dropped_files(page: Page) -> None:
    page.goto(COMPONENTS)
    dropped = page.evaluate_handle(TWO_FILES)
    page.dispatch_event("#files", "drop", {"dataTransfer": dropped})

    assert page.evaluate("[...document.querySelector('#files').files].map((file) => file.name)") == [
        "a.pdf",
        "b.txt",
    ]


def test_review_moves_row_and_place_together(page: Page) -> None:
    page.goto("/osaset/review/")
    page.locator("[data-edit]").focus()
    page.keyboard.press("ArrowDown")

    expect(page.locator(".hs-row--now")).to_have_attribute("data-place", "2")
    expect(page.locator(".hs-place--now")).to_have_attribute("data-shows", "2")
    page.locator("[data-shows='1']").click()
    expect(page.locator(".hs-row--now")).to_have_attribute("data-place", "1")


def test_review_shows_one_pane_on_a_narrow_screen(open_page: OpenPage) -> None:
    page = open_page(360)
    page.goto("/osaset/review/")
    page.get_by_role("link", name="Kortit", exact=True).click()

    expect(page.locator(".hs-review-list")).to_be_visible()
    expect(page.locator(".hs-review-card")).to_be_hidden()


def test_busy_line_speaks_after_a_while_only(page: Page) -> None:
    page.goto(COMPONENTS)
    page.evaluate("document.dispatchEvent(new CustomEvent('htmx:before:request'))")
    busy = page.locator("[data-busy]")

    expect(busy).to_have_text("Haetaan…")
    page.evaluate("document.dispatchEvent(new CustomEvent('htmx:finally:request'))")
    expect(busy).to_have_text("")


def test_print_leaves_menus_out_and_writes_addresses(page: Page) -> None:
    page.goto(COMPONENTS)
    page.emulate_media(media="print")

    expect(page.locator(".hs-main-menu")).to_be_hidden()
    expect(page.locator(".hs-actions")).to_be_hidden()
    content = "getComputedStyle(document.querySelector('.hs-finding a'), '::after').content"
    assert page.evaluate(content) == '" (#f1)"'
