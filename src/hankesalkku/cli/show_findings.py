"""Findings as a good linter prints them: grouped by severity and kind, each with its place, counted at the end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

from hankesalkku.cli.examination import Examined
from hankesalkku.cli.voice import Line
from hankesalkku.core.findings.finding import Finding, Severity
from hankesalkku.core.findings.grouping import Counts, Group, count
from hankesalkku.core.findings.render import Rendered, card_numbers, render, render_param
from hankesalkku.core.language.formats import NO_BREAK_SPACE, format_number
from hankesalkku.core.language.wording import Wording
from hankesalkku.core.report.build import printed_place
from hankesalkku.core.values.place import Place

STYLES: Final = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.NOTE: "bold cyan"}
NAME_LENGTH = 60

Told = tuple[Finding, Rendered]


class FindingLines:
    """The lines of one file's findings, in one language."""

    def __init__(self, examined: Examined, wording: Wording, *, is_verbose: bool = False) -> None:
        self._examined = examined
        self._wording = wording
        self._is_verbose = is_verbose
        self._document = examined.file.document
        self._name = examined.file.path.name

    def lines(self) -> Iterator[Line]:
        """Give all lines: heading, findings gravest first, import remarks, what was not checked, the count."""
        yield self._heading()
        findings = [group for group in self._examined.groups if not group.is_import_remark]
        for severity, groups in groupby(findings, lambda group: group.severity):
            listed = list(groups)
            yield Line()
            title = self._wording.say(f"severity.{severity}.heading")
            yield Line(f"{title} ({len(listed)})", STYLES[severity])
            for _, kind in groupby(listed, lambda group: group.rule):
                yield Line()
                yield from self._kind(list(kind))
        yield from self._import_remarks()
        yield from self._not_run()
        yield Line()
        yield Line(
            count_text(count(self._examined.groups), len(self._examined.findings), self._wording), "bold"
        )

    def _heading(self) -> Line:
        said = [self._wording.count("cli.cards", len(self._document.cards))]
        coverage = self._document.coverage
        if coverage is not None:
            said.append(coverage_text(coverage.placed, coverage.characters, self._wording))
        return Line(f"{self._examined.file.path}: {'. '.join(said)}", "bold")

    def _kind(self, groups: list[Group]) -> Iterator[Line]:
        """Give what belongs to one rule: its title, each place, then why it matters and what mends it."""
        told = [[(finding, render(finding, self._wording)) for finding in group.findings] for group in groups]
        first = told[0][0][1]
        yield Line(f"{first.title} · {groups[0].rule}", STYLES[groups[0].severity])
        fixes = {words.fix for group in told for _, words in group}
        for group in told:
            for alike in _alike(group):
                yield from self._entry(alike, fix="" if len(fixes) == 1 else alike[0][1].fix)
        yield self._labelled("why", first.why, indent=2)
        if len(fixes) == 1:
            yield self._labelled("fix", first.fix, indent=2)

    def _entry(self, alike: list[Told], *, fix: str) -> Iterator[Line]:
        """Give one finding, or several cards' findings that say the same, with their places."""
        if len(alike) > 1:
            yield from self._several(alike)
        else:
            yield from self._one(*alike[0])
        if fix:
            yield self._labelled("fix", fix, indent=4)
        if self._is_verbose:
            yield from self._particulars(alike[0][0])

    def _one(self, finding: Finding, words: Rendered) -> Iterator[Line]:
        spots = self._spots(finding.places)
        place = f"{self._name}: {spots[0]}" if spots else self._name
        yield Line(f"{place} · {self._whom(finding)}", indent=2, hang=2)
        yield Line(words.message, indent=4)
        if len(spots) > 1 and (len(finding.cards) > 1 or self._is_verbose):
            yield self._labelled("places", _listed(spots), indent=4)
        if finding.suggestions and not any(s in words.message + words.fix for s in finding.suggestions):
            yield self._labelled("suggestions", " · ".join(finding.suggestions), indent=4)

    def _several(self, alike: list[Told]) -> Iterator[Line]:
        cards = tuple(card for finding, _ in alike for card in finding.cards)
        counted = self._wording.count("cli.cards", len(set(cards)))
        yield Line(f"{counted}: {card_numbers(cards)} · {alike[0][1].message}", indent=2, hang=2)
        firsts = [spots[0] for finding, _ in alike if (spots := self._spots(finding.places))]
        if firsts:
            yield Line(f"{self._name}: {_listed(firsts)}", indent=4, hang=2)

    def _whom(self, finding: Finding) -> str:
        """Say which card or cards a finding is about."""
        if not finding.cards:
            return self._wording.say("cli.document")
        if len(finding.cards) > 1:
            return self._wording.say("cli.cards_named", numbers=card_numbers(finding.cards))
        name = self._document.cards[finding.cards[0]].name or self._wording.say("report.no_name")
        return self._wording.say("cli.card_named", number=finding.cards[0] + 1, name=shortened(name))

    def _particulars(self, finding: Finding) -> Iterator[Line]:
        if finding.evidence:
            yield self._labelled("evidence", finding.evidence, indent=4)
        if finding.threshold is not None:
            yield self._labelled("threshold", render_param(finding.threshold, self._wording), indent=4)

    def _import_remarks(self) -> Iterator[Line]:
        """Give the import remarks, one line a kind unless everything was asked for. Source: practice.md 5."""
        remarks = [group for group in self._examined.groups if group.is_import_remark]
        if not remarks:
            return
        yield Line()
        yield Line(self._wording.say("cli.check.remarks", count=len(remarks)), STYLES[Severity.NOTE])
        for _, kind in groupby(remarks, lambda group: group.rule):
            groups = list(kind)
            if self._is_verbose:
                yield Line()
                yield from self._kind(groups)
            else:
                yield self._folded(groups)
        if not self._is_verbose:
            yield Line(self._wording.say("cli.check.remarks_more"), "dim", indent=2)

    def _folded(self, groups: list[Group]) -> Line:
        title = self._wording.say(f"finding.{groups[0].rule}.title")
        cards = tuple(card for group in groups for card in group.cards)
        whose = self._wording.say("cli.document")
        if cards:
            whose = f"{self._wording.count('cli.cards', len(set(cards)))}: {card_numbers(cards)}"
        return Line(f"{title} · {whose}", indent=2, hang=2)

    def _not_run(self) -> Iterator[Line]:
        """Name the rules that need a date where none is known, and say what to do."""
        codes = self._examined.not_run
        if codes:
            titles = ", ".join(f"{self._wording.say(f'finding.{code}.title')} ({code})" for code in codes)
            yield Line()
            yield Line(self._wording.say("cli.check.not_run", rules=titles), hang=2)

    def _labelled(self, key: str, text: str, *, indent: int) -> Line:
        return Line(f"{self._wording.say(f'cli.label.{key}')}: {text}", "dim", indent=indent, hang=2)

    def _spots(self, places: Iterable[Place]) -> list[str]:
        """Print places, only the first of lines that follow each other."""
        spots: list[str] = []
        above: Place | None = None
        for place in places:
            follows = above is not None and above.page == place.page and _is_next(above.line, place.line)
            above = place
            text = printed_place((place,), self._wording)
            if text and not follows and text not in spots:
                spots.append(text)
        return spots


