"""The committee's report as a model that every writer prints."""
