"""Measures the product: speed (`python -m bench`) and how much of a report is read right (`python -m bench.score`)."""