def _listed(spots: list[str]) -> str:
    """List places so that a line breaks between them only."""
    return "; ".join(spot.replace(" ", NO_BREAK_SPACE) for spot in spots)


def _is_next(above: int | None, below: int | None) -> bool:
    return above is not None and below is not None and 0 <= below - above <= 1


def _alike(group: list[Told]) -> list[list[Told]]:
    """Put a group's findings together that say the same, in the order of the first card."""
    alike: dict[tuple[str, str], list[Told]] = {}
    for finding, words in group:
        alike.setdefault((words.message, words.fix), []).append((finding, words))
    return list(alike.values())


def shortened(name: str, length: int = NAME_LENGTH) -> str:
    """Cut a long name at a word, with an ellipsis.

    >>> shortened("Kaksivuotisen esiopetuksen kokeilu", 25)
    'Kaksivuotisen…'
    """
    if len(name) <= length:
        return name
    return f"{(name[:length].rpartition(' ')[0] or name[:length]).rstrip(' ,;:–-')}…"


def count_text(lines: Counts, places: int, wording: Wording) -> str:
    """Say how many lines of each severity there are, and on how many places.

    What is counted is what is listed: one line for the same of several cards.
    """
    if lines.total == 0:
        return wording.say("cli.check.clean")
    numbers = zip(Severity, (lines.errors, lines.warnings, lines.notes), strict=True)
    listed = ", ".join(wording.count(f"severity.{severity}.count", number) for severity, number in numbers)
    return f"{listed} ({wording.count('cli.count.findings', places)})"


def coverage_text(placed: int, characters: int, wording: Wording) -> str:
    """Say how many of the visible characters found a place; a percentage that is not whole is never rounded up."""
    percent = placed * 100 // characters if characters else 100
    numbers = {"placed": format_number(placed), "characters": format_number(characters)}
    return wording.say("cli.coverage", **numbers, percent=percent)


def size_text(size: int, wording: Wording) -> str:
    """Write a file's size in kilobytes or megabytes as people know them.

    >>> size_text(2_345_678, Wording("sv"))
    '2,3\\xa0MB'
    """
    if size < 1_000_000:
        return f"{format_number(max(1, round(size / 1_000)))}{NO_BREAK_SPACE}{wording.say('cli.size.kilo')}"
    whole, tenth = divmod(round(size / 100_000), 10)
    mark = "." if wording.language == "en" else ","
    return f"{format_number(whole)}{mark}{tenth}{NO_BREAK_SPACE}{wording.say('cli.size.mega')}"
