"""The stage that compares drafts with the register's cards: new, changed, same or in conflict."""
