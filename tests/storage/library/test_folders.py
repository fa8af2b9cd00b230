"""The library's folders: links, hidden files, disks without links, network shares."""

from __future__ import annotations

import pytest

from drafter.problems import OutputProblem
from drafter.storage import files, places
from drafter.storage.library import folders, networks


def test_on_a_disk_without_links_a_file_is_created_all_the_same(tmp_path, monkeypatch):
    """And never over another."""

    def refused(*_):
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(files.os, "link", refused)

    assert files.create(tmp_path / "甲.yaml", b"1") and not files.create(tmp_path / "甲.yaml", b"2")
    assert (tmp_path / "甲.yaml").read_bytes() == b"1"


@pytest.mark.parametrize(
    ("path", "remote"),
    [("/home/u/x", False), ("/mnt/share/x", True), ("/mnt/share 2/x", True), ("/mnt/sharex", False)],
)
def test_a_network_share_is_known_by_its_mount(path, remote):
    """There SQLite does without shared memory."""
    mounts = "/dev/sda / ext4 rw 0 0\nnas:/a /mnt/share nfs4 rw 0 0\n//nas/b /mnt/share\\0402 cifs rw 0 0\n"

    assert networks.is_remote(path, mounts) is remote


def test_links_that_lead_out_and_hidden_files_are_left_alone(tmp_path):
    """A library folder holds what it holds."""
    (tmp_path / "外.yaml").write_text("标题: 甲\n", encoding="utf-8")
    inside = tmp_path / "库"
    (inside / ".回收").mkdir(parents=True)
    (inside / ".回收" / "旧.yaml").write_text("标题: 甲\n", encoding="utf-8")
    (inside / "链接.yaml").symlink_to(tmp_path / "外.yaml")
    (inside / "圈").symlink_to(inside, target_is_directory=True)
    (inside / "好.yaml").write_text("标题: 甲\n", encoding="utf-8")

    assert list(folders.scan([places.Folder(inside, "用户")])) == ["好"]


def test_a_folder_to_be_added_brings_nothing_from_outside(tmp_path):
    """Its links that lead out are left alone."""
    (tmp_path / "外.txt").write_text("甲", encoding="utf-8")
    inside = tmp_path / "旧稿"
    inside.mkdir()
    (inside / "链接.txt").symlink_to(tmp_path / "外.txt")
    (inside / "好.txt").write_text("乙", encoding="utf-8")

    assert folders.below(inside, (".txt",)) == [inside / "好.txt"]


def test_of_one_name_so_many_are_numbered(monkeypatch):
    """Then another name is asked for."""
    monkeypatch.setattr(folders, "_MOST_ALIKE", 4)
    names = folders.names_for("督查 讲话")

    assert [next(names) for _ in range(3)] == ["督查-讲话", "督查-讲话（2）", "督查-讲话（3）"]
    with pytest.raises(OutputProblem) as said:
        next(names)
    assert said.value.problems[0].code == "exists"
