"""Links tied to their cards where they do not stand in them."""

from __future__ import annotations

from hankesalkku.ingest.cards import File, read_cards

URL = "https://asiat.mallila.example/#/case/{}"


def card(number: int) -> str:
    return (
        f"Hankkeen nimi\nHanke {number}\n\nVastuuhenkilö\nAino Esimerkki\n\nBudjetoitu; vuodet\n2023\n\n"
        f"Muita tietoja\nDynasty: {number}/12.03.00/2023\n\n"
    )


def urls(text: str) -> list[str | None]:
    return [card.case_url for card in read_cards(File("raportti.txt", text.encode())).cards]


def test_links_at_page_ends_follow_the_case_numbers_of_their_page() -> None:
    text = f"{card(1)}{URL.format(1)}\n\f{card(2)}{card(3)}{URL.format(2)}\n{URL.format(3)}\n"
    assert urls(text) == [URL.format(1), URL.format(2), URL.format(3)]


def test_without_pages_the_order_in_the_whole_document_counts() -> None:
    text = f"{card(1)}{card(2)}{URL.format(1)}\n\n\n{card(3)}{URL.format(2)}\n{URL.format(3)}\n"
    assert urls(text) == [URL.format(1), URL.format(2), URL.format(3)]


def test_page_with_another_number_of_links_is_not_guessed() -> None:
    text = f"{card(1)}{URL.format(1)}\n\f{card(2)}{card(3)}{URL.format(3)}\n"
    assert urls(text) == [URL.format(1), None, None]


def test_link_that_stands_in_its_row_is_its_cards() -> None:
    number = "Dynasty: 1/12.03.00/2023"
    assert urls(card(1).replace(number, f"{number} {URL.format(9)}") + card(2)) == [URL.format(9), None]
