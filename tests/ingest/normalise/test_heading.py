"""The parts of a report's heading, and the sums it states."""

from __future__ import annotations

import pytest

from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.values.dates import PartialDate
from hankesalkku.ingest.document import Properties
from hankesalkku.ingest.normalise.heading import Heading, read_heading
from hankesalkku.ingest.normalise.stated_totals import stated_totals

INCOME, EXPENDITURE, SHARE = (
    FieldKey.GROSS_INCOME,
    FieldKey.GROSS_EXPENDITURE,
    FieldKey.MUNICIPAL_SHARE,
)


def test_author_and_date_stand_on_lines_of_their_own() -> None:
    lines = ["Sivistyspalvelut", "HANKKEET", "Laatija: hankekoordinaattori", "Tilanne 31.12.2024"]

    assert read_heading(lines, Properties()) == Heading(
        division="Sivistyspalvelut",
        title="HANKKEET",
        date=PartialDate(2024, 12, 31),
        author="hankekoordinaattori",
    )


def test_author_of_the_file_counts_where_the_page_names_none() -> None:
    assert read_heading(["Sivistyspalvelut", "HANKKEET"], Properties(author="Mallila")).author == "Mallila"


def test_line_that_only_speaks_of_an_author_stays_in_the_note() -> None:
    heading = read_heading(["Sivistyspalvelut", "HANKKEET", "Laatija vaihtui keväällä."], Properties())

    assert (heading.note, heading.author) == ("Laatija vaihtui keväällä.", None)


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        (
            "Raportissa on 2 hanketta: bruttotulot 1 000 €, bruttomenot 1.500 € ja kaupungin osuus 500 €.",
            {INCOME: 100_000, EXPENDITURE: 150_000, SHARE: 50_000},
        ),
        ("Bruttotulot yhteensä: 12 000,50 euroa", {INCOME: 1_200_050}),
        ("Inkomster totalt 9 000 €, utgifter totalt 10 000 €", {INCOME: 900_000, EXPENDITURE: 1_000_000}),
        ("Bruttotulot 1 000 € (edellisvuonna bruttotulot 900 €)", {}),
        ("Myönnetty avustus 1 000 €", {}),
        ("Bruttotulot kasvoivat 1 000 euroa", {}),
    ],
)
def test_sums_of_the_heading(text: str, sums: dict[FieldKey, int]) -> None:
    assert stated_totals(text) == sums
