"""The search terms of a project: lemmas of its texts, its numbers and people."""

from __future__ import annotations

from hankesalkku.core.card.record import ProjectRecord
from hankesalkku.core.values.text import fold


def searched_text(record: ProjectRecord) -> str:
    """Give the texts that the free-text search looks in, in one."""
    card = record.card
    numbers = [link.case_number.normal for link in record.case_links]
    numbers += [grant.case_number.normal for grant in record.grants if grant.case_number]
    numbers += [grant.service_number for grant in record.grants]
    pieces = [
        card.name,
        *record.name_other.values(),
        card.description,
        *record.description_other.values(),
        *card.unit,
        *card.responsible_persons,
        card.funder,
        *(grant.call for grant in record.grants),
        card.case_number.normal if card.case_number else None,
        *numbers,
        card.other_information,
    ]
    return " ".join(piece for piece in pieces if piece)


def terms_of(record: ProjectRecord) -> str:
    """Give the search column of a project."""
    return fold(searched_text(record))
