"""Wording and formats in Finnish, Swedish and English."""
