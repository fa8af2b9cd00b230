"""What is given out is packed tightly; releases that tests make are not, so here are small ones that are."""

from __future__ import annotations

import importlib
import shutil
import subprocess

import pytest

from tests.conftest import required
from tests.packaging import standins

archives, linux, windows = map(importlib.import_module, ("archives", "linux", "windows"))


def test_dpkg_reads_a_package_that_is_packed_tightly(tmp_path):
    """Names that no code page knows, links, what may be run; and two are alike."""
    required("dpkg-deb", shutil.which("dpkg-deb"))
    control, data = tmp_path / "control", tmp_path / "data"
    (data / "opt" / "甲").mkdir(parents=True)
    control.mkdir()
    said = "Package: a\nVersion: 1\nArchitecture: all\nMaintainer: a <a@example.invalid>\nDescription: 小\n"
    (control / "control").write_text(said, encoding="utf-8")
    (data / "opt" / "甲" / "run").write_bytes(b"x" * 100_000)
    (data / "opt" / "甲" / "run").chmod(0o755)
    (data / "opt" / "link").symlink_to("甲/run")
    package = tmp_path / "a.deb"
    package.write_bytes(archives.deb(control, data, quick=False))

    subprocess.run(["dpkg-deb", "-R", package, tmp_path / "all"], check=True, timeout=60)

    assert b"data.tar.xz" in package.read_bytes() and package.stat().st_size < 2000
    assert (tmp_path / "all" / "opt" / "link").readlink().as_posix() == "甲/run"
    assert (tmp_path / "all" / "opt" / "甲" / "run").read_bytes() == b"x" * 100_000
    assert (tmp_path / "all" / "opt" / "甲" / "run").stat().st_mode & 0o777 == 0o755
    assert (tmp_path / "all" / "DEBIAN" / "control").read_text(encoding="utf-8") == said
    assert archives.deb(control, data, quick=False) == package.read_bytes()


@pytest.mark.parametrize("early", ["1.0rc1", "1.0.dev3", "1.0a2", "1.0b1", "0.9", "0.9.post1"])
def test_dpkg_takes_a_version_that_came_before_for_older(early):
    """Else whoever tried it could not go on to what followed."""
    required("dpkg", shutil.which("dpkg"))
    given = [linux._ordered(version) for version in (early, "1.0")]

    assert (
        subprocess.run(["dpkg", "--compare-versions", given[0], "lt", given[1]], timeout=60).returncode == 0
    )
    assert given[1] == "1.0"


@pytest.fixture
def makensis():
    """The program that packs for Windows."""
    required("makensis", shutil.which("makensis"))


def test_a_setup_that_is_packed_tightly_is_the_same_twice(makensis, tmp_path, monkeypatch):
    """Also made from a locale that knows no Chinese, and of a file whose name is Chinese."""
    required("7z", shutil.which("7z"))
    made = []
    for number, locale in enumerate(("C.UTF-8", "C")):
        monkeypatch.setenv("LC_ALL", locale)
        stage, path = tmp_path / str(number), tmp_path / f"{number}.exe"
        standins.stage(stage, "0.1.0")
        (stage / "site" / "说明.txt").write_text("说明\n" * 20_000, encoding="utf-8")
        windows._compile(stage, path, "0.1.0", quick=False)
        made.append(path.read_bytes())

    assert made[0] == made[1]
    out = tmp_path / "out"
    subprocess.run(["7z", "x", "-y", f"-o{out}", path], check=True, capture_output=True, timeout=60)
    assert (out / "site" / "说明.txt").read_bytes() == (stage / "site" / "说明.txt").read_bytes()
    assert b"Nullsoft" in made[0] and len(made[0]) < 150_000
