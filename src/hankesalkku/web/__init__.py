"""Pages: one folder per room, what they share in `shared`."""
