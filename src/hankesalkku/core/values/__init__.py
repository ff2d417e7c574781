"""Values of a card and their grammars."""
