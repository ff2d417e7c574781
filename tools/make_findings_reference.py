"""Writes docs/reference/findings.md from the catalogue of rules: `.venv/bin/python tools/make_findings_reference.py`.

What a rule is and when it fires stands in its own module, its words in the language catalogue: nothing is said twice.
"""

from __future__ import annotations

import importlib
import inspect
import re
from pathlib import Path

from hankesalkku.core.card.fields import BY_KEY
from hankesalkku.core.findings.context import Rule
from hankesalkku.core.findings.run import catalogue
from hankesalkku.core.language.wording import Wording

PAGE = Path(__file__).parents[1] / "docs" / "reference" / "findings.md"
SECTIONS = {
    1: "Dates and periods",
    2: "Phase and status",
    3: "The municipality's decision",
    4: "The funder's decision and case numbers",
    5: "Money",
    6: "Labels, text, people, units",
    7: "The document",
    11: "Privacy",
}
SCOPES = {"card": "one card", "cross": "several cards", "document": "the document"}
_SECTION = re.compile(r"findings\.md (\d+)")
_PLACEHOLDER = re.compile(r"\{(\w+)\}")
HEAD = """\
# Findings

<!-- Made by tools/make_findings_reference.py from the rules and the language catalogue: do not edit by hand. -->

`hankesalkku check` knows {count} kinds of findings. A finding points at a place, says what was seen, why it matters and
what would mend it; it never changes a value, and it never says who is to blame.

- **error**: cannot be true, or must not leave the house. **warning**: probably wrong or missing. **note**: worth a
  look, often right. Some rules give another severity where the text below says so.
- **Import remarks** (marked *remark*) tell how the file was read; they are printed last, one line a kind.
- Rules marked *needs a day* run with `--today` or the report's own date; without either, the output names them.
- A more specific rule silences a general one on the same row. A value that could not be read gives the finding of its
  reading and no other.

"""


def section_of(rule: Rule) -> int:
    """Tell in which section of the catalogue a rule stands."""
    match = _SECTION.search(rule.source)
    assert match is not None, rule.code
    return int(match.group(1))


def page() -> str:
    """Write the whole page."""
    rules = catalogue().values()
    parts = [HEAD.format(count=len(rules))]
    for number, title in SECTIONS.items():
        members = [rule for rule in rules if section_of(rule) == number]
        parts += [f"## {title}\n\n", *(entry(rule) for rule in members)]
    return "".join(parts).rstrip("\n") + "\n"


def entry(rule: Rule) -> str:
    """Write the entry of one rule."""
    fi, en = Wording("fi"), Wording("en")
    start = f"finding.{rule.code}"
    lines = [
        f"### `{rule.code}`\n",
        f"{rule.severity.value} · {SCOPES[rule.scope.value]} · {_rows(rule)}{_marks(rule)}  ",
        f"{_summary(rule)} In Finnish: *{fi.say(f'{start}.title')}*.\n",
        f"- **Reports** {_fires(rule)}",
        f"- **Why**: {en.say(f'{start}.why')}",
        f"- **Fix**: {_plain(en.say(f'{start}.fix'))}",
    ]
    if rule.suppresses:
        lines.append(f"- **Silences**: {', '.join(f'`{code}`' for code in sorted(rule.suppresses))}")
    return "\n".join(lines) + "\n\n"


def _rows(rule: Rule) -> str:
    """Name the rows that a rule looks at by their English labels."""
    named = [BY_KEY[key].label("en") for key in rule.fields if key in BY_KEY]
    if len(named) == len(BY_KEY):
        return "any row"
    return ", ".join(dict.fromkeys(named)) or "any text"


def _marks(rule: Rule) -> str:
    marks = {
        "remark": rule.is_import_remark,
        "needs a day": rule.needs_today,
        "stops publication": rule.stops_publication,
        "cannot be set aside": not rule.can_be_waived,
        "off unless asked for": not rule.is_on_by_default,
    }
    return "".join(f" · *{mark}*" for mark, is_set in marks.items() if is_set)


def _summary(rule: Rule) -> str:
    """Give the first paragraph of the rule's module, without the Finnish term that the title repeats."""
    text = inspect.getdoc(importlib.import_module(rule.check.__module__)) or ""
    first = " ".join(text.split("\n\n")[0].split())
    return re.sub(r" \(\*[^)]*\*\)", "", first).replace("; Source:", ". Source:")


def _fires(rule: Rule) -> str:
    """Say when a rule fires: the docstring of its check, in one line, its imperative taken as the verb of the line."""
    text = " ".join((inspect.getdoc(rule.check) or "").split())
    return text.removeprefix("Report ")


def _plain(text: str) -> str:
    """Show a placeholder as what stands there: `{expenditure}` as *expenditure*."""
    return _PLACEHOLDER.sub(lambda match: f"*{match.group(1).replace('_', ' ')}*", text)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    print(f"{PAGE.name}: {len(catalogue())} rules")
