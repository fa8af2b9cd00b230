"""The bounds that a door may put around all reading and writing."""

from __future__ import annotations

import os

import pytest

from drafter.problems import InputProblem, OutputProblem
from drafter.storage import bounds, files, temporary
from drafter.storage.digests import Digests


@pytest.fixture
def inside(tmp_path, home):
    """A folder that everything is kept within; beside it one of which only files are read."""
    for name in ("里", "只读", "只写", "外"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "稿.txt").write_bytes(b"x")
    bounds.keep_within([tmp_path / "里", tmp_path / "只写", home], [tmp_path / "里", tmp_path / "只读"])
    yield tmp_path
    bounds.lift()


def test_inside_everything_is_done_and_beside_it_only_reading(inside):
    """As without bounds."""
    assert files.read_bytes(inside / "里" / "稿.txt") == files.read_bytes(inside / "只读" / "稿.txt") == b"x"
    assert files.listed(inside / "只读", (".txt",)) == ["稿.txt"]
    files.replace(inside / "里" / "新.txt", b"y")
    assert files.create(inside / "里" / "又.txt", b"y")
    assert files.keep_original(inside / "里" / "稿.txt")


@pytest.mark.parametrize("where", ["外", "只写", "里/链", "里/../外"])
def test_outside_nothing_is_read(inside, where):
    """Through a link neither."""
    os.symlink(inside / "外", inside / "里" / "链")

    for act in (
        lambda: files.read_bytes(inside / where / "稿.txt"),
        lambda: files.listed(inside / where, (".txt",)),
    ):
        with pytest.raises(InputProblem) as error:
            act()
        assert error.value.problems[0].code == "path-outside"


@pytest.mark.parametrize("where", ["外", "只读", "里/链"])
def test_outside_nothing_is_written(inside, where):
    """By none of the ways that there are."""
    os.symlink(inside / "外", inside / "里" / "链")
    path = inside / where / "稿.txt"
    new = inside / where / "新.txt"

    with Digests(inside / "里") as digests:
        for act in (
            lambda: files.replace(path, b"y"),
            lambda: files.keep(new, b"y"),
            lambda: files.create(new, b"y"),
            lambda: files.keep_original(path),
            lambda: digests.check(path, b"y", True),
        ):
            with pytest.raises(OutputProblem) as error:
                act()
            assert error.value.problems[0].code == "path-outside"
    assert path.read_bytes() == b"x" and not new.exists()


def test_a_name_that_begins_alike_is_another_folder(inside):
    """里面 is not in 里."""
    (inside / "里面").mkdir()

    with pytest.raises(OutputProblem):
        files.replace(inside / "里面" / "稿.txt", b"y")


def test_a_temporary_folder_of_ours_is_open_while_it_is_there(inside):
    """And closed again afterwards."""
    with temporary.folder() as folder:
        files.replace(folder / "稿.txt", b"y")
        assert files.read_bytes(folder / "稿.txt") == b"y"
    with pytest.raises(InputProblem) as error:
        files.read_bytes(folder / "稿.txt")
    assert error.value.problems[0].code == "path-outside"


def test_lifted_bounds_bind_nobody(inside):
    """Other doors have none."""
    bounds.lift()

    assert files.read_bytes(inside / "外" / "稿.txt") == b"x"
