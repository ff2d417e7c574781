"""Tags and filters of every page: words, money, dates, and the components that need more than an include.

Each tag that says something takes its words from the context variable `wording`.
"""

from __future__ import annotations

from datetime import date as calendar_date
from datetime import datetime

from django import template
from django.forms import BaseForm, BoundField
from django.template.context import Context
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from hankesalkku.core.language.formats import format_cents, format_date
from hankesalkku.core.language.wording import Wording
from hankesalkku.core.values.dates import PartialDate
from hankesalkku.web.shared import fields, signs
from hankesalkku.web.shared.components import TAG_LOOKS, TAG_SIGNS, Column, MoneyBar
from hankesalkku.web.shared.money_drawing import money_drawing

register = template.Library()


def wording_of(context: Context) -> Wording:
    """Give the words of the reader's language: `wording` of the context, else of the request, else Finnish."""
    wording = context.get("wording") or getattr(context.get("request"), "wording", None)
    return wording if isinstance(wording, Wording) else Wording("fi")


@register.simple_tag(takes_context=True)
def say(context: Context, key: str, **params: object) -> str:
    """Say a text of the catalogue: `{% say "web.projects.title" name=project.name %}`."""
    return wording_of(context).say(key, **params)


@register.simple_tag(takes_context=True)
def say_count(context: Context, key: str, number: int, **params: object) -> str:
    """Say a text with its number: `{% say_count "web.projects.count" list.count %}`."""
    return wording_of(context).count(key, number, **params)


@register.filter
def money(cents: int | None) -> str:
    """Write cents as euros; what is unknown is a dash."""
    return "–" if cents is None else format_cents(cents)


@register.filter
def date(day: PartialDate | calendar_date | None) -> str:
    """Write a day, month or year at its own precision; what is unknown is a dash."""
    return "–" if day is None else format_date(day)


@register.simple_tag(takes_context=True)
def moment(context: Context, instant: datetime) -> SafeString:
    """Write an instant in the zone of the page: `12.4.2022 klo 10.42`."""
    local = timezone.localtime(instant)
    words = wording_of(context).say(
        "web.shared.moment", day=format_date(local.date()), time=f"{local.hour}.{local.minute:02d}"
    )
    return format_html('<time datetime="{}">{}</time>', local.isoformat(timespec="minutes"), words)


@register.simple_tag
def sign(name: str) -> SafeString:
    """Draw a sign: `{% sign "download" %}`; the words beside it say what it means."""
    return signs.sign(name)


@register.simple_tag(takes_context=True)
def tag(context: Context, state: str, words: str = "") -> SafeString:
    """Draw a state as a tag: `{% tag "overdue" %}`; `words` replaces the state's own word."""
    return word_tag(
        words or wording_of(context).say(f"web.shared.tag.{state}"),
        TAG_LOOKS[state],
        TAG_SIGNS.get(state, ""),
    )


@register.simple_tag
def word_tag(words: str, look: str = "quiet", sign: str = "") -> SafeString:
    """Draw any word as a tag, such as a phase; looks are the values of TAG_LOOKS."""
    drawn = signs.sign(sign) if sign else ""
    return format_html('<span class="hs-tag hs-tag--{}">{}{}</span>', look, drawn, words)


@register.simple_tag
def button(words: str, kind: str = "", href: str = "", name: str = "", value: str = "") -> SafeString:
    """Draw a button, or a link that looks like one; `kind` is empty (primary), `secondary`, `warning`, `quiet`."""
    classes = f"govuk-button govuk-button--{kind}" if kind else "govuk-button"
    if href:
        return format_html('<a class="{}" href="{}">{}</a>', classes, href, words)
    named = format_html(' name="{}" value="{}"', name, value) if name else ""
    return format_html('<button type="submit" class="{}"{}>{}</button>', classes, named, words)


@register.simple_tag
def column_header(column: Column) -> SafeString:
    """Draw the head of a column; a link sorts the list, `aria-sort` tells how it is sorted."""
    number = ' class="hs-number"' if column.is_number else ""
    if not column.href:
        return format_html('<th scope="col"{}>{}</th>', SafeString(number), column.label)
    arrow = {"ascending": "up", "descending": "down"}.get(column.sorted_by, "both")
    state = format_html(' aria-sort="{}"', column.sorted_by) if column.sorted_by else ""
    words = (signs.sign(arrow), column.label) if column.is_number else (column.label, signs.sign(arrow))
    cell = '<th scope="col"{}{}><a class="hs-sort" href="{}">{}{}</a></th>'
    return format_html(cell, SafeString(number), state, column.href, *words)


@register.simple_tag(takes_context=True)
def money_bar(context: Context, bar: MoneyBar | None, size: str = "row") -> SafeString:
    """Draw budget, actual, forecast and elapsed time with their text; `size` is `row` or `project`."""
    if bar is None or bar.budget_cents <= 0:
        return format_html(
            '<span class="hs-quiet">{}</span>', wording_of(context).say("web.shared.money.none")
        )
    text = bar.text(wording_of(context).language, decimals=0 if size == "row" else 1)
    return format_html(
        '<span class="hs-money hs-money--{}">{}{}</span>', size, money_drawing(bar, size), text
    )


@register.inclusion_tag("shared/_field.html", takes_context=True)
def form_field(context: Context, field: BoundField, size: str = "", after: str = "") -> dict[str, object]:
    """Draw a field of a form with label, hint and error.

    `size` may be `short`, `medium` or `legend` (a group's label as a heading); `after` is text under the field.
    """
    wording = wording_of(context)
    return {"part": fields.part_of(field, wording, size), "after": after, "wording": wording}


@register.inclusion_tag("shared/_error_summary.html", takes_context=True)
def error_summary(context: Context, *forms: BaseForm) -> dict[str, object]:
    """List the errors of one or several forms with links to their fields; nothing where there are none."""
    wording = wording_of(context)
    errors = [error for form in forms for error in fields.errors_of(form, wording)]
    return {"errors": errors, "number": len(errors), "wording": wording}
