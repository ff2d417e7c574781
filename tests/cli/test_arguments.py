"""The arguments and their documentation."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

import hankesalkku
from hankesalkku.__main__ import main
from hankesalkku.cli.arguments import EXAMPLES, SHELLS, asked_language, build_parser
from hankesalkku.cli.reference import command_reference
from hankesalkku.core.language.wording import LANGUAGES, Wording

REPOSITORY = Path(__file__).parents[2]
REFERENCE = REPOSITORY / "docs" / "reference" / "command-line.md"
Capture = pytest.CaptureFixture[str]


def test_reference_is_what_the_parser_says() -> None:
    assert REFERENCE.read_text(encoding="utf-8") == command_reference(), (
        "run: python -m hankesalkku.cli.reference"
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", EXAMPLES)
def test_help_of_every_command_has_an_example(capsys: Capture, command: str, language: str) -> None:
    assert main(["--language", language, command, "--help"]) == 0
    assert EXAMPLES[command][0] in capsys.readouterr().out


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_says_nothing_in_another_language(capsys: Capture, language: str) -> None:
    main(["--language", language, "--help"])

    out = capsys.readouterr().out
    words = {"fi": "valinnat:", "sv": "alternativ:", "en": "options:"}
    assert [word for word in words.values() if word in out] == [words[language]]


def test_examples_are_understood() -> None:
    parser = build_parser(Wording("en"))

    for command, examples in EXAMPLES.items():
        for example in examples:
            arguments = shlex.split(example.partition(" > ")[0])[1:]
            assert parser.parse_args(arguments).command == command


def test_version_is_the_package_s(capsys: Capture) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"hankesalkku {hankesalkku.__version__}\n"


@pytest.mark.parametrize("shell", SHELLS)
def test_completion_names_the_commands(capsys: Capture, shell: str) -> None:
    assert main(["completion", shell]) == 0

    out = capsys.readouterr().out
    assert all(command in out for command in EXAMPLES)


@pytest.mark.parametrize(
    ("arguments", "language"),
    [
        (["check", "a", "--language", "sv"], "sv"),
        (["--language=en", "check", "a"], "en"),
        (["write", "a", "-o", "b", "--language", "sv"], "fi"),
        (["--language", "en", "write", "a", "--language", "sv"], "en"),
        (["read", "write", "--language", "sv"], "sv"),
        (["check", "--language"], "fi"),
        (["check", "--language", "de"], "fi"),
    ],
)
def test_asked_language(arguments: list[str], language: str) -> None:
    assert asked_language(arguments, {}) == language
