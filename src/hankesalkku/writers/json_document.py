"""The card document in JSON, with the findings the report was made with. Source: CONTRACTS.md 2."""

from __future__ import annotations

import json

from hankesalkku.core.card.exchange import document_to_dict
from hankesalkku.core.findings.exchange import finding_to_dict
from hankesalkku.core.language.wording import Wording
from hankesalkku.core.report.model import Report


def write_json(report: Report) -> bytes:
    """Write the document in UTF-8, one value a line; what UTF-8 cannot hold (half a surrogate pair) is escaped."""
    wording = Wording(report.language)
    findings = [finding_to_dict(finding, wording) for finding in report.findings]
    text = json.dumps(document_to_dict(report.document, findings), ensure_ascii=False, indent=1)
    return f"{text}\n".encode("utf-8", "backslashreplace")
