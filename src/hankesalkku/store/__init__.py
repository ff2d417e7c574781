"""Every table of the register (*rekisterin taulut*): models, queries, mapping between rows and core values."""
