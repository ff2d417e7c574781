"""The findings of files in JSON, `hankesalkku.findings/1`. Described in docs/reference/command-line.md."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from hankesalkku.cli.examination import Examined
from hankesalkku.core.findings.exchange import finding_to_dict
from hankesalkku.core.findings.grouping import Counts, Group, count
from hankesalkku.core.language.wording import Wording

SCHEMA = "hankesalkku.findings/1"

Json = dict[str, Any]
"""One JSON object; its shape is what the reference says."""


def findings_document(examined: Iterable[Examined], wording: Wording) -> Json | list[Json]:
    """Give the findings of a file; of several files a list, as `read` gives several documents."""
    documents = [_file(each, wording) for each in examined]
    return documents[0] if len(documents) == 1 else documents


def _file(examined: Examined, wording: Wording) -> Json:
    document = examined.file.document
    source = document.source
    number_of = {finding: number for number, finding in enumerate(examined.findings)}
    return {
        "schema": SCHEMA,
        "language": wording.language,
        "file": str(examined.file.path),
        "source": {"name": source.name, "sha256": source.sha256, "format": source.format} if source else None,
        "cards": len(document.cards),
        "today": examined.today.isoformat() if examined.today else None,
        "findings": [finding_to_dict(finding, wording) for finding in examined.findings],
        "groups": [_group(group, number_of) for group in examined.groups],
        "counts": {"findings": _counts(count(examined.findings)), "groups": _counts(count(examined.groups))},
        "not_run": list(examined.not_run),
    }


def _group(group: Group, number_of: dict[Any, int]) -> Json:
    return {
        "rule": group.rule,
        "severity": group.severity.value,
        "field": group.field,
        "cards": list(group.cards),
        "findings": [number_of[finding] for finding in group.findings],
        "is_import_remark": group.is_import_remark,
    }


def _counts(counts: Counts) -> Json:
    return {"error": counts.errors, "warning": counts.warnings, "note": counts.notes}
