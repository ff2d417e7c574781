"""Nets under the audit log for raw SQL (requirements P1, S7): rows are added, never changed or taken away."""

from __future__ import annotations

from typing import Any

from django.db import migrations

FROZEN = ("store_auditentry", "store_auditpayload", "store_audittombstone")
KEPT = ("store_auditentry", "store_audittombstone", "store_auditchain")
HAS_TOMBSTONE = "SELECT 1 FROM store_audittombstone WHERE entry_id = OLD.entry_id"


def _sqlite() -> list[str]:
    statements = [
        f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} "
        "BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END"
        for table in FROZEN
    ]
    statements += [
        f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} "
        "BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END"
        for table in KEPT
    ]
    statements.append(
        "CREATE TRIGGER store_auditpayload_no_delete BEFORE DELETE ON store_auditpayload "
        f"WHEN NOT EXISTS ({HAS_TOMBSTONE}) "
        "BEGIN SELECT RAISE(ABORT, 'a payload goes only under a tombstone'); END"
    )
    return statements


def _postgresql() -> list[str]:
    statements = [
        "CREATE FUNCTION store_audit_append_only() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'the audit log is append-only'; END $$",
        "CREATE FUNCTION store_audit_payload_kept() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN IF NOT EXISTS ({HAS_TOMBSTONE}) THEN RAISE EXCEPTION 'a payload goes only under a tombstone'; "
        "END IF; RETURN OLD; END $$",
    ]
    statements += [
        f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} FOR EACH ROW "
        "EXECUTE FUNCTION store_audit_append_only()"
        for table in FROZEN
    ]
    statements += [
        f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} FOR EACH ROW "
        "EXECUTE FUNCTION store_audit_append_only()"
        for table in KEPT
    ]
    statements += [
        f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} FOR EACH STATEMENT "
        "EXECUTE FUNCTION store_audit_append_only()"
        for table in {*FROZEN, *KEPT}
    ]
    statements.append(
        "CREATE TRIGGER store_auditpayload_no_delete BEFORE DELETE ON store_auditpayload FOR EACH ROW "
        "EXECUTE FUNCTION store_audit_payload_kept()"
    )
    return statements


def add(apps: Any, schema_editor: Any) -> None:  # noqa: ANN401 - the framework's own types are private
    """Put the triggers in."""
    is_postgresql = schema_editor.connection.vendor == "postgresql"
    for statement in _postgresql() if is_postgresql else _sqlite():
        schema_editor.execute(statement)


def remove(apps: Any, schema_editor: Any) -> None:  # noqa: ANN401 - as above
    """Take the triggers out."""
    is_postgresql = schema_editor.connection.vendor == "postgresql"
    names = [(table, "no_update") for table in FROZEN]
    names += [(table, "no_delete") for table in (*KEPT, "store_auditpayload")]
    names += [(table, "no_truncate") for table in {*FROZEN, *KEPT}] if is_postgresql else []
    for table, kind in names:
        schema_editor.execute(f"DROP TRIGGER {table}_{kind}" + (f" ON {table}" if is_postgresql else ""))
    if is_postgresql:
        schema_editor.execute("DROP FUNCTION store_audit_append_only()")
        schema_editor.execute("DROP FUNCTION store_audit_payload_kept()")


class Migration(migrations.Migration):
    """The triggers of both engines."""

    dependencies = [("store", "0001_tables")]
    operations = [migrations.RunPython(add, remove)]
