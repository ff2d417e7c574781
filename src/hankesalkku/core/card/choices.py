"""What a reviewer decided field by field, and the card that comes of it. Source: screens.md 9."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from hankesalkku.core.card.card import EXTRA_PREFIX, Card
from hankesalkku.core.card.diff import card_changes
from hankesalkku.core.card.editing import retyped
from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.card.merge import has_field, keys_of, with_field


class Take(StrEnum):
    """Whose value a field takes: the file's, the register's, or what the reviewer typed."""

    PROPOSED = "proposed"
    REGISTER = "register"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Choice:
    """A decision about one field; `text` is what was typed."""

    take: Take = Take.PROPOSED
    text: str = ""


def chosen_card(proposed: Card, register: Card | None, choices: Mapping[str, Choice]) -> Card:
    """Give the card that the register would hold: the file's values over the register's, then what was decided.

    `register` is the card of the project it is merged into, None for a new one. A field of which the file says
    nothing stays as it is.

    >>> from hankesalkku.core.card.editing import retyped
    >>> proposed = retyped(Card(rows=()), "gross_income", "4.200 €")
    >>> chosen_card(proposed, None, {"gross_income": Choice(Take.TEXT, "4 300 €")}).gross_income.total_cents
    430000
    """
    card = proposed if register is None else laid_over(register, proposed)
    for key, choice in choices.items():
        if choice.take is Take.TEXT:
            card = retyped(card, key, choice.text, label=_own_label(key))
        elif choice.take is Take.REGISTER and register is not None:
            card = with_field(card, key, register)
    return card


def laid_over(register: Card, proposed: Card) -> Card:
    """Give the register's card with every field in which a proposed card says something else.

    A field that says the same in another notation stays as the register has it.
    """
    card = register
    for key in written_keys(register, proposed):
        card = with_field(card, key, proposed)
    if proposed.case_number is not None and not has_field(proposed, FieldKey.OTHER_INFORMATION):
        further = replace(card.further, case_numbers=proposed.further.case_numbers)
        card = replace(card, case_number=proposed.case_number, case_url=proposed.case_url, further=further)
    if card.case_number == proposed.case_number and proposed.case_url is not None:
        return replace(card, case_url=proposed.case_url)
    same = card.case_number == register.case_number and card.case_url is None
    return replace(card, case_url=register.case_url) if same else card


def written_keys(register: Card, proposed: Card) -> tuple[str, ...]:
    """Name the fields that a proposed card would change, in the order of the card."""
    differing = {change.key for change in card_changes(register, proposed)}
    return tuple(key for key in keys_of(proposed) if key in differing and has_field(proposed, key))


def choices_from_dict(data: Mapping[str, Mapping[str, str]]) -> dict[str, Choice]:
    """Read decisions back from their JSON form."""
    return {key: Choice(Take(choice["take"]), choice.get("text", "")) for key, choice in data.items()}


def choices_to_dict(choices: Mapping[str, Choice]) -> dict[str, dict[str, str]]:
    """Give decisions in their JSON form; what is as proposed is left out."""
    return {
        key: {"take": choice.take.value, **({"text": choice.text} if choice.take is Take.TEXT else {})}
        for key, choice in choices.items()
        if choice.take is not Take.PROPOSED
    }


def _own_label(key: str) -> str | None:
    return key.removeprefix(EXTRA_PREFIX) if key.startswith(EXTRA_PREFIX) else None
