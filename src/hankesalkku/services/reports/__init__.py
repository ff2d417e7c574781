"""The committee's report and exports from the register."""
