"""What the status row says of time: a project that has not begun, the accounts of a year, a confirmation."""

from __future__ import annotations

import re

from hankesalkku.core.values.dates import find_dates

_NOT_STARTED = re.compile(
    r"\buusi hanke\b|\bei ole (?:vielä )?alkanut\b|\bei (?:vielä )?alkanut\b|\bnytt projekt\b"
    r"|\bhar inte (?:ännu )?(?:börjat|inletts|startat)\b|\bprojektet inleds\b|\bnew project\b"
    r"|\b(?:has )?not (?:yet )?(?:been )?started\b"
    r"|(?:\A|[(.;,:]\s*|\b(?:hanke|projekti|projektet|the project)\s+)"
    r"(?:alkaa|inleds|börjar|startar|starts|begins)\s+(?:vasta\s+|först\s+|on\s+|den\s+)?[0-9]{1,4}[./-][^)\n;,]{0,12}",
    re.IGNORECASE,
)
_START_DATE = re.compile(
    r"\b(?:alkaa|alkoi|käynnistyi|käynnistyy|inleds|inleddes|börjar|började|startar|starts|begins|started|began)\s+"
    r"(?:vasta\s+|först\s+|on\s+|den\s+)?[0-9]{1,2}\.[0-9]{1,2}\.",
    re.IGNORECASE,
)
_UNDER_WAY = re.compile(
    r"\bkäynnissä\b|\bjatkuu\b|\bpågår\b|\bfortsätter\b|\bongoing\b|\bunder way\b|\bcontinues\b",
    re.IGNORECASE,
)
_NEGATED_BEFORE = re.compile(r"\b(?:ei|ole|inte|not|no longer)\s+(?:enää\s+|längre\s+)?\Z", re.IGNORECASE)
_YEAR = r"(?P<year>(?:19|20)[0-9]{2})"
_IN_YEAR = rf"(?:v\.\s?|vuonna\s|vuoden\s|vuodelta\s|år\s|för\s|of\s|for\s)?{_YEAR}"
_ACCOUNTS = (
    re.compile(
        rf"\b{_YEAR}\s+(?:tilinpäätö\w+|toteuma\w*|tilan(?:ne|teen)\b|bokslut\w*|utfall\w*)", re.IGNORECASE
    ),
    re.compile(
        rf"\b{_YEAR}\s+(?:annual\s+|final\s+)?(?:accounts|actuals|financial statements)", re.IGNORECASE
    ),
    re.compile(
        rf"\b(?:tilinpäätö\w+|toteuma\w*|bokslut\w*|utfall\w*|accounts|actuals)\s*:?\s+{_IN_YEAR}\b",
        re.IGNORECASE,
    ),
    re.compile(rf"(?<![0-9.])31\.\s?12\.\s?{_YEAR}(?![0-9])"),
    re.compile(
        rf"\b(?:tilanne|läget|status|situation)\s+(?:per\s|on\s|den\s)?[0-9]{{1,2}}\.[0-9]{{1,2}}\.{_YEAR}\b",
        re.IGNORECASE,
    ),
)
_YES = re.compile(
    r"\bkyllä\b|\b(?:on|ovat|olen|olemme)?\s*tark[ai]st(?:ettu|anut|aneet)\b|\btarkistettu\b|\btarkistanut\b"
    r"|\bgranska(?:t|d|de)\b|\byes\b|\bchecked\b|[✓✔☑☒🗹]|\[x\]|\A\W*ja\s*(?:[,.;:(!–-]|\d|\Z)|\A\W*x\W*\Z",
    re.IGNORECASE,
)
_BOTH = re.compile(
    r"\A\W*(?:kyllä\s*(?:/|tai)\s*ei|ja\s*(?:/|eller)\s*nej|yes\s*(?:/|or)\s*no)\W*\Z", re.IGNORECASE
)
_NO = re.compile(r"\b(?:ei|eivät|en|inte|nej|not|no|tarkastamatta)\b", re.IGNORECASE)
_STARTS_WITH_NO = re.compile(r"\A\W*(?:ei|eivät|en|nej|inte|no|not)\b", re.IGNORECASE)
_REASON = re.compile(r"(?:[,;:.(–-]\s*|\b(?:koska|sillä|eftersom|because|as|since)\s).{8,}", re.IGNORECASE)
_NAME = re.compile(r"\b[A-ZÅÄÖ][\w'’-]+\s+[A-ZÅÄÖ][\w'’-]+|\b[A-ZÅÄÖ]\.\s?[A-ZÅÄÖ][\w'’-]+")
_PERCENT = re.compile(
    r"(?<![\w.,–-])(?:100|[0-9]{1,2})(?:[.,][0-9]+)?\s?(?:%|prosent\w*|procent\w*|per\s?cent)", re.I
)


def not_started(text: str) -> str | None:
    """Give the words that say a project has not begun, None where there are none.

    >>> not_started("Uusi hanke (alkaa 1.1.2023)"), not_started("Uusi toimintamalli on käytössä")
    ('Uusi hanke', None)
    """
    match = _NOT_STARTED.search(text)
    return match.group().strip(" (.;,:") if match else None


def under_way(text: str) -> str | None:
    """Give the words that say a project goes on, None where there are none or they are negated."""
    for match in _UNDER_WAY.finditer(text):
        if not _NEGATED_BEFORE.search(text[: match.start()]):
            return match.group()
    return None


def names_start_date(text: str) -> bool:
    """Tell whether the text says on which day the project starts or started."""
    return bool(_START_DATE.search(text))


def accounts_year(text: str) -> tuple[int, str] | None:
    """Give the latest year whose accounts or situation the text refers to, and its words.

    >>> accounts_year("Tiedot päivittyvät v. 2022 tilinpäätökseen.")
    (2022, '2022 tilinpäätökseen')
    """
    found = [(int(match["year"]), match.group()) for pattern in _ACCOUNTS for match in pattern.finditer(text)]
    return max(found, key=lambda each: each[0]) if found else None


def states_percentage(text: str) -> bool:
    """Tell whether a text holds a percentage from 0 to 100."""
    return bool(_PERCENT.search(text))


def confirms(text: str, people: tuple[str, ...]) -> bool:
    """Tell whether row 14 confirms the check of the actuals: a yes, or a name with a date.

    `people` are the card's responsible persons, of whom a surname is enough. A clear no with its reason is an answer
    too.

    >>> confirms("Kyllä", ()), confirms("Mallikas 12.1.2024", ("Maija Mallikas",)), confirms("Ei tarkastettu", ())
    (True, True, False)
    """
    if _BOTH.match(text):
        return False
    if _STARTS_WITH_NO.match(text):
        return bool(_REASON.search(text))
    if _YES.search(text) and not _NO.search(text):
        return True
    return bool(find_dates(text)) and (bool(_NAME.search(text)) or _names_one_of(text, people))


def _names_one_of(text: str, people: tuple[str, ...]) -> bool:
    words = {word.casefold() for word in re.findall(r"[\w'’-]+", text)}
    return any(person.split()[-1].casefold() in words for person in people if person.split())
