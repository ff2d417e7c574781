"""From a file to proposals: read, recognise, normalise, check, propose."""
