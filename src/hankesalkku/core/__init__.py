"""The domain: values, cards, findings and reports. No Django, no file library, no I/O, no clock."""
