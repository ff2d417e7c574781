"""Where the framework keeps sessions (setting SESSION_ENGINE): in a table that tells whose each is."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore

from hankesalkku.store.models import SignInSession


class SessionStore(DatabaseStore):
    """Keeps a session with its user."""

    @classmethod
    def get_model_class(cls) -> type[SignInSession]:
        """Give our table."""
        return SignInSession

    def create_model_instance(self, data: dict[str, Any]) -> SignInSession:
        """Make the row to save."""
        row = super().create_model_instance(data)
        user = data.get(SESSION_KEY)
        row.user_id = UUID(user) if user else None  # type: ignore[attr-defined]  # our table's column
        return row  # type: ignore[return-value]  # our table
