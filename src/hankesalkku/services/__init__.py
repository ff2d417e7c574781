"""Use cases (*palvelut*): one function is one act, one permission check, one transaction, one audit entry a record."""
