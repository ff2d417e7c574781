"""The heading of a report told apart."""

from __future__ import annotations

import pytest

from hankesalkku.core.values.dates import PartialDate
from hankesalkku.ingest.document import Properties
from hankesalkku.ingest.normalise.heading import Heading, read_heading

DATE = PartialDate(2023, 1, 31)


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        ([], Heading()),
        (["Hankkeet 2023"], Heading(title="Hankkeet 2023")),
        (["Sivistystoimiala", "HANKKEET"], Heading(division="Sivistystoimiala", title="HANKKEET")),
        (
            ["Sivistystoimiala", "UUDET HANKKEET Luvut tarkentuvat tilinpäätöksessä", "31.1.2023"],
            Heading(
                division="Sivistystoimiala",
                title="UUDET HANKKEET",
                note="Luvut tarkentuvat tilinpäätöksessä",
                date=DATE,
            ),
        ),
        (
            ["Sivistystoimiala", "Hankkeet", "Tulostettu 31.1.2023"],
            Heading(division="Sivistystoimiala", title="Hankkeet"),
        ),
        (
            ["Hankkeet", "Laatija: hankekoordinaattori"],
            Heading(title="Hankkeet", author="hankekoordinaattori"),
        ),
    ],
)
def test_heading_is_told_apart(paragraphs: list[str], expected: Heading) -> None:
    assert read_heading(paragraphs, Properties()) == expected


def test_title_that_the_file_names_is_believed() -> None:
    lines = ["Mallilan kaupunki", "Sivistystoimiala", "Hankkeet", "Luvut euroina.", "Tilanne 31.1.2023"]
    heading = read_heading(lines, Properties(title="Hankkeet"))
    assert heading == Heading("Mallilan kaupunki", "Sivistystoimiala", "Hankkeet", "Luvut euroina.", DATE)
