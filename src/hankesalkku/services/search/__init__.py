"""The lemmatised search column."""
