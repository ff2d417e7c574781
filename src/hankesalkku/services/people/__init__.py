"""People, users and what they may do."""
