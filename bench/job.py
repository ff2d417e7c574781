"""One act in a process of its own: `python -m bench.job ACT FORM COUNT` prints its seconds by clock and processor.

Imports, files and documents are made ready before the clock starts, so that what is timed is the act alone; a fresh
process keeps one act's memory and caches from another's.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from datetime import time as time_of_day
from pathlib import Path

from bench.floor import words_and_links, words_without_places
from bench.forms import OWN, PRINTED_ON, file_of
from hankesalkku.core.card.document import CardDocument
from hankesalkku.core.card.exchange_reading import document_from_dict
from hankesalkku.core.findings.context import Context
from hankesalkku.core.findings.run import catalogue, run
from hankesalkku.core.report.build import Choices, build_report
from hankesalkku.ingest.cards import File, read_cards
from hankesalkku.ingest.limits import DEFAULT_LIMITS
from hankesalkku.ingest.read import pdf
from hankesalkku.writers.pdf.document import typeset
from hankesalkku.writers.pdf.source import source_of

Act = Callable[[], object]


def main(arguments: list[str]) -> None:
    """Make an act ready, do it, print what it took."""
    name, form, count = arguments
    act = _ACTS[name](form, int(count))
    before_s, started = _processor_s(), time.perf_counter()
    act()
    clock_s = time.perf_counter() - started
    print(f"{clock_s:.6f} {_processor_s() - before_s:.6f}")


def _processor_s() -> float:
    """Give the processor time of this process and of the children it has waited for."""
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)


def _read(form: str, count: int) -> Act:
    """Read a file to its cards: child process, transfer, recognition, normalising, everything."""
    file = _file(file_of(form, count))
    return lambda: read_cards(file)


def _read_page(form: str, count: int) -> Act:
    """Run the PDF reader alone, in this process."""
    content = file_of(form, count).read_bytes()
    return lambda: pdf.read(content, DEFAULT_LIMITS)


def _extract(form: str, count: int) -> Act:
    """Extract words and links with pypdfium2 alone."""
    content = file_of(form, count).read_bytes()
    return lambda: words_and_links(content)


def _extract_text(form: str, count: int) -> Act:
    """Extract words without places, and links, with pypdfium2 alone."""
    content = file_of(form, count).read_bytes()
    return lambda: words_without_places(content)


def _write(form: str, count: int) -> Act:
    """Write a document: report, attachment and all."""
    document = _document(count)
    return lambda: OWN[form](build_report(document, (), printed_on=PRINTED_ON, choices=Choices()))


def _typeset(_: str, count: int) -> Act:
    """Let the typesetter set the finished source, with the very inputs that the writer gives it."""
    report = build_report(_document(count), (), printed_on=PRINTED_ON, choices=Choices())
    source = source_of(report)
    moment = datetime.combine(PRINTED_ON, time_of_day(12), UTC)
    return lambda: typeset(source, moment)


def _check(_: str, count: int) -> Act:
    """Run all rules over a document."""
    context = Context(_document(count), PRINTED_ON)
    catalogue()
    return lambda: run(context)


_ACTS: dict[str, Callable[[str, int], Act]] = {
    "read": _read,
    "read-page": _read_page,
    "extract": _extract,
    "extract-text": _extract_text,
    "write": _write,
    "typeset": _typeset,
    "check": _check,
}


def _document(count: int) -> CardDocument:
    return document_from_dict(json.loads(file_of("json", count).read_bytes()))


def _file(path: Path) -> File:
    return File(path.name, path.read_bytes())


if __name__ == "__main__":
    main(sys.argv[1:])
