"""The real sample report as cards, made of the texts that its auditor wrote down, without any reader of files.

It names people and is not part of the project: a test takes its folder from the fixture `sample`, which skips where it
is missing. What a reader makes of the report's files is compared by `truth`.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from hankesalkku.core.card.card import Card
from hankesalkku.core.card.document import CardDocument
from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.values.reading import Remark, RemarkCode
from tests.support.cards import card, document


def sample_document(sample: Path) -> CardDocument:
    """Build the document; the label cut by a page break in the text form is marked on card 7."""
    told = json.loads((sample / "expected.json").read_text(encoding="utf-8"))
    cards = (_card(written, is_cut=number == 7) for number, written in enumerate(told["cards"], 1))
    return document(*cards, **{key: told[key] for key in ("title", "division", "note", "language")})


def expected_firings(sample: Path) -> set[tuple[str, str, tuple[int, ...]]]:
    """Give what the auditor found: rule, severity, cards."""
    told = json.loads((sample / "findings.json").read_text(encoding="utf-8"))
    return {(item["rule"], item["severity"], tuple(item["cards"])) for item in told}


def _card(written: dict[str, Any], *, is_cut: bool) -> Card:
    labels = {field["key"]: field["label"] for field in written["fields"]}
    key = FieldKey.ACTUALS_CHECKED.value
    cut = Remark(RemarkCode.LABEL_SPLIT_BY_PAGE_BREAK, labels[key])
    return card(
        {field["key"]: field["text"] for field in written["fields"]},
        labels=labels,
        remarks={key: (cut,)} if is_cut else None,
        case_url=written["case_url"],
    )
