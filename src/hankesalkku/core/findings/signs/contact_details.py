"""Phone numbers, e-mail addresses, home addresses and bank accounts in text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hankesalkku.core.findings.signs.free_text import Sighting
from hankesalkku.core.reference.bank_accounts import IBAN_LENGTHS
from hankesalkku.core.reference.organisation_words import ROLE_MAILBOXES
from hankesalkku.core.reference.street_words import PREMISES_WORDS, ROADS, STREET_ENDINGS

PHONE_MASK = "*** *** ****"
EMAIL_MASK = "***@***"
ACCOUNT_MASK = "**** **** ****"
ADDRESS_MASK = "*** **"

_GAP = "[ \u00a0\u2010\u2011\u2013-]"
_PHONE = re.compile(
    rf"(?<![\w.,/+-])(?<!\d:)(?:(\+358|00358){_GAP}?(?:\(0\){_GAP}?)?|\(?0)[1-9](?:{_GAP}?\)?{_GAP}?\d)+"
)
_NOT_A_PHONE_AFTER = re.compile(r"[\w/]|[.,:]\d|\s?(?:€|eur|%)", re.I)
_NUMBER_WORD_BEFORE = re.compile(
    r"(?:kustannuspai\w*|laskentatun\w*|tunnis\w*|tunnus|projektinumero|diaarinumero|dnro|nro|tili\w*|y-tunnus|klo|isbn"
    r"|kostnadsställe|diarienummer|nr|konto\w*|fo-nummer|kl)[.:]?\s*$",
    re.I,
)
_RUN_AND_YEAR = re.compile(r".*[-–](?:19|20)\d\d")
_BUSINESS_ID = re.compile(r"\d{7}[-–]\d")
_IDENTITY_CODE_LIKE = re.compile(r"\d{6}[-–]\d{4}")

_EMAIL = re.compile(
    r"(?<![\w.%+-])([A-Za-zÅÄÖåäö0-9._%+-]+)\s?(?:@|\(at\)|\[at\])\s?[\wåäö-]+(?:\.[\wåäö-]+)*\.[A-Za-z]{2,}"
)

_STREET = re.compile(
    rf"(?<![\w-])([A-ZÅÄÖ][\w-]*(?:{'|'.join(STREET_ENDINGS)}))\s+\d{{1,4}}(?:\s?[-–]\s?\d{{1,4}})?"
    r"(?:\s?([A-Za-z])(?![\w.])(?:\s?\d{1,3}(?!\d))?)?(?:,?\s+(\d{5})(?!\d))?"
)
_PREMISES_BEFORE = re.compile(rf"(?:{'|'.join(PREMISES_WORDS)})\w*[\s,:(]*$", re.I)

_ACCOUNT = re.compile(r"(?<![0-9A-Za-z])([A-Z]{2})\d{2}(?:[ \u00a0]?[0-9A-Z]){11,30}", re.I)


def phone_numbers(text: str) -> Iterator[Sighting]:
    """Find `+358 …` and 0 with 6–11 more digits; case numbers, amounts, business ids and cost centres are none."""
    for match in _PHONE.finditer(text):
        number, digits = match.group(), sum(char.isdigit() for char in match.group())
        if not (match[1] or 7 <= digits <= 12) or digits < 7:
            continue
        is_other = any(form.fullmatch(number) for form in (_RUN_AND_YEAR, _BUSINESS_ID, _IDENTITY_CODE_LIKE))
        if is_other or _NOT_A_PHONE_AFTER.match(text, match.end()) or _follows_digits(text, match.start()):
            continue
        if not _NUMBER_WORD_BEFORE.search(_before(text, match.start())):
            yield Sighting(*match.span())


def email_addresses(text: str) -> Iterator[Sighting]:
    """Find e-mail addresses but those of an office (`kirjaamo@…`)."""
    for match in _EMAIL.finditer(text):
        if re.split(r"[.+_-]", match[1].casefold())[0] not in ROLE_MAILBOXES:
            yield Sighting(*match.span())


def home_addresses(text: str) -> Iterator[Sighting]:
    """Find a street and a number with a postcode or a staircase letter, unless an office or school stands before it."""
    for match in _STREET.finditer(text):
        is_complete = (match[2] is not None and match[2].isupper()) or match[3] is not None
        is_road = match[1].casefold() in ROADS
        if is_complete and not is_road and not _PREMISES_BEFORE.search(_before(text, match.start())):
            yield Sighting(*match.span())


def bank_accounts(text: str) -> Iterator[Sighting]:
    """Find international bank account numbers of SEPA countries with right check digits (ISO 7064, MOD 97-10)."""
    for match in _ACCOUNT.finditer(text):
        length = IBAN_LENGTHS.get(match[1].upper())
        signs = [(at, char) for at, char in enumerate(match.group()) if char.isalnum()]
        if length is None or len(signs) < length:
            continue
        if _is_account("".join(char for _, char in signs[:length])):
            yield Sighting(match.start(), match.start() + signs[length - 1][0] + 1)


def _before(text: str, start: int) -> str:
    """Give the words right before a place: enough for what announces a number or an address."""
    return text[max(0, start - 40) : start]


def _follows_digits(text: str, start: int) -> bool:
    """Tell whether digits stand right before: then this is the middle of a longer number."""
    return re.fullmatch(r"\d[ \u00a0]", text[max(0, start - 2) : start]) is not None


def _is_account(signs: str) -> bool:
    """Check the digits: letters count from A = 10, the first four signs go last, the remainder by 97 is 1."""
    turned = (signs[4:] + signs[:4]).upper()
    return int("".join(str(int(char, 36)) for char in turned)) % 97 == 1
