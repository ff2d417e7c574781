"""`hankesalkku write`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hankesalkku.__main__ import main
from hankesalkku.cli.arguments import ENDINGS
from hankesalkku.ingest.cards import File, read_cards
from tests.support.text_report import a_file

Capture = pytest.CaptureFixture[str]
NAMES = ["Lukuinto kasvaa – koulukirjastojen kehittäminen 2022–2023", "Rantapuiston esteettömät polut"]


def names_in(path: Path) -> list[str | None]:
    """Read a file back and name its cards."""
    return [card.name for card in read_cards(File(path.name, path.read_bytes())).cards]


@pytest.mark.parametrize("ending", ENDINGS)
def test_write_writes_every_ending(capsys: Capture, tmp_path: Path, ending: str) -> None:
    target = tmp_path / f"uusi{ending}"

    assert main(["write", a_file(tmp_path), "-o", str(target)]) == 0
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith(f"Kirjoitettu {target}: 2 korttia, ")
    assert target.stat().st_size > 500
    assert sorted(tmp_path.iterdir()) == sorted([tmp_path / "raportti.txt", target])


@pytest.mark.parametrize("ending", [".xlsx", ".docx", ".pdf", ".txt", ".json"])
def test_write_reads_back(tmp_path: Path, ending: str) -> None:
    target = tmp_path / f"uusi{ending}"
    main(["write", a_file(tmp_path), "-o", str(target)])

    assert names_in(target) == NAMES


def test_write_in_a_language_leaves_messages_alone(capsys: Capture, tmp_path: Path) -> None:
    target = tmp_path / "ny.html"

    main(["write", a_file(tmp_path), "-o", str(target), "--language", "sv", "--title", "Våra projekt"])

    page = target.read_text(encoding="utf-8")
    assert 'lang="sv"' in page
    assert "Våra projekt" in page
    assert capsys.readouterr().err.startswith("Kirjoitettu ")


def test_write_prints_the_day_it_is_told(tmp_path: Path) -> None:
    target = tmp_path / "uusi.txt"

    main(["write", a_file(tmp_path), "-o", str(target), "--printed-on", "2023-01-20"])

    assert "20.1.2023" in target.read_text(encoding="utf-8")


def test_write_annexes_findings_only_if_asked(tmp_path: Path) -> None:
    plain, annexed = tmp_path / "a.html", tmp_path / "b.html"
    main(["write", a_file(tmp_path), "-o", str(plain)])
    main(["write", a_file(tmp_path), "-o", str(annexed), "--with-findings"])

    message = "Päivämäärää 31.712.2023 ei ole"
    assert message not in plain.read_text(encoding="utf-8")
    assert message in annexed.read_text(encoding="utf-8")


def test_write_json_carries_the_findings(tmp_path: Path) -> None:
    target = tmp_path / "kortit.json"
    main(["write", a_file(tmp_path), "-o", str(target)])

    text = target.read_text(encoding="utf-8")
    assert "date-invalid" in {finding["rule"] for finding in json.loads(text)["findings"]}
    assert text.startswith('{\n "schema": "hankesalkku.cards/1",\n')
    assert text.endswith("}\n")


def test_write_with_an_unknown_ending_lists_the_known(capsys: Capture, tmp_path: Path) -> None:
    assert main(["write", a_file(tmp_path), "-o", str(tmp_path / "uusi.doc")]) == 2
    assert ".pdf .docx .odt .xlsx .html .txt .json .csv" in capsys.readouterr().err


def test_write_never_overwrites_what_it_reads(capsys: Capture, tmp_path: Path) -> None:
    path = a_file(tmp_path)
    before = Path(path).read_bytes()
    (tmp_path / "toinen-nimi.txt").symlink_to(path)

    assert main(["write", path, "-o", path]) == 2
    assert main(["write", path, "-o", str(tmp_path / "toinen-nimi.txt")]) == 2
    assert Path(path).read_bytes() == before
    assert "toinen nimi" in capsys.readouterr().err


def test_write_overwrites_another_file_and_keeps_its_mode(tmp_path: Path) -> None:
    target = tmp_path / "uusi.csv"
    target.write_text("vanha")
    target.chmod(0o640)

    assert main(["write", a_file(tmp_path), "-o", str(target)]) == 0
    assert "vanha" not in target.read_text(encoding="utf-8")
    assert target.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(
    ("target", "word"), [("puuttuu/uusi.pdf", "kansiota ei ole"), ("kansio.pdf", "kansio")]
)
def test_write_where_nothing_can_be_written_is_wrong_use(
    capsys: Capture, tmp_path: Path, target: str, word: str
) -> None:
    (tmp_path / "kansio.pdf").mkdir()

    assert main(["write", a_file(tmp_path), "-o", str(tmp_path / target)]) == 2
    assert word in capsys.readouterr().err


def test_write_of_an_unreadable_file_leaves_the_target_alone(tmp_path: Path) -> None:
    target = tmp_path / "uusi.txt"
    target.write_text("vanha")

    assert main(["write", str(tmp_path / "none.pdf"), "-o", str(target)]) == 3
    assert target.read_text() == "vanha"
