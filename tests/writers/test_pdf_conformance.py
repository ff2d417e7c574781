"""Every kind of report is PDF/UA-1 and PDF/A-3a, judged by veraPDF; table headers also by pdfua."""

from __future__ import annotations

from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

from hankesalkku.core.language.wording import LANGUAGES
from hankesalkku.core.report.model import Report
from hankesalkku.writers.pdf import write_pdf
from tests.support import verapdf
from tests.support.hostile import HOSTILE_TEXTS
from tests.support.reports import a_report, growing_cards, report_saying
from tests.support.tools import need
from tests.writers.test_pdf import ATTACHED


def test_report_has_no_findings_of_pdfua(tmp_path: Path) -> None:
    need(None if find_spec("pdfua") else "pdfua is not installed: pip install pdfua")
    import pdfua

    path = tmp_path / "report.pdf"
    path.write_bytes(write_pdf(a_report(), ATTACHED))
    assert list(pdfua.validate(str(path)).findings) == []


def reports() -> dict[str, Report]:
    plain = a_report()
    kinds = {language: a_report(language=language) for language in LANGUAGES}
    hostile = [report_saying(text) for text in HOSTILE_TEXTS]
    kinds["hostile"] = replace(hostile[0], cards=tuple(report.cards[0] for report in hostile))
    kinds["long"] = a_report(30)
    kinds["growing"] = replace(plain, cards=growing_cards())
    kinds["clean"] = replace(plain, annex=())
    kinds["bare"] = replace(
        plain, title="", organisation=None, division=None, note=None, date=None, summaries=(), figures=(), cards=(),
        annex=None,
    )  # fmt: skip
    return kinds


def test_every_report_conforms(tmp_path: Path) -> None:
    need(verapdf.missing())
    paths = []
    for name, report in reports().items():
        path = tmp_path / f"{name}.pdf"
        path.write_bytes(write_pdf(report, ATTACHED))
        paths.append(path)

    failures = verapdf.check_all(paths)

    assert {path.stem: found for path, found in failures.items() if found} == {}
