"""`python -m bench.score`: reads every report with a known truth, form by form, and tells how much is right.

A folder with `expected.json` holds such reports: `report.<form>` with all fields, `projects.<form>` as a list of some
of the projects with some of their values, `clean.<form>` in which no rule may see anything. Exit code 1 where
anything is wrong. The real sample is shown where it is on the machine, and never written down.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from bench.lines import as_markdown, as_text
from bench.measures import SAMPLE
from bench.timing import REPOSITORY
from bench.truth import Score, score
from hankesalkku.core.card.document import CardDocument
from hankesalkku.core.card.exchange import Json
from hankesalkku.ingest.cards import File, read_cards

EXAMPLES = REPOSITORY / "examples"
RESULT = REPOSITORY / "docs" / "reference" / "score.md"
HEAD = ("file", "cards", "fields", "values", "links", "coverage", "findings missing", "extra", "verdict")
LISTED = (
    "name responsible_persons period funder municipal_decision budget_years gross_income gross_expenditure "
    "municipal_share case_number"
).split()
"""The values that a list of projects carries."""


def main() -> int:
    """Score all files; show them all, write the examples down."""
    examples = list(score_all(EXAMPLES))
    scores = examples + (
        list(score_folder(SAMPLE, "real report")) if (SAMPLE / "expected.json").exists() else []
    )
    print(as_text(HEAD, [cells(one) for one in scores]))
    for one in scores:
        for kind, findings in (("missing", one.missing), ("extra", one.extra)):
            print("".join(f"{one.name}: {kind} {finding}\n" for finding in findings or ()), end="")
    RESULT.write_text(page(examples, datetime.now(UTC).date()), encoding="utf-8")
    return 0 if scores and all(one.is_full for one in scores) else 1


def score_all(folder: Path) -> Iterator[Score]:
    """Score the reports of all folders below one that hold a truth."""
    for truth in sorted(folder.glob("*/expected.json")):
        yield from score_folder(truth.parent, truth.parent.name)


def score_folder(folder: Path, name: str) -> Iterator[Score]:
    """Score the reports of a folder."""
    truth: Json = json.loads((folder / "expected.json").read_bytes())
    findings: list[Json] = json.loads((folder / "findings.json").read_bytes())
    for path in sorted(folder.glob("report.*")):
        yield score(f"{name}/{path.name}", _read(path), truth, findings)
    for path in sorted(folder.glob("projects.*")):
        document = _read(path)
        yield score(f"{name}/{path.name}", document, _listed(document, truth), None)
    for path in sorted(folder.glob("clean.*")):
        document = _read(path)
        yield score(f"{name}/{path.name}", document, {"cards": [{} for _ in document.cards]}, [])


def _read(path: Path) -> CardDocument:
    return read_cards(File(path.name, path.read_bytes()))


def _listed(document: CardDocument, truth: Json) -> Json:
    """Take of the truth what a list is to say of the projects it names; a name that the truth lacks is no project."""
    by_name = {card["name"]: card for card in truth["cards"]}
    known = (by_name[card.name] for card in document.cards if card.name in by_name)
    return {"cards": [{key: card[key] for key in LISTED} for card in known]}


def cells(one: Score) -> tuple[str, ...]:
    """Give a score as the cells of a row under HEAD."""
    findings = ("–" if found is None else str(len(found)) for found in (one.missing, one.extra))
    tallies = (str(tally) if tally.all else "–" for tally in (one.cards, one.fields, one.values, one.links))
    share = f"{100 * one.characters.right / max(one.characters.all, 1):.1f} %"
    return (one.name, *tallies, share, *findings, "all right" if one.is_full else "NOT RIGHT")


def page(scores: Iterable[Score], day: date) -> str:
    """Write the page of the examples' scores."""
    return (
        f"# Score of {day.isoformat()}\n\n"
        "How much of the example reports is read right, as `make score` measured it: rows letter by letter, values, "
        "links tied to their card, visible characters that found a place, findings against those planted "
        "(by rule, severity and cards). A list of projects carries some values of some projects; "
        "in a clean report no rule may see anything.\n\n"
        f"{as_markdown(HEAD, [cells(one) for one in scores])}\n"
    )


if __name__ == "__main__":
    sys.exit(main())
