"""drafter-setup.exe: what it would lay down on a 64-bit Windows, read out of it."""

from __future__ import annotations

import re
import shutil
import struct
import subprocess

import pytest

from tests.conftest import ROOT, required

SCRIPT = (ROOT / "packaging" / "setup.nsi").read_text(encoding="utf-8")
COMPILED = {".pyd", ".dll", ".exe"}
FITTING = re.compile(r"py\d-none-any|(?:cp312-cp312|cp3\d+-abi3|py3-none)-win_amd64")


@pytest.fixture(scope="module")
def laid(released, tmp_path_factory):
    """What is in the installer, taken out by 7-Zip."""
    required("7z", shutil.which("7z"))
    folder = tmp_path_factory.mktemp("laid")
    setup = released.one("drafter-setup.exe")
    subprocess.run(["7z", "x", "-y", f"-o{folder}", setup], check=True, stdout=subprocess.DEVNULL)
    yield folder
    shutil.rmtree(folder)


def machine(content):
    """The machine that a program of Windows says it is for."""
    assert content[:2] == b"MZ"
    start = struct.unpack_from("<I", content, 60)[0]
    assert content[start : start + 4] == b"PE\0\0"
    return struct.unpack_from("<H", content, start + 4)[0]


def test_the_installer_is_a_program_for_64_bits_that_asks_for_no_rights(released):
    """Its head says the machine, its manifest that whoever starts it is enough."""
    content = released.one("drafter-setup.exe").read_bytes()

    assert machine(content) == 0x8664
    assert b'requestedExecutionLevel level="asInvoker"' in content
    assert b"requireAdministrator" not in content


def test_all_wheels_in_it_are_for_it(laid):
    """By the tags that each brings, and by what is compiled in them."""
    tags = [
        tag
        for said in (laid / "site").glob("*.dist-info/WHEEL")
        for tag in re.findall(r"^Tag: (.+)$", said.read_text(encoding="utf-8"), re.MULTILINE)
    ]
    compiled = [
        path for part in ("python", "site") for path in (laid / part).rglob("*") if path.suffix in COMPILED
    ]

    assert len(tags) >= 40
    assert [tag for tag in tags if not FITTING.fullmatch(tag)] == []
    assert {machine(path.read_bytes()) for path in compiled} == {0x8664}
    assert not list(laid.rglob("*.so"))


def test_what_a_windows_alone_needs_is_there(laid):
    """pip asks for the system that it runs on; the installer is made on another."""
    assert (laid / "site" / "colorama").is_dir()
    assert (laid / "site" / "tzdata").is_dir()


def test_its_python_sees_its_own_modules_and_drafter_and_nothing_else(laid):
    """No variable, no registry, no folder of whoever starts it."""
    assert (laid / "python" / "python312._pth").read_bytes() == b"python312.zip\r\n.\r\n..\\site\r\n"


def test_scripts_end_their_lines_as_cmd_wants_them(laid):
    """And hold nothing but ASCII, which no code page changes."""
    scripts = [path for path in laid.rglob("*.cmd") if path.parent.name == "bin"]

    assert [path.name for path in scripts] == ["drafter.cmd"]
    assert scripts[0].read_bytes() == b'@"%~dp0..\\python\\python.exe" -m drafter %*\r\n'
    assert not [path for path in laid.rglob("*") if path.suffix in {".bat", ".vbs", ".ps1"}]


def test_paths_are_short_and_such_as_windows_takes(laid):
    """Below the user's own folder, of which nobody knows how long it is."""
    inside = [path.relative_to(laid).as_posix() for path in laid.rglob("*")]

    assert max(len(f"AppData/Local/Programs/drafter/{name}") for name in inside) <= 200
    assert [name for name in inside if re.search(r'[<>:"|?*\x00-\x1f]|[. ](?:/|$)', name)] == []
    assert len({name.lower() for name in inside}) == len(inside)


def test_the_script_writes_for_the_user_alone_and_reaches_for_no_network():
    """Shortcuts name a deed and no draft; the registry gets the entry for removal and nothing else."""
    shortcuts = re.findall(r"CreateShortCut \"(\S+)\" \"(\S+)\" '(.+?)'", SCRIPT)
    made, removed = {place for place, _, _ in shortcuts}, set(re.findall(r'Delete "(\S+\.lnk)"', SCRIPT))

    assert made == removed and len(made) == 4
    assert {deed for _, _, deed in shortcuts} == {
        f'"$INSTDIR\\desk.py" {deed}' for deed in ("page", "check", "typeset", "import")
    }
    assert set(re.findall(r"\bHK\w+", SCRIPT)) == {"HKCU"}
    assert set(re.findall(r'HKCU "(\S+)"', SCRIPT)) == {"${UNINSTALL}"}
    assert not re.search(r"https?:|NSISdl|inetc|^\s*Exec|SetShellVarContext|recent", SCRIPT, re.I | re.M)
