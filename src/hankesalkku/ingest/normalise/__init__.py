"""Raw cards to cards of readings."""
