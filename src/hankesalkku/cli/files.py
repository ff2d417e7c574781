"""The commands on files: read, check, write, diff, schema, completion. No database, no Django.

What only one command needs is imported where it is used: starting is a good part of the time that a command takes.
"""

from __future__ import annotations

import io
import json
import sys
from argparse import Action, ArgumentParser, Namespace
from collections.abc import Iterator
from contextlib import redirect_stdout
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from hankesalkku.cli.arguments import ENDINGS, build_parser
from hankesalkku.cli.exits import Exit, WrongUse
from hankesalkku.cli.voice import Line, Voice
from hankesalkku.core.language.wording import LANGUAGES

if TYPE_CHECKING:
    from hankesalkku.cli.examination import Examined
    from hankesalkku.cli.reading import ReadFile
    from hankesalkku.core.card.exchange import Json


def run_command(asked: Namespace, voice: Voice) -> Exit:
    """Run the command that was asked for.

    Raises:
        WrongUse, Unreadable: it cannot be done; the message says why.
    """
    return _COMMANDS[asked.command](asked, voice)


def read(asked: Namespace, voice: Voice) -> Exit:
    """Print the cards of files."""
    from hankesalkku.cli.reading import read_files

    form = asked.format or _default_form(asked.output)
    if form == "csv" and len(asked.files) > 1:
        raise WrongUse(voice.wording.say("cli.read.one_csv"))
    if asked.output is not None:
        from hankesalkku.cli.writing import check_target

        check_target(asked.output, asked.files, voice)
    files = read_files(asked.files, voice)
    if files:
        _hand_out(form, files, asked, voice)
    return Exit.DONE if len(files) == len(asked.files) else Exit.CANNOT_READ


def _default_form(output: Path | None) -> str:
    """Choose the form that was not named: a table for people, JSON for programs, CSV by a file's ending."""
    if output is None:
        return "table" if sys.stdout.isatty() else "json"
    return "csv" if output.suffix.casefold() == ".csv" else "json"


def _hand_out(form: str, files: list[ReadFile], asked: Namespace, voice: Voice) -> None:
    if asked.output is not None:
        from hankesalkku.cli.writing import save

        save(asked.output, _cards_as(form, files, asked, voice), voice)
    elif form == "table":
        _show_tables(files, asked, voice)
    else:
        voice.hand_over(_cards_as(form, files, asked, voice))


def _cards_as(form: str, files: list[ReadFile], asked: Namespace, voice: Voice) -> bytes:
    """Give cards in a form that is no terminal's."""
    if form == "csv":
        return _as_csv(files[0], voice)
    if form == "table":
        with redirect_stdout(io.StringIO()) as caught:
            _show_tables(files, asked, voice)
        return caught.getvalue().encode("utf-8", "backslashreplace")
    return _as_json(files, asked, voice)


def _show_tables(files: list[ReadFile], asked: Namespace, voice: Voice) -> None:
    from hankesalkku.cli.examination import examine
    from hankesalkku.cli.show_cards import show_cards

    for number, file in enumerate(files):
        if number:
            voice.show([Line()])
        show_cards(examine(file), voice, is_verbose=asked.verbose)


def _as_json(files: list[ReadFile], asked: Namespace, voice: Voice) -> bytes:
    """Give one document, or a list of them where several files were named."""
    from hankesalkku.core.card.exchange import document_to_dict

    documents = []
    for file in files:
        documents.append(document_to_dict(file.document, _findings_of(file, voice)))
    return json_bytes(documents if len(asked.files) > 1 else documents[0])


def _findings_of(file: ReadFile, voice: Voice) -> list[Json]:
    """Give the findings for a card document."""
    from hankesalkku.cli.examination import examine
    from hankesalkku.core.findings.exchange import finding_to_dict

    return [finding_to_dict(finding, voice.wording) for finding in examine(file).findings]


def json_bytes(value: object) -> bytes:
    """Write JSON as every command does: UTF-8, one value a line; what UTF-8 cannot hold is escaped."""
    text = json.dumps(value, ensure_ascii=False, indent=1)
    return f"{text}\n".encode("utf-8", "backslashreplace")


def _as_csv(file: ReadFile, voice: Voice) -> bytes:
    from hankesalkku.cli.writing import written
    from hankesalkku.core.report.build import Choices, build_report

    choices = Choices(language=voice.wording.language)
    return written(build_report(file.document, (), printed_on=_this_day(), choices=choices), ".csv")


