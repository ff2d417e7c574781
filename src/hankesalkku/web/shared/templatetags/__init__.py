"""Template tags of the pages: `{% load shared %}`."""
