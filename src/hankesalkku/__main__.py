"""The command `hankesalkku`: arguments in, exit code out, never a traceback."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from hankesalkku.cli.arguments import argparse_in, asked_language, build_parser
from hankesalkku.cli.exits import Exit, Unreadable, WrongUse
from hankesalkku.cli.files import run_command
from hankesalkku.cli.voice import Voice
from hankesalkku.core.language.wording import Wording


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code; see CONTRACTS.md 1."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):
        # A name that the terminal's encoding lacks is shown escaped, whatever the locale.
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    voice = Voice(Wording(asked_language(given, os.environ)))
    try:
        code = _run(given, voice)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
    except BrokenPipeError:
        # Whoever read has left; what is still buffered must not raise again when the interpreter ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.BROKEN_PIPE
    return code


def _run(given: list[str], voice: Voice) -> Exit:
    try:
        with argparse_in(voice.wording.language):
            asked = build_parser(voice.wording).parse_args(given)
        return run_command(asked, voice)
    except WrongUse as error:
        voice.tell(str(error))
        return Exit.WRONG_USE
    except Unreadable as error:
        voice.tell(str(error))
        return Exit.CANNOT_READ
    except SystemExit:
        # --help and --version have said what they say.
        return Exit.DONE
    except BrokenPipeError:
        raise
    except Exception as error:  # noqa: BLE001 - the outermost shell: a fault is said in one line
        voice.tell(voice.wording.say("cli.fault", fault=_fault(error)))
        return Exit.FAULT


def _fault(error: Exception) -> str:
    """Name a fault by its kind, its message and the line of ours that met it, for a report to the developers."""
    import traceback

    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if "hankesalkku" in frame.filename]
    where = f"{frames[-1].filename.rpartition('hankesalkku/')[2]}:{frames[-1].lineno}" if frames else "?"
    return f"{type(error).__name__} {error} ({where})"


if __name__ == "__main__":
    sys.exit(main())
