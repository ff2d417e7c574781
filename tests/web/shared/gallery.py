"""The gallery: every component in every state, for people who build pages and for the tests that look at them.

`python -m tests.web.shared.gallery FOLDER` writes it as files that a browser opens from a server of files.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

from django import forms

from hankesalkku.core.language.wording import Wording
from hankesalkku.web.shared.components import (
    TAG_LOOKS,
    Chip,
    Column,
    ConflictRow,
    MoneyBar,
    Pages,
    Step,
)
from hankesalkku.web.shared.frame import Frame, Link, OpenFrame, language_choices
from tests.web.shared.pages import WEB, make_django_ready, render

MENU = ("Omat tehtävät", "Tilannekuva", "Hankkeet", "Aikajana", "Tuonti", "Havainnot", "Raportit", "Ylläpito")
NAMES = (
    ("Kirjastoauto uudistuu", "Hyvinvointi / Kulttuuri ja kirjasto", 8_000_000, "", "new"),
    (
        "Kaksivuotisen esiopetuksen kokeilu ja perhekeskusten yhteinen varhainen tuki 2024–2027",
        "Sivistys / Varhaiskasvatus",
        38_170_000,
        "overdue",
        "changed",
    ),
    ("Turvallinen koulutie", "Sivistys / Perusopetus", 3_000_000, "in_progress", "same"),
    ("Työllisyydenhoidon palveluekosysteemi", "Elinvoima / Työllisyyspalvelut", 124_500_000, "returned", "conflict"),
)  # fmt: skip


class CardForm(forms.Form):
    """A form with one field of each kind; `period` is refused when it is empty."""

    name = forms.CharField(label="Hankkeen nimi")
    description = forms.CharField(label="Kuvaus / mitä tehdään", widget=forms.Textarea, required=False)
    period = forms.CharField(label="Toteutusaika", help_text="Esimerkiksi 1.1.2023–31.7.2023")
    cost = forms.CharField(label="Bruttomenot", required=False)
    unit = forms.ChoiceField(
        label="Yksikkö", choices=[("", "Valitse"), ("1", "Hyvinvointi"), ("2", "Sivistys")]
    )
    phase = forms.ChoiceField(
        label="Hankevaihe", choices=[("p", "Suunnittelu"), ("i", "Toteutus")], widget=forms.RadioSelect
    )
    languages = forms.MultipleChoiceField(
        label="Raportin kielet",
        choices=[("fi", "suomi"), ("sv", "ruotsi")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    file = forms.FileField(label="Liite", required=False)
    checked = forms.BooleanField(label="Olen tarkastanut hankkeen taloustoteumat talousjärjestelmästä.")


class SignInForm(forms.Form):
    """A form as the sign-in page has."""

    email = forms.EmailField(label="Sähköposti")
    password = forms.CharField(label="Salasana", widget=forms.PasswordInput)


def frame(language: str = "fi", *, banner: str = "") -> Frame:
    """Make a frame with everything in it."""
    return Frame(
        service_name="Mallilan kaupunki",
        organisation_slug="mallila",
        home_href="/app/mallila/tehtavat/",
        languages=language_choices(language),
        footer=(Link("Saavutettavuusseloste", "#s"), Link("Anna palautetta", "#p"), Link("Tietosuoja", "#t")),
        version="0.2.0",
        banner=banner,
        menu=tuple(
            Link(label, f"/{label}/", label == "Hankkeet", count=3 if label == "Tuonti" else None)
            for label in MENU
        ),
        breadcrumb=(Link("Omat tehtävät", "#etu"), Link("Hankkeet", "#hankkeet")),
        person_name="Petra Koski",
        roles=("hankekoordinaattori", "vastuuhenkilö"),
        person_links=(Link("Omat tiedot", "#omat"),),
        sign_out_href="/kirjaudu/ulos/",
        search_href="/app/mallila/hankkeet/",
        tasks_href="/app/mallila/tehtavat/",
        projects_href="/app/mallila/hankkeet/",
        chain_head="9f2c41d07ab35e8800112233",
        chain_href="#ketju",
        has_shortcuts=True,
    )  # fmt: skip


def components() -> dict[str, object]:
    """Give what the page of components draws."""
    form = CardForm({"description": "Hankitaan kirjastoautoon uusi kalusto.", "unit": "1", "phase": "i"})
    rows = [
        {
            "name": name,
            "unit": unit,
            "cost": cost,
            "share": cost // 5,
            "state": state,
            "proposal": proposal,
            "worst": "error" if state == "overdue" else "",
            "bar": MoneyBar(cost, cost * 31 // 100, cost * 9 // 10, 4200),
            "from": 60 + 50 * at,
        }
        for at, (name, unit, cost, state, proposal) in enumerate(NAMES)
    ]
    finding = {
        "severity": "error",
        "message": "Päivää 31.712.2025 ei ole.",
        "href": "#f1",
        "action": "Käytä 31.12.2025",
    }
    warning = {
        "severity": "warning",
        "message": "Osien summa on 63 000 €.",
        "href": "#f2",
        "action": "Kuittaa",
    }
    return {
        "form": form,
        "rows": rows,
        "states": list(TAG_LOOKS),
        "error": finding,
        "warning": warning,
        "bar": MoneyBar(38_170_000, 12_034_500, 35_000_000, 5000),
        "side": (Link("Organisaatio", "#o", True), Link("Yksiköt", "#y", count=12), Link("Käyttäjät ja roolit", "#k")),
        "tabs": (
            Link("Kortti", "#kortti", True),
            Link("Historia", "#historia"),
            Link("Asiakirjat", "#asiakirjat", count=4),
        ),
        "chips": (Chip("Yksikkö: Hyvinvointi", "#c1"), Chip("Vuosi: 2026", "#c2")),
        "columns": (
            Column("Hanke", "#1", "ascending"),
            Column("Yksikkö", "#2"),
            Column("Menot", "#3", is_number=True),
            Column("Kaupungin osuus", "#4", is_number=True),
            Column("Toteuma"),
            Column("Tila"),
        ),
        "pages": Pages(previous_href="#edelliset", next_href="#seuraavat"),
        "conflicts": (
            ConflictRow("Bruttomenot", "gross_expenditure", "84 000 €", "80 000 €"),
            ConflictRow("Tilanne", "status", "Kalusto on tilattu.", "Kalusto on kilpailutettu.", "theirs"),
        ),
        "steps": (
            Step("Luetaan", "done", "9 sivua"),
            Step("Tunnistetaan", "now"),
            Step("Tarkistetaan", "waiting"),
            Step("Valmis", "waiting"),
        ),
    }  # fmt: skip


def pages() -> Mapping[str, str]:
    """Render the pages of the gallery, by file name."""
    words = {"wording": Wording("fi"), "frame": frame()}
    open_frame = OpenFrame(
        service_name="Mallilan kaupunki", languages=language_choices("fi"), footer=frame().footer
    )
    steps = {"steps": components()["steps"], "share": 40, "words": "Tunnistetaan: 5 korttia 12:sta"}
    question = {
        "title": "Poistetaanko yksikkö Kirjasto?",
        "words": "Yksikössä on kolme hanketta. Ne siirtyvät yksikköön Kulttuuri.",
        "consequences": ("Vanha nimi jää synonyymiksi.", "Poiston voi kumota historiasta."),
        "words_button": "Poista yksikkö",
        "kind": "warning",
        "cancel_href": "#peru",
        "action": "#",
    }
    return {
        "components.html": render("gallery/components.html", {**words, **components()}),
        "read-only.html": render(
            "gallery/small.html",
            {
                **words,
                "frame": frame(banner="Palvelu on vain luettavissa klo 16 asti."),
                "title": "Hankkeet",
                "words": "Sisältö.",
            },
        ),
        "review.html": render("gallery/review.html", {**words, **components()}),
        "open.html": render("gallery/open.html", {**words, "frame": open_frame, "form": SignInForm()}),
        "confirm.html": render("shared/confirm.html", {**words, **question}),
        "progress.html": render("shared/progress.html", {**words, **steps, "title": "Luetaan tiedostoa raportti.pdf"}),
        "404.html": render("404.html", {**words, "frame": open_frame}),
        "403.html": render("403.html", {**words, "frame": open_frame}),
        "500.html": render("500.html", fault()),
    }  # fmt: skip


def fault() -> dict[str, object]:
    """Give what the page of a fault draws."""
    wording = Wording("fi")
    words = {name: wording.say(f"web.shared.fault.{name}") for name in ("title", "words", "again")}
    return {**words, "language": "fi", "id_label": wording.say("web.shared.fault.id"), "request_id": "a1b2c3d4",
            "again_href": "#", "stylesheet_href": "/static/hankesalkku/css/site.css",
            "icon_href": "/static/hankesalkku/img/mark.svg"}  # fmt: skip


def write(folder: Path) -> list[Path]:
    """Write the gallery with its static files; return the pages."""
    shutil.copytree(WEB / "static", folder / "static", dirs_exist_ok=True)
    written = []
    for name, text in pages().items():
        path = folder / name
        path.write_text(text, encoding="utf-8")
        written.append(path)
    return written


if __name__ == "__main__":
    make_django_ready()
    for page in write(Path(sys.argv[1])):
        sys.stdout.write(f"{page}\n")
