"""`drafter versions`: the stages of an outline beside it."""

from __future__ import annotations

import pytest

FIRST = "# 我的\n模板: 原样\n标题: 在会上的讲话\n稿次: 讨论稿\n主体: [甲说了一句话。, 背街小巷要单独抓。]\n"
SECOND = FIRST.replace("背街小巷要单独抓。", "老旧小区要接着改。")


@pytest.fixture
def kept(drafter, tmp_path):
    """An outline with one stage, changed since."""
    (tmp_path / "讲话.yaml").write_text(FIRST, encoding="utf-8")
    assert drafter("versions", "save", "讲话.yaml", "--by", "张三", "--note", "送李市长").code == 0
    (tmp_path / "讲话.yaml").write_text(SECOND, encoding="utf-8")
    return tmp_path


def test_a_stage_is_a_plain_file_that_says_who_and_why(drafter, kept):
    """And is an outline that can be built."""
    (path,) = (kept / "讲话.各稿").iterdir()
    text = path.read_text(encoding="utf-8")

    assert path.name == "第1稿-讨论稿.yaml" and text.startswith("# 第1稿｜讨论稿｜") and text.endswith(FIRST)
    (one,) = drafter("versions", "list", "讲话.yaml", "--json").json["files"][0]["versions"]
    assert (one["number"], one["name"], one["by"], one["note"]) == (1, "讨论稿", "张三", "送李市长")
    assert "背街小巷" in drafter("build", str(path), "--to", "txt", "-o", "-").out


def test_what_changed_since_is_said(drafter, kept):
    """Against what it says now, or another stage."""
    assert "【-背街小巷要单独抓-】【+老旧小区要接着改+】" in drafter("versions", "diff", "讲话.yaml", "1").out
    assert drafter("versions", "save", "讲话.yaml", "--name", "送审稿").code == 0
    assert "老旧小区" in drafter("versions", "diff", "讲话.yaml", "1", "2").out
    assert "没有不同" in drafter("versions", "diff", "讲话.yaml", "2").err


def test_any_words_of_any_stage_are_found_and_taken_back(drafter, kept):
    """What stands there now is kept."""
    assert "第1稿" in drafter("versions", "find", "讲话.yaml", "背街小巷").out
    assert "背街小巷" in drafter("versions", "show", "讲话.yaml", "1").out
    assert drafter("versions", "restore", "讲话.yaml", "1").code == 0
    assert (kept / "讲话.yaml").read_text(encoding="utf-8") == FIRST
    assert (kept / "讲话.改前.yaml").read_text(encoding="utf-8") == SECOND
    (kept / "讲话.yaml").unlink()
    assert drafter("versions", "restore", "讲话.yaml", "1").code == 0
    assert (kept / "讲话.yaml").read_text(encoding="utf-8") == FIRST


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("list", "无.yaml"), 3),
        (("show", "讲话.yaml", "7"), 3),
        (("save", "无.yaml"), 3),
        (("show", "讲话.yaml", "0"), 2),
    ],
)
def test_what_is_not_there_is_said(drafter, kept, arguments, code):
    """With what there is."""
    result = drafter("versions", *arguments)

    assert result.code == code and "办法：" in result.err


def test_the_same_is_not_kept_twice(drafter, kept):
    """Nobody could tell the two apart."""
    assert drafter("versions", "save", "讲话.yaml").code == 0
    again = drafter("versions", "save", "讲话.yaml")

    assert again.code == 3 and len(list((kept / "讲话.各稿").iterdir())) == 2
