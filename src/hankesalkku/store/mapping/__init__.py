"""Rows of tables to core values and back; no query is made here."""
