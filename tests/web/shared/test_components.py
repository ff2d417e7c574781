"""Tags draw what the values say: states, bars, heads of columns, fields, errors."""

from __future__ import annotations

import re

import pytest
from django import forms
from django.template import Context, Template

from hankesalkku.core.language.wording import LANGUAGES, Wording
from hankesalkku.web.shared import signs
from hankesalkku.web.shared.components import TAG_LOOKS, TAG_SIGNS, Column, MoneyBar, address_with
from hankesalkku.web.shared.fields import FieldError, errors_of, part_of
from tests.web.shared.gallery import CardForm

FINNISH = Wording("fi")


def drawn(template: str, **values: object) -> str:
    """Render a piece of template in Finnish."""
    return Template("{% load shared %}" + template).render(Context({"wording": FINNISH, **values}))


def words(html: str) -> str:
    """Give the text of a piece of HTML."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_state_has_a_word(language: str) -> None:
    wording = Wording(language)

    assert [state for state in TAG_LOOKS if not wording.has(f"web.shared.tag.{state}")] == []


def test_every_sign_of_a_state_is_drawn() -> None:
    assert [signs.sign(name) for name in TAG_SIGNS.values() if "<svg" not in signs.sign(name)] == []
    assert set(TAG_SIGNS) <= set(TAG_LOOKS)


def test_say_escapes_what_it_is_given() -> None:
    assert drawn('{% say "web.shared.refused.roles" roles=who %}', who="<b>") == "Sivun voi avata: &lt;b&gt;."


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ('{% tag "overdue" %}', "Myöhässä"),
        ('{% tag "overdue" words="3 päivää myöhässä" %}', "3 päivää myöhässä"),
        ('{% word_tag "Toteutusvaihe" %}', "Toteutusvaihe"),
        ("{{ 30536000|money }}", "305\u00a0360\u00a0€"),
        ("{{ nothing|money }}", "–"),
        ("{{ nothing|date }}", "–"),
        ('{% say_count "web.shared.error_summary" 2 %}', "Korjaa 2 kohtaa"),
    ],
)
def test_tags_and_filters_say(template: str, text: str) -> None:
    assert re.sub(r"<[^>]+>", "", drawn(template, nothing=None)) == text


@pytest.mark.parametrize(
    ("bar", "text"),
    [
        (MoneyBar(38_170_000, 12_034_500), "31,5\u00a0% · 120\u00a0345\u00a0/\u00a0381\u00a0700\u00a0€"),
        (MoneyBar(100_00, 130_00), "130,0\u00a0% · 130\u00a0/\u00a0100\u00a0€"),
        (MoneyBar(100_00, 0), "0,0\u00a0% · 0\u00a0/\u00a0100\u00a0€"),
    ],
)
def test_money_bar_says(bar: MoneyBar, text: str) -> None:
    assert bar.text("fi") == text


def test_money_bar_draws_overspending_to_the_end() -> None:
    html = drawn('{% money_bar bar "project" %}', bar=MoneyBar(100_00, 125_00, elapsed_hundredths=5_000))

    assert 'class="hs-money-budget" width="80.00%"' in html
    assert 'class="hs-money-actual" width="100.00%"' in html
    assert 'x1="40.00%"' in html


@pytest.mark.parametrize("bar", [None, MoneyBar(0, 0), MoneyBar(-5, 3)])
def test_money_bar_without_budget_says_so(bar: MoneyBar | None) -> None:
    assert words(drawn("{% money_bar bar %}", bar=bar)) == "Summia ei ole"


def test_column_header_tells_how_it_is_sorted() -> None:
    html = drawn(
        "{% column_header column %}",
        column=Column("Menot", "?jarjestys=-menot", "descending", is_number=True),
    )

    assert 'aria-sort="descending"' in html
    assert '<a class="hs-sort" href="?jarjestys=-menot">' in html
    assert words(html) == "Menot"


def test_address_with_drops_what_is_empty() -> None:
    assert address_with("/h/", {"haku": "a b", "sivu": "x"}, sivu=None, vaihe="") == "/h/?haku=a+b"
    assert address_with("/h/", {"sivu": "x"}, sivu=None) == "/h/"


def test_fields_have_their_kinds() -> None:
    form = CardForm()

    assert {name: part_of(form[name], FINNISH).kind for name in form.fields} == {
        "name": "input",
        "description": "textarea",
        "period": "input",
        "cost": "input",
        "unit": "select",
        "phase": "radios",
        "languages": "checkboxes",
        "file": "file",
        "checked": "checkbox",
    }


def test_errors_of_link_to_their_fields_and_name_them() -> None:
    assert errors_of(CardForm({"unit": "1", "name": "Esiopetus"}), FINNISH) == [
        FieldError("Täytä kohta ”Toteutusaika”.", "#id_period"),
        FieldError("Täytä kohta ”Hankevaihe”.", "#id_phase_0"),
        FieldError("Merkitse tämä, jos se pitää paikkansa.", "#id_checked"),
    ]


def test_errors_of_keep_the_words_of_the_form() -> None:
    class Own(forms.Form):
        name = forms.CharField(error_messages={"required": "Anna hankkeelle nimi."})

        def clean(self) -> None:
            self.add_error(None, "Sama hanke on jo rekisterissä.")

    assert errors_of(Own({}), FINNISH) == [
        FieldError("Sama hanke on jo rekisterissä.", ""),
        FieldError("Anna hankkeelle nimi.", "#id_name"),
    ]


def test_field_points_at_its_hint_and_error() -> None:
    html = drawn("{% form_field form.period %}", form=CardForm({}))

    assert 'aria-describedby="id_period-hint id_period-error"' in html
    assert 'id="id_period-hint"' in html
    assert 'id="id_period-error"' in html
    assert 'aria-invalid="true"' in html
