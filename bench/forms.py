"""Files with many cards: our own PDF, Word, Excel and text, and the PDF and text that other programs make."""

from __future__ import annotations

import hashlib
import shutil
import textwrap
from collections.abc import Callable, Iterable
from datetime import date
from functools import cache
from pathlib import Path

import typst

from bench.many import DIVISION, NOTE, TITLE, many_cards
from bench.projects import Project, invent
from hankesalkku.core.card.fields import BY_KEY, FieldKey
from hankesalkku.core.report.build import Choices, build_report
from hankesalkku.core.report.model import Report
from hankesalkku.writers.json_document import write_json
from hankesalkku.writers.pdf import write_pdf
from hankesalkku.writers.plain_text import write_plain_text
from hankesalkku.writers.spreadsheet import write_spreadsheet
from hankesalkku.writers.word import write_word

REPOSITORY = Path(__file__).parents[1]
CACHE = REPOSITORY / ".tools" / "bench"
PRINTED_ON = date(2023, 4, 12)
_SOURCES = ("src/**/*.py", "src/**/*.typ", "bench/forms.py", "bench/many.py", "bench/projects.py")
LINE_LETTERS = 95
LINES_OF_PAGE = 60

OWN: dict[str, Callable[[Report], bytes]] = {
    "own.pdf": lambda report: write_pdf(report, write_json(report)),
    "own.txt": write_plain_text,
    "docx": write_word,
    "xlsx": write_spreadsheet,
    "json": write_json,
}
"""Forms that our writers make."""


def file_of(form: str, count: int) -> Path:
    """Give a file of `count` cards in a form, made once for each state of the sources."""
    path = _folder() / f"cards-{count}.{form}"
    if not path.exists():
        path.write_bytes(made(form, count))
    return path


def made(form: str, count: int) -> bytes:
    """Make a file of `count` cards."""
    return OWN[form](report_of(count)) if form in OWN else _FOREIGN[form](invent(count))


@cache
def report_of(count: int) -> Report:
    """Make the report of `count` cards, without annex."""
    return build_report(many_cards(count), (), printed_on=PRINTED_ON, choices=Choices())


def foreign_pdf(projects: Iterable[Project]) -> bytes:
    """Set projects as another program might: a two-column ruled table each, live links, page numbers."""
    return bytes(typst.compile(_typst_source(projects).encode(), ignore_system_fonts=True))


def foreign_text(projects: Iterable[Project]) -> bytes:
    """Give projects as a PDF-to-text tool does: wrapped lines, form feeds, the addresses at the ends of pages."""
    pages: list[list[str]] = [[DIVISION, "", TITLE, NOTE, ""]]
    addresses: list[str] = []
    for project in projects:
        if len(pages[-1]) > LINES_OF_PAGE:
            pages[-1] += addresses
            addresses = []
            pages.append([])
        pages[-1] += [*_lines(project), ""]
        addresses += [project.url] if project.url else []
    pages[-1] += addresses
    return "\f".join("\n".join(lines) for lines in pages).encode()


def _lines(project: Project) -> list[str]:
    rows = (f"{BY_KEY[key].label('fi')} {text}".split() for key, text in project.texts.items())
    return [line for words in rows for line in textwrap.wrap(" ".join(words), LINE_LETTERS)]


def _typst_source(projects: Iterable[Project]) -> str:
    head = (
        '#set page(margin: 20mm, numbering: "1")\n#set text(lang: "fi", size: 9.5pt)\n'
        "#set par(justify: false)\n#set table(columns: (46mm, 1fr), stroke: 0.5pt, inset: 4pt)\n"
        f"#text({_quoted(DIVISION)})\n\n*#text({_quoted(TITLE)})*\n\n#text({_quoted(NOTE)})\n\n"
    )
    return head + "\n".join(_table(project) for project in projects)


def _table(project: Project) -> str:
    cells = [cell for key in project.texts for cell in (_plain(BY_KEY[key].label("fi")), _cell(project, key))]
    return f"#table({', '.join(cells)})\n"


def _cell(project: Project, key: FieldKey) -> str:
    text = project.texts[key]
    if key is FieldKey.OTHER_INFORMATION and project.url:
        return f"[Dynasty: #link({_quoted(project.url)}, {_quoted(project.case_number)})]"
    return _plain(text)


def _plain(text: str) -> str:
    paragraphs = " ".join(f"#par(text({_quoted(line)}))" for line in text.split("\n") if line)
    return f"[{paragraphs}]"


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


_FOREIGN: dict[str, Callable[[Iterable[Project]], bytes]] = {
    "foreign.pdf": foreign_pdf,
    "foreign.txt": foreign_text,
}
"""Forms as other programs leave them: a PDF of ruled tables with nothing attached, and the text of such a PDF."""


@cache
def _folder() -> Path:
    """Give the folder of this state of the sources; what other states left is thrown away."""
    digest = hashlib.sha256()
    for path in sorted(path for pattern in _SOURCES for path in REPOSITORY.glob(pattern)):
        digest.update(path.read_bytes())
    folder = CACHE / digest.hexdigest()[:12]
    if CACHE.exists():
        for old in CACHE.iterdir():
            if old != folder and old.is_dir():
                shutil.rmtree(old)
    folder.mkdir(parents=True, exist_ok=True)
    return folder
