"""What several rules look for: read here once, so that a rule is no longer than its question."""
