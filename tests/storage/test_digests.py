"""What drafter wrote is known to it, also where the run was killed that wrote it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from drafter.problems import OutputProblem
from drafter.storage import files, temporary
from drafter.storage.digests import Digests

WRITER = """
import os, signal, sys
from pathlib import Path
from drafter.storage import files
from drafter.storage.digests import Digests

home, folder, step, when = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
calls, real = 0, files.replace

def replace(path, data):
    global calls
    calls += 1
    if when == "before" and calls == step:
        os.kill(os.getpid(), signal.SIGKILL)
    real(path, data)
    if when == "after" and calls == step:
        os.kill(os.getpid(), signal.SIGKILL)

files.replace = replace
with Digests(home) as digests:
    for number in range(5):
        path = folder / f"{number}.docx"
        if digests.check(path, sys.argv[5].encode(), False):
            digests.write(path, sys.argv[5].encode())
"""


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL")
@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("step", range(1, 6))
def test_a_killed_run_can_be_run_again_after_any_edit(tmp_path, home, when, step):
    """Killed before or after any write, twice: what it wrote is known, what a person wrote is not."""
    folder = tmp_path / "out"
    folder.mkdir()
    for said in ("first", "second"):
        done = subprocess.run([sys.executable, "-c", WRITER, str(home), str(folder), str(step), when, said])
        assert done.returncode == -signal.SIGKILL

    with Digests(home) as digests:
        for number in range(5):
            path = folder / f"{number}.docx"
            if digests.check(path, b"third", force=False):
                digests.write(path, b"third")

    assert {path.read_bytes() for path in folder.iterdir()} == {b"third"}
    assert not list(home.glob("digests-*.log"))
    (folder / "1.docx").write_bytes(b"by hand")
    with pytest.raises(OutputProblem):
        Digests(home).check(folder / "1.docx", b"fourth", force=False)


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL")
def test_the_next_run_takes_a_journal_in_though_it_writes_nothing(tmp_path, home):
    """Everything was written before the kill: what is known stays known, and nothing is left over."""
    done = subprocess.run([sys.executable, "-c", WRITER, str(home), str(tmp_path), "5", "after", "all"])
    assert done.returncode == -signal.SIGKILL and list(home.glob("digests-*.log"))

    with Digests(home) as digests:
        assert not digests.check(tmp_path / "4.docx", b"all", force=False)

    assert not list(home.glob("digests-*.log"))
    assert Digests(home).check(tmp_path / "4.docx", b"other", force=False)


def test_a_write_that_fails_leaves_the_file_known(tmp_path, home, monkeypatch):
    """A full disk: what stands there is still ours."""
    path = tmp_path / "a.docx"
    with Digests(home) as digests:
        digests.write(path, b"old")
    with Digests(home) as digests:
        real = files.replace
        monkeypatch.setattr(files, "replace", lambda *_: (_ for _ in ()).throw(OutputProblem()))
        with pytest.raises(OutputProblem):
            digests.write(path, b"new")
        monkeypatch.setattr(files, "replace", real)

    assert Digests(home).check(path, b"newer", force=False)


@pytest.mark.parametrize(
    "record",
    [
        b"",
        b"{",
        b"[]",
        b'"x"',
        b'{"/a": 3}',
        b'{"/a": null}',
        b'{"/a": [[]]}',
        b'{"/a": ["a", 5]}',
        b'{"/a": {"b": 1}}',
        b"\xff",
        b"[" * 9999,
    ],
)
def test_a_broken_record_only_protects_more(tmp_path, home, record):
    """And is mended by the next run."""
    with Digests(home) as digests:
        digests.write(tmp_path / "b.docx", b"ours")
    (kept,) = (home / "digests").iterdir()
    kept.write_bytes(record)
    (home / f"digests-{temporary.token()}-1-0a.log").write_bytes(
        b'["/a", "x"]\n[1]\n["/y", 7]\n[3, "x"]\n{\n["/b", "y"'
    )
    path = tmp_path / "a.docx"

    with Digests(home) as digests:
        digests.write(path, b"ours")

    assert Digests(home).check(path, b"newer", force=False)


def test_eight_writers_lose_no_record(tmp_path, home):
    """Each puts its own lines into the record of all."""
    program = (
        "import sys; from pathlib import Path; from drafter.storage.digests import Digests\n"
        "for n in range(20):\n"
        "    with Digests(Path(sys.argv[1])) as digests:\n"
        "        digests.write(Path(sys.argv[2]) / f'{sys.argv[3]}-{n}', b'x')"
    )
    running = [
        subprocess.Popen([sys.executable, "-c", program, str(home), str(tmp_path), str(one)])
        for one in range(8)
    ]
    assert [process.wait() for process in running] == [0] * 8

    (record,) = (home / "digests").iterdir()
    assert len(json.loads(record.read_text(encoding="utf-8"))) == 160


@pytest.mark.skipif(os.name == "nt", reason="modes are not Windows's")
def test_what_is_kept_is_closed(drafter, tmp_path, home):
    """0600 in 0700, whatever the mask, also where an older version left it open."""
    home.mkdir(exist_ok=True, mode=0o755)
    with Digests(home) as digests:
        digests.learn(tmp_path / "a.docx", "0")
    home.chmod(0o755)
    for record in (home / "digests", *(home / "digests").iterdir()):
        record.chmod(0o755)
    old = os.umask(0)
    try:
        (tmp_path / "a.yaml").write_text("模板: 原样\n标题: 题\n小节:\n  - 甲。\n", encoding="utf-8")
        assert drafter("build", "a.yaml", "-o", "a.docx").code == 0
        assert drafter("library", "add", "a.yaml").code == 0
        assert drafter("library", "search", "甲").code == 0
    finally:
        os.umask(old)

    for path in (home, *home.rglob("*")):
        assert path.stat().st_mode & 0o077 == 0, path


def test_what_another_process_wrote_in_the_meantime_is_known(tmp_path):
    """Though this one had looked before: several write the rows of one batch."""
    first, second = Digests(tmp_path / "home"), Digests(tmp_path / "home")
    second.write(tmp_path / "a.docx", b"1")

    assert first.check(tmp_path / "a.docx", b"2", force=False)


def test_who_only_lends_a_hand_leaves_its_journal_to_others(tmp_path):
    """What it wrote is known all the same, and goes into the record once its process has ended."""
    code = (
        "import sys\nfrom pathlib import Path\nfrom drafter.storage.digests import Digests\n"
        "with Digests(Path(sys.argv[1]), lends=True) as lent:\n"
        "    lent.write(Path(sys.argv[2]), b'1')\n    assert not lent._known and not lent._written\n"
    )
    subprocess.run([sys.executable, "-c", code, tmp_path / "home", tmp_path / "a.docx"], check=True)

    assert len(list((tmp_path / "home").glob("digests-*.log"))) == 1
    with Digests(tmp_path / "home") as digests:
        assert digests.check(tmp_path / "a.docx", b"2", force=False)
    assert list((tmp_path / "home").glob("digests-*.log")) == []
    assert Digests(tmp_path / "home").check(tmp_path / "a.docx", b"2", force=False)


def test_what_goes_with_a_temporary_folder_is_noted_nowhere(tmp_path, home):
    """A page makes thousands there; the record of what stays would grow with each of them."""
    with temporary.folder() as folder, Digests(home) as digests:
        digests.write(folder / "一.docx", b"1")
        digests.write(tmp_path / "二.docx", b"2")
        assert digests.check(folder / "一.docx", b"3", False)
    with Digests(home) as later:
        pass

    kept = [json.loads(record.read_text("utf-8")) for record in (home / "digests").iterdir()]
    assert [Path(key).name for record in kept for key in record] == ["二.docx"]
    assert later.check(tmp_path / "二.docx", b"3", False)
