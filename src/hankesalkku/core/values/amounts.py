"""Sums of money among tokens: every notation of requirements D80, each with what was noticed about it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from hankesalkku.core.values.case_number import find_numbers
from hankesalkku.core.values.dates import date_at, is_year
from hankesalkku.core.values.reading import Remark, RemarkCode
from hankesalkku.core.values.scanner import MINUS_SIGN, Kind, Tokens, remark_at, words

EURO_CENTS = 100
_MOST_DIGITS = 15

_EURO_WORDS = words("euro euroa euron euroja euros eur e")
_MILLION = words("milj miljoona miljoonaa miljoonan mn miljon miljoner million millions")
_THOUSAND = words("tuhat tuhatta tuhannen tusen thousand")
_SCALES = dict.fromkeys(_MILLION, 1_000_000) | dict.fromkeys(_THOUSAND, 1_000)
# Written together with the unit or not at all: `1,7 M€`, `1,7 Me`, `250 t€`, `250 k€`.
_TIGHT_SCALES = {"m": 1_000_000, "t": 1_000, "k": 1_000}
_TIGHT_WORDS = dict.fromkeys(words("Me MEUR Meur"), 1_000_000) | dict.fromkeys(
    words("tEUR TEUR kEUR KEUR"), 1_000
)
_APPROXIMATE = words(
    "noin n arviolta arvio vähintään runsaat runsas vajaa vajaat yli alle ca c cirka circa ungefär omkring"
    " minst about approximately approx around least over ~"
)
_MAXIMUM = words("enintään korkeintaan max maks maksimi maksimissaan högst maximalt maximum most up ≤")
_TOTAL = words("yhteensä yht kokonaissumma totalt sammanlagt summa total totalling")
_FILLERS = {"at": {"most", "least"}, "up": {"to"}, "in": {"total"}}
# What may stand behind a sum without a unit; any other word makes the number a count, `17 hanketta`.
_BEHIND = _TOTAL | words(
    "josta joista varav of mistä ja och and sekä samt alv sis sisältäen inkl incl including"
)


@dataclass(frozen=True, slots=True)
class Sum:
    """Digits that are a sum, or that look like one and cannot be read (`cents` None).

    `start`–`end` covers the words before it (`noin`, `enintään`, `yhteensä`), `own_start` the sum alone;
    `depth` counts the brackets around it.
    """

    cents: int | None
    start: int
    own_start: int
    end: int
    depth: int
    has_unit: bool
    is_total: bool
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class _Number:
    """Digits as written: `whole` without separators, `decimals` behind a comma; None whole if malformed."""

    whole: str | None
    decimals: str
    separator: str
    stop: int


@dataclass(frozen=True, slots=True)
class _Unit:
    """What stands behind or before the digits: a scale (1 000 000) and whether euros are named."""

    scale: int
    named: bool
    stop: int


def sums_in(tokens: Tokens, unit_cents: int = EURO_CENTS) -> Iterator[Sum]:
    """Give the sums of a text in order; `unit_cents` is what 1 means where no unit is written (column unit).

    Source: requirements D80.
    """
    blocked = _blocked(tokens)
    index = depth = 0
    while index < len(tokens):
        kind = tokens[index].kind
        depth = max(0, depth + (kind is Kind.OPEN) - (kind is Kind.CLOSE))
        if kind is not Kind.NUMBER or blocked[index]:
            index += 1
            continue
        number = _number_at(tokens, index, blocked)
        unit = _unit_at(tokens, index, number.stop)
        if _is_sum(tokens, index, number, unit, unit_cents) and not (depth and _counts(tokens, number, unit)):
            yield _sum(tokens, index, number, unit, unit_cents, depth)
        index = unit.stop


def _blocked(tokens: Tokens) -> bytearray:
    """Mark the tokens of dates, case numbers, sections and telephone numbers: their digits are no sums."""
    blocked = bytearray(len(tokens))
    for found in find_numbers(tokens.text, bare=True):
        first, last = tokens.index_at(found.start), tokens.index_at(found.end - 1)
        blocked[first : last + 1] = b"\1" * (last + 1 - first)
    index = 0
    while index < len(tokens):
        stop = _false_friend(tokens, index)
        blocked[index:stop] = b"\1" * (stop - index)
        index = max(stop, index + 1)
    return blocked


def _false_friend(tokens: Tokens, index: int) -> int:
    """Give the index behind a date, a section or a telephone number that begins here, else `index`."""
    token = tokens[index]
    if token.kind is Kind.SECTION:
        number = tokens.past_space(index + 1)
        return number + 1 if tokens[number].kind is Kind.NUMBER else index
    if token.kind is Kind.MARK and token.text == "+" and tokens[index + 1].text.startswith("358"):
        return _phone_end(tokens, index + 1)
    if token.kind is not Kind.NUMBER:
        return index
    date = date_at(tokens, index)
    if date is not None:
        return date.stop
    section = tokens.past_space(index + 1)
    if tokens[section].kind is Kind.SECTION:
        return section + 1
    is_group = any(tokens.precedes(index, shape) for shape in ("N_", "N.", "N,"))
    is_phone = len(token.text) > 1 and token.text.startswith("0") and not is_group
    return _phone_end(tokens, index) if is_phone else index


def _phone_end(tokens: Tokens, index: int) -> int:
    while any(tokens.follows(index, shape) for shape in ("N_N", "N-N", "N.N")):
        index += 2
    return index + 1


def _number_at(tokens: Tokens, index: int, blocked: bytearray) -> _Number:
    """Read `305360`, `305 360`, `4.200`, `252.339,00`, `31 778.40`; any other run of digits is malformed."""
    stop, separator = _groups(tokens, index, blocked)
    whole = "".join(tokens[step].text for step in range(index, stop, 2))
    decimals = ""
    if _has_decimals(tokens, stop, separator):
        decimals, stop = tokens[stop + 1].text, stop + 2
    elif tokens.follows(stop, ",-") and not tokens.follows(stop, ",-N"):
        stop += 2
    if _goes_on(tokens, stop, blocked) or len(whole) > _MOST_DIGITS or (len(whole) > 1 and whole[0] == "0"):
        return _Number(None, "", separator, _run_end(tokens, stop, blocked))
    return _Number(whole, decimals, separator, stop)


def _has_decimals(tokens: Tokens, stop: int, separator: str) -> bool:
    """Tell whether decimals follow a comma, or English cents a point behind groups of three: `31 778.40`."""
    if tokens.follows(stop, ",N"):
        return len(tokens[stop + 1].text) <= 8
    return separator == " " and tokens.follows(stop, ".N") and len(tokens[stop + 1].text) == 2


def _groups(tokens: Tokens, index: int, blocked: bytearray) -> tuple[int, str]:
    """Give the index behind the groups of three that follow a number, and their one separator."""
    stop, separator = index + 1, ""
    if len(tokens[index].text) > 3:
        return stop, separator
    while _is_group(tokens, stop, blocked) and separator in {"", tokens[stop].kind.value}:
        separator = tokens[stop].kind.value
        stop += 2
    return stop, {"_": " ", ".": "."}.get(separator, "")


def _is_group(tokens: Tokens, stop: int, blocked: bytearray) -> bool:
    if not (tokens.follows(stop, "_N") or tokens.follows(stop, ".N")) or blocked[stop + 1]:
        return False
    return tokens.lengths(stop, 0, 1) == (1, 3)


def _goes_on(tokens: Tokens, stop: int, blocked: bytearray) -> bool:
    """Tell whether more digits hang on a number than its notation allows: `4.20`, `1.234.5`, `1 2345`."""
    if any(tokens.follows(stop, shape) for shape in (".N", ",N", "?N", ":N", "/N")):
        return True
    if not tokens.follows(stop, "_N") or blocked[stop + 1]:
        return False
    return not is_year(tokens[stop + 1].text)


def _run_end(tokens: Tokens, stop: int, blocked: bytearray) -> int:
    while _goes_on(tokens, stop, blocked):
        stop += 2
    return stop


def _unit_at(tokens: Tokens, index: int, stop: int) -> _Unit:
    """Read what follows the digits: ` milj. euroa`, ` M€`, `€`, ` EUR`; or a `€` before them."""
    scale, stop = _scale_at(tokens, stop)
    place = tokens.past_space(stop)
    if tokens[place].kind is Kind.EURO or tokens[place].folded in _EURO_WORDS:
        return _Unit(scale, True, place + 1)
    if tokens[place].text in _TIGHT_WORDS:
        return _Unit(_TIGHT_WORDS[tokens[place].text], True, place + 1)
    return _Unit(scale, _currency_before(tokens, index) is not None, stop)


def _scale_at(tokens: Tokens, stop: int) -> tuple[int, int]:
    place = tokens.past_space(stop)
    word = tokens[place].folded
    if word in _SCALES:
        return _SCALES[word], place + (2 if tokens.follows(place, "W.") else 1)
    if word in _TIGHT_SCALES and tokens.follows(place, "W€"):
        return _TIGHT_SCALES[word], place + 1
    return 1, stop


def _currency_before(tokens: Tokens, index: int) -> int | None:
    """Give the index of a `€` or `EUR` that stands before the digits and belongs to no earlier sum."""
    place = tokens.before_space(index - 1)
    if tokens[place].kind is not Kind.EURO and tokens[place].folded != "eur":
        return None
    return None if tokens[tokens.before_space(place - 1)].kind is Kind.NUMBER else place


def _is_sum(tokens: Tokens, index: int, number: _Number, unit: _Unit, unit_cents: int) -> bool:
    """Tell whether digits mean money; with a unit they do, without one they must stand alone."""
    if unit.named:
        return True
    before, behind = tokens[index - 1], tokens[tokens.past_space(unit.stop)]
    if before.kind is Kind.WORD or tokens.precedes(index, "W-") or tokens.precedes(index, "/"):
        return False
    if behind.kind is Kind.PERCENT or (behind.kind is Kind.WORD and behind.folded not in _BEHIND):
        return False
    if unit.scale == 1 and not number.separator and number.whole and is_year(number.whole):
        return unit_cents != EURO_CENTS
    return True


def _counts(tokens: Tokens, number: _Number, unit: _Unit) -> bool:
    """Tell whether digits in brackets belong to a name, `1–2` or `osa 2`: nothing ends behind them."""
    behind = tokens[tokens.past_space(unit.stop)].kind
    is_listed = behind in {Kind.COMMA, Kind.SEMICOLON, Kind.CLOSE, Kind.END}
    return not unit.named and not number.separator and not is_listed


def _sum(tokens: Tokens, index: int, number: _Number, unit: _Unit, unit_cents: int, depth: int) -> Sum:
    first = _currency_before(tokens, index) if unit.named else None
    first = index if first is None else first
    sign, first = _sign_at(tokens, first)
    start, codes, is_total = _lead(tokens, first)
    own_start, end = tokens[first].start, tokens[unit.stop - 1].end
    one = EURO_CENTS if unit.named or unit.scale != 1 else unit_cents
    cents = None if sign == 0 else _cents(number, unit.scale, one)
    remarks = [remark_at(code, tokens.text, start, end) for code in codes]
    if cents is None:
        remarks.append(remark_at(RemarkCode.AMOUNT_UNREADABLE, tokens.text, own_start, end))
    else:
        cents *= sign
        noted = _codes(number, unit, one, cents)
        remarks += [remark_at(code, tokens.text, own_start, end, euros(cents)) for code in noted]
    return Sum(cents, start, own_start, end, depth, unit.named, is_total, tuple(remarks))


def _cents(number: _Number, scale: int, one: int) -> int | None:
    """Give digits as cents where they come out whole and their notation is clear, else None."""
    if number.whole is None or (scale != 1 and number.separator == "."):
        return None
    if scale * one == EURO_CENTS and len(number.decimals) > 2:
        return None
    value, rest = divmod(int(number.whole + number.decimals) * scale * one, 10 ** len(number.decimals))
    return None if rest else value


def _codes(number: _Number, unit: _Unit, one: int, cents: int) -> Iterator[RemarkCode]:
    if unit.scale * one != EURO_CENTS:
        yield RemarkCode.AMOUNT_SCALED
    if number.separator:
        dotted = number.separator == "."
        yield RemarkCode.THOUSANDS_WITH_DOT if dotted else RemarkCode.THOUSANDS_WITH_SPACE
    if not unit.named and one == EURO_CENTS and abs(cents) >= 1_000 * EURO_CENTS:
        yield RemarkCode.AMOUNT_UNIT_MISSING


def _sign_at(tokens: Tokens, first: int) -> tuple[int, int]:
    """Give 1, −1 or 0 (a dash that may be a minus or a bullet) and the index where the sum begins."""
    if tokens[first - 1].text == "+":
        return 1, first - 1
    spaced = tokens.precedes(first, "-_")
    dash = first - (2 if spaced else 1)
    if tokens[dash].kind is not Kind.DASH:
        return 1, first
    before = tokens[tokens.before_space(dash - 1)]
    if (
        before.kind in {Kind.NUMBER, Kind.EURO}
        or before.folded in _EURO_WORDS
        or tokens[dash - 1].kind is Kind.WORD
    ):
        return 1, first
    if spaced and tokens[dash].text != MINUS_SIGN:
        return (0, dash) if dash == tokens.past_space(0) else (1, first)
    return -1, dash


def _lead(tokens: Tokens, first: int) -> tuple[int, list[RemarkCode], bool]:
    """Give where the words before a sum begin, what they say of it, and whether they call it the total."""
    codes: list[RemarkCode] = []
    is_total = False
    place = tokens.before_space(first - 1)
    while True:
        word = place - 1 if tokens.precedes(place + 1, "W.") or tokens.precedes(place + 1, "W:") else place
        folded = tokens[word].folded
        if folded == "to" and tokens[tokens.before_space(word - 1)].folded == "up":
            word = tokens.before_space(word - 1)
            folded = "up"
        if folded not in _APPROXIMATE | _MAXIMUM | _TOTAL:
            return tokens[first].start, codes, is_total
        is_total = is_total or folded in _TOTAL
        if folded not in _TOTAL:
            codes.append(_lead_code(folded))
        ahead = tokens.before_space(word - 1)
        first = ahead if folded in _FILLERS.get(tokens[ahead].folded, ()) else word
        place = tokens.before_space(first - 1)


def _lead_code(folded: str) -> RemarkCode:
    return RemarkCode.AMOUNT_IS_MAXIMUM if folded in _MAXIMUM else RemarkCode.AMOUNT_APPROXIMATE


def euros(cents: int) -> str:
    """Write cents as the contracts do, euros with two decimals behind a full stop.

    >>> euros(30536000), euros(-5)
    ('305360.00', '-0.05')
    """
    sign = "-" if cents < 0 else ""
    return f"{sign}{abs(cents) // 100}.{abs(cents) % 100:02d}"
