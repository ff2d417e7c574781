"""Imports (*tuonti*): files brought in, read in the background, reviewed by a person, accepted, undone."""
