"""The commands' arguments: one parser, in the language of the person who asks."""

from __future__ import annotations

import argparse
import gettext
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import NoReturn

import hankesalkku
from hankesalkku.cli.exits import WrongUse
from hankesalkku.cli.voice import language_of
from hankesalkku.core.language.wording import DOMAIN, LANGUAGES, LOCALE_FOLDER, Wording

PROGRAM = "hankesalkku"
READ_FORMATS = ("json", "table", "csv")
FAIL_ON = ("error", "warning", "note", "never")
SHELLS = ("bash", "zsh", "fish")
ENDINGS = (".pdf", ".docx", ".odt", ".xlsx", ".html", ".txt", ".json", ".csv")

EXAMPLES = {
    "read": ("hankesalkku read raportti.pdf", "hankesalkku read raportti.docx --format csv -o hankkeet.csv"),
    "check": (
        "hankesalkku check raportti.pdf",
        "hankesalkku check raportti.pdf --today 2023-01-20 --fail-on never",
    ),
    "write": (
        "hankesalkku write raportti.pdf -o hankkeet.xlsx",
        "hankesalkku write hankkeet.xlsx -o raportti.pdf --language sv",
    ),
    "diff": ("hankesalkku diff vanha.pdf uusi.docx",),
    "schema": ("hankesalkku schema cards > cards.schema.json",),
    "completion": ("hankesalkku completion bash > ~/.local/share/bash-completion/completions/hankesalkku",),
}
"""At least one example a command; tests run them."""


class Parser(argparse.ArgumentParser):
    """A parser that raises instead of leaving, and knows no abbreviated options."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong in one line, and where help is.

        Raises:
            WrongUse: always.
        """
        raise WrongUse(f"{self.prog}: {message} ({self.prog} --help)")


