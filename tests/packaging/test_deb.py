"""What lies in the .deb, what dpkg and the desktop are told of it, and of which Python it is not made."""

from __future__ import annotations

import configparser
import importlib
import re
import shutil
import subprocess
import sys

import pytest

from tests.conftest import ROOT, required
from tests.packaging.test_linux import part

binaries, wheels = map(importlib.import_module, ("binaries", "wheels"))

DESKTOP = ROOT / "packaging" / "desktop"
ENTRY = """[Desktop Entry]
Type=Application
Name={name}
Exec=/bin/true %U
MimeType={types};
"""


@pytest.mark.parametrize(("arch", "machine"), [("amd64", 62), ("arm64", 183)])
def test_a_package_is_for_one_machine_and_belongs_to_root(released, arch, machine):
    """Every compiled file in it is; all have the same date and owner, and nobody but root may write."""
    with part(released.one(f"*_{arch}.deb"), "data.tar") as packed:
        entries = packed.getmembers()
        heads = [packed.extractfile(one).read(20) for one in entries if one.isfile()]
    links = {one.name: one.linkname for one in entries if one.issym()}

    assert {head[18] + 256 * head[19] for head in heads if head.startswith(b"\x7fELF")} == {machine}
    assert {(one.uid, one.gid, one.mtime) for one in entries} == {(0, 0, 1580601600)}
    assert [one.name for one in entries if not one.issym() and one.mode & 0o022] == []
    assert [one.name for one in entries] == sorted(
        (one.name for one in entries), key=lambda name: name.split("/")
    )
    assert links["./usr/bin/drafter"] == "../../opt/drafter/bin/drafter"


def test_a_package_asks_for_the_c_library_that_its_wheels_need_and_runs_no_script_of_others(released):
    """The oldest that all of it runs with: of what comes from wheels 2.27, which Pillow asks for."""
    with part(released.one("*_arm64.deb"), "control.tar") as packed:
        said = packed.extractfile("./control").read().decode("utf-8")
        names = packed.getnames()

    tags = {
        arch: max(wheels.Wheel(path).glibc for path in released.wheels.glob(f"linux-{arch}-*/*.whl"))
        for arch in ("x86_64", "aarch64")
    }
    assert tags == {"x86_64": 27, "aarch64": 27}
    assert "Architecture: arm64\n" in said
    assert re.search(r"^Depends: libc6 \(>= 2\.27\), libgcc-s1 \| libgcc1, libstdc\+\+6$", said, re.MULTILINE)
    assert names == [".", "./control", "./md5sums", "./postinst", "./prerm"]


def test_of_what_comes_from_wheels_no_file_asks_for_a_newer_c_library_than_they_say(released):
    """On either machine; the Python of amd64 is one of this machine's here, and asks for what it likes."""
    for arch in ("amd64", "arm64"):
        with part(released.one(f"*_{arch}.deb"), "data.tar") as packed:
            asked = [
                binaries.glibc(packed.extractfile(one).read())
                for one in packed
                if one.isfile() and "/site-packages/" in one.name and ".so" in one.name
            ]

        assert len(asked) > 20 and max(asked) <= 27


def test_a_package_says_whose_else_is_in_it_and_under_which_licence(released):
    """Where Debian looks for it."""
    with part(released.one("*_arm64.deb"), "data.tar") as packed:
        said = packed.extractfile("./usr/share/doc/drafter-cn/copyright").read().decode("utf-8")

    assert said.startswith("MIT License")
    for line in (
        r"CPython 3\.12 \(Python-2\.0\.1\)",
        r"lxml \S+ \(BSD-3-Clause\)",
        r"libjpeg\.so\S+ \(LicenseRef-Not-Read\)",
    ):
        assert re.search(f"^{line}$", said, re.MULTILINE)


def test_dpkg_finds_each_file_as_the_package_says(released, tmp_path):
    """The oracle reads what was not made by it."""
    required("dpkg-deb", shutil.which("dpkg-deb"))
    package = released.one("*_amd64.deb")
    subprocess.run(["dpkg-deb", "-R", package, tmp_path / "all"], check=True)

    subprocess.run(["md5sum", "--quiet", "-c", "DEBIAN/md5sums"], cwd=tmp_path / "all", check=True)


def test_the_entries_of_the_menu_name_a_deed_and_no_file():
    """What the desktop asks of them, as its own rules have it: %F is what somebody hands over."""
    entries = {}
    for path in DESKTOP.iterdir():
        said = configparser.ConfigParser(interpolation=None, delimiters=("=",))
        said.optionxform = str
        said.read(path, encoding="utf-8")
        entries[path.stem] = said["Desktop Entry"]

    assert {name: one["Exec"] for name, one in entries.items()} == {
        "drafter": "/opt/drafter/bin/drafter-desk page",
        "zz-drafter-check": "/opt/drafter/bin/drafter-desk check %F",
        "zz-drafter-typeset": "/opt/drafter/bin/drafter-desk typeset %F",
        "zz-drafter-import": "/opt/drafter/bin/drafter-desk import %F",
    }
    required("desktop-file-validate", shutil.which("desktop-file-validate"))
    subprocess.run(["desktop-file-validate", *sorted(DESKTOP.iterdir())], check=True)
    for name, one in entries.items():
        assert ("MimeType" in one) == (name != "drafter")
        assert "wps-office.wps;" in one.get("MimeType", "wps-office.wps;")


def test_who_opens_a_file_by_a_double_click_opens_it_as_before(tmp_path):
    """Of programs that nobody chose among, a desktop takes the first by name: ours come after those of offices."""
    required("update-desktop-database", shutil.which("update-desktop-database"))
    asked = set()
    for path in DESKTOP.iterdir():
        shutil.copyfile(path, tmp_path / path.name)
        asked |= set(
            re.findall(
                r"[a-z]+/[^;=\s]+", "".join(re.findall("^MimeType=(.*)", path.read_text("utf-8"), re.M))
            )
        )
    for name in (
        "libreoffice-writer",
        "org.gnome.gedit",
        "org.gnome.Evince",
        "deepin-editor",
        "wps-office-wps",
        "yozo-writer",
    ):
        other = ENTRY.format(name=name, types=";".join(sorted(asked)))
        (tmp_path / f"{name}.desktop").write_text(other, encoding="utf-8")

    subprocess.run(["update-desktop-database", tmp_path], check=True)

    cache = (tmp_path / "mimeinfo.cache").read_text(encoding="utf-8").splitlines()[1:]
    told = {line.partition("=")[0]: line.partition("=")[2].rstrip(";").split(";") for line in cache}
    assert set(told) == asked and len(asked) == 6
    for names in told.values():
        assert [name for name in names[:6] if "drafter" in name] == [] and "drafter" in names[6]


def test_a_python_that_nobody_vouches_for_is_not_used(released, tmp_path):
    """Neither one that is not on the list, nor one that is another than the list says."""
    archive = released.runtimes[0]
    listed = tmp_path / "SHA256SUMS"
    for line, said in (("", "nobody vouches"), (f"{'0' * 64}  {archive.name}\n", "is not what")):
        listed.write_text(line)
        made = subprocess.run(
            [sys.executable, ROOT / "packaging" / "linux.py", "--runtime", archive, "--sums", listed, "-o", tmp_path],
            capture_output=True, text=True, cwd=tmp_path,
        )  # fmt: skip

        assert made.returncode == 1 and said in made.stderr
        assert not list(tmp_path.glob("*.deb"))
