"""Organisations, units, funders and wordings."""
