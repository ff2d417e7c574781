"""Says how a document that was read differs from its truth, which is written in the card document's form."""

from __future__ import annotations

from typing import Any

from bench.truth import equals
from hankesalkku.core.card.document import CardDocument
from hankesalkku.core.card.exchange import document_to_dict

NOT_JUDGED = ("other_information", "progress_percent")


def differences(document: CardDocument, truth: dict[str, Any]) -> list[str]:
    """List what was read otherwise than it is true: heading, values, and rows with label and text."""
    read = document_to_dict(document)
    found = [
        f"{key}: {read[key]!r}, not {truth[key]!r}"
        for key in ("title", "division", "note", "language")
        if key in truth and not equals(read[key], truth[key])
    ]
    if len(read["cards"]) != len(truth["cards"]):
        return [*found, f"{len(read['cards'])} cards, not {len(truth['cards'])}"]
    for number, (card, true) in enumerate(zip(read["cards"], truth["cards"], strict=True), 1):
        found += [
            f"card {number}, {key}: {card.get(key)!r}, not {value!r}"
            for key, value in true.items()
            if key not in NOT_JUDGED and not equals(card.get(key), value)
        ]
    return found
