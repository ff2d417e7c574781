"""Reports and tables to files, one writer per format."""
