"""`drafter doctor --kept`, `--forget` and `--digest`."""

import hashlib
import os
import stat

import pytest

from drafter.checksums import sm3_digest

OUTLINE = "模板: 原样\n标题: 在会上的讲话\n开头: 今天开会，说几句要紧的话，大家记下来照着办。\n"


@pytest.fixture
def used(drafter, tmp_path, home):
    """A home in which somebody has worked; its cache lies in it."""
    (home / "cache").unlink()
    (tmp_path / "讲话.yaml").write_text(OUTLINE, encoding="utf-8")
    (tmp_path / "人员.csv").write_text("姓名,职务\n顾见川,局长\n", encoding="utf-8")
    for command in (
        ("build", "讲话.yaml"),
        ("library", "add", "讲话.yaml"),
        ("library", "search", "开会"),
        ("roster", "add", "人员.csv"),
    ):
        assert drafter(*command).code == 0
    return home


def kinds(drafter, *more):
    return {one["kind"] for one in drafter("doctor", "--json", *more).json["kept"]}


ALL = {"records", "cache", "index", "token", "library", "roster"}


def test_what_is_kept_is_listed_with_place_and_size(drafter, used):
    """On the screen and as JSON; nothing goes."""
    shown = drafter("doctor", "--kept").out

    assert kinds(drafter, "--kept") == ALL
    assert f"{used}" in shown and "素材库：收进来的稿子和词句" in shown and "1 个文件" in shown
    told = {one["kind"]: one for one in drafter("doctor", "--kept", "--json").json["kept"]}
    assert (
        told["library"]["own"] and told["library"]["bytes"] == (used / "library" / "讲话.yaml").stat().st_size
    )
    assert told["records"]["note"] == "记了 1 个文件" and told["records"]["since"][:2] == "20"


def test_nothing_goes_before_it_is_confirmed(drafter, used):
    """What would go is said, with the way to do it."""
    said = drafter("doctor", "--forget")

    assert said.code == 0 and "加 --yes 再运行一次" in said.err and "清掉了" not in said.out
    assert kinds(drafter, "--kept") == ALL


def test_a_persons_own_work_goes_only_where_it_is_named(drafter, used):
    """The library and the roster stay, the rest goes."""
    assert "√ 清掉了 登记" in drafter("doctor", "--forget", "--yes").out
    assert kinds(drafter, "--kept") == {"library", "roster"}

    assert drafter("doctor", "--forget", "名册", "library", "--yes", "--json").json["removed"] is True
    assert kinds(drafter, "--kept") == set()
    assert "什么也没有留" in drafter("doctor", "--kept").err


def test_only_the_kinds_that_are_named_go(drafter, used):
    """By their Chinese or their English names; one that there is not is refused."""
    assert drafter("doctor", "--forget", "缓存", "--yes").code == 0
    assert kinds(drafter, "--kept") == ALL - {"cache"}
    refused = drafter("doctor", "--forget", "缓冲", "--yes")
    assert refused.code == 2 and "可以写：登记、出错记录" in refused.err


def test_the_library_that_lies_elsewhere_is_told_and_left(drafter, used, tmp_path, monkeypatch):
    """It may be a whole unit's."""
    (tmp_path / "共享").mkdir()
    monkeypatch.setenv("DRAFTER_LIBRARY", str(tmp_path / "共享"))
    drafter("library", "add", "讲话.yaml")

    assert f"素材库在别处：{tmp_path / '共享'}" in drafter("doctor", "--kept").out
    drafter("doctor", "--forget", "素材库", "--yes")
    assert (tmp_path / "共享" / "讲话.yaml").exists()


def test_digests_of_any_file_are_told(drafter, tmp_path):
    """To be held against those that a final draft's report gave; one that is missing is named."""
    (tmp_path / "甲.txt").write_bytes(b"abc")
    shown = drafter("doctor", "--digest", "甲.txt", "没有.txt")

    assert shown.code == 3 and "找不到文件 没有.txt" in shown.err
    assert hashlib.sha256(b"abc").hexdigest() in shown.out and sm3_digest(b"abc") in shown.out
    told = drafter("doctor", "--digest", "甲.txt", "没有.txt", "--json").json["files"]
    assert [one["sm3"] for one in told] == [sm3_digest(b"abc"), None]


@pytest.mark.parametrize(
    "options", [("--kept", "--forget"), ("--digest",), ("缓存",), ("--kept", "--digest", "甲.txt")]
)
def test_what_is_asked_twice_or_not_at_all_is_refused(drafter, options):
    """With the way to say it."""
    assert drafter("doctor", *options).code == 2


@pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")
def test_all_that_is_kept_below_the_users_folder_is_closed_to_others(used, drafter, tmp_path):
    """Whoever writes it, also into folders and files that an older version left open."""
    (tmp_path / "2025").mkdir()
    (tmp_path / "2025" / "旧稿.yaml").write_text(OUTLINE.replace("要紧", "别的"), encoding="utf-8")
    for path in (used / "library", used / "名册.yaml", used / "cache", used / "templates", used / "traces"):
        path.mkdir(exist_ok=True) if not path.suffix else None
        path.chmod(0o755 if path.is_dir() else 0o644)
    (tmp_path / "单位.csv").write_text("单位名称,简称\n澜川市教育局,市教育局\n", encoding="utf-8")
    for command in (
        ("library", "add", "2025"),
        ("library", "add", "."),
        ("library", "remove", "讲话"),
        ("library", "rebuild"),
        ("roster", "add", "单位.csv"),
        ("templates", "copy", "部署讲话"),
        ("styles", "copy", "speech"),
        ("build", "讲话.yaml", "--force"),
    ):
        assert drafter(*command).code in (0, 3), command

    open_ = [
        str(path.relative_to(used))
        for path in [used, *used.rglob("*")]
        if stat.S_IMODE(path.stat().st_mode) != (0o700 if path.is_dir() else 0o600)
    ]
    assert open_ in ([], ["traces"])  # a folder in which nothing was written since
