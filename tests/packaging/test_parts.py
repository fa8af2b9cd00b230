"""What the scripts refuse, each at its limit; what they read off names, heads and metadata."""

from __future__ import annotations

import importlib
import subprocess
import sys
import tarfile
import zipfile
from email.message import Message

import pytest

from tests.conftest import ROOT
from tests.packaging import standins

archives, bill, runtimes, wheels = map(importlib.import_module, ("archives", "bill", "runtimes", "wheels"))


def wheel(folder, name, version="1", tag="py3-none-any", needs=(), members=()):
    """A wheel of a package that is nowhere."""
    path = folder / f"{name}-{version}-{tag}.whl"
    said = "".join(f"Requires-Dist: {one}\n" for one in needs)
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr(f"{name}-{version}.dist-info/METADATA", f"Name: {name}\nVersion: {version}\n{said}")
        for member in members:
            packed.writestr(member, "x")
    return wheels.Wheel(path)


@pytest.mark.parametrize(
    ("tag", "glibc"),
    [
        ("cp312-cp312-manylinux_2_27_x86_64.manylinux_2_28_x86_64", 27),
        ("cp312-cp312-manylinux2014_x86_64.manylinux_2_17_x86_64.manylinux_2_28_x86_64", 17),
        ("cp312-cp312-manylinux1_x86_64", 5),
        ("cp312-cp312-manylinux2010_x86_64.manylinux_2_27_x86_64", 12),
        ("py3-none-any", 0),
    ],
)
def test_the_tags_of_a_wheel_say_with_which_c_library_it_runs(tmp_path, tag, glibc):
    """The oldest that they promise."""
    assert wheel(tmp_path, "a", tag=tag).glibc == glibc


def test_what_a_system_alone_needs_is_asked_for_there(tmp_path):
    """By the markers of that system and version, extras of extras included, whatever this machine is."""
    own = wheel(tmp_path, "drafter_cn", needs=('a[b]>=1 ; extra == "web"', 'never ; extra == "dev"'))
    other = wheel(
        tmp_path,
        "a",
        needs=('w ; sys_platform == "win32"', 'old ; python_version < "3.12"', 'c ; extra == "b"'),
    )
    here = {one.name: one for one in (own, other)}

    assert wheels.needed(here, wheels.windows("3.12")) == ({"drafter-cn", "a"}, {"w", "c"})
    assert wheels.needed(here, wheels.linux("x86_64", "3.11")) == ({"drafter-cn", "a"}, {"old", "c"})
    assert wheels.needed({"drafter-cn": own}, wheels.windows("3.12"))[1] == {"a[b]>=1"}


def test_a_wheel_that_no_constraint_names_is_refused(tmp_path):
    """One that lies there from another time would be packed in place of what the tests ran with."""
    (tmp_path / "own").mkdir()
    own = wheel(tmp_path / "own", "drafter_cn")
    wheel(tmp_path, "olefile", version="0.46")

    with pytest.raises(SystemExit, match=r"olefile 0\.46"):
        wheels.gathered(own.path, wheels.windows("3.12"), tmp_path)


def test_of_a_wheel_its_packages_are_laid_down_and_no_program(tmp_path):
    """A program names the Python of whoever installs."""
    one = wheel(
        tmp_path, "a", members=("a/b.py", "a-1.data/purelib/c.py", "a-1.data/scripts/run", "a-1.data/data/d")
    )
    wheels.unpack([one], tmp_path / "site")

    laid = {path.relative_to(tmp_path / "site").as_posix() for path in (tmp_path / "site").rglob("*")}
    assert laid == {"a", "a/b.py", "c.py", "a-1.dist-info", "a-1.dist-info/METADATA"}


@pytest.mark.parametrize("name", ["../a", "a/../../b", "/a"])
def test_a_wheel_that_wants_to_write_elsewhere_is_refused(tmp_path, name):
    """Whoever made it."""
    with pytest.raises(SystemExit, match="wants to write"):
        wheels.unpack([wheel(tmp_path, "a", members=(name,))], tmp_path / "site")


@pytest.mark.parametrize(("version", "is_old"), [("3.10", True), ("3.11", False)])
def test_a_python_that_is_too_old_is_refused(tmp_path, version, is_old):
    """At the limit and one below it."""
    top = tmp_path / "python"
    (top / "bin").mkdir(parents=True)
    (top / "bin" / f"python{version}").write_bytes(b"")
    archive = tmp_path / "a.tar"
    with tarfile.open(archive, "w") as packed:
        packed.add(top, "python")
    sums, place = standins.sums(archive), tmp_path / "out"

    if is_old:
        with pytest.raises(SystemExit, match="too old"):
            runtimes.relocatable(archive, sums, place)
    else:
        assert runtimes.relocatable(archive, sums, place).version == version
        assert (place / "python/bin/python3").is_symlink()


