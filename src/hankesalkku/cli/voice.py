"""How the commands speak: results to standard output, everything else to standard error, in one language."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from hankesalkku.core.language.wording import LANGUAGES, Wording

DEFAULT_LANGUAGE = "fi"
WIDEST = 110
_CONTROLS = dict.fromkeys(
    (*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)), "\ufffd"
)
"""What a report's text must not do to a terminal: escape sequences, and marks that turn the reading direction."""


def language_of(environment: Mapping[str, str]) -> str:
    """Tell the language of messages from the locale settings, Finnish where they name none of ours.

    >>> language_of({"LANG": "sv_FI.UTF-8"}), language_of({"LANG": "C.UTF-8"})
    ('sv', 'fi')
    """
    chosen = next(
        (environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), ""
    )
    language = chosen[:2].casefold()
    return language if language in LANGUAGES else DEFAULT_LANGUAGE


@dataclass(frozen=True, slots=True)
class Line:
    """A line of output: `style` in rich's words, used on a terminal only; `indent` and `hang` in columns."""

    text: str = ""
    style: str = ""
    indent: int = 0
    hang: int = 0


@dataclass(frozen=True, slots=True)
class Voice:
    """The words of one language, and where they go."""

    wording: Wording

    def tell(self, text: str) -> None:
        """Say something beside the result: one line on standard error."""
        print(text.translate(_CONTROLS), file=sys.stderr)

    def hand_over(self, result: bytes) -> None:
        """Give a machine-readable result to standard output as it is."""
        sys.stdout.flush()
        sys.stdout.buffer.write(result)
        sys.stdout.flush()

    def show(self, lines: Iterable[Line]) -> None:
        """Print lines: wrapped and coloured on a terminal, plain and whole in a file or pipe."""
        if sys.stdout.isatty():
            self._show_on_terminal(lines)
        else:
            for line in lines:
                print(f"{' ' * line.indent}{line.text.translate(_CONTROLS)}".rstrip())

    def _show_on_terminal(self, lines: Iterable[Line]) -> None:
        import shutil

        from rich.console import Console
        from rich.text import Text

        console = Console(highlight=False, soft_wrap=True)
        width = min(shutil.get_terminal_size().columns, WIDEST)
        for line in lines:
            for piece in wrapped(line, width):
                console.print(Text(piece, style=line.style))


def wrapped(line: Line, width: int) -> list[str]:
    """Wrap a line to a width; a word or address longer than that stays whole.

    >>> wrapped(Line("yksi kaksi kolme", indent=2, hang=2), 13)
    ['  yksi kaksi', '    kolme']
    """
    import textwrap

    return textwrap.wrap(
        line.text.translate(_CONTROLS),
        width,
        initial_indent=" " * line.indent,
        subsequent_indent=" " * (line.indent + line.hang),
        break_long_words=False,
        break_on_hyphens=False,
    ) or [""]
