"""Stored sort keys compare byte by byte on both engines: PostgreSQL is told so, SQLite does it anyway."""

from __future__ import annotations

from typing import Any

from django.db import migrations

COLUMNS = (
    ("store_projectlisting", "name_key", 200),
    ("store_projectlisting", "unit_key", 200),
    ("store_projectlisting", "funder_key", 200),
    ("store_projectlisting", "person_key", 200),
    ("store_projectlisting", "case_number", 200),
    ("store_projectlisting", "decision_key", 60),
    ("store_unit", "sort_key", 400),
    ("store_unit", "lineage", 120),
    ("store_person", "sort_key", 400),
    ("store_funder", "sort_key", 400),
)


def _collate(schema_editor: Any, collation: str) -> None:  # noqa: ANN401 - the framework's own types are private
    if schema_editor.connection.vendor != "postgresql":
        return
    for table, column, length in COLUMNS:
        schema_editor.execute(
            f'ALTER TABLE {table} ALTER COLUMN {column} TYPE varchar({length}) COLLATE "{collation}"'
        )


def by_bytes(apps: Any, schema_editor: Any) -> None:  # noqa: ANN401 - as above
    """Compare the keys byte by byte."""
    _collate(schema_editor, "C")


def by_default(apps: Any, schema_editor: Any) -> None:  # noqa: ANN401 - as above
    """Compare the keys as the database does by default."""
    _collate(schema_editor, "default")


class Migration(migrations.Migration):
    """The collation of the stored keys."""

    dependencies = [("store", "0002_audit_triggers")]
    operations = [migrations.RunPython(by_bytes, by_default)]
