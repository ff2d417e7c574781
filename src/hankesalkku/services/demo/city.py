"""The made-up city of Mallila (*Mallby* in Swedish, also made up): its organisation, units, people and users.

Nothing in it exists: the names of persons are common Finnish and Swedish ones put together, addresses end in
`.example`. The data stand in `data/city.toml`; here are their types. Source: DESIGN.md 5 and 8, practice.md P1 and P5.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from hankesalkku.core.access.actor import Role
from hankesalkku.services.demo.tables import Table, cells, day, read_table

DEMO_DAY = date(2026, 10, 30)
"""The day that the register of the demo describes."""
MAIL_DOMAIN = "mallila.example"


@dataclass(frozen=True, slots=True)
class Names:
    """A name in the three languages."""

    fi: str
    sv: str
    en: str


@dataclass(frozen=True, slots=True)
class DemoOrganisation:
    """The city: official name, short name, genitive ("Mallilan kaupungin"); `kind` is one of practice.md P5."""

    slug: str
    kind: str
    name: Names
    short_name: Names
    genitive: Names


@dataclass(frozen=True, slots=True)
class DemoUnit:
    """A unit of the tree; `above` is None for a division (*toimiala*). `valid_to` is the last day of its being.

    `successors` took over the work of a unit that has ended. `head` is the key of a person.
    """

    key: str
    above: str | None
    name: Names
    head: str | None
    valid_from: date | None
    valid_to: date | None
    successors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """A person who works for the city, or audits it; `unit` is None for an outsider.

    Whoever has left has their last day in `left_on` and, if the work was handed on, `follower`.
    """

    key: str
    name: str
    title: str
    title_sv: str
    unit: str | None
    left_on: date | None
    follower: str | None

    @property
    def email(self) -> str:
        """Give the address at the city."""
        return f"{self.key}@{MAIL_DOMAIN}"


@dataclass(frozen=True, slots=True)
class DemoDeputy:
    """A planned leave: who stands in for whom, first and last day."""

    person: str
    deputy: str
    start: date
    end: date


@dataclass(frozen=True, slots=True)
class DemoUser:
    """A user: the person, the role and its scope (`units` empty: all), the language of their pages.

    `is_shown` marks those whose sign-in the demo prints: at least one of each role.
    """

    person: str
    role: Role
    units: tuple[str, ...]
    language: str
    is_shown: bool


@dataclass(frozen=True, slots=True)
class DemoCommittee:
    """A deciding body and how long it has been in being."""

    key: str
    name: Names
    valid_from: date | None
    valid_to: date | None


@dataclass(frozen=True, slots=True)
class DemoLinkTemplate:
    """An address with `{id}` in it; `is_internal` links open only inside the city's network."""

    name: Names
    address: str
    is_internal: bool

    def address_of(self, link_id: str | int) -> str:
        """Give the address of one thing."""
        return self.address.replace("{id}", str(link_id))


@dataclass(frozen=True, slots=True)
class City:
    """The whole city. Units stand parents first."""

    organisation: DemoOrganisation
    units: tuple[DemoUnit, ...]
    persons: tuple[DemoPerson, ...]
    deputies: tuple[DemoDeputy, ...]
    users: tuple[DemoUser, ...]
    committees: tuple[DemoCommittee, ...]
    link_templates: tuple[DemoLinkTemplate, ...]
    _units_by_key: dict[str, DemoUnit] = field(init=False, repr=False, compare=False)
    _persons_by_name: dict[str, DemoPerson] = field(init=False, repr=False, compare=False)
    _units_by_path: dict[tuple[str, ...], DemoUnit] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index units and persons."""
        object.__setattr__(self, "_units_by_key", {unit.key: unit for unit in self.units})
        object.__setattr__(self, "_persons_by_name", {person.name: person for person in self.persons})
        object.__setattr__(self, "_units_by_path", {self.path(unit.key): unit for unit in self.units})

    def unit(self, key: str) -> DemoUnit:
        """Give a unit by its key.

        Raises:
            KeyError: there is none.
        """
        return self._units_by_key[key]

    def path(self, key: str) -> tuple[str, ...]:
        """Give the Finnish names from the division down to a unit.

        Raises:
            KeyError: there is no such unit.
        """
        unit = self.unit(key)
        return (*self.path(unit.above), unit.name.fi) if unit.above else (unit.name.fi,)

    def unit_at(self, path: tuple[str, ...]) -> DemoUnit:
        """Give the unit of a path of Finnish names.

        Raises:
            KeyError: there is none.
        """
        return self._units_by_path[path]

    def person_named(self, name: str) -> DemoPerson:
        """Give a person by their full name.

        Raises:
            KeyError: there is none.
        """
        return self._persons_by_name[name]


@cache
def mallila() -> City:
    """Give the city of Mallila."""
    table = read_table("city.toml")
    lists = table.table("tables")
    city = City(
        organisation=_organisation(table.table("organisation")),
        units=tuple(_unit(row) for row in lists.rows("units", 9)),
        persons=tuple(_person(row) for row in lists.rows("persons", 7)),
        deputies=tuple(_deputy(row) for row in lists.rows("deputies", 4)),
        users=tuple(_user(row) for row in lists.rows("users", 5)),
        committees=tuple(
            DemoCommittee(row[0], Names(*row[1:4]), day(row[4]), day(row[5]))
            for row in lists.rows("committees", 6)
        ),
        link_templates=tuple(_link_template(each) for each in table.tables("link_templates")),
    )
    lists.finish()
    table.finish()
    return city


def mail_name(name: str) -> str:
    """Write a person's name as the part of an address before the @.

    >>> mail_name("Jenny Lindroos-Holm"), mail_name("Petra Söderkäpylä")
    ('jenny.lindroos-holm', 'petra.soderkapyla')
    """
    plain = unicodedata.normalize("NFD", name.casefold()).encode("ascii", "ignore").decode()
    return ".".join(plain.split())


def _names(text: str) -> Names:
    fi, sv, en = cells(text, 3)
    return Names(fi, sv, en)


def _organisation(table: Table) -> DemoOrganisation:
    found = DemoOrganisation(
        table.text("slug"),
        table.text("kind"),
        *(_names(table.text(key)) for key in ("name", "short_name", "genitive")),
    )
    table.finish()
    return found


def _link_template(table: Table) -> DemoLinkTemplate:
    names = Names(table.text("name"), table.text("name_sv"), table.text("name_en"))
    found = DemoLinkTemplate(names, table.text("address"), table.flag("is_internal"))
    table.finish()
    return found


def _unit(row: tuple[str, ...]) -> DemoUnit:
    key, above, fi, sv, en, head, start, end, successors = row
    followers = tuple(each.strip() for each in successors.split(",") if each.strip())
    return DemoUnit(key, above or None, Names(fi, sv, en), head or None, day(start), day(end), followers)


def _person(row: tuple[str, ...]) -> DemoPerson:
    key, name, title, title_sv, unit, left_on, follower = row
    return DemoPerson(key, name, title, title_sv, unit or None, day(left_on), follower or None)


def _deputy(row: tuple[str, ...]) -> DemoDeputy:
    person, deputy, start, end = row
    return DemoDeputy(person, deputy, date.fromisoformat(start), date.fromisoformat(end))


def _user(row: tuple[str, ...]) -> DemoUser:
    person, role, units, language, shown = row
    scope = tuple(each.strip() for each in units.split(",") if each.strip())
    return DemoUser(person, Role(role), scope, language, shown == "yes")
