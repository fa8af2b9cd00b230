"""What compiled files say of themselves: the machine they are for, and the oldest C library that has all they ask for."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from pathlib import Path

ELF = {62: "x86_64", 183: "aarch64"}
PE = {0x8664: "x86_64", 0xAA64: "aarch64"}
_ASKED = re.compile(rb"GLIBC_2\.(\d+)(?:\.\d+)?\0")
_BROUGHT = re.compile(rb"\b((?:msvcp|vcruntime|concrt|vcomp|mfc|python)\d+\w*\.dll)\0", re.IGNORECASE)
_PACKAGES = {b"libgcc_s.so.1\0": "libgcc-s1 | libgcc1", b"libstdc++.so.6\0": "libstdc++6"}
"""Libraries of the system beside glibc that wheels may ask for, and Debian's packages of them, new name and old."""


def elves(folder: Path) -> Iterator[tuple[Path, bytes]]:
    """Programs and libraries of Linux, with what is in them."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            content = path.read_bytes()
            if content.startswith(b"\x7fELF"):
                yield path, content


def elf_machine(content: bytes) -> str:
    """The machine that an ELF file is for; empty for one that we make nothing for."""
    return ELF.get(struct.unpack_from("<H", content, 18)[0], "")


def pe_machine(content: bytes) -> str:
    """The machine that a program of Windows is for; empty for what is none."""
    if content[:2] != b"MZ" or len(content) < 64:
        return ""
    start = struct.unpack_from("<I", content, 60)[0]
    if content[start : start + 4] != b"PE\0\0":
        return ""
    return PE.get(struct.unpack_from("<H", content, start + 4)[0], "")


def glibc(content: bytes) -> int:
    """N of the newest symbol of glibc 2.N that an ELF file asks for; 0 for none."""
    return max((int(one[1]) for one in _ASKED.finditer(content)), default=0)


def packages(content: bytes) -> set[str]:
    """The packages of Debian whose libraries an ELF file asks for, glibc aside."""
    return {package for name, package in _PACKAGES.items() if name in content}


def brought(content: bytes) -> set[str]:
    """The libraries that a program of Windows names and that no Windows has: Microsoft's for C++, and Python's."""
    return {name.decode("ascii").lower() for name in _BROUGHT.findall(content)}
