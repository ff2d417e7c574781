"""Finnish words: is a word known, what are its lemmas."""
