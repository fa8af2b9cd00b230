"""Which fonts this computer has, by the names that Word shows, what prints in place of others, and where a person's go."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from drafter.office import libreoffice
from drafter.records import Record

_TIMEOUT = 20
ADVICE = {
    "仿宋_GB2312": "Windows Vista 以后不再自带（自带的叫“仿宋”），公文用字要另装；没有时 Word 会换成别的字体",
    "楷体_GB2312": "Windows Vista 以后不再自带（自带的叫“楷体”），公文用字要另装",
    "方正小标宋简体": "要向方正获得授权后安装；没有时标题会换成宋体",
}
"""What is to be known of fonts that offices write with and Windows does not bring."""

_WINDOWS_KEY = r"SOFTWARE\Microsoft\Windows NT\CurrentVersion\Fonts"


def installed() -> frozenset[str] | None:
    """The family names of installed fonts, None where they cannot be told."""
    if sys.platform == "win32":
        return _from_registry()
    listed = _asked("fc-list", ":", "family")
    if listed is None:
        return None
    return frozenset(name.strip() for line in listed.splitlines() for name in line.split(","))


class StandIn(Record):
    """The font that prints in place of one that is not here; `sure`: it was seen in a PDF."""

    name: str
    sure: bool


def stand_ins(missing: Sequence[str]) -> dict[str, StandIn]:
    """What prints on this computer in place of each of these fonts, as far as that can be told: LibreOffice is asked to
    print with them, else fontconfig what it would give; of Word nobody knows.
    """
    printed = libreoffice.printed_with(missing) if missing else {}
    found: dict[str, StandIn] = {}
    for name in missing:
        family, file = _matched(name)
        if name in printed:
            seen, seen_file = _of_postscript(printed[name])
            found[name] = StandIn(family if seen_file == file and family else seen, True)
        elif family:
            found[name] = StandIn(family, False)
    return found


def _matched(name: str) -> tuple[str, str]:
    """The family that fontconfig gives for a name, and its file; "" where it is not here."""
    escaped = re.sub(r"([\\\-:,])", r"\\\1", name)
    said = _asked("fc-match", "-f", "%{family[0]}\n%{file}", f"{escaped}:lang=zh-cn") or "\n"
    family, _, file = said.partition("\n")
    return family, file


def _of_postscript(name: str) -> tuple[str, str]:
    """The family of a font that a PDF names (LibreOffice adds what it did with it), and its file; else the name as it is."""
    pieces = name.split("-")
    for end in range(len(pieces), 0, -1):
        whole = "-".join(pieces[:end]).replace("-", "\\-")
        family, _, file = (
            _asked("fc-list", "-f", "%{family[0]}\n%{file}\n", f":postscriptname={whole}") or ""
        ).partition("\n")
        if family:
            return family, file.partition("\n")[0]
    return pieces[0], ""


def _asked(program: str, *words: str) -> str | None:
    """What one of fontconfig's programs says; None where it is not here, or says nothing in time."""
    found = shutil.which(program)
    if found is None:
        return None
    try:
        said = subprocess.run(
            [found, *words], capture_output=True, timeout=_TIMEOUT, check=False, text=True, encoding="utf-8"
        )
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return None
    return said.stdout


def user_folder() -> Path:
    """Where fonts lie that this user alone has."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData/Local")) / "Microsoft/Windows/Fonts"
    if sys.platform == "darwin":
        return Path.home() / "Library/Fonts"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local/share") / "fonts"


def announce(path: Path, families: Sequence[str]) -> None:
    """Tells the system of a font that was put into the user's folder.

    Raises:
        OSError: Windows takes no note of it.

    """
    if sys.platform == "win32":
        import winreg

        with winreg.CreateKey(winreg.HKEY_CURRENT_USER, _WINDOWS_KEY) as key:
            winreg.SetValueEx(key, f"{' & '.join(families)} (TrueType)", 0, winreg.REG_SZ, str(path))
        return
    _asked("fc-cache", str(path.parent))


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