def test_of_a_python_what_drafter_runs_on_stays(tmp_path):
    """Windows, headers, tests, pip and what was compiled elsewhere go, and all programs but the one."""
    top = tmp_path / "python"
    stays = ["bin/python3.12", "lib/libpython3.12.so.1.0", "lib/python3.12/os.py", "lib/python3.12/email/parser.py",
             "lib/python3.12/lib-dynload/_sqlite3.so"]  # fmt: skip
    goes = ["bin/pip3", "bin/python3.12-config", "include/a.h", "share/man/a.1", "lib/libtcl8.a", "lib/tk8.6/a",
            "lib/python3.12/test/a.py", "lib/python3.12/site-packages/pip/a.py", "lib/python3.12/config-3.12/a",
            "lib/python3.12/__pycache__/os.pyc", "lib/python3.12/email/__pycache__/parser.pyc",
            "lib/python3.12/lib-dynload/_tkinter.so", "lib/python3.12/tkinter/a.py"]  # fmt: skip
    for name in (*stays, *goes):
        (top / name).parent.mkdir(parents=True, exist_ok=True)
        (top / name).write_bytes(b"")
    archive = tmp_path / "a.tar"
    with tarfile.open(archive, "w") as packed:
        packed.add(top, "python")
    found = runtimes.relocatable(archive, standins.sums(archive), tmp_path / "out")

    left = [path.relative_to(found.root).as_posix() for path in found.root.rglob("*") if not path.is_dir()]
    assert sorted(left) == sorted([*stays, "bin/python3"])
    assert not list(found.root.rglob("__pycache__"))


@pytest.mark.parametrize(
    ("line", "said"),
    [("", "nobody vouches"), ("0" * 64 + "  a.tar", "is not what"), ("0" * 63 + "  a.tar", "nobody")],
)
def test_an_archive_is_used_under_its_own_name_and_digest_alone(tmp_path, line, said):
    """A line that is no digest and a name is no line."""
    archive, sums = tmp_path / "a.tar", tmp_path / "SUMS"
    archive.write_bytes(b"x")
    sums.write_text(f"{line}\n")

    with pytest.raises(SystemExit, match=said):
        runtimes.checked(archive, sums)
    digest = runtimes.digest(archive)
    for known in (f"{digest}  a.tar", f"{digest.upper()} *a.tar"):
        sums.write_text(f"{known}\n")
        assert runtimes.checked(archive, sums) == digest


@pytest.mark.parametrize("names", [("python312._pth",), ("python312._pth", "python313._pth"), ()])
def test_an_embeddable_python_names_its_version_once(tmp_path, names):
    """By the file that says where it looks for modules."""
    archive = tmp_path / "a.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        for name in ("python.exe", "pythonw.exe", *names):
            packed.writestr(name, "x")
    sums = standins.sums(archive)

    if len(names) == 1:
        assert runtimes.embeddable(archive, sums, tmp_path / "out").version == "3.12"
    else:
        with pytest.raises(SystemExit, match="embeddable"):
            runtimes.embeddable(archive, sums, tmp_path / "out")


def test_an_archive_that_holds_no_python_is_refused(tmp_path):
    """Neither a tar nor a zip of anything else."""
    tar, packed = tmp_path / "a.tar", tmp_path / "a.zip"
    with tarfile.open(tar, "w") as one:
        one.add(ROOT / "LICENSE", "python/LICENSE")
    with zipfile.ZipFile(packed, "w") as other:
        other.writestr("python.exe", "x")
    sums = standins.sums(tar, packed)

    with pytest.raises(SystemExit, match="bin/python3"):
        runtimes.relocatable(tar, sums, tmp_path / "one")
    with pytest.raises(SystemExit, match="embeddable"):
        runtimes.embeddable(packed, sums, tmp_path / "other")


def test_a_licence_that_nobody_has_read_ends_the_work():
    """What a package says in other words than SPDX's is no guess of ours."""
    said = Message()
    said["Name"], said["License"] = "nowhere", "BSD-like, see file"

    with pytest.raises(SystemExit, match="nowhere does not say"):
        bill.licence(said)
    said["License-Expression"] = "mit or apache-2.0"
    assert bill.licence(said) == "MIT OR Apache-2.0"


def test_a_folder_in_which_something_lies_is_no_place_for_a_release(tmp_path):
    """It would be taken for part of it."""
    (tmp_path / "old.deb").write_bytes(b"")
    command = [
        sys.executable,
        ROOT / "packaging" / "release.py",
        "-o",
        tmp_path,
        "--sums",
        "a",
        "--pyodide",
        "b",
    ]
    done = subprocess.run([*command, "--runtime", "c"], capture_output=True, text=True)

    assert done.returncode == 1 and "is not empty" in done.stderr


def test_a_tar_holds_links_and_modes_and_nothing_of_whoever_made_it(tmp_path):
    """Entries in order of their paths, each with the date of all."""
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "run").write_bytes(b"x")
    (tmp_path / "b" / "run").chmod(0o775)
    (tmp_path / "b-c").write_bytes(b"y")
    (tmp_path / "a").symlink_to("b/run")
    packed = tmp_path.parent / "made.tar"
    packed.write_bytes(archives.tar(tmp_path, "top"))

    with tarfile.open(packed) as made:
        told = [(one.name, oct(one.mode), one.uname, one.mtime, one.linkname) for one in made]
    assert told == [
        ("top", "0o755", "root", archives.EPOCH, ""),
        ("top/a", "0o777", "root", archives.EPOCH, "b/run"),
        ("top/b", "0o755", "root", archives.EPOCH, ""),
        ("top/b/run", "0o755", "root", archives.EPOCH, ""),
        ("top/b-c", "0o644", "root", archives.EPOCH, ""),
    ]