def asked_language(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """Tell the language of messages before anything is parsed: `--language`, else the locale.

    After `write`, `--language` is the report's, not the messages'.

    >>> asked_language(["--language=sv", "write", "--language", "en"], {})
    'sv'
    """
    chosen = ""
    index = 0
    while index < len(arguments):
        name, equals, value = arguments[index].partition("=")
        if name == "--language":
            chosen = value if equals else "".join(arguments[index + 1 : index + 2])
            index += 0 if equals else 1
        elif name == "write" and not any(command in arguments[:index] for command in _COMMANDS):
            break
        index += 1
    return chosen if chosen in LANGUAGES else language_of(environment)


@contextmanager
def argparse_in(language: str) -> Iterator[None]:
    """Let argparse speak a language: it asks gettext's own domain, which is set to our catalogues meanwhile."""
    domain, languages = gettext.textdomain(), os.environ.get("LANGUAGE")
    gettext.bindtextdomain(DOMAIN, str(LOCALE_FOLDER))
    gettext.textdomain(DOMAIN)
    os.environ["LANGUAGE"] = language
    try:
        yield
    finally:
        gettext.textdomain(domain)
        if languages is None:
            del os.environ["LANGUAGE"]
        else:
            os.environ["LANGUAGE"] = languages


def build_parser(wording: Wording) -> Parser:
    """Make the parser of all commands."""
    parser = Parser(
        prog=PROGRAM,
        description=wording.say("cli.description"),
        epilog=wording.say("cli.epilog"),
        allow_abbrev=False,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    version = f"{PROGRAM} {hankesalkku.__version__}"
    parser.add_argument(
        "--version", action="version", version=version, help=wording.say("cli.option.version")
    )
    _add_language(parser, wording)
    commands = parser.add_subparsers(
        dest="command",
        metavar=wording.say("cli.metavar.command"),
        title=wording.say("cli.commands"),
        required=True,
    )
    for name, add_arguments in _COMMANDS.items():
        summary = wording.say(f"cli.{name}.summary")
        command = commands.add_parser(
            name,
            help=summary,
            description=f"{summary}\n\n{wording.say(f'cli.{name}.description')}",
            epilog=_examples(name, wording),
            allow_abbrev=False,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        add_arguments(command, wording)
    return parser


def _examples(name: str, wording: Wording) -> str:
    lines = "\n".join(f"  {example}" for example in EXAMPLES[name])
    return f"{wording.say('cli.examples')}\n{lines}"


def _add_language(parser: argparse.ArgumentParser, wording: Wording) -> None:
    parser.add_argument(
        "--language", choices=LANGUAGES, default=argparse.SUPPRESS, help=wording.say("cli.option.language")
    )


def _add_files(parser: argparse.ArgumentParser, wording: Wording) -> None:
    parser.add_argument(
        "files",
        nargs="+",
        type=Path,
        metavar=wording.say("cli.metavar.file"),
        help=wording.say("cli.option.files"),
    )


def _add_verbose(parser: argparse.ArgumentParser, wording: Wording, name: str) -> None:
    parser.add_argument("--verbose", action="store_true", help=wording.say(f"cli.{name}.verbose"))


def _add_read(parser: argparse.ArgumentParser, wording: Wording) -> None:
    _add_files(parser, wording)
    parser.add_argument("--format", choices=READ_FORMATS, help=wording.say("cli.read.format"))
    parser.add_argument(
        "-o",
        "--output",
        type=Path,
        metavar=wording.say("cli.metavar.out"),
        help=wording.say("cli.read.output"),
    )
    _add_verbose(parser, wording, "read")
    _add_language(parser, wording)


def _add_check(parser: argparse.ArgumentParser, wording: Wording) -> None:
    _add_files(parser, wording)
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help=wording.say("cli.check.format")
    )
    _add_date(parser, "--today", wording, "cli.check.today")
    parser.add_argument("--fail-on", choices=FAIL_ON, default="error", help=wording.say("cli.check.fail_on"))
    _add_verbose(parser, wording, "check")
    _add_language(parser, wording)


def _add_write(parser: argparse.ArgumentParser, wording: Wording) -> None:
    parser.add_argument(
        "file", type=Path, metavar=wording.say("cli.metavar.file"), help=wording.say("cli.write.file")
    )
    parser.add_argument(
        "-o",
        "--output",
        type=Path,
        required=True,
        metavar=wording.say("cli.metavar.out"),
        help=wording.say("cli.write.output", endings=" ".join(ENDINGS)),
    )
    parser.add_argument(
        "--language", dest="report_language", choices=LANGUAGES, help=wording.say("cli.write.language")
    )
    parser.add_argument(
        "--title", metavar=wording.say("cli.metavar.text"), help=wording.say("cli.write.title")
    )
    parser.add_argument("--with-findings", action="store_true", help=wording.say("cli.write.with_findings"))
    _add_date(parser, "--printed-on", wording, "cli.write.printed_on")


def _add_diff(parser: argparse.ArgumentParser, wording: Wording) -> None:
    for name in ("old", "new"):
        parser.add_argument(
            name, type=Path, metavar=wording.say(f"cli.metavar.{name}"), help=wording.say(f"cli.diff.{name}")
        )
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help=wording.say("cli.diff.format")
    )
    _add_language(parser, wording)


def _add_schema(parser: argparse.ArgumentParser, wording: Wording) -> None:
    parser.add_argument("of", choices=("cards",), help=wording.say("cli.schema.of"))
    _add_language(parser, wording)


def _add_completion(parser: argparse.ArgumentParser, wording: Wording) -> None:
    parser.add_argument("shell", choices=SHELLS, help=wording.say("cli.completion.shell"))
    _add_language(parser, wording)


def _add_date(parser: argparse.ArgumentParser, option: str, wording: Wording, key: str) -> None:
    def day(text: str) -> date:
        try:
            return _day(text)
        except ValueError:
            raise argparse.ArgumentTypeError(wording.say("cli.date", value=text)) from None

    parser.add_argument(option, type=day, metavar=wording.say("cli.metavar.date"), help=wording.say(key))


def _day(text: str) -> date:
    """Read a day as a machine or as a Finn writes it.

    >>> _day("2023-01-20") == _day("20.1.2023")
    True

    Raises:
        ValueError: the text is neither, or there is no such day.
    """
    finnish = _FINNISH_DAY.fullmatch(text)
    if finnish is None:
        return date.fromisoformat(text)
    day, month, year = (int(part) for part in finnish.groups())
    return date(year, month, day)


_FINNISH_DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_COMMANDS = {
    "read": _add_read,
    "check": _add_check,
    "write": _add_write,
    "diff": _add_diff,
    "schema": _add_schema,
    "completion": _add_completion,
}
