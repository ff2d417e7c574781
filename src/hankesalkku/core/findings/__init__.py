"""The catalogue of findings and what runs it."""
