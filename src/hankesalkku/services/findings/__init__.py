"""Findings over the register and waivers."""
