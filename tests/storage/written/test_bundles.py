"""Many files replaced together: each whole or not at all."""

from __future__ import annotations

import os

import pytest

from drafter.storage.written import bundles, placing


@pytest.fixture(params=["the disk at once", "file by file"])
def _synced(request, monkeypatch):
    """Both ways in which systems bring files down to the disk."""
    if request.param == "file by file":
        monkeypatch.setattr(placing, "sync_disk", lambda folder: False)


def names(folder):
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.usefixtures("_synced")
def test_files_are_made_and_replaced(tmp_path):
    """A folder that is not there is made; a file that was there keeps its mode."""
    (tmp_path / "旧.docx").write_bytes(b"old")
    (tmp_path / "旧.docx").chmod(0o640)
    wanted = {
        tmp_path / "旧.docx": b"1",
        tmp_path / "新.docx": b"2",
        tmp_path / "出" / "深" / "丙.docx": b"3",
    }

    assert bundles.replace(wanted) == {}
    assert {path: path.read_bytes() for path in wanted} == wanted
    assert names(tmp_path) == ["出", "新.docx", "旧.docx"] and names(tmp_path / "出" / "深") == ["丙.docx"]
    if os.name != "nt":
        assert (tmp_path / "旧.docx").stat().st_mode & 0o777 == 0o640


@pytest.mark.usefixtures("_synced")
def test_one_that_cannot_be_written_keeps_no_other_from_it(tmp_path):
    """A folder in its place, a name that no disk takes: each is told by its path, nothing is left over."""
    (tmp_path / "夹.docx").mkdir()
    long = tmp_path / f"{'长' * 200}.docx"
    failed = bundles.replace({tmp_path / "夹.docx": b"1", tmp_path / "好.docx": b"2", long: b"3"})

    assert set(failed) == {tmp_path / "夹.docx", long}
    assert "不是普通文件" in failed[tmp_path / "夹.docx"].problems[0].message
    assert (
        "File name too long" in failed[long].problems[0].message or "太长" in failed[long].problems[0].message
    )
    assert names(tmp_path) == ["夹.docx", "好.docx"] and (tmp_path / "好.docx").read_bytes() == b"2"


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_stays_a_link(tmp_path):
    """What it points to is replaced."""
    (tmp_path / "真.docx").write_bytes(b"old")
    (tmp_path / "链.docx").symlink_to("真.docx")

    assert bundles.replace({tmp_path / "链.docx": b"1", tmp_path / "乙.docx": b"2"}) == {}
    assert (tmp_path / "链.docx").is_symlink() and (tmp_path / "真.docx").read_bytes() == b"1"


def test_a_disk_that_fails_file_by_file_is_told(tmp_path, monkeypatch):
    """What did not come down to the disk does not get its name."""
    monkeypatch.setattr(placing, "sync_disk", lambda folder: False)
    plain, bad = placing.sync, []

    def sync(path):
        if not bad:
            bad.append(path)
            raise OSError(5, "Input/output error")
        plain(path)

    monkeypatch.setattr(placing, "sync", sync)
    failed = bundles.replace({tmp_path / "甲.docx": b"1", tmp_path / "乙.docx": b"2"})

    assert set(failed) == {tmp_path / "甲.docx"} and names(tmp_path) == ["乙.docx"]


def test_what_is_interrupted_leaves_nothing_over(tmp_path, monkeypatch):
    """Neither half of them nor a file without its name."""

    def interrupted(folder):
        raise KeyboardInterrupt

    monkeypatch.setattr(placing, "sync_disk", interrupted)
    with pytest.raises(KeyboardInterrupt):
        bundles.replace({tmp_path / "甲.docx": b"1", tmp_path / "乙.docx": b"2"})
    assert names(tmp_path) == []


@pytest.mark.usefixtures("_synced")
def test_the_first_reason_is_told(tmp_path, monkeypatch):
    """That a file could not be written, not that what was not written could not be brought down to the disk."""

    def closed(path, data, sync=True):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(placing, "write_new", closed)
    failed = bundles.replace({tmp_path / "甲.docx": b"1", tmp_path / "乙.docx": b"2"})

    assert [error.problems[0].message.partition("：")[2] for error in failed.values()] == [
        "没有权限，或正被别的程序打开"
    ] * 2


@pytest.mark.skipif(os.name == "nt", reason="modes are not Windows's")
def test_a_disk_that_cannot_be_asked_is_brought_down_file_by_file(tmp_path, monkeypatch):
    """No such call, one that fails, a folder that may not be looked into: each file is synced."""
    monkeypatch.setattr(placing, "_syncfs", lambda: None)
    assert placing.sync_disk(tmp_path) is False
    monkeypatch.setattr(placing, "_syncfs", lambda: lambda handle: -1)
    assert placing.sync_disk(tmp_path) is False
    monkeypatch.setattr(placing, "_syncfs", lambda: lambda handle: 0)
    assert placing.sync_disk(tmp_path) is True
    assert placing.sync_disk(tmp_path / "没有") is False
