"""What is asked of the tables: one module per room; the answers are values, never rows."""
