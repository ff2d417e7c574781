"""Documents and links of projects."""
