"""What happens where a command cannot do what it was asked: one line, a code, never a traceback."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hankesalkku.__main__ import main
from hankesalkku.cli.reading import refusal_text
from hankesalkku.core.language.wording import LANGUAGES, Wording
from hankesalkku.ingest.refusal import CannotRead, Reason
from tests.support.text_report import REPORT, a_file

Capture = pytest.CaptureFixture[str]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("reason", Reason)
def test_refusal_is_one_line_with_advice(reason: Reason, language: str) -> None:
    text = refusal_text(
        Path("r.pdf"), CannotRead(reason, place="s. 3", detail="yksi\nkaksi"), Wording(language)
    )

    assert text.startswith("r.pdf, s. 3: ")
    assert text.endswith(".")
    assert "\n" not in text
    assert "{" not in text


def test_refusal_names_the_limit() -> None:
    text = refusal_text(Path("r.pdf"), CannotRead(Reason.TOO_LARGE, detail="99 > 1"), Wording("fi"))

    assert text == "r.pdf: tiedosto on suurempi kuin 25 Mt. Pienennä kuvat tai jaa raportti osiin."


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("tyhja.pdf", b""),
        ("rikki.pdf", b"%PDF-1.7\n%%EOF"),
        ("rikki.docx", b"PK\x03\x04rikki"),
        ("kuva.png", b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0d"),
        ("rikki.json", b'{"schema": 1'),
        ("vieras.json", b'{"schema": "toinen"}'),
        ("luku.json", b'{"schema": "hankesalkku.cards/1", "cards": 7}'),
    ],
)
@pytest.mark.parametrize("command", ["read", "check"])
def test_command_on_a_bad_file_says_one_line(
    capsys: Capture, tmp_path: Path, command: str, name: str, content: bytes
) -> None:
    (tmp_path / name).write_bytes(content)

    assert main([command, str(tmp_path / name)]) == 3
    captured = capsys.readouterr()
    assert captured.out == "" or command == "check"
    assert captured.err.startswith(f"{tmp_path / name}")
    assert captured.err.count("\n") == 1
    assert "Traceback" not in captured.err


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=400), st.sampled_from([".txt", ".csv", ".json", ""]))
def test_read_of_anything_answers_in_order(
    capsys: Capture, tmp_path: Path, content: bytes, ending: str
) -> None:
    path = tmp_path / f"mita-vain{ending}"
    path.write_bytes(content)

    assert main(["read", str(path), "--format", "table"]) in {0, 3}
    assert "Hankesalkussa on vika" not in capsys.readouterr().err


@pytest.mark.parametrize("command", [["read"], ["check"], ["write", "-o", "{folder}/uusi.pdf"]])
def test_file_without_cards_is_no_report(capsys: Capture, tmp_path: Path, command: list[str]) -> None:
    letter = a_file(tmp_path, "Hyvä vastaanottaja\n\nKiitos kirjeestä.\n", "kirje.txt")

    assert main([*(part.format(folder=tmp_path) for part in command), letter]) == 3
    assert "kirje.txt: tiedostosta ei löytynyt hankekortteja. " in capsys.readouterr().err


def test_card_document_without_cards_is_read(capsys: Capture, tmp_path: Path) -> None:
    assert main(["read", a_file(tmp_path, '{"schema": "hankesalkku.cards/1"}', "tyhja.json")]) == 0


def test_read_of_a_folder_says_so(capsys: Capture, tmp_path: Path) -> None:
    assert main(["read", str(tmp_path)]) == 3
    assert capsys.readouterr().err == f"{tmp_path}: tämä on kansio. Anna tiedosto.\n"


def test_read_of_a_name_with_control_characters_shows_none(capsys: Capture, tmp_path: Path) -> None:
    main(["read", str(tmp_path / "a\x1b[2Jb")])

    assert "\x1b" not in capsys.readouterr().err


@pytest.mark.skipif(os.geteuid() == 0, reason="root may open everything")
def test_read_of_a_locked_file_says_so(capsys: Capture, tmp_path: Path) -> None:
    path = Path(a_file(tmp_path))
    path.chmod(0)

    assert main(["read", str(path)]) == 3
    assert "lukuoikeudet" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "puuttuu: KOMENTO"),
        (["lue"], "'lue'"),
        (["check"], "puuttuu: TIEDOSTO"),
        (["check", "a", "--today", "31.2.2023"], "päivää 31.2.2023 ei ole"),
        (["check", "a", "--fail", "error"], "tuntematonta: --fail error"),
        (["read", "a", "--format", "xml"], "'xml'"),
        (["schema", "findings"], "'findings'"),
    ],
)
def test_wrong_use_says_what_is_wrong_in_one_line(capsys: Capture, arguments: list[str], said: str) -> None:
    assert main(arguments) == 2

    captured = capsys.readouterr()
    assert captured.out == ""
    assert said in captured.err
    assert captured.err.count("\n") == 1


def test_main_on_a_fault_says_one_line(
    capsys: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: object) -> None:
        raise OverflowError("liikaa")

    monkeypatch.setattr("hankesalkku.core.card.schema.card_document_schema", fail)

    assert main(["schema", "cards"]) == 70
    assert capsys.readouterr().err.startswith("Hankesalkussa on vika: ")


def test_main_interrupted_is_quiet(capsys: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("hankesalkku.cli.reading.read_cards", interrupt)

    assert main(["read", a_file(tmp_path, REPORT)]) == 130
    assert capsys.readouterr() == ("", "")
