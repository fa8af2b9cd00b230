"""No file is lost, torn or written outside: rows 4, 17 and 19 of the threat table."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from drafter.problems import OutputProblem
from drafter.storage import files


def _outside(folder):
    """Every file beside the folder but what drafter keeps of its own, which other tests fill and empty."""
    found = (path for path in folder.parent.rglob("*") if folder not in path.parents)
    return {path for path in found if not any(part.startswith(("cache", "home")) for part in path.parts)}


@pytest.mark.parametrize(
    "title",
    ["../../x", "/etc/x", "C:\\x", "CON", "NUL.docx", "x.", "x ", "a:b", "长" * 300, "甲\u202e乙", "／甲／"],
)
def test_row_4_no_title_names_a_file_outside(drafter, tmp_path, title):
    """The new outline lands in the folder, under a name of at most 255 bytes."""
    before = _outside(tmp_path)

    assert drafter("new", "部署讲话", "--title", title).code == 0

    (made,) = tmp_path.glob("*.yaml")
    assert len(made.name.encode()) <= 255
    assert _outside(tmp_path) == before


@pytest.mark.parametrize("step", range(1, 7))
@pytest.mark.parametrize("fails", ["write", "fsync", "replace"])
def test_row_17_a_failure_at_any_step_leaves_old_or_new(tmp_path, monkeypatch, fails, step):
    """The N-th write, fsync or rename of a series fails: every file is whole, none is left over."""
    paths = [tmp_path / f"{n}.docx" for n in range(5)]
    for path in paths:
        path.write_bytes(b"old")
    calls = {"n": 0}
    real = {"fsync": os.fsync, "replace": Path.replace, "write": os.fdopen}[fails]

    def failing(*args, **kwargs):
        calls["n"] += 1
        if calls["n"] == step:
            if fails == "write":
                os.close(args[0])
            raise OSError(28, "No space left on device")
        return real(*args, **kwargs)

    files.replace(tmp_path / "0.docx", b"old")  # the token is made before anything fails
    monkeypatch.setattr(
        *{"fsync": (os, "fsync"), "replace": (Path, "replace"), "write": (os, "fdopen")}[fails], failing
    )
    for path in paths:
        try:
            files.replace(path, b"new")
        except OutputProblem as error:
            assert "磁盘满了" in error.problems[0].message
    monkeypatch.undo()

    assert {path.read_bytes() for path in paths} <= {b"old", b"new"}
    assert sorted(tmp_path.iterdir()) == paths


KILLER = """
import os, random, signal, sys, time
from pathlib import Path
from drafter.storage import files

path, rng, broken = Path(sys.argv[1]), random.Random(17), 0
files.replace(path, b"0" * 400000)
for _ in range(200):
    child = os.fork()
    if not child:
        number = 0
        while True:
            number += 1
            files.replace(path, str(number % 10).encode() * 400000)
    time.sleep(rng.random() * 0.02)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    data = path.read_bytes()
    broken += len(data) != 400000 or len(set(data)) != 1
print(broken)
"""


@pytest.mark.skipif(os.name == "nt", reason="processes are forked")
def test_row_17_killed_at_any_moment_the_file_is_old_or_new(tmp_path):
    """200 kills; after the next run nothing is left over."""
    path = tmp_path / "讲话.docx"

    done = subprocess.run([sys.executable, "-c", KILLER, str(path)], capture_output=True, text=True)

    assert (done.stdout.strip(), done.returncode) == ("0", 0), done.stderr
    files.replace(path, b"done")
    assert [p.name for p in tmp_path.iterdir()] == ["讲话.docx"]


@pytest.mark.skipif(
    not sys.platform.startswith("linux") or os.geteuid() != 0,
    reason="mounting a small disk takes root on Linux",
)
def test_row_17_a_full_disk_keeps_the_old_file(drafter, tmp_path):
    """256 KB of disk: the message says so, the file is the old one, nothing is left over."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(disk)], capture_output=True
    )
    if mounted.returncode:
        pytest.skip("no disk can be mounted here")
    try:
        (tmp_path / "a.yaml").write_text("模板: 原样\n标题: 题\n小节:\n  - 短\n", encoding="utf-8")
        assert drafter("build", "a.yaml", "-o", "disk/a.html").code == 0
        old = (disk / "a.html").read_bytes()
        (tmp_path / "a.yaml").write_text(
            f"模板: 原样\n标题: 题\n小节:\n  - {'长' * 200_000}\n", encoding="utf-8"
        )
        result = drafter("build", "a.yaml", "-o", "disk/a.html")
        assert result.code == 4 and "磁盘满了" in result.err
        assert (disk / "a.html").read_bytes() == old
        assert [p.name for p in disk.iterdir()] == ["a.html"]
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_row_19_a_file_that_word_holds_open_is_left_alone(drafter, tmp_path, monkeypatch):
    """Windows refuses to replace it: a clear message, exit 4, the old file intact."""
    (tmp_path / "a.yaml").write_text("模板: 原样\n标题: 题\n", encoding="utf-8")
    drafter("build", "a.yaml")
    old = (tmp_path / "a.docx").read_bytes()
    (tmp_path / "a.yaml").write_text("模板: 原样\n标题: 新题\n", encoding="utf-8")
    real = Path.replace

    def held(self, target):
        if Path(target).name == "a.docx":
            raise PermissionError(13, "The process cannot access the file")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", held)
    result = drafter("build", "a.yaml")

    assert result.code == 4 and "关掉正在打开它的 Word 或 WPS" in result.err
    assert (tmp_path / "a.docx").read_bytes() == old
    assert not list(tmp_path.glob(".drafter-*"))
