"""Texts that break careless writers: markup, formulas, characters that XML forbids, half a surrogate pair."""

from __future__ import annotations

from hankesalkku.core.card.fields import FieldKey

EVIL = {
    FieldKey.NAME: "=cmd|' /C calc'!A0",
    FieldKey.DESCRIPTION: 'a\x00b\x0bc ]]> <w:p/> & "quoted" \ud800 😀 {{ 7*7 }} &amp;',
    FieldKey.UNIT: "@SUM(A1:A9)",
    FieldKey.RESPONSIBLE_PERSONS: "+358 40 123 4567",
    FieldKey.FUNDER_DECISION: "-2+3",
    FieldKey.MUNICIPAL_DECISION: "＝1+1",
    FieldKey.STATUS: "Kuvaus / mitä tehdään: tämä on tekstiä <https://ei.linkki.example/>",
}
PRINTED_DESCRIPTION = 'a\ufffdb\ufffdc ]]> <w:p/> & "quoted" \ufffd 😀 {{ 7*7 }} &amp;'
