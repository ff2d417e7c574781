"""Coverage of every visible character."""
