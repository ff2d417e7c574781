"""What reviewers taught (*Opi tämä*): labels that mean a field, spellings of units that mean one of the tree."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from hankesalkku.core.access.actor import Actor
from hankesalkku.core.access.rights import Action
from hankesalkku.core.access.subject import Subject
from hankesalkku.core.card.card import EXTRA_PREFIX, Card
from hankesalkku.core.card.editing import retyped
from hankesalkku.core.card.exchange import card_to_dict
from hankesalkku.core.card.fields import BY_KEY
from hankesalkku.core.values.place import Place
from hankesalkku.core.values.text import fold
from hankesalkku.services.audit.act import Act, acting
from hankesalkku.services.errors import Fault, Invalid
from hankesalkku.services.imports.open_batch import batch_in_review, change
from hankesalkku.services.moment import new_key
from hankesalkku.store.models import LearnedSynonym, Unit
from hankesalkku.store.queries.imports import BatchSeen, proposals_of
from hankesalkku.store.queries.units import unit_paths

LABEL, UNIT = "label", "unit"


@dataclass(frozen=True, slots=True)
class Learned:
    """What an organisation taught beyond the shipped words: by folded spelling, the field or the unit's path."""

    labels: dict[str, str]
    units: dict[str, tuple[str, ...]]


def learned_of(organisation: UUID) -> Learned:
    """Give what was taught, and the synonyms that units carry."""
    rows = LearnedSynonym.objects.filter(organisation=organisation).values_list("kind", "text", "target")
    paths = unit_paths(organisation)
    by_key = {str(key): path for key, path in paths.items()}
    labels = {text: target for kind, text, target in rows if kind == LABEL}
    units = {text: by_key[target] for kind, text, target in rows if kind == UNIT and target in by_key}
    return Learned(labels, units)


def with_learned(card: Card, learned: Learned) -> Card:
    """Read a card anew where a taught label or a taught spelling of a unit stands in it."""
    changed = card
    for row in card.rows:
        target = learned.labels.get(fold(row.label or "")) if row.is_extra else None
        if target and not any(other.key == target and other.text for other in changed.rows):
            without = tuple(other for other in changed.rows if other is not row)
            changed = retyped(replace(changed, rows=without), target, row.text, label=row.label)
            changed = _with_places(changed, target, row.places)
    path = learned.units.get(_spelling(changed.unit))
    return replace(changed, unit=path) if path else changed


def import_learn_label(actor: Actor, *, batch: int, label: str, field: str) -> None:
    """Remember that a label means one of the fourteen fields; the import's open cards and later files are read so.

    Raises:
        Invalid: the field is none of the fourteen, or the label is empty.
    """
    text = fold(label.removeprefix(EXTRA_PREFIX))
    if field not in BY_KEY or not text:
        raise Invalid(Fault("field", "fault.import.field_unknown"))
    _learn(actor, batch, LABEL, text, field)


def import_learn_unit(actor: Actor, *, batch: int, spelling: tuple[str, ...], unit: UUID) -> None:
    """Remember that a spelling of a unit's path means a unit of the tree.

    Raises:
        Invalid: the organisation has no such unit, or the spelling is empty.
    """
    known = Unit.objects.filter(organisation=actor.organisation, id=unit).exists()
    if not known or not any(spelling):
        raise Invalid(Fault("unit", "fault.unit_unknown"))
    _learn(actor, batch, UNIT, _spelling(spelling), str(unit))


def _learn(actor: Actor, batch: int, kind: str, text: str, target: str) -> None:
    seen = batch_in_review(actor, batch)
    with acting(actor, Action.IMPORT_REVIEW, Subject(actor.organisation)) as act:
        assert act.organisation is not None, "who may review has an organisation"
        rows = LearnedSynonym.objects.filter(organisation=actor.organisation, kind=kind, text=text[:200])
        before = rows.values_list("target", flat=True).first()
        if before == target:
            return
        rows.delete()
        row = LearnedSynonym(
            id=new_key(), organisation_id=act.organisation, kind=kind, text=text[:200], target=target
        )
        LearnedSynonym.objects.bulk_create([row])
        old = {"text": text, "target": before} if before else None
        act.changed("import.synonym", row.id, old, {"kind": kind, "text": text, "target": target})
        _read_anew(act, seen)


def _read_anew(act: Act, batch: BatchSeen) -> None:
    """Let what was just taught count for the import's open cards too."""
    learned = learned_of(batch.organisation)
    for found in proposals_of(batch.organisation, batch.id):
        card = with_learned(found.card, learned) if found.state == "open" else found.card
        if card != found.card:
            change(act, found, card=card_to_dict(card))


def _spelling(path: tuple[str, ...]) -> str:
    return fold(" / ".join(path))


def _with_places(card: Card, key: str, places: tuple[Place, ...]) -> Card:
    rows = tuple(replace(row, places=places) if row.key == key else row for row in card.rows)
    return replace(card, rows=rows)
