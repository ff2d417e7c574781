"""The made-up city of Mallila: its people, its projects, bulk data like them, and last year's report."""
