"""Every page of the gallery is sound HTML that a strict content security policy lets through."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from lxml import html

from tests.web.shared.gallery import pages, write

PAGES = ("components", "read-only", "review", "open", "confirm", "progress", "404", "403", "500")


@pytest.fixture(scope="module")
def gallery() -> dict[str, html.HtmlElement]:
    return {name.removesuffix(".html"): html.document_fromstring(text) for name, text in pages().items()}


def test_gallery_has_these_pages(gallery: dict[str, html.HtmlElement]) -> None:
    assert set(gallery) == set(PAGES)


@pytest.mark.parametrize("name", PAGES)
def test_page_carries_no_inline_style_or_script(gallery: dict[str, html.HtmlElement], name: str) -> None:
    page = gallery[name]
    handlers = [a for element in page.iter() for a in element.attrib if a.startswith("on")]

    assert page.xpath("//@style | //style | //script[not(@src)]") == []
    assert handlers == []


@pytest.mark.parametrize("name", PAGES)
def test_page_has_one_heading_a_title_and_its_language(
    gallery: dict[str, html.HtmlElement], name: str
) -> None:
    page = gallery[name]

    assert len(page.xpath("//h1")) == 1
    assert len(page.xpath("//main")) == 1
    assert page.xpath("string(//title)").strip(" –")
    assert page.xpath("/html/@lang") == ["fi"]


@pytest.mark.parametrize("name", PAGES)
def test_ids_are_unique_and_references_lead_to_them(gallery: dict[str, html.HtmlElement], name: str) -> None:
    page = gallery[name]
    ids = page.xpath("//@id")
    references = [
        reference
        for value in page.xpath("//@for | //@aria-describedby | //@aria-labelledby")
        for reference in value.split()
    ]

    assert [found for found, times in Counter(ids).items() if times > 1] == []
    assert [reference for reference in references if reference not in ids] == []


def test_post_forms_carry_their_secret(gallery: dict[str, html.HtmlElement]) -> None:
    forms = gallery["confirm"].xpath("//form[@method='post']")

    assert len(forms) >= 3
    assert [form for form in forms if not form.xpath(".//input[@name='csrfmiddlewaretoken']")] == []


def test_fault_needs_no_script_and_names_the_request(gallery: dict[str, html.HtmlElement]) -> None:
    page = gallery["500"]

    assert page.xpath("//script") == []
    assert page.xpath("string(//code)") == "a1b2c3d4"


def test_write_makes_a_folder_that_a_browser_opens(tmp_path: Path) -> None:
    written = write(tmp_path)
    addresses = {
        a for page in written for a in re.findall(r'(?:href|src)="(/static/[^"]+)"', page.read_text("utf-8"))
    }

    assert len(written) == len(PAGES)
    assert [address for address in addresses if not (tmp_path / address.lstrip("/")).is_file()] == []
