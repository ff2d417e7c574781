"""Whether the service can do its work."""

from __future__ import annotations

from django.db import DatabaseError, connection


def is_healthy() -> bool:
    """Tell whether the database answers."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
            return bool(cursor.fetchone() == (1,))
    except DatabaseError:
        return False
