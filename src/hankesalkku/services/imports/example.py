"""A small report of made-up projects, for who wants to see an import before there is a file to bring in."""

from __future__ import annotations

from datetime import date

from hankesalkku.core.access.actor import Actor
from hankesalkku.core.access.rights import Action
from hankesalkku.core.access.subject import Subject
from hankesalkku.core.card.card import Card
from hankesalkku.core.card.document import CardDocument
from hankesalkku.core.card.editing import retyped
from hankesalkku.core.card.fields import FIELDS
from hankesalkku.core.report.build import Choices, build_report
from hankesalkku.core.values.dates import PartialDate
from hankesalkku.services.audit.act import demand
from hankesalkku.services.files.keep import File
from hankesalkku.services.files.safe_name import ENDINGS
from hankesalkku.writers.word import write_word

NAME = "esimerkkiraportti.docx"
REPORTED_ON = date(2025, 12, 31)
ROWS: tuple[tuple[str, ...], ...] = (
    (
        "Kirjasto kuuluu kaikille",
        "Kirjastoauton reitit ja aukioloajat suunnitellaan asukkaiden kanssa.",
        "Sivistys / Kirjasto",
        "Aino Esimerkki",
        "1.8.2025–31.12.2026 / toteutusvaihe",
        "Opetus- ja kulttuuriministeriö 12.5.2025 OKM/41/625/2025",
        "Sivistyslautakunta 4.6.2025 § 52",
        "2025–2026",
        "48 000 €",
        "60 000 €",
        "12 000 €",
        "Dynasty: 412/12.03.00/2025",
        "Reitit on sovittu kylien kanssa. Menot 18 200 € (30 %).",
        "Kyllä, Aino Esimerkki 15.1.2026",
    ),
    (
        "Luontopolku esteettömäksi",
        "Pitkospuut uusitaan ja opasteet tehdään saavutettaviksi.",
        "Elinvoima / Tekniset palvelut",
        "Onni Oletettu",
        "1.5.2025–31.9.2025",
        "ELY 11.4.2025 VARELY/2210/2025",
        "Tekninen lautakunta 22.4.2025 § 33",
        "2025",
        "38.250 €",
        "51 000 €",
        "12 750 €",
        "Dynasty: 398/10.03.02/2025",
        "Sopimus urakasta on allekirjoitettu.",
        "",
    ),
    (
        "Etsivä nuorisotyö",
        "Kaksi etsivää nuorisotyöntekijää",
        "Sivistys / Nuorisopalvelut",
        "Helka Näyte",
        "1.1.2025–31.12.2025",
        "AVI 28.2.2025 ESAVI/2091/2025",
        "Sivistyslautakunta 12.3.2025 § 20",
        "2025",
        "66 000 €",
        "82 500 €",
        "16 000 €",
        "Dynasty: 1888/12.05.01/2024",
        "Toteutuu suunnitellusti.",
        "Kyllä, Helka Näyte 14.1.2026",
    ),
)
"""The texts of the rows of three cards; the second has a day that no calendar has, the third a sum that is off."""


def example_file(actor: Actor) -> File:
    """Write the example as a Word file.

    Raises:
        NotAllowed: the actor may not bring files in.
    """
    demand(actor, Action.IMPORT_UPLOAD, Subject(actor.organisation))
    document = CardDocument(
        cards=tuple(_card(texts) for texts in ROWS),
        title="Ulkopuolisella rahoituksella toteutettavat hankkeet 2025",
        municipality="Mallilan kaupunki",
        date=PartialDate.of(REPORTED_ON),
    )
    content = write_word(build_report(document, (), printed_on=REPORTED_ON, choices=Choices()))
    media_type = next(kind for kind, ending in ENDINGS.items() if ending == ".docx")
    return File(NAME, media_type, len(content), iter((content,)))


def _card(texts: tuple[str, ...]) -> Card:
    card = Card(rows=())
    for field, text in zip(FIELDS, texts, strict=True):
        card = retyped(card, field.key.value, text)
    return card
