"""Fields of Django forms as the design system's markup: which kind, which classes, which words belong to them."""

from __future__ import annotations

from dataclasses import dataclass

from django.forms import BaseForm, BoundField, Field, widgets
from django.utils.safestring import SafeString

from hankesalkku.core.language.wording import Wording

GROUPS = {"radios": "radios", "checkboxes": "checkboxes"}
_SIZES = {"short": "govuk-input--width-10", "medium": "govuk-input--width-20"}
_CLASSES = {
    "input": "govuk-input",
    "textarea": "govuk-textarea",
    "select": "govuk-select",
    "file": "govuk-file-upload",
}


@dataclass(frozen=True, slots=True)
class Option:
    """One radio or checkbox: the input as drawn by Django, its label and its id."""

    html: SafeString
    label: str
    id: str


@dataclass(frozen=True, slots=True)
class Part:
    """A field ready to be drawn.

    `kind` is `input`, `textarea`, `select`, `file`, `checkbox` (one alone), `checkboxes`, `radios` or `hidden`.
    """

    kind: str
    id: str
    name: str
    label: str
    hint: str
    errors: tuple[str, ...]
    html: SafeString
    options: tuple[Option, ...]
    described_by: str
    is_optional: bool
    is_heading: bool


@dataclass(frozen=True, slots=True)
class FieldError:
    """An error with the address of its field on the page; empty for an error of the whole form."""

    text: str
    href: str


def part_of(field: BoundField, wording: Wording, size: str = "") -> Part:
    """Make a field ready to be drawn."""
    kind = _kind(field)
    errors = tuple(_errors(field, wording))
    hint = str(field.help_text or "")
    described_by = " ".join(
        f"{field.auto_id}-{name}" for name, words in (("hint", hint), ("error", errors)) if words
    )
    return Part(
        kind=kind,
        id=field.auto_id,
        name=field.name,
        label=str(field.label),
        hint=hint,
        errors=errors,
        html=SafeString("") if kind in GROUPS else _html(field, kind, described_by, size),
        options=_options(field, kind) if kind in GROUPS else (),
        described_by=described_by,
        is_optional=_is_optional(field),
        is_heading=size == "legend",
    )


def errors_of(form: BaseForm, wording: Wording) -> list[FieldError]:
    """Give the errors of a form in the order of its fields, those of the whole form first."""
    found = [FieldError(str(error), "") for error in form.non_field_errors()]
    for field in form:
        found += [FieldError(text, f"#{_first_id(field)}") for text in _errors(field, wording)]
    return found


def _errors(field: BoundField, wording: Wording) -> list[str]:
    """Give the errors of a field; for an empty one our words, which name it, unless the form has words of its own."""
    default = str(Field.default_error_messages["required"])
    key = "web.shared.required_tick" if _kind(field) == "checkbox" else "web.shared.required"
    named = wording.say(key, label=field.label)
    return [named if str(text) == default else str(text) for text in field.errors]


def _kind(field: BoundField) -> str:
    widget = field.field.widget
    kinds: tuple[tuple[type[widgets.Widget], str], ...] = (
        (widgets.HiddenInput, "hidden"),
        (widgets.CheckboxSelectMultiple, "checkboxes"),  # a kind of RadioSelect to Django
        (widgets.RadioSelect, "radios"),
        (widgets.CheckboxInput, "checkbox"),
        (widgets.Select, "select"),
        (widgets.Textarea, "textarea"),
        (widgets.FileInput, "file"),
    )
    return next((kind for family, kind in kinds if isinstance(widget, family)), "input")


def _html(field: BoundField, kind: str, described_by: str, size: str) -> SafeString:
    """Let Django draw the control with the classes and references of the design system."""
    attributes: dict[str, str | bool] = {}
    if kind == "checkbox":
        attributes["class"] = "govuk-checkboxes__input"
    elif kind in _CLASSES:
        own = str(field.field.widget.attrs.get("class", ""))
        error = f"{_CLASSES[kind]}--error" if field.errors else ""
        names = (_CLASSES[kind], error, _SIZES.get(size, "") if kind == "input" else "", own)
        attributes["class"] = " ".join(name for name in names if name)
    if described_by:
        attributes["aria-describedby"] = described_by
    return SafeString(field.as_widget(attrs=attributes))


def _options(field: BoundField, kind: str) -> tuple[Option, ...]:
    """Draw each radio or checkbox of a group."""
    options = []
    for option in field.subwidgets:
        option.data["attrs"]["class"] = f"govuk-{kind}__input"
        option.data["attrs"].pop("aria-describedby", None)
        options.append(Option(SafeString(option.tag()), str(option.choice_label), option.id_for_label))
    return tuple(options)


def _first_id(field: BoundField) -> str:
    """Give the id a link to the field leads to: of a group, its first choice."""
    if _kind(field) in GROUPS:
        return next((option.id_for_label for option in field.subwidgets), field.auto_id)
    return field.auto_id


def _is_optional(field: BoundField) -> bool:
    """Tell whether to say that a field may be left empty: in a form where some field may not."""
    is_mixed = any(other.required for other in field.form.fields.values())
    return is_mixed and not field.field.required and _kind(field) != "checkbox"
