"""What a hostile or unlucky person may send through the upload form: files of other projects' fuzzers, and odd names.

`hostile_files()` are read in place and are no part of the project; `ODD_UPLOADS` are made up here. A test sends them
with `post_upload` and holds the answer against `assert_is_a_page`.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import pytest
from django.test import Client

REPOSITORY = Path(__file__).parents[2]
HOSTILE = Path(os.environ.get("HANKESALKKU_HOSTILE", REPOSITORY.parent / "shared" / "data" / "hostile"))
SERVER_ERROR = 500
BOUNDARY = "----hankesalkku-7d1c0f"
TRACES = ("Traceback (most recent call last)", "site-packages", "OperationalError", "IntegrityError")


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as a browser, or something that says it is one, may name and send it."""

    case: str
    name: str
    content: bytes
    content_type: str

    def __str__(self) -> str:
        return self.case


_PDF = b"%PDF-1.7\n%%EOF\n"
_TEXT = b"Hankekortit\n"
ODD_UPLOADS: tuple[Upload, ...] = (
    Upload("empty", "tyhja.pdf", b"", "application/pdf"),
    Upload("only_a_header", "alku.pdf", _PDF, "application/pdf"),
    Upload("text_named_pdf", "raportti.pdf", _TEXT, "application/pdf"),
    Upload("page_named_text", "raportti.txt", b"<script>alert(1)</script>", "text/html"),
    Upload("zip_named_docx", "raportti.docx", b"PK\x05\x06" + bytes(18), "application/zip"),
    Upload("zeros", "nollia.xlsx", bytes(200_000), "application/octet-stream"),
    Upload("no_ending", "raportti", _TEXT, "text/plain"),
    Upload("only_an_ending", ".pdf", _PDF, "application/pdf"),
    Upload("two_endings", "raportti.pdf.exe", b"MZ" + bytes(100), "application/x-msdownload"),
    Upload("path_upwards", "../../../etc/passwd.txt", _TEXT, "text/plain"),
    Upload("path_of_windows", "..\\..\\C:\\raportti.txt", _TEXT, "text/plain"),
    Upload("absolute_path", "/etc/cron.d/raportti.txt", _TEXT, "text/plain"),
    Upload("device_name", "CON.txt", _TEXT, "text/plain"),
    Upload("name_with_markup", '"><img src=x onerror=alert(1)>.txt', _TEXT, "text/plain"),
    Upload("name_with_formula", "=HYPERLINK(1).txt", _TEXT, "text/plain"),
    Upload("name_turned_round", "raportti\u202efdp.exe.txt", _TEXT, "text/plain"),
    Upload("name_with_line_end", "raportti\r\nSet-Cookie: a=b.txt", _TEXT, "text/plain"),
    Upload("name_with_zero", "raportti\x00.pdf.txt", _TEXT, "text/plain"),
    Upload("name_too_long", "r" * 300 + ".txt", _TEXT, "text/plain"),
    Upload("name_of_letters_and_signs", "Ähtävän €-hanke 😀.txt", _TEXT, "text/plain"),
    Upload("wrong_type", "raportti.txt", _TEXT, "image/png"),
    Upload("type_that_is_none", "raportti.txt", _TEXT, "x" * 300),
    Upload("not_utf8", "raportti.txt", b"\xff\xfe\xfd Hanke \x80", "text/plain"),
    Upload(
        "half_a_surrogate_pair", "raportti.csv", "a;b\n\ud800;1".encode("utf-8", "surrogatepass"), "text/csv"
    ),
)


class HttpAnswer(Protocol):
    """An answer of Django's test client, as far as it matters here."""

    status_code: int
    content: bytes


def hostile_files() -> list[Path]:
    """Give the hostile files of other projects; skips the test where they are not on this machine."""
    files = [path for path in HOSTILE.rglob("*") if path.is_file()] if HOSTILE.is_dir() else []
    found = sorted(path for path in files if path.parent != HOSTILE)
    if not found:
        pytest.skip(
            f"the hostile files are not on this machine (looked in {HOSTILE.name}/ beside the project)"
        )
    return found


def post_upload(
    client: Client, address: str, file: Path | Upload, *, field: str = "file", **fields: str
) -> HttpAnswer:
    """Send a file as a form with its name untouched; Django's own encoder would take folders off the name."""
    upload = file if isinstance(file, Upload) else Upload("", file.name, file.read_bytes(), "application/pdf")
    parts = [
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
        for name, value in fields.items()
    ]
    # Browsers write these three so, and nothing else. Source: WHATWG HTML, multipart/form-data encoding algorithm.
    name = upload.name.replace("\r", "%0D").replace("\n", "%0A").replace('"', "%22")
    head = (
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{field}"; filename="{name}"\r\n'
        f"Content-Type: {upload.content_type}\r\n\r\n"
    )
    parts += [head.encode(), upload.content, f"\r\n--{BOUNDARY}--\r\n".encode()]
    content_type = f"multipart/form-data; boundary={BOUNDARY}"
    return client.post(address, data=b"".join(parts), content_type=content_type)


def assert_is_a_page(answer: HttpAnswer, what: object) -> None:
    """Fail if the site answered with a server error, or let its insides be seen."""
    text = answer.content.decode(errors="replace")
    assert answer.status_code < SERVER_ERROR, f"{what}: answer {answer.status_code}"
    assert [trace for trace in TRACES if trace in text] == [], what
