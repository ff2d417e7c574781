"""What tests may rely on about their database: its engine, that it starts as migrated, and that nothing stays in it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.db import connection

from hankesalkku.config.environment import read_environment
from tests.support.databases import Engine

NO_DELETE = {
    "sqlite": """
        CREATE TRIGGER kept BEFORE DELETE ON auth_group
        BEGIN SELECT RAISE(ABORT, 'kept'); END""",
    "postgresql": """
        CREATE FUNCTION keep() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'kept'; END $$;
        CREATE TRIGGER kept BEFORE DELETE OR TRUNCATE ON auth_group FOR EACH STATEMENT EXECUTE FUNCTION keep()""",
}


def test_engine_is_the_chosen_one(db: None, database_engine: Engine) -> None:
    assert connection.vendor == database_engine.value


@pytest.mark.parametrize("time", ["first", "second"])
def test_rolled_back_between_tests(db: None, time: str) -> None:
    assert not Group.objects.exists()

    Group.objects.create(name=time)


@pytest.mark.parametrize("time", ["first", "second"])
def test_laid_anew_after_commit_whatever_triggers_forbid(transactional_db: None, time: str) -> None:
    assert not Group.objects.exists()
    assert ContentType.objects.exists()

    Group.objects.create(name=time)
    with connection.cursor() as cursor:
        cursor.execute(NO_DELETE[connection.vendor])


def test_database_url_is_this_database(database_url: str) -> None:
    found = read_environment({"HANKESALKKU_DATABASE_URL": database_url}).database

    assert (found.engine, found.name) == (connection.vendor, connection.settings_dict["NAME"])


def test_empty_databases_differ(empty_database: Callable[[], str], database_engine: Engine) -> None:
    first, second = empty_database(), empty_database()

    assert first != second
    assert {
        read_environment({"HANKESALKKU_DATABASE_URL": url}).database.engine for url in (first, second)
    } == {database_engine.value}
