"""The made-up city is whole: every key leads somewhere, every role has a user, and nobody in it can be reached."""

from __future__ import annotations

from datetime import date

from hankesalkku.core.access.actor import Role
from hankesalkku.services.demo.city import mail_name, mallila


def test_units_stand_below_units_and_have_heads_of_the_city() -> None:
    city = mallila()
    keys = [unit.key for unit in city.units]
    people = {person.key: person for person in city.persons}

    assert len(keys) == len(set(keys)) == 60
    for index, unit in enumerate(city.units):
        assert unit.above is None or unit.above in keys[:index]
        assert set(unit.successors) <= set(keys)
        assert unit.head is None or people[unit.head].left_on is None
        assert city.unit_at(city.path(unit.key)) == unit


def test_reorganised_unit_has_successors_that_begin_the_day_after() -> None:
    city = mallila()
    ended = city.unit("vapaa-aikapalvelut")

    assert ended.valid_to == date(2023, 7, 31)
    starts = {city.unit(key).valid_from for key in ended.successors}
    assert starts == {date(2023, 8, 1)}


def test_persons_have_addresses_of_their_names_and_units_of_the_city() -> None:
    city = mallila()
    people = {person.key for person in city.persons}

    for person in city.persons:
        assert person.key == mail_name(person.name)
        assert person.email.endswith("@mallila.example")
        assert person.unit is None or person.unit in {unit.key for unit in city.units}
        assert person.follower is None or person.follower in people
        assert city.person_named(person.name) == person


def test_some_have_left_and_one_has_a_deputy() -> None:
    city = mallila()
    left = {person.key: person.follower for person in city.persons if person.left_on}

    assert left == {"ulla.pohjanvirta": "kaisa.niemela", "esa.hakomaki": None}
    assert [(each.person, each.deputy) for each in city.deputies] == [("henna.laitila", "tuomas.ranta")]


def test_each_role_has_a_user_that_the_demo_shows() -> None:
    city = mallila()
    people = {person.key: person for person in city.persons}

    assert {user.role for user in city.users if user.is_shown} == set(Role)
    for user in city.users:
        assert people[user.person].left_on is None
        assert set(user.units) <= {unit.key for unit in city.units}


def test_names_are_in_three_languages() -> None:
    city = mallila()
    names = [unit.name for unit in city.units] + [body.name for body in city.committees]
    names += [template.name for template in city.link_templates]
    names += [city.organisation.name, city.organisation.short_name, city.organisation.genitive]

    assert all(name.fi and name.sv and name.en for name in names)


def test_link_template_takes_an_id() -> None:
    dynasty = mallila().link_templates[0]

    assert dynasty.address_of(7767) == "https://dynasty.mallila.example/#/case/7767"
