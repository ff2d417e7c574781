"""The audit log: acts, their entries, reading and verifying the chain."""
