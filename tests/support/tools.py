"""Programs outside Python that a test may need: skip where one is missing, fail where the gate runs."""

from __future__ import annotations

import ctypes
import os
import shutil

import pytest


def need(missing: str | None) -> None:
    """Skip the test when something is missing, saying what; fail instead where HANKESALKKU_TEST_STRICT is 1."""
    if missing is None:
        return
    if os.environ.get("HANKESALKKU_TEST_STRICT") == "1":
        pytest.fail(f"{missing} (HANKESALKKU_TEST_STRICT=1 makes this a failure)", pytrace=False)
    pytest.skip(missing)


def need_program(name: str, package: str) -> None:
    """Need a program on the search path; `package` is Debian's name of what brings it."""
    need(None if shutil.which(name) else f"{name} is not installed: apt-get install {package}")


def need_voikko() -> None:
    """Need libvoikko and its Finnish dictionary."""
    try:
        voikko = ctypes.CDLL("libvoikko.so.1")
    except OSError:
        need("libvoikko is not installed: apt-get install libvoikko1 voikko-fi")
        return
    voikko.voikkoInit.restype = ctypes.c_void_p
    error = ctypes.c_char_p()
    handle = voikko.voikkoInit(ctypes.byref(error), b"fi", None)
    need(None if handle else "Voikko has no Finnish dictionary: apt-get install voikko-fi")
    voikko.voikkoTerminate(ctypes.c_void_p(handle))
