"""Answers to what went wrong: in the person's language, with the footer, without the database where it may be down."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from django.conf import settings
from django.http import HttpRequest
from django.test import RequestFactory
from lxml import html

import hankesalkku
from hankesalkku.web.shared import errors


@dataclass
class Refusal:
    """What a page of refusal may tell."""

    page: str = "Tapahtumaloki kertoo, kuka on muuttanut mitä."
    roles: str = "tarkastaja, pääkäyttäjä"
    ask: str = "Matti Metsä"


class RefusedHere(Exception):
    """Carries a refusal, as the door does."""

    refusal = Refusal()


def request(method: str = "GET", *, language: str = "fi") -> HttpRequest:
    """Make a request in a language."""
    made = getattr(RequestFactory(), method.lower())("/app/mallila/hankkeet/?haku=esi")
    made.COOKIES[settings.LANGUAGE_COOKIE_NAME] = language
    return made  # type: ignore[no-any-return]


def words(content: bytes) -> str:
    """Give the text of a page's content."""
    page = html.document_fromstring(content.decode())
    return " ".join(str(page.xpath("string(//main)")).split())


def test_service_fault_without_database_names_the_request() -> None:
    asked = request(language="sv")
    asked.request_id = "a1b2c3d4"  # type: ignore[attr-defined]
    answer = errors.service_fault(asked)
    page = html.document_fromstring(answer.content.decode())

    assert answer.status_code == 500
    assert "Det är en störning i tjänsten. Ingenting sparades." in words(answer.content)
    assert page.xpath("string(//code)") == "a1b2c3d4"
    assert page.xpath("//a/@href") == ["/app/mallila/hankkeet/?haku=esi"]


def test_service_fault_never_repeats_what_was_sent() -> None:
    page = html.document_fromstring(errors.service_fault(request("POST")).content.decode())

    assert page.xpath("//a/@href") == ["/"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("fi", "Sivua ei löytynyt"),
        ("sv", "Sidan hittades inte"),
        ("en", "Page not found"),
        ("xx", "Sivua ei löytynyt"),
    ],
)
def test_not_found_in_the_persons_language(language: str, title: str) -> None:
    answer = errors.not_found(request(language=language))

    assert answer.status_code == 404
    assert words(answer.content).startswith(title)
    assert f"Hankesalkku {hankesalkku.__version__}".encode() in answer.content


@pytest.mark.django_db
def test_refused_says_what_who_and_whom_to_ask() -> None:
    answer = errors.refused(request(), RefusedHere())

    assert answer.status_code == 403
    assert words(answer.content) == (
        "Sinulla ei ole oikeutta tähän sivuun Tapahtumaloki kertoo, kuka on muuttanut mitä. "
        "Sivun voi avata: tarkastaja, pääkäyttäjä. Pyydä oikeutta: Matti Metsä. Siirry etusivulle"
    )


@pytest.mark.django_db
def test_refused_without_reasons_points_at_the_administrator() -> None:
    assert "Pyydä oikeutta organisaatiosi pääkäyttäjältä." in words(errors.refused(request()).content)


@pytest.mark.django_db
def test_form_expired_says_that_nothing_was_saved() -> None:
    answer = errors.form_expired(request())

    assert answer.status_code == 403
    assert "Mitään ei tallentunut." in words(answer.content)
