"""Ends of Finnish and Swedish street names, roads that are no address, and words that say a place is public."""

from __future__ import annotations

STREET_ENDINGS = (
    "katu",
    "tie",
    "kuja",
    "polku",
    "raitti",
    "rinne",
    "kaari",
    "väylä",
    "ranta",
    "gatan",
    "vägen",
    "gränden",
    "stigen",
    "stranden",
)

ROADS = (
    "valtatie",
    "kantatie",
    "seututie",
    "yhdystie",
    "moottoritie",
    "maantie",
    "rautatie",
    "riksvägen",
    "stamvägen",
    "landsvägen",
)
"""Roads whose number is theirs, not a house's."""

PREMISES_WORDS = (
    "koulu",
    "lukio",
    "päiväko",
    "kirjasto",
    "kaupungintalo",
    "kunnantalo",
    "virasto",
    "toimisto",
    "toimipiste",
    "palvelupiste",
    "nuorisotila",
    "liikuntahalli",
    "museo",
    "asema",
    "käyntiosoite",
    "postiosoite",
    "laskutusosoite",
    "skola",
    "gymnasi",
    "daghem",
    "bibliotek",
    "stadshus",
    "kommunalhus",
    "besöksadress",
    "postadress",
)
"""Beginnings or ends of words right before an address that is an office's or a school's, not a home's."""
