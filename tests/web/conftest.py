"""What the tests of the pages share."""

from tests.support.signing import mallila

__all__ = ["mallila"]
