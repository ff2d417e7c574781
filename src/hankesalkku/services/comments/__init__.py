"""Comments on projects."""
