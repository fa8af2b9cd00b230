"""Makes drafter-setup.exe: Python, drafter and all it needs for 64-bit Windows, installed for one user and offline.

    python packaging/windows.py --runtime python-3.12.10-embed-amd64.zip --sums SHA256SUMS

The archive is Python's embeddable one. makensis packs it on any system; it can be run on Windows alone.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import archives
import bill
import binaries
import options
import runtimes
import wheels
from packaging.version import Version

HERE = Path(__file__).parent
LONGEST = 200
"""Characters that a path below the user's folder may have: many a Windows stops at 260 with all that stands before."""

_COMPILED = {".exe", ".dll", ".pyd"}
_NSIS_LICENCE = "Zlib AND CPL-1.0"
"""Of what unpacks, and of its LZMA, whose exception lets an installer be under any."""

_COMMAND = '@"%~dp0..\\python\\python.exe" -m drafter %*\r\n'
_PATHS = "python3{minor}.zip\r\n.\r\n..\\site\r\n"
"""Where that Python looks for modules, and nowhere else: its own, and drafter's beside it."""


@dataclass(frozen=True)
class Built:
    """What came of it: the installer, and what of others is in it."""

    path: Path
    components: list[bill.Component]


def build(runtime: Path, sums: Path, wheel: Path, kept: Path, output: Path, quick: bool = False) -> Built:
    """The installer; wheels of others are kept in a folder for the next time."""
    if shutil.which("makensis") is None:
        sys.exit("makensis is not here: apt-get install nsis")
    with tempfile.TemporaryDirectory() as name:
        stage = Path(name)
        python = runtimes.embeddable(runtime, sums, stage / "python")
        found = wheels.gathered(wheel, wheels.windows(python.version), kept / f"windows-{python.version}")
        inside = [*bill.of_runtime(python), *bill.of_wheels(found), _nsis()]
        _lay(stage, python, found)
        (stage / "LICENSE.txt").write_text(bill.licences(inside), encoding="utf-8")
        _prove(stage)
        path = output / "drafter-setup.exe"
        _compile(stage, path, wheels.Wheel(wheel).version, quick)
        return Built(path, inside)


def _nsis() -> bill.Component:
    """The program that unpacks, which is part of the installer."""
    said = subprocess.run(["makensis", "-VERSION"], check=True, capture_output=True, text=True).stdout
    return bill.Component("NSIS", said.strip().removeprefix("v"), _NSIS_LICENCE)


def _lay(stage: Path, python: runtimes.Runtime, found: list[wheels.Wheel]) -> None:
    """What lies in the folder of the installation."""
    minor = python.version.partition(".")[2]
    (python.root / f"python3{minor}._pth").write_bytes(_PATHS.format(minor=minor).encode("ascii"))
    wheels.unpack(found, stage / "site")
    (stage / "bin").mkdir()
    (stage / "bin" / "drafter.cmd").write_bytes(_COMMAND.encode("ascii"))
    shutil.copyfile(HERE / "desk.py", stage / "desk.py")
    shutil.copyfile(HERE / "drafter.ico", stage / "drafter.ico")


def _prove(stage: Path) -> None:
    """Ends where something in it could not be laid down, or not be run, on a bare 64-bit Windows."""
    files = _files(stage)
    names = {path.name.lower() for path in files}
    for path in files:
        inside = path.relative_to(stage).as_posix()
        if len(f"AppData/Local/Programs/drafter/{inside}") > LONGEST:
            sys.exit(f"{inside} is too long a path for Windows")
        if re.search(r'[<>:"|?*\x00-\x1f]|[. ](?:/|$)', inside):
            sys.exit(f"{inside} is no name that Windows takes")
        if path.suffix.lower() in _COMPILED:
            _prove_compiled(path, inside, names)


def _prove_compiled(path: Path, inside: str, names: set[str]) -> None:
    content = path.read_bytes()
    machine = binaries.pe_machine(content)
    if machine != "x86_64":
        sys.exit(f"{inside} is for {machine or 'no Windows at all'}")
    if absent := binaries.brought(content) - names:
        sys.exit(f"{inside} asks for {', '.join(sorted(absent))}, which is neither here nor in Windows")


def _files(stage: Path) -> list[Path]:
    return sorted(
        (path for path in stage.rglob("*") if path.is_file()), key=lambda one: one.relative_to(stage).parts
    )


def _compile(stage: Path, output: Path, version: str, quick: bool) -> None:
    """Writes the script and has makensis run it; names are listed in order, as a folder has none.

    It takes Chinese names only where the locale knows UTF-8, whatever that of whoever releases is.
    """
    files = _files(stage)
    for path in files:
        os.utime(path, (archives.EPOCH, archives.EPOCH))
    said = {
        "COMPRESSION": "SetCompress off" if quick else "SetCompressor /SOLID lzma",
        "OUTPUT": str(output.resolve()),
        "VERSION": version,
        "NUMBERS": ".".join(map(str, (*Version(version).release, 0, 0, 0, 0)[:4])),
        "SIZE": str(sum(path.stat().st_size for path in files) // 1024),
        "FILES": "\n".join(_lines(files, stage)),
    }
    script = re.sub(
        r"@([A-Z]+)@", lambda name: said[name[1]], (HERE / "setup.nsi").read_text(encoding="utf-8")
    )
    (stage / "setup.nsi").write_text(script, encoding="utf-8")
    command = ["makensis", "-V2", "-WX", "-INPUTCHARSET", "UTF8", "setup.nsi"]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(archives.EPOCH), "LC_ALL": "C.UTF-8"}
    subprocess.run(command, cwd=stage, check=True, env=environment)


def _lines(files: list[Path], stage: Path) -> Iterator[str]:
    """What the script says of each file, a folder at a time."""
    folder = None
    for path in files:
        inside = path.relative_to(stage)
        if inside.parent != folder:
            folder = inside.parent
            below = "\\".join(("$INSTDIR", *folder.parts))
            yield f'  SetOutPath "{below}"'
        yield f'  File "{inside.as_posix().replace("$", "$$")}"'


def main() -> None:
    """Makes the installer."""
    asked = options.parser(__doc__, "Python's embeddable archive for amd64").parse_args()
    asked.output.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        wheel = wheels.own(Path(folder))
        built = build(asked.runtime, asked.sums, wheel, asked.wheels, asked.output, asked.quick)
    print(f"{built.path}: {built.path.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
