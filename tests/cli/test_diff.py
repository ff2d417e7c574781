"""`hankesalkku diff`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hankesalkku.__main__ import main
from tests.support.text_report import FIRST, HEADING, REPORT, a_file

Capture = pytest.CaptureFixture[str]


def test_diff_of_equal_reports_is_done(capsys: Capture, tmp_path: Path) -> None:
    other = a_file(tmp_path, REPORT.replace("40 000 €", "40.000,00 €"), "toinen.txt")

    assert main(["diff", a_file(tmp_path), other]) == 0
    assert capsys.readouterr().out.endswith("Raporteissa on samat tiedot.\n")


def test_diff_shows_values_and_words(capsys: Capture, tmp_path: Path) -> None:
    changed = REPORT.replace("50 000 €", "52 000 €").replace("aloitti elokuussa", "aloitti jo kesäkuussa")

    assert main(["diff", a_file(tmp_path), a_file(tmp_path, changed, "uusi.txt")]) == 1

    out = capsys.readouterr().out
    assert "0 uutta, 0 poistunutta, 1 muuttunut, 1 ennallaan" in out
    assert "(sama asianumero 120/12.03.00/2022)" in out
    assert "    Bruttomenot (suunniteltu): 50 000 € → 52 000 €\n" in out
    assert "Kirjastopedagogi aloitti [-elokuussa.-] {+jo kesäkuussa.+} Etenemä 48 %." in out


def test_diff_lists_new_and_ended_cards(capsys: Capture, tmp_path: Path) -> None:
    one = a_file(tmp_path, HEADING + FIRST, "yksi.txt")

    main(["diff", one, a_file(tmp_path)])
    assert "Uudet (1)\n  2. Rantapuiston esteettömät polut\n" in capsys.readouterr().out
    main(["diff", a_file(tmp_path), one])
    assert "Poistuneet (1)\n  2. Rantapuiston esteettömät polut\n" in capsys.readouterr().out


def test_diff_json_gives_old_and_new_values(capsys: Capture, tmp_path: Path) -> None:
    other = a_file(tmp_path, REPORT.replace("50 000 €", "52 000 €"), "uusi.txt")

    assert main(["diff", a_file(tmp_path), other, "--format", "json"]) == 1

    document = json.loads(capsys.readouterr().out)
    (pair,) = document["changed"]
    assert document["schema"] == "hankesalkku.difference/1"
    assert pair["matched_by"] == {"reason": "case_number", "value": "120/12.03.00/2022"}
    assert pair["changes"] == [
        {
            "field": "gross_expenditure",
            "old_text": "50 000 €",
            "new_text": "52 000 €",
            "old": {"total": "50000.00", "parts": []},
            "new": {"total": "52000.00", "parts": []},
        }
    ]


def test_diff_of_an_unreadable_file_says_so(capsys: Capture, tmp_path: Path) -> None:
    assert main(["diff", a_file(tmp_path), str(tmp_path / "none.txt")]) == 3
    assert "none.txt: tiedostoa ei löydy" in capsys.readouterr().err
