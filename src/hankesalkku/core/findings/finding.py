"""A finding (*havainto*): what was seen, where, and the facts its words need. Source: findings.md 0."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from hankesalkku.core.values.dates import PartialDate
from hankesalkku.core.values.money import Amount
from hankesalkku.core.values.period import Period
from hankesalkku.core.values.phase import Phase
from hankesalkku.core.values.place import Place

DOCUMENT_FIELD = "document"


class Severity(StrEnum):
    """`error` cannot be true or must not leave the house; `warning` is probably wrong; `note` is worth a look."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """Give 0 for the gravest, so that a sort puts errors first."""
        return list(Severity).index(self)


class Scope(StrEnum):
    """What a rule looks at."""

    CARD = "card"
    CROSS = "cross"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Percent:
    """A percentage in hundredths of a per cent: 2050 is 20,5 %."""

    hundredths: int


@dataclass(frozen=True, slots=True)
class ExactPercent:
    """A percentage in ten-thousandths of a per cent, printed to four decimals without its sign: 49997 is 4,9997."""

    ten_thousandths: int


@dataclass(frozen=True, slots=True)
class Label:
    """A field named by its canonical label in the reader's language."""

    key: str


@dataclass(frozen=True, slots=True)
class Word:
    """A word that has a wording of its own in each language: `word.<key>` of the catalogue."""

    key: str


@dataclass(frozen=True, slots=True)
class CardNumbers:
    """Cards named by their numbers: indices from 0, printed from 1."""

    indices: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Values of which one is asked for: printed with *vai*, *eller*, *or* before the last."""

    options: tuple[Param, ...]


Param = (
    str
    | int
    | date
    | PartialDate
    | Period
    | Amount
    | Percent
    | ExactPercent
    | Phase
    | Label
    | Word
    | CardNumbers
    | AnyOf
    | tuple["Param", ...]
)


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding. `cards` are indices from 0, empty for the document; `field` is the row to be mended.

    `evidence` quotes what was seen and never holds a day count (it is compared after folding when a finding is set
    aside). `params` fill the message `finding.<rule>.message`; `variant` chooses another wording of the same rule
    (`finding.<rule>.message.<variant>`). `suggestions` are values that would mend it, best first.
    """

    rule: str
    severity: Severity
    cards: tuple[int, ...]
    field: str
    evidence: str
    params: tuple[tuple[str, Param], ...] = ()
    places: tuple[Place, ...] = ()
    suggestions: tuple[str, ...] = ()
    threshold: Param | None = None
    variant: str | None = None

    @property
    def card(self) -> int | None:
        """Give the first card, None for a finding about the document."""
        return self.cards[0] if self.cards else None
