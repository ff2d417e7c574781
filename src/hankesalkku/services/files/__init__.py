"""Kept files, under their hash."""
