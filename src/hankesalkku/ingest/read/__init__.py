"""One reader per format: bytes to SourceDocument."""
