"""Projects: made, read, edited, listed."""
