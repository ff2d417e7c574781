"""What the machine is, without its name: figures say little without it."""

from __future__ import annotations

import os
import platform
from importlib.metadata import version

LIBRARIES = ("pypdfium2", "typst", "lxml", "pikepdf", "XlsxWriter", "python-calamine")


def describe_machine() -> str:
    """Tell cores, memory, Python and the libraries that the figures depend on."""
    memory_gib = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    busy = os.getloadavg()[0]
    libraries = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    return (
        f"{os.cpu_count()} cores ({platform.machine()}), {memory_gib:.0f} GiB of memory, {platform.system()}; "
        f"{platform.python_implementation()} {platform.python_version()}; {libraries}. "
        f"Average load of the machine's last minute when it ended: {busy:.1f}."
    )
