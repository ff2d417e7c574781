"""Lists with one project a row, as a coordinator keeps them."""

from __future__ import annotations

import pytest

from hankesalkku.core.card.document import CardDocument
from hankesalkku.core.values.money import Money, NamedPart
from hankesalkku.ingest.cards import File, read_cards

HEADER = "Hanke;Projektipäällikkö;Kesto;Tulot;Kustannusarvio;Omarahoitus;Säätila"
FIRST = "Kirjastoauto;Aino Esimerkki;1.1.2023–31.12.2024;80 000 €;100 000 €;20 000 €;pouta"
SECOND = "Pyöräreitit;Onni Malli;2023;5.000 €;10.000 €;5.000 €;sade"


def read(*lines: str) -> CardDocument:
    return read_cards(File("lista.csv", "\n".join(lines).encode("cp1252")))


def test_each_row_is_a_project() -> None:
    document = read(HEADER, FIRST, SECOND)
    assert [card.name for card in document.cards] == ["Kirjastoauto", "Pyöräreitit"]
    assert [card.gross_income for card in document.cards] == [Money(8_000_000), Money(500_000)]
    assert document.coverage is not None
    assert document.coverage.characters == document.coverage.placed


def test_column_of_no_field_is_kept_as_an_extra_row() -> None:
    rows = {row.key: row.text for row in read(HEADER, FIRST).cards[0].rows}
    assert rows["extra:Säätila"] == "pouta"


@pytest.mark.parametrize(
    "total", ["Yhteensä;;;85 000 €;110 000 €;25 000 €;", "YHTEENSÄ:;;;85 000;110 000;25 000;"]
)
def test_row_of_totals_is_no_project_but_what_the_list_states(total: str) -> None:
    document = read(HEADER, FIRST, SECOND, total)
    assert len(document.cards) == 2
    assert document.totals.gross_income_cents == 8_500_000


def test_title_rows_above_the_header_are_the_heading() -> None:
    document = read("Mallilan hankkeet 2023;;;;;;", HEADER, FIRST)
    assert (document.title, len(document.cards)) == ("Mallilan hankkeet 2023", 1)


def test_header_repeated_on_a_page_is_no_project() -> None:
    assert len(read(HEADER, FIRST, HEADER, SECOND).cards) == 2


def test_unit_of_a_column_scales_its_sums() -> None:
    document = read("Hanke;Tulot (1 000 €);Menot (1 000 €);Kesto", "Kirjastoauto;80;100;2023")
    assert [document.cards[0].gross_income, document.cards[0].gross_expenditure] == [
        Money(8_000_000),
        Money(10_000_000),
    ]


def test_parts_beside_a_sum_belong_to_it() -> None:
    document = read(
        "Hankkeen nimi;Bruttotulot koko hankeajalta;Bruttotulot koko hankeajalta (osat);Kesto",
        "Kirjastoauto;9 000 €;lukio: 4 000 €; opisto: 5 000 €".replace("; o", ", o") + ";2023",
    )
    assert document.cards[0].gross_income == Money(
        900_000, (NamedPart("lukio", 400_000), NamedPart("opisto", 500_000))
    )
