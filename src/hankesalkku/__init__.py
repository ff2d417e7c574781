"""Hankesalkku: the register of a Finnish municipality's externally funded projects."""

__version__ = "0.1.0"
