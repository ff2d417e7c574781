"""Files brought in: reading, proposals, review, undo."""
