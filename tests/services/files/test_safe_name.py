from __future__ import annotations

import unicodedata

import pytest

from hankesalkku.services.files.safe_name import ENDINGS, LONGEST, safe_name

EVIL = (
    "../../../etc/passwd", "..\\..\\C:\\boot.ini", "/etc/cron.d/x", "C:raportti.pdf", "\\\\server\\share\\x.pdf",
    "", ".", "..", "...", ".pdf", ".htaccess", " .pdf ", "\t.pdf", "CON", "con.pdf", "NUL.txt", "com1.pdf", "LPT¹.pdf",
    "aux.tar.gz", "clock$", "raportti.pdf.exe", "raportti.exe", "raportti.html", "raportti.svg", "raportti.js",
    "raportti.pdf ", "raportti.pdf.", "raportti.pdf...", "raportti.PDF", "raportti.pdf\x00.exe",
    "a\r\nSet-Cookie: b=c.pdf",
    "a\nb.pdf", "a\x1b[31m.pdf", "a\x7f.pdf", "a\u202efdp.exe", "\u200eraportti\u200f.pdf", "\ufeffraportti.pdf",
    "a\u2028b.pdf", "a\ud800b.pdf", "\ue000.pdf", '"><img src=x onerror=alert(1)>.pdf', 'a";filename="b.exe', "a'b.pdf",
    "a;b=c.pdf", "a%2f..%2fb.pdf", "%00.pdf", "a|b.pdf", "a*b?.pdf", "a<b>.pdf", "a:b.pdf", "file:///etc/passwd",
    "http://x.example/a.pdf", "=HYPERLINK(1).pdf", "+1.pdf", "-rf.pdf", "@x.pdf", "~root.pdf", "$(reboot).pdf",
    "`reboot`.pdf", "r" * 300 + ".pdf", "ä" * 300, "😀.pdf", "Ähtävän €-hanke.pdf", "a/b/c/", "a//", "con/aux/x.pdf",
)  # fmt: skip
FORBIDDEN = set('<>:"|?*%;\\/')


def test_there_are_at_least_sixty_evil_names() -> None:
    assert len(set(EVIL)) >= 60


@pytest.mark.parametrize("name", EVIL)
def test_safe_name_of_an_evil_one(name: str) -> None:
    safe = safe_name(name, "application/pdf")

    assert safe.endswith(".pdf")
    assert 5 <= len(safe) <= LONGEST + 1
    assert not FORBIDDEN & set(safe)
    assert not [letter for letter in safe if unicodedata.category(letter) in ("Cc", "Cf", "Cs", "Zl", "Zp")]
    assert safe[0] not in ".-~=+@ "
    assert safe.partition(".")[0].casefold() not in (
        "con",
        "prn",
        "aux",
        "nul",
        "com1",
        "lpt1",
        "lpt¹",
        "clock$",
    )


@pytest.mark.parametrize(
    ("name", "media_type", "safe"),
    [
        ("Hankkeet 2023.pdf", "application/pdf", "Hankkeet 2023.pdf"),
        ("lista.TSV", "text/csv", "lista.tsv"),
        ("raportti.html", "text/plain", "raportti.html.txt"),
        ("raportti.pdf", "application/x-unheard-of", "raportti.pdf.bin"),
        (".pdf", "application/pdf", "tiedosto.pdf"),
    ],
)
def test_safe_name_keeps_what_is_plain(name: str, media_type: str, safe: str) -> None:
    assert safe_name(name, media_type) == safe


def test_no_type_is_shown_as_a_page() -> None:
    assert not {"text/html", "image/svg+xml", "application/xhtml+xml"} & set(ENDINGS)