def check(asked: Namespace, voice: Voice) -> Exit:
    """Print the findings of files."""
    from hankesalkku.cli.examination import examine
    from hankesalkku.cli.reading import read_files

    files = read_files(asked.files, voice)
    examined = [examine(file, asked.today) for file in files]
    if asked.format == "json":
        from hankesalkku.cli.findings_document import findings_document

        voice.hand_over(json_bytes(findings_document(examined, voice.wording)))
    else:
        voice.show(_check_lines(examined, asked, voice))
    if len(files) < len(asked.files):
        return Exit.CANNOT_READ
    return Exit.FOUND if _reaches(examined, asked.fail_on) else Exit.DONE


def _check_lines(examined: list[Examined], asked: Namespace, voice: Voice) -> Iterator[Line]:
    from hankesalkku.cli.show_findings import FindingLines

    for number, each in enumerate(examined):
        if number:
            yield Line()
        yield from FindingLines(each, voice.wording, is_verbose=asked.verbose).lines()


def _reaches(examined: list[Examined], fail_on: str) -> bool:
    """Tell whether any finding is as grave as was asked about."""
    from hankesalkku.core.findings.finding import Severity

    if fail_on == "never":
        return False
    limit = Severity(fail_on).rank
    return any(finding.severity.rank <= limit for each in examined for finding in each.findings)


def write(asked: Namespace, voice: Voice) -> Exit:
    """Write the cards of a file as a report."""
    ending = asked.output.suffix.casefold()
    if ending not in ENDINGS:
        endings = " ".join(ENDINGS)
        raise WrongUse(f"{asked.output}: {voice.wording.say('cli.write.unknown_ending', endings=endings)}")
    from hankesalkku.cli.examination import examine
    from hankesalkku.cli.reading import read_file
    from hankesalkku.cli.writing import CARRIES_FINDINGS, check_target, save, written
    from hankesalkku.core.report.build import Choices, build_report

    check_target(asked.output, [asked.file], voice)
    file = read_file(asked.file, voice)
    examined = examine(file)
    language = asked.report_language or _report_language(file)
    choices = Choices(language=language, title=asked.title, with_findings=asked.with_findings)
    carried = examined.findings if asked.with_findings or ending in CARRIES_FINDINGS else ()
    printed_on = asked.printed_on or _this_day()
    content = written(build_report(file.document, carried, printed_on=printed_on, choices=choices), ending)
    save(asked.output, content, voice)
    voice.tell(_written_text(asked.output, len(content), examined, voice))
    return Exit.DONE


def _report_language(file: ReadFile) -> str:
    return file.document.language if file.document.language in LANGUAGES else LANGUAGES[0]


def _written_text(target: Path, size: int, examined: Examined, voice: Voice) -> str:
    """Say what was written."""
    from hankesalkku.cli.show_findings import count_text, size_text
    from hankesalkku.core.findings.grouping import count

    wording = voice.wording
    cards = wording.count("cli.cards", len(examined.file.document.cards))
    counted = count_text(count(examined.groups), len(examined.findings), wording)
    findings = counted if examined.findings else wording.say("cli.write.clean")
    size_said = size_text(size, wording)
    return wording.say("cli.write.written", file=target, cards=cards, size=size_said, findings=findings)


def _this_day() -> date:
    """Give the day it is here."""
    return datetime.now(tz=UTC).astimezone().date()


def diff(asked: Namespace, voice: Voice) -> Exit:
    """Print what changed between two reports."""
    from hankesalkku.cli.reading import read_file
    from hankesalkku.core.card.diff import compare, difference_to_dict

    old, new = read_file(asked.old, voice), read_file(asked.new, voice)
    difference = compare(old.document, new.document)
    if asked.format == "json":
        voice.hand_over(json_bytes(difference_to_dict(difference)))
    else:
        from hankesalkku.cli.show_difference import difference_lines

        voice.show(difference_lines(difference, str(old.path), str(new.path), voice.wording))
    return Exit.DONE if difference.is_empty else Exit.FOUND


def schema(asked: Namespace, voice: Voice) -> Exit:
    """Print the schema of the card document."""
    from hankesalkku.core.card.schema import card_document_schema

    voice.hand_over(json_bytes(card_document_schema()))
    return Exit.DONE


def completion(asked: Namespace, voice: Voice) -> Exit:
    """Print what teaches a shell to complete the commands."""
    import shtab

    parser = build_parser(voice.wording)
    for action in _actions(parser):
        if action.type is Path:
            action.complete = shtab.FILE  # type: ignore[attr-defined]  # the attribute by which shtab is told
    print(shtab.complete(parser, asked.shell))
    return Exit.DONE


def _actions(parser: ArgumentParser) -> Iterator[Action]:
    """Give the arguments of a parser and of its commands."""
    for action in parser._actions:
        yield action
        if isinstance(action.choices, dict):
            for command in action.choices.values():
                yield from _actions(command)


_COMMANDS = {
    "read": read,
    "check": check,
    "write": write,
    "diff": diff,
    "schema": schema,
    "completion": completion,
}
