"""`hankesalkku check`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from hankesalkku.__main__ import main
from tests.support.text_report import FIRST, HEADING, REPORT, SECOND, a_file

Capture = pytest.CaptureFixture[str]
CLEAN = HEADING + "Tilanne 20.1.2023\n\n" + FIRST


def check_json(capsys: Capture, *arguments: str) -> Any:  # noqa: ANN401 - the form depends on how many files are named
    """Run `check` and take its JSON: an object for one file, a list for several."""
    main(["check", "--format", "json", *arguments])
    return json.loads(capsys.readouterr().out)


def test_check_names_place_card_and_what_was_seen(capsys: Capture, tmp_path: Path) -> None:
    assert main(["check", a_file(tmp_path)]) == 1

    out = capsys.readouterr().out
    line = 1 + REPORT.splitlines().index("1.3.2023–31.712.2023 / toteutusvaihe")
    assert f"  raportti.txt: rivi {line} · kortti 2 Rantapuiston esteettömät polut\n" in out
    assert "    Päivämäärää 31.712.2023 ei ole." in out
    assert "  Miksi: " in out
    assert "  Korjaus: " in out


def test_check_groups_by_severity_gravest_first(capsys: Capture, tmp_path: Path) -> None:
    main(["check", a_file(tmp_path)])

    out = capsys.readouterr().out
    assert out.index("Virheet (") < out.index("Tiedoksi (")


def test_check_says_alike_findings_of_several_cards_once(capsys: Capture, tmp_path: Path) -> None:
    text = REPORT.replace("Kyllä, Aino Esimerkki 10.1.2023", "").replace("Kyllä, Onni Oletettu 10.1.2023", "")

    main(["check", a_file(tmp_path, text)])

    assert "  2 korttia: 1, 2 · Toteumien tarkastusta ei ole vahvistettu" in capsys.readouterr().out


def test_check_folds_import_remarks_last(capsys: Capture, tmp_path: Path) -> None:
    text = (
        REPORT.replace("24 000 €", "24.000 €").replace("30 000 €", "30.000 €").replace("5 000 €", "5.000 €")
    )

    main(["check", a_file(tmp_path, text)])

    folded = capsys.readouterr().out.partition("Luettiin näin (")[2]
    assert "  Tuhaterottimena piste · 1 kortti: 2\n" in folded
    assert "--verbose" in folded


def test_check_verbose_unfolds_import_remarks(capsys: Capture, tmp_path: Path) -> None:
    text = (
        REPORT.replace("24 000 €", "24.000 €").replace("30 000 €", "30.000 €").replace("5 000 €", "5.000 €")
    )

    main(["check", a_file(tmp_path, text), "--verbose"])

    unfolded = capsys.readouterr().out.partition("Luettiin näin (")[2]
    assert "Tuhaterottimena piste · thousands-with-dot\n  raportti.txt: rivi" in unfolded
    assert "    Luettu: " in unfolded


def test_check_counts_lines_at_the_end(capsys: Capture, tmp_path: Path) -> None:
    counts = check_json(capsys, a_file(tmp_path))["counts"]
    main(["check", a_file(tmp_path)])

    last = capsys.readouterr().out.splitlines()[-1]
    errors, notes, total = (
        counts["groups"]["error"],
        counts["groups"]["note"],
        sum(counts["findings"].values()),
    )
    assert last.startswith(f"{errors} virhe")
    assert f"{notes} tiedoksi (kortti kortilta {total} havainto" in last


def test_check_without_a_date_names_what_did_not_run(capsys: Capture, tmp_path: Path) -> None:
    main(["check", a_file(tmp_path)])

    assert "(decision-in-future). Anna päivä: --today 2023-01-20." in capsys.readouterr().out


@pytest.mark.parametrize("today", ["2023-02-01", "1.2.2023"])
def test_check_with_a_day_runs_everything(capsys: Capture, tmp_path: Path, today: str) -> None:
    file = check_json(capsys, a_file(tmp_path), "--today", today)

    assert file["not_run"] == []
    assert file["today"] == "2023-02-01"
    assert "decision-in-future" in {finding["rule"] for finding in file["findings"]}


@pytest.mark.parametrize(("fail_on", "code"), [("error", 1), ("warning", 1), ("note", 1), ("never", 0)])
def test_check_fails_on_what_was_asked(tmp_path: Path, fail_on: str, code: int) -> None:
    assert main(["check", a_file(tmp_path), "--fail-on", fail_on]) == code


def test_check_without_an_error_is_done(tmp_path: Path) -> None:
    assert main(["check", a_file(tmp_path, HEADING + FIRST)]) == 0


def test_check_json_groups_refer_to_findings(capsys: Capture, tmp_path: Path) -> None:
    file = check_json(capsys, a_file(tmp_path))

    listed = [number for group in file["groups"] for number in group["findings"]]
    assert file["schema"] == "hankesalkku.findings/1"
    assert sorted(listed) == list(range(len(file["findings"])))
    for group in file["groups"]:
        assert {file["findings"][number]["rule"] for number in group["findings"]} == {group["rule"]}


def test_check_of_several_files_reports_each(capsys: Capture, tmp_path: Path) -> None:
    other = a_file(tmp_path, HEADING + SECOND, "toinen.txt")

    documents = check_json(capsys, a_file(tmp_path), other)

    assert [Path(file["file"]).name for file in documents] == ["raportti.txt", "toinen.txt"]


@pytest.mark.parametrize(("language", "heading"), [("fi", "Virheet ("), ("sv", "Fel ("), ("en", "Errors (")])
def test_check_speaks_the_language_asked_for(
    capsys: Capture, tmp_path: Path, language: str, heading: str
) -> None:
    main(["check", a_file(tmp_path), "--language", language])
    after = capsys.readouterr().out
    main(["--language", language, "check", a_file(tmp_path)])

    assert heading in after
    assert capsys.readouterr().out == after


def test_check_of_the_sample_prints_49_lines(capsys: Capture, sample: Path) -> None:
    file = check_json(capsys, str(sample / "report.txt"))
    expected = json.loads((sample / "findings.json").read_text(encoding="utf-8"))

    lines = sorted((group["rule"], group["severity"], group["cards"]) for group in file["groups"])
    assert lines == sorted((line["rule"], line["severity"], line["cards"]) for line in expected)
    assert file["counts"]["groups"] == {"error": 3, "warning": 12, "note": 34}
