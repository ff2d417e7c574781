"""Words for units, for the first among persons and for shared mailboxes.

Chosen by hand from Finnish municipal usage; a city may add.
"""

from __future__ import annotations

UNIT_ENDINGS = (
    "palvelut",
    "palvelu",
    "toimi",
    "toimiala",
    "yksikkö",
    "tiimi",
    "osasto",
    "lautakunta",
    "keskus",
    "tulosalue",
    "vastuualue",
    "palvelualue",
    "virasto",
    "konserni",
    "hallinto",
    "kasvatus",
    "opetus",
    "koulu",
    "lukio",
    "kirjasto",
    "museo",
    "opisto",
    "päiväkoti",
    "tjänster",
    "enheten",
    "enhet",
    "sektor",
    "sektorn",
    "avdelning",
    "avdelningen",
    "nämnden",
    "services",
    "unit",
    "department",
)
"""Ends of words that name a unit, not a person."""

ACCOUNTABLE_WORDS = (
    "päävastuu",
    "päävastuullinen",
    "ensisijainen",
    "vastuullinen",
    "vastaa toteumasta",
    "huvudansvarig",
    "primary",
    "accountable",
    "lead",
)
"""Marks one of several responsible persons as the accountable one."""

ROLE_MAILBOXES = (
    "arkisto",
    "asiakaspalvelu",
    "hankinnat",
    "hankinta",
    "info",
    "kaupunki",
    "kirjaamo",
    "kirjasto",
    "kunta",
    "kuntainfo",
    "laskutus",
    "neuvonta",
    "ostolaskut",
    "palaute",
    "palvelu",
    "rahoitus",
    "registraturen",
    "registratorskontoret",
    "tiedotus",
    "tietosuoja",
    "toimisto",
    "viestinta",
    "yhteydenotot",
)
"""Names before the @ that belong to an office, not to a person; an organisation's own list would be added."""
