"""The guarded child: whatever a reader does, the parent gets a document or one clear refusal."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from hankesalkku.ingest import child
from hankesalkku.ingest.child import READERS, run_guarded
from hankesalkku.ingest.limits import Limits
from hankesalkku.ingest.refusal import CannotRead, Reason
from tests.support.packages import paragraph, word_file
from tests.support.processes import children

LOUD = "tests.support.loud_readers"
REPOSITORY = Path(__file__).parents[2]
QUICK = Limits(cpu_s=1, cpu_s_at_most=20, wall_s_hostile=8)


@pytest.fixture(autouse=True)
def importable_tests(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [str(REPOSITORY), *sys.path])


def open_files() -> int:
    return len(list(Path("/dev/fd").iterdir()))


@pytest.fixture(autouse=True)
def nothing_left_behind() -> Iterator[None]:
    files, processes = open_files(), children()
    yield
    assert open_files() == files
    assert children() <= processes


def loud(words: str, limits: Limits = QUICK) -> str:
    return run_guarded("docx", words.encode(), limits, _module=LOUD).text


def refusal(words: str, limits: Limits = QUICK) -> CannotRead:
    with pytest.raises(CannotRead) as caught:
        loud(words, limits)
    return caught.value


def test_document_comes_back_whole() -> None:
    content = word_file(paragraph("Lukutaito 20 000 €"))

    assert run_guarded("docx", content).text == "Lukutaito 20 000 €"


def test_reader_is_one_of_a_fixed_table() -> None:
    with pytest.raises(KeyError):
        run_guarded("os", b"x")
    assert all(module.startswith("hankesalkku.ingest.read.") for module in READERS.values())


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("allocate", Reason.OUT_OF_MEMORY),
        ("loop", Reason.OUT_OF_TIME),
        ("abort", Reason.READER_CRASHED),
        ("segfault", Reason.READER_CRASHED),
        ("socket", Reason.BROKEN),
        ("start", Reason.BROKEN),
        ("raise x", Reason.BROKEN),
        ("write 9000000", Reason.BROKEN),
        ("garble document 3", Reason.READER_CRASHED),
        ("garble refusal 2\n[]", Reason.READER_CRASHED),
    ],
)
def test_misdeed_ends_in_its_reason(words: str, reason: Reason) -> None:
    assert refusal(words).reason is reason


def test_sleeper_is_ended_by_the_clock() -> None:
    assert refusal("sleep", Limits(wall_s_hostile=0.5)).reason is Reason.OUT_OF_TIME


def test_many_pages_earn_processor_time_and_time_by_the_clock() -> None:
    limits = Limits(cpu_s=1, cpu_s_per_page=0.01, cpu_s_at_most=20, wall_s_hostile=0.9)

    assert loud("loop 300", limits) == "valmis"
    assert loud("sleep 300", limits) == "herätys"


def test_few_pages_earn_no_time_by_the_clock() -> None:
    assert refusal("sleep 100", Limits(wall_s_hostile=0.7)).reason is Reason.OUT_OF_TIME


def test_refusal_of_the_reader_keeps_reason_place_and_detail() -> None:
    error = refusal("refuse 4000 > 3000")

    assert (error.reason, error.place, error.detail) == (Reason.TOO_MANY_PAGES, "sivu", "4000 > 3000")


def test_exception_of_a_parser_is_one_short_line() -> None:
    detail = refusal("raise x").detail or ""

    assert detail.startswith("IndexError: xxx")
    assert len(detail) < 140


def test_crash_names_the_signal() -> None:
    assert refusal("abort").detail == "signal 6"


def test_child_sees_no_environment_and_an_empty_folder_of_its_own() -> None:
    environment, _, rest = loud("surroundings").partition("] ")

    assert environment in ("[", "['LC_CTYPE'")
    assert rest == "[] [0, 64] hankesalkku-"


@pytest.mark.skipif(not Path("/proc/self/ns/net").exists(), reason="network namespaces are Linux's")
def test_child_is_in_a_network_of_its_own_where_the_system_allows() -> None:
    if loud("namespace") == str(Path("/proc/self/ns/net").readlink()):
        pytest.skip(
            "this system does not let a process leave the network; Python's own sockets stay forbidden"
        )


def test_what_a_library_prints_is_not_the_answer() -> None:
    assert loud("chatter") == "puhdas"


def test_answer_is_capped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "ANSWER_BYTES", 1_000_000)

    assert refusal("large 4000000").reason is Reason.TOO_LARGE_UNPACKED


def test_large_answer_comes_through_the_pipe() -> None:
    assert len(loud("large 4000000")) == 4_000_000


def test_too_large_a_file_starts_no_child(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "started", None)

    assert refusal("echo abc", Limits(file_bytes=3)).reason is Reason.TOO_LARGE


def test_guard_works_in_threads() -> None:
    answers: list[str] = []
    threads = [threading.Thread(target=lambda n=n: answers.append(loud(f"echo {n}"))) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(answers) == ["0", "1", "2", "3"]


def test_nothing_but_what_reading_needs_is_imported_by_the_parent() -> None:
    code = "import sys, hankesalkku.ingest.child; print(*{'lxml', 'pypdfium2', 'zipfile'} & {*sys.modules})"

    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert run.stdout.strip() == ""
