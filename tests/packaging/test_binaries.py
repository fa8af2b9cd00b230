"""What compiled files say of themselves, and which of them end the making of an installer."""

from __future__ import annotations

import importlib
import struct

import pytest

binaries, windows = map(importlib.import_module, ("binaries", "windows"))


def program(machine, mark=b"PE\0\0", start=64):
    """The head of a program of Windows."""
    return (
        b"MZ" + bytes(58) + struct.pack("<I", start) + bytes(start - 64) + mark + struct.pack("<H", machine)
    )


@pytest.mark.parametrize(("more", "fits"), [(0, True), (1, False)])
def test_a_path_that_windows_would_not_take_ends_the_work(tmp_path, more, fits):
    """At 200 characters below the user's folder, and one past them."""
    before = len("AppData/Local/Programs/drafter/")
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / ("n" * (200 - before - 2 + more))).write_bytes(b"")

    if fits:
        windows._prove(tmp_path)
    else:
        with pytest.raises(SystemExit, match="too long"):
            windows._prove(tmp_path)


@pytest.mark.parametrize("name", ["a.dll", "a.pyd", "b.exe", "C.DLL"])
def test_what_is_compiled_for_another_machine_ends_the_work(tmp_path, name):
    """Or is no program at all."""
    (tmp_path / name).write_bytes(program(0xAA64))

    with pytest.raises(SystemExit, match="aarch64"):
        windows._prove(tmp_path)


@pytest.mark.parametrize("beside", [True, False])
def test_what_a_bare_windows_has_not_must_be_there(tmp_path, beside):
    """Microsoft's libraries for C++ come with programs, whatever the letters of their names."""
    (tmp_path / "a.pyd").write_bytes(program(0x8664) + b"\0MSVCP140.dll\0KERNEL32.dll\0")
    if beside:
        (tmp_path / "msvcp140.dll").write_bytes(program(0x8664))
        windows._prove(tmp_path)
    else:
        with pytest.raises(SystemExit, match=r"msvcp140\.dll, which is neither"):
            windows._prove(tmp_path)


def test_an_elf_file_says_its_machine_and_the_newest_symbol_that_it_asks_for():
    """Of glibc; of another library whose name looks like it, nothing."""
    content = b"\x7fELF\x02\x01\x01" + bytes(9) + struct.pack("<HH", 3, 62)
    asked = content + b"GLIBC_2.17\0GLIBC_2.3.4\0GLIBC_2.27\0GLIBC_PRIVATE\0libgcc_s.so.1\0"

    assert (binaries.elf_machine(asked), binaries.glibc(asked)) == ("x86_64", 27)
    assert binaries.glibc(content) == 0
    assert binaries.packages(asked) == {"libgcc-s1 | libgcc1"}


@pytest.mark.parametrize(
    ("content", "machine"),
    [
        (program(0x8664), "x86_64"), (program(0x8664, start=128), "x86_64"), (program(0xAA64), "aarch64"),
        (program(0x014C), ""), (program(0x8664, mark=b"NE\0\0"), ""), (b"ZM" + program(0x8664)[2:], ""),
        (program(0x8664)[:63], ""), (program(0x8664)[:64], ""), (b"", ""),
    ],
)  # fmt: skip
def test_a_program_of_windows_says_its_machine_at_the_place_that_its_head_names(content, machine):
    """What is cut off, of another form or for 32 bits is none that we make anything for."""
    assert binaries.pe_machine(content) == machine


def test_elf_files_are_found_by_their_first_bytes_and_once(tmp_path):
    """Whatever they are called; a link is no second file, and of another machine nothing is said."""
    (tmp_path / "a").write_bytes(b"\x7fELF" + bytes(12) + struct.pack("<HH", 3, 183))
    (tmp_path / "b.so").write_bytes(b"#!ELF" + bytes(30))
    (tmp_path / "c").symlink_to("a")
    found = dict(binaries.elves(tmp_path))

    assert list(found) == [tmp_path / "a"]
    assert binaries.elf_machine(found[tmp_path / "a"]) == "aarch64"
    assert binaries.elf_machine(b"\x7fELF" + bytes(12) + struct.pack("<HH", 3, 258)) == ""
