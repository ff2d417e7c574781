"""The reference of the command line, made from its parser: `python -m hankesalkku.cli.reference` writes it anew."""

from __future__ import annotations

import argparse
import textwrap
from collections.abc import Iterator
from pathlib import Path

from hankesalkku.cli.arguments import EXAMPLES, PROGRAM, argparse_in, build_parser
from hankesalkku.core.language.wording import Wording

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "command-line.md"
INTRODUCTION = """\
# Command line

Made from the commands themselves: `python -m hankesalkku.cli.reference` writes this page anew, a test compares. The
commands speak Finnish, Swedish and English; `--help` says the same as this page. The file never leaves the machine.
"""
CONCLUSION = """\
## Exit codes

| code | meaning |
| --- | --- |
| 0 | done |
| 1 | done, but there are findings at or above `--fail-on`, or the reports differ |
| 2 | wrong use: an unknown option, an ending that cannot be written, a place that may not be written to |
| 3 | a file cannot be read; one line on standard error says file, place, reason and what to do |
| 4 | refused: rights, state, limits (commands on the register) |
| 70 | a fault of the product; one line says where. Please report it |
| 130, 141 | interrupted from the keyboard; whoever read the output has left |

Where several files are named, those that can be read are read, and the code is 3 if any could not.

## Languages

Messages are in the language of `--language`, else of `LC_ALL`, `LC_MESSAGES` or `LANG`, else Finnish.
`write --language` is the language of the report; `hankesalkku --language sv write …` sets that of its messages. Names
and narratives are never translated.

## Findings in JSON

`check --format json` prints one object, `"schema": "hankesalkku.findings/1"`; of several files a list of them, in the
order named:

- `language`: the language of the texts; `file` as named, `source` with `name`, `sha256` and `format`, and `cards`, how
  many there are;
- `today`: the day that rules were judged for (`--today`, else the report's own date), null where none is known;
- `findings`: each as in the card document (`hankesalkku schema cards`, `finding`), with `card` counted from 0, texts in
  `title`, `message`, `why` and `fix`, facts in `params`, places in `source`;
- `groups`: the lines that the text form prints. A group has `rule`, `severity`, `field`, `cards` (from 0), `findings`
  (positions in the list above) and `is_import_remark`. Findings on single cards are grouped by rule and severity,
  `label-variant` also by row; any other finding is a line of its own;
- `counts`: `findings` and `groups`, each by `error`, `warning` and `note`;
- `not_run`: rules that need a date where none is known.

## Differences in JSON

`diff --format json` prints one object, `"schema": "hankesalkku.difference/1"`:

- `old`, `new`: `name`, `sha256` and number of `cards` of each report; `heading`: changes of title, division, note,
  municipality and date.
- `added`, `ended`: cards that only one report has, as `card` (from 0, in its own report) and `name`.
- `changed`, `unchanged`: pairs with `old_card`, `new_card`, `name`, `matched_by` (`reason`: `case_number`,
  `funder_number`, `name_and_period` or `name`; `value`) and `changes`: `field`, `old_text` and `new_text` as written
  (null for none), `old` and `new` as in the card document, and for free text `words`: runs of `kind` (`same`,
  `removed`, `added`) and `text`.
"""


def command_reference() -> str:
    """Give the page."""
    with argparse_in("en"):
        parser = build_parser(Wording("en"))
    commands = next(a for a in parser._actions if isinstance(a, argparse._SubParsersAction))
    sections = [INTRODUCTION]
    sections += ["\n".join(_section(name, command)) for name, command in commands.choices.items()]
    sections.append("\n".join(["## All commands", "", *_table(parser)]))
    return "\n".join([*sections, CONCLUSION])


def _section(name: str, command: argparse.ArgumentParser) -> Iterator[str]:
    summary, _, rest = (command.description or "").partition("\n\n")
    yield f"## {PROGRAM} {name}"
    yield ""
    yield textwrap.fill(f"{summary[:1].upper()}{summary[1:]}. {' '.join(rest.split())}", 120)
    yield ""
    yield "```console"
    yield from EXAMPLES[name]
    yield "```"
    yield ""
    yield from _table(command)


def _table(parser: argparse.ArgumentParser) -> Iterator[str]:
    """Give a parser's arguments as a table; what is the same for every command is left out."""
    yield "| argument | meaning |"
    yield "| --- | --- |"
    for action in parser._actions:
        if not isinstance(action, argparse._SubParsersAction | argparse._HelpAction):
            yield f"| {_written(action)} | {action.help} |"
    yield ""


def _written(action: argparse.Action) -> str:
    """Write an argument as it is typed."""
    value = (
        "\\|".join(str(choice) for choice in action.choices) if action.choices else str(action.metavar or "")
    )
    if not action.option_strings:
        return f"`{action.metavar or value}{' …' if action.nargs == '+' else ''}`" + (
            f" ({value})" if action.choices else ""
        )
    shown = "" if action.nargs == 0 else f" {value}"
    required = " (required)" if action.required else ""
    return f"`{', '.join(action.option_strings)}{shown}`{required}"


if __name__ == "__main__":
    PAGE.write_text(command_reference(), encoding="utf-8")
