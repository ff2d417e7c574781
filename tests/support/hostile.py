"""Texts that tempt a writer to break, to lose something or to run a command.

`HOSTILE_TEXTS` stand anywhere (`reports.report_saying`); `HOSTILE_ROWS` are for the rows of a card
(`reports.changed_report`): markup, formulas, characters that XML forbids, half a surrogate pair.
"""

from __future__ import annotations

from hankesalkku.core.card.fields import FieldKey

HOSTILE_TEXTS = (
    "\x00\x01\x07 ohjaus\x7f\x85",
    "😀 👩‍👩‍👧 ✓ ☑️",
    "#set page(fill: red) $x^2$ *b* _i_ <nimi> @viite `raw` // /* \\",
    "<script>alert(1)</script> <b>&amp; \"lainaus\" 'puoli'",
    "W" * 5_000,
    "a" * 200 + "/" + "b" * 300,
    "שלום עולם مرحبا",
    "a\u0308a\u0301\u0323q\u0301",
    "\ud800",
    "\u202eabc\u202c \ufeff \u200b\u2028x",
    "rivi 1\nrivi 2\tsarake",
    "pehmeä\u00adtavu " * 30,
    "\ue000\U000e0001\U0010ffff",
    "=  Otsikko\n- luettelo\n+ x\n/ t: d",
    " ",
    "\u00a0\u200b",
    "ﬁ ﬂ Ω Жук čđŋšŧž ǥǧǩǯʒ",
)

HOSTILE_ROWS = {
    FieldKey.NAME: "=cmd|' /C calc'!A0",
    FieldKey.DESCRIPTION: 'a\x00b\x0bc ]]> <w:p/> & "quoted" \ud800 😀 {{ 7*7 }} &amp;',
    FieldKey.UNIT: "@SUM(A1:A9)",
    FieldKey.RESPONSIBLE_PERSONS: "+358 40 123 4567",
    FieldKey.ACTUALS_CHECKED: "-2+3",
    FieldKey.MUNICIPAL_DECISION: "＝1+1",
    FieldKey.STATUS: "Kuvaus / mitä tehdään: tämä on tekstiä <https://ei.linkki.example/>",
}
PRINTED_DESCRIPTION = 'a\ufffdb\ufffdc ]]> <w:p/> & "quoted" \ufffd 😀 {{ 7*7 }} &amp;'
