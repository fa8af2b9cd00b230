"""The disk: files whole or not at all, nothing of a person's overwritten, names that are safe."""

from __future__ import annotations

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.problems import InputProblem, OutputProblem
from drafter.storage import files, names, places, temporary
from drafter.storage.digests import Digests
from drafter.storage.written import placing


def test_a_missing_file_is_named_with_its_nearest_neighbour(tmp_path):
    """讲化.yaml? 讲话.yaml."""
    (tmp_path / "讲话稿.yaml").touch()

    with pytest.raises(InputProblem) as caught:
        files.read_text(tmp_path / "讲化稿.yaml")
    assert "讲话稿.yaml" in caught.value.problems[0].hint


def test_a_folder_and_a_file_that_is_too_large_are_refused(tmp_path):
    """Each with its own message."""
    big = tmp_path / "大.yaml"
    with big.open("wb") as file:
        file.truncate(files.MAX_BYTES + 1)
    for path, code in ((tmp_path, "is-folder"), (big, "too-large")):
        with pytest.raises(InputProblem) as caught:
            files.read_bytes(path)
        assert caught.value.problems[0].code == code


def test_a_file_is_replaced_whole_and_nothing_is_left_beside_it(tmp_path):
    """Not even by a run that was killed before."""
    path = tmp_path / "讲话.docx"
    (tmp_path / f".drafter-{temporary.token()}-{2**22 + 1}-0a1b").write_bytes(b"half")
    path.write_bytes(b"old")

    files.replace(path, b"new")

    assert path.read_bytes() == b"new"
    assert [p.name for p in tmp_path.iterdir()] == ["讲话.docx"]


@pytest.mark.parametrize(
    "name",
    [".drafter-notes", ".drafter-我的-草稿", ".drafter-0123456789ab-4194305-0a1b", ".drafter-讲话-99999999-x", ".drafter-", ".drafter-{}-1-0a1b",
     ".drafter-{}-notes", "drafter-{}"],
)  # fmt: skip
def test_a_name_alone_makes_no_file_ours(tmp_path, name):
    """A person's, another computer's, and what a living process is writing: all stay."""
    theirs = tmp_path / name.format(temporary.token())
    theirs.write_bytes(b"theirs")

    files.replace(tmp_path / "讲话.docx", b"new")

    assert theirs.read_bytes() == b"theirs"


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_failure_at_any_step_leaves_the_old_file(tmp_path, monkeypatch, step):
    """A full disk, a file that Word holds open."""
    path = tmp_path / "讲话.docx"
    path.write_bytes(b"old")

    def fail(*args):
        raise PermissionError(13, "held open")

    monkeypatch.setattr(os if step == "fsync" else files.Path, step, fail)
    with pytest.raises(OutputProblem) as caught:
        files.replace(path, b"new")

    assert path.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["讲话.docx"]
    assert "Word" in caught.value.problems[0].hint


def test_what_drafter_wrote_may_be_written_again_and_nothing_else(tmp_path, home):
    """Ours unchanged: yes. Changed since, or not ours: no, but with force. Same bytes: left alone."""
    digests = Digests(home)
    path = tmp_path / "讲话.docx"
    assert digests.check(path, b"1", force=False)
    digests.write(path, b"1")
    digests.close()
    assert not digests.check(path, b"1", force=False)
    assert Digests(home).check(path, b"2", force=False)

    path.write_bytes(b"changed by hand")

    with pytest.raises(OutputProblem) as caught:
        digests.check(path, b"2", force=False)
    assert "absorb" in caught.value.problems[0].hint
    assert digests.check(path, b"2", force=True)


@pytest.mark.parametrize(
    ("title", "name"),
    [("../../x", "x"), ("/etc/x", "etcx"), ("C:\\x", "Cx"), ("a\0b", "ab"), ("CON", "_CON"), ("NUL.docx", "_NUL.docx"),
     ("x.", "x"), ("x ", "x"), ("a:b", "ab"), ("甲／乙", "甲乙"), ("甲\u202e乙", "甲乙"), ("...", "草稿"), ("", "草稿"), ("com1", "_com1")],
)  # fmt: skip
def test_titles_become_safe_names(title, name):
    """On every system, inside the folder."""
    assert names.safe(title, "草稿") == name


@given(st.text())
def test_no_title_leaves_its_folder(title):
    """Whatever the title: no separator, no device, at most 120 bytes."""
    name = names.safe(title, "草稿")

    assert name
    assert not set(name) & set('/\\:*?"<>|\0')
    assert name not in (".", "..")
    assert len(name.encode("utf-8", "surrogatepass")) <= names.LONGEST


def test_a_broken_settings_file_is_named(tmp_path):
    """With its place."""
    (tmp_path / "drafter.toml").write_text("[paths\n", encoding="utf-8")

    with pytest.raises(InputProblem) as caught:
        places.find(tmp_path)
    assert caught.value.problems[0].code == "bad-settings"


def test_twenty_megabytes_are_read_and_one_byte_more_is_not(tmp_path):
    """The message says how much there may be."""
    full, over = tmp_path / "满.txt", tmp_path / "过.txt"
    for path, size in ((full, 20 * 1024 * 1024), (over, 20 * 1024 * 1024 + 1)):
        with path.open("wb") as file:
            file.truncate(size)

    assert len(files.read_bytes(full)) == 20 * 1024 * 1024
    with pytest.raises(InputProblem) as said:
        files.read_bytes(over)
    assert said.value.problems[0].code == "too-large" and "20 MB" in said.value.problems[0].hint


@pytest.mark.parametrize(
    ("title", "kept"), [("长" * 40, 40), ("长" * 41, 40), ("a" * 120, 120), ("a" * 121, 120)]
)
def test_a_name_has_at_most_120_bytes(title, kept):
    """Forty Han characters: a suffix is still to come."""
    assert names.safe(title, "草稿") == title[:kept]


@pytest.mark.skipif(os.name == "nt", reason="pipes have no names there")
def test_a_pipe_is_never_replaced_by_a_file(tmp_path):
    """Nor a device: what writes there writes to somebody."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)

    with pytest.raises(OutputProblem, match="不是普通文件"):
        files.replace(pipe, b"new")

    assert pipe.is_fifo()


@pytest.mark.skipif(os.name == "nt", reason="folders are closed otherwise there")
def test_folders_on_the_way_to_a_closed_one_are_closed(tmp_path):
    """In the user's folder, which is."""
    home = tmp_path / "家"
    placing.close_folder(home)
    placing.close_folder(home / "history" / "甲")

    assert (home / "history").stat().st_mode & 0o777 == 0o700
