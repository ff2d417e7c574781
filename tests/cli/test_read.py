"""`hankesalkku read`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from hankesalkku.__main__ import main
from hankesalkku.core.card.schema import card_document_schema
from tests.support.text_report import FIRST, HEADING, REPORT, a_file

Capture = pytest.CaptureFixture[str]


def read_json(capsys: Capture, *arguments: str) -> dict[str, Any]:
    """Run `read` and take its JSON."""
    assert main(["read", *arguments]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_read_prints_the_card_document(capsys: Capture, tmp_path: Path) -> None:
    document = read_json(capsys, a_file(tmp_path))

    assert document["schema"] == "hankesalkku.cards/1"
    assert [card["name"] for card in document["cards"]] == [
        "Lukuinto kasvaa – koulukirjastojen kehittäminen 2022–2023",
        "Rantapuiston esteettömät polut",
    ]
    assert document["cards"][1]["gross_expenditure"] == {"total": "30000.00", "parts": []}
    assert document["coverage"]["characters"] == document["coverage"]["placed"]


def test_read_carries_the_findings_and_obeys_the_schema(capsys: Capture, tmp_path: Path) -> None:
    document = read_json(capsys, a_file(tmp_path))

    assert "date-invalid" in {finding["rule"] for finding in document["findings"]}
    jsonschema.validate(document, card_document_schema(), cls=jsonschema.Draft202012Validator)


def test_read_of_several_files_is_a_list(capsys: Capture, tmp_path: Path) -> None:
    other = a_file(tmp_path, HEADING + FIRST, "toinen.txt")

    assert main(["read", a_file(tmp_path), other]) == 0
    documents = json.loads(capsys.readouterr().out)
    assert [document["source"]["name"] for document in documents] == ["raportti.txt", "toinen.txt"]


def test_read_goes_on_after_a_file_that_cannot_be_read(capsys: Capture, tmp_path: Path) -> None:
    code = main(["read", str(tmp_path / "none.pdf"), a_file(tmp_path)])

    captured = capsys.readouterr()
    assert code == 3
    assert len(json.loads(captured.out)) == 1
    assert captured.err == f"{tmp_path / 'none.pdf'}: tiedostoa ei löydy. Tarkista nimi ja kansio.\n"


@pytest.mark.parametrize("columns", ["60", "80", "160"])
def test_read_table_states_the_coverage(
    capsys: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, columns: str
) -> None:
    monkeypatch.setenv("COLUMNS", columns)

    assert main(["read", a_file(tmp_path), "--format", "table"]) == 0

    out = capsys.readouterr().out
    assert "Rantapuiston" in out
    assert "merkkiä, 100 %" in out
    assert "30\u00a0000\u00a0€" in out


def test_read_table_verbose_shows_every_row_with_its_place(capsys: Capture, tmp_path: Path) -> None:
    main(["read", a_file(tmp_path), "--format", "table", "--verbose"])

    assert "  Kaupungin päätös: Tekninen lautakunta 7.3.2023 § 31 (rivi" in capsys.readouterr().out


def test_read_table_lists_unread_text_with_its_place(capsys: Capture, tmp_path: Path) -> None:
    document = read_json(capsys, a_file(tmp_path))
    document["unread"] = [
        {"text": "Irrallinen rivi", "source": [{"page": 2, "line": 7, "start": 0, "end": 15}]}
    ]
    (tmp_path / "cards.json").write_text(json.dumps(document), encoding="utf-8")

    main(["read", str(tmp_path / "cards.json"), "--format", "table"])

    assert "1 teksti jäi lukematta:\n  s. 2, rivi 7: Irrallinen rivi\n" in capsys.readouterr().out


def test_read_output_is_a_file_that_reads_back(capsys: Capture, tmp_path: Path) -> None:
    target = tmp_path / "kortit.json"

    assert main(["read", a_file(tmp_path), "-o", str(target)]) == 0
    assert capsys.readouterr() == ("", "")
    assert read_json(capsys, str(target))["title"] == json.loads(target.read_text())["title"]


@pytest.mark.parametrize(("format_", "start"), [("csv", "\ufeffnumber;"), ("table", "")])
def test_read_output_takes_every_format(tmp_path: Path, format_: str, start: str) -> None:
    target = tmp_path / "tulos"

    assert main(["read", a_file(tmp_path), "--format", format_, "-o", str(target)]) == 0
    assert target.read_text(encoding="utf-8").startswith(start)
    assert "Rantapuiston" in target.read_text(encoding="utf-8")


def test_read_output_ending_in_csv_is_a_table(tmp_path: Path) -> None:
    target = tmp_path / "kortit.csv"

    main(["read", a_file(tmp_path), "-o", str(target)])

    assert target.read_bytes().startswith(b"\xef\xbb\xbfnumber;")


def test_read_of_several_files_as_csv_is_wrong_use(capsys: Capture, tmp_path: Path) -> None:
    path = a_file(tmp_path)

    assert main(["read", path, path, "--format", "csv"]) == 2
    assert "Anna yksi tiedosto kerrallaan" in capsys.readouterr().err


def test_read_shows_no_escape_sequence_of_a_report(capsys: Capture, tmp_path: Path) -> None:
    text = REPORT.replace("Rantapuiston esteettömät", "Rantapuiston \x1b[31mesteettömät")

    main(["read", a_file(tmp_path, text), "--format", "table", "--verbose"])

    assert "\x1b" not in capsys.readouterr().out
