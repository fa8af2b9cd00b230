"""Pythons that stand in for those that are released: of this machine for Linux, of nothing at all for other systems."""

from __future__ import annotations

import hashlib
import re
import shutil
import struct
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

from tests.conftest import ROOT

VERSION = f"{sys.version_info.major}.{sys.version_info.minor}"
_LEFT = shutil.ignore_patterns(
    "__pycache__", "site-packages", "dist-packages", "test", "tests", "idlelib", "ensurepip", "lib2to3", "tkinter", "_tkinter*",
    "_test*", "config-*",
)  # fmt: skip
_GLIBC = re.compile(r"lib(?:c|m|dl|rt|pthread|util|resolv|nsl)[.-]")


def sums(*archives: Path) -> Path:
    """A list of their digests, as `sha256sum` writes one."""
    path = archives[0].with_name("SHA256SUMS")
    lines = (f"{hashlib.sha256(one.read_bytes()).hexdigest()}  {one.name}\n" for one in archives)
    path.write_text("".join(lines), encoding="utf-8")
    return path


def of_this_machine(folder: Path) -> Path:
    """This Python with the libraries that it loads, made to find them beside itself wherever it lies."""
    base, root = Path(sys.base_prefix), folder / "python"
    (root / "bin").mkdir(parents=True)
    (root / "lib").mkdir()
    program = root / "bin" / f"python{VERSION}"
    shutil.copyfile(base / "bin" / program.name, program)
    program.chmod(0o755)
    shutil.copytree(
        base / "lib" / program.name, root / "lib" / program.name, ignore=_LEFT, ignore_dangling_symlinks=True
    )
    modules = sorted((root / "lib" / program.name / "lib-dynload").glob("*.so"))
    for path in (base / "bin" / program.name, *modules):
        listed = subprocess.run(["ldd", path], capture_output=True, text=True, check=True).stdout
        for library in map(Path, re.findall(r"=> (/\S+)", listed)):
            if not _GLIBC.match(library.name):
                shutil.copyfile(library, root / "lib" / library.name)
    for origin, files in (("$ORIGIN/../lib", [program]), ("$ORIGIN/../..", modules)):
        subprocess.run(["patchelf", "--force-rpath", "--set-rpath", origin, *files], check=True)
    return _tarred(folder / f"python-{VERSION}-x86_64.tar", root)


def for_arm(folder: Path) -> Path:
    """The shape of a Python for arm64: a program that nothing here can run."""
    root = folder / "arm" / "python"
    (root / "lib" / "python3.12").mkdir(parents=True)
    (root / "lib" / "python3.12" / "os.py").write_text("# stands in\n")
    (root / "bin").mkdir()
    program = root / "bin" / "python3.12"
    program.write_bytes(b"\x7fELF\x02\x01\x01" + bytes(9) + struct.pack("<HH", 3, 183) + b"GLIBC_2.17\0")
    program.chmod(0o755)
    return _tarred(folder / "python-3.12-aarch64.tar", root)


def for_windows(folder: Path) -> Path:
    """The shape of Python's embeddable archive: programs that are a head and nothing more."""
    head = b"MZ" + bytes(58) + struct.pack("<I", 64) + b"PE\0\0" + struct.pack("<H", 0x8664) + bytes(64)
    path = folder / "python-3.12.0-embed-amd64.zip"
    with zipfile.ZipFile(path, "w") as packed:
        for name in (
            "python.exe",
            "pythonw.exe",
            "python3.dll",
            "python312.dll",
            "vcruntime140.dll",
            "sqlite3.dll",
        ):
            packed.writestr(zipfile.ZipInfo(name), head)
        packed.writestr(zipfile.ZipInfo("python312.zip"), b"PK\5\6" + bytes(18))
        packed.writestr(zipfile.ZipInfo("python312._pth"), b"python312.zip\r\n.\r\n\r\n#import site\r\n")
    return path


def stage(folder: Path, version: str) -> None:
    """The shape of what a setup lays down, in a few small files, one of which only this version has."""
    (folder / "python").mkdir(parents=True)
    (folder / "site").mkdir()
    (folder / "bin").mkdir()
    for name in ("desk.py", "LICENSE.txt", "bin/drafter.cmd", "python/python.exe", "python/pythonw.exe"):
        (folder / name).write_text(version, encoding="utf-8")
    (folder / "site" / f"only-{version}.py").write_text(version, encoding="utf-8")
    shutil.copyfile(ROOT / "packaging" / "drafter.ico", folder / "drafter.ico")


def _tarred(path: Path, root: Path) -> Path:
    with tarfile.open(path, "w") as packed:
        packed.add(root, root.name)
    return path
