"""Typed tables of public facts, each with its source and date."""
