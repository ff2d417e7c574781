"""Use cases: one function is one act of a person. Beside them the demo city."""
