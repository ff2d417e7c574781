"""SourceDocument to raw cards."""
