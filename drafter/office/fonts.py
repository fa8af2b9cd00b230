"""Which fonts this computer has, by the names that Word shows."""

from __future__ import annotations

import shutil
import subprocess
import sys

_TIMEOUT = 20
_WINDOWS_KEY = r"SOFTWARE\Microsoft\Windows NT\CurrentVersion\Fonts"


def installed() -> frozenset[str] | None:
    """The family names of installed fonts, None where they cannot be told."""
    if sys.platform == "win32":
        return _from_registry()
    program = shutil.which("fc-list")
    if program is None:
        return None
    try:
        listed = subprocess.run(
            [program, ":", "family"],
            capture_output=True,
            timeout=_TIMEOUT,
            check=False,
            text=True,
            encoding="utf-8",
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return frozenset(name.strip() for line in listed.stdout.splitlines() for name in line.split(","))


def _from_registry() -> frozenset[str] | None:
    """The names in Windows' registry, where they stand as `仿宋 (TrueType)`."""
    if sys.platform != "win32":
        return None
    import winreg

    names: set[str] = set()
    for root in (winreg.HKEY_LOCAL_MACHINE, winreg.HKEY_CURRENT_USER):
        try:
            with winreg.OpenKey(root, _WINDOWS_KEY) as key:
                for index in range(winreg.QueryInfoKey(key)[1]):
                    listed = winreg.EnumValue(key, index)[0].partition(" (")[0]
                    names.update(name.strip() for name in listed.split("&"))
        except OSError:
            continue
    return frozenset(names) or None
