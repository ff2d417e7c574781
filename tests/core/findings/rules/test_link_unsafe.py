from __future__ import annotations

import pytest

from hankesalkku.core.card.document import Link
from tests.support.cards import card, findings


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://mallila.example/case/1", []),
        ("http://mallila.example", []),
        ("www.mallila.example", []),
        ("#otsikko", []),
        ("mailto:kirjaamo@mallila.example", []),
        ("javascript:alert(1)", ["javascript:alert(1)"]),
        ("file:///C:/hankkeet.xlsx", ["file:///C:/hankkeet.xlsx"]),
        ("ftp://mallila.example/a", ["ftp://mallila.example/a"]),
        ("https://maija:salasana@mallila.example/", ["https://***@mallila.example/"]),
        ("https://mallila.example/\n<b>", ["https://mallila.example/<b>"]),
        ("\\\\palvelin\\jako", ["\\\\palvelin\\jako"]),
        ("//palvelin/jako", ["//palvelin/jako"]),
        ("C:\\hankkeet.xlsx", ["C:\\hankkeet.xlsx"]),
        ("https://[mallila", ["https://[mallila"]),
    ],
)
def test_link_unsafe(url: str, expected: list[str]) -> None:
    assert [finding.evidence for finding in findings("link-unsafe", links=(Link(url, None),))] == expected


def test_link_unsafe_finds_addresses_written_in_a_row() -> None:
    one = card(other_information="Aineisto: \\\\palvelin\\hankkeet\\malli.xlsx, ks. https://mallila.example.")

    [finding] = findings("link-unsafe", one)

    assert (finding.field, finding.evidence) == ("other_information", "\\\\palvelin\\hankkeet\\malli.xlsx")


def test_link_unsafe_is_said_once_a_card() -> None:
    url = "ftp://mallila.example/a"
    one = card(case_url=url, other_information=url)

    assert len(findings("link-unsafe", one, links=(Link(url, 0),))) == 1


def test_link_unsafe_does_not_take_prose_for_links() -> None:
    assert findings("link-unsafe", card(status="Data: 12 osallistujaa; file: liite 3; https: tulossa")) == []
