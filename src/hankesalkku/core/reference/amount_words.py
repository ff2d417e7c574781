"""Words beside an amount that say what it is. Source: findings.md 5; chosen by hand, proposals for Swedish."""

from __future__ import annotations

WHOLE_PROJECT_WORDS = (
    "koko hanke",
    "koko hankkeen",
    "hankekokonaisuus",
    "hankekokonaisuuden",
    "konsortio",
    "hela projektet",
    "konsortiet",
    "whole project",
    "consortium",
)
"""The sum is that of all partners together."""

OWN_PART_WORDS = (
    "kaupungin osuus",
    "kaupungin osalta",
    "kunnan osuus",
    "kunnan osalta",
    "stadens andel",
    "stadens del",
    "kommunens andel",
    "kommunens del",
    "city's share",
    "city's part",
    "municipality's share",
)
"""The sum is the municipality's part of the project."""

APPLIED_WORDS = ("haettu", "haetaan", "haettava", "anottu", "anotaan", "ansökt", "ansöks", "sökt", "applied")
"""The sum was asked for."""

GRANTED_WORDS = ("myönne", "myöntö", "myöntä", "bevilja", "grant", "awarded")
"""The sum was granted too: beginnings of words."""

ONE_FUNDER_WORDS = ("osuus", "vain", "andel", "endast", "share", "only")
"""In the income row: the sum is one funder's part only, unless the municipality's own part is meant."""

PER_YEAR_WORDS = (
    "/ vuosi",
    "/vuosi",
    "/ v.",
    "/v.",
    "vuodessa",
    "vuosittain",
    "per år",
    "/år",
    "/ år",
    "per year",
    "a year",
)
"""The sum is that of any one year."""

IN_YEAR_WORDS = ("vuonna", "vuodelle", "vuodelta", "vuoden", "v.", "år", "året", "för", "in", "for", "year")
"""Before a year: the sum is that year's."""
