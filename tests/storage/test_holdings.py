"""What drafter keeps on a computer, and its removal."""

import os

import pytest

from drafter.storage import holdings, temporary
from drafter.storage.places import Places


@pytest.fixture
def kept(tmp_path, monkeypatch):
    """A user's folder with something of each kind, and with what is nobody's."""
    home, workspace, temp = tmp_path / "家", tmp_path / "工作区", tmp_path / "临时"
    monkeypatch.setenv("DRAFTER_HOME", str(home))
    monkeypatch.setattr("tempfile.tempdir", str(temp))
    left = f"drafter-{temporary.token()}-999999999-abcd1234"
    for name in (
        "家/digests/0123456789abcdef01234567.json", "家/digests/别人的.json", f"家/digests-{temporary.token()}-1-ab.log", "家/digests.lock", "家/edits.lock", "家/traces/20260101-010101.txt",
        "家/cache/0123456789abcdef01234567", "家/cache/library-0123456789abcdef.db", "家/cache/library-0123456789abcdef.db-wal",
        "家/history/0123456789abcdef01234567/20260318-090000.yaml", "家/library/甲.yaml", "家/library/2025/乙.yaml", "家/library/.回收/丙.yaml", "家/名册.yaml", "家/名册.改前.yaml",
        "家/templates/我的.md.j2", "工作区/名册.yaml", "工作区/校对基线.json", f"临时/{left}/file.html",
        "家/我的笔记.txt", "家/cache/别人的", "家/traces/别人的.txt", "临时/drafter-草稿/稿.txt", "工作区/讲话.yaml",
    ):  # fmt: skip
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text('{"甲": "乙"}', encoding="utf-8")

    def find():
        places = Places(home, home / "cache", home / "site", workspace, {})
        return holdings.find(places, "名册.yaml", "校对基线.json")

    return find


def counted(found):
    counts = {}
    for one in found:
        counts[one.kind.name] = counts.get(one.kind.name, 0) + one.count
    return counts


ALL = {
    "records": 4, "traces": 1, "cache": 1, "index": 2, "leftovers": 1, "history": 1, "token": 1, "library": 2, "bin": 1, "roster": 3,
    "baselines": 1, "own": 1,
}  # fmt: skip


def test_every_kind_is_told_with_its_size_and_age(kept):
    """Of the records also how many files they know."""
    found = kept()

    assert counted(found) == ALL
    assert all(one.size and one.since for one in found)
    assert next(one for one in found if one.kind.name == "records").note == "记了 1 个文件"


def test_what_is_removed_is_gone_and_nothing_else_is(kept, tmp_path):
    """Files of other names stay where they are."""
    assert [problem for one in kept() for problem in holdings.remove(one)] == []

    assert kept() == []
    left = sorted(path.name for path in tmp_path.rglob("*") if path.is_file())
    assert left == sorted(["我的笔记.txt", "别人的", "别人的.json", "别人的.txt", "稿.txt", "讲话.yaml"])


def test_links_are_not_followed(kept, tmp_path):
    """A folder that is a link is told and left; a link in a folder goes, what it leads to stays."""
    other = tmp_path / "别处"
    other.mkdir()
    (other / "20250101-010101.txt").write_text("别人的", encoding="utf-8")
    (tmp_path / "家" / "library" / "外面").symlink_to(other, target_is_directory=True)
    (tmp_path / "家" / "traces" / "20260101-010101.txt").unlink()
    (tmp_path / "家" / "traces" / "别人的.txt").unlink()
    (tmp_path / "家" / "traces").rmdir()
    (tmp_path / "家" / "traces").symlink_to(other, target_is_directory=True)

    found = {one.kind.name: one for one in kept()}
    assert "没有跟过去" in found["traces"].note and not found["traces"].count
    assert [problem.code for problem in holdings.remove(found["traces"])] == ["not-removed"]
    assert holdings.remove(found["library"]) == ()
    assert (other / "20250101-010101.txt").exists() and (tmp_path / "家" / "traces").is_symlink()


@pytest.mark.skipif(os.name == "nt" or not hasattr(os, "getuid"), reason="Windows has other rights")
def test_folders_below_the_users_are_closed_from_the_top(tmp_path):
    """Those that were open too; a folder elsewhere stays as it is."""
    home, elsewhere = tmp_path / "家", tmp_path / "共享"
    for folder in (home, home / "library", elsewhere):
        folder.mkdir(mode=0o755)
    holdings.close_folders(home, home / "library" / "2025")
    holdings.close_folders(home, elsewhere)

    modes = [
        path.stat().st_mode & 0o777 for path in (home, home / "library", home / "library" / "2025", elsewhere)
    ]
    assert modes == [0o700, 0o700, 0o700, 0o755]


def test_only_a_persons_own_work_is_own():
    """It goes only where it is named."""
    own = [kind.name for kind in holdings.KINDS if kind.own]

    assert own == ["history", "library", "bin", "roster", "baselines", "own"]


def test_one_path_is_told_as_it_is_and_several_by_their_folder(kept, tmp_path):
    """With the age of the oldest and no note where there is nothing to say."""
    os.utime(tmp_path / "家" / "library" / "甲.yaml", (1000, 1000))
    os.utime(tmp_path / "家" / "library" / "2025" / "乙.yaml", (2000, 2000))
    found = {one.kind.name: one for one in kept()}

    assert found["token"].path == tmp_path / "家" / "token"
    assert found["library"].path == tmp_path / "家" / "library"
    assert (found["library"].since, found["library"].note, found["library"].outside) == (1000, "", False)


def test_a_record_that_nobody_can_read_is_told_too(kept, tmp_path):
    """It is removed like any other."""
    (tmp_path / "家/digests/0123456789abcdef01234567.json").write_text("[", encoding="utf-8")
    found = next(one for one in kept() if one.kind.name == "records")

    assert found.note == "读不懂"
    assert holdings.remove(found) == ()


def test_what_cannot_be_removed_is_said(kept, monkeypatch):
    """With the reason of the disk."""

    def refuse(*_, **__):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.unlink", refuse)
    (problem,) = holdings.remove(next(one for one in kept() if one.kind.name == "token"))

    assert problem.code == "not-removed" and problem.message.startswith("清不掉 ")


def test_nothing_is_kept_where_nobody_worked(tmp_path, monkeypatch):
    """Outside a workspace too."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))

    assert (
        holdings.find(
            Places(tmp_path / "家", tmp_path / "缓存", tmp_path, None, {}), "名册.yaml", "基线.json"
        )
        == []
    )
