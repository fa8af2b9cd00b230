"""What is taken from the library: into an outline, into a draft, into this year's."""

from __future__ import annotations

import pytest

from tests.cli.shelf import PHRASES


def test_use_takes_an_entry_over_when_built(library, drafter, tmp_path):
    """A figure of last year is a gap, not a figure; the report says where paragraphs come from."""
    (tmp_path / "今年.yaml").write_text(
        "模板: 部署讲话\n标题: 讲话\n日期: 2026-03-01\n成绩:\n  小标题: 成绩\n  要点:\n"
        "    - {引用: 督查讲话#台账建起来了, 责任单位: 督查室}\n    - 自己写的一个要点。\n"
        "任务:\n  引用: 督查讲话#今年怎么办\n结尾:\n  - 引用: 结尾-督查\n",
        encoding="utf-8",
    )
    (built,) = drafter("build", "今年.yaml", "--to", "txt", "-o", "-", "--json").json["files"]

    assert "台账建起来了。全年立项的事项逐项编号进账，办结率〔待补：办结率〕" in built["content"]
    assert "二、今年怎么办" in built["content"] and "定了的事就要办成" in built["content"]
    assert built["gaps"] == ["办结率"]
    named = {origin["id"] for origin in built["origins"] if origin["what"] == "library"}
    assert named == {"督查讲话#台账建起来了", "督查讲话#今年怎么办", "结尾-督查"}
    assert [o["line"] for o in built["origins"] if "自己写的" in o["text"]] == [8]
    said = drafter("build", "今年.yaml", "--origins", "-o", "a.docx")
    assert "素材库 结尾-督查 第 12 行" in said.err


def test_what_was_used_where_is_told_by_the_outlines(library, drafter, tmp_path):
    """Once they are in the library themselves."""
    (tmp_path / "今年.yaml").write_text(
        "模板: 原样\n标题: 今年\n结尾:\n  - 引用: 结尾-督查\n", encoding="utf-8"
    )
    assert library("add", "今年.yaml").code == 0

    (hit,) = [h for h in library("search", "经得起看", "--json").json["hits"] if h["id"] == "结尾-督查"]

    assert hit["used"] == ["今年"]
    assert "用在：今年" in library("show", "结尾-督查").out


def test_what_an_entry_uses_itself_is_shown(library, drafter, tmp_path):
    """In words and in JSON; of what is more secret than the paper at hand not even the id."""
    (tmp_path / "密.yaml").write_text(
        "模板: 原样\n标题: 专项\n密级: 机密\n任务:\n  要点: [{标题: 收网, 正文: 今晚收网。}]\n",
        encoding="utf-8",
    )
    (tmp_path / "串.yaml").write_text(
        "素材集: 串\n素材:\n  - {编号: 串, 类别: 要点, 标题: 串, 要点: [{引用: 结尾-督查}, {引用: 密#收网}]}\n",
        encoding="utf-8",
    )
    assert library("add", "密.yaml").code == library("add", "串.yaml").code == 0

    assert library("show", "串", "--json").json["uses"] == ["结尾-督查"]
    assert "引用：结尾-督查\n" in library("show", "串").out
    assert library("show", "串", "--secrecy", "机密", "--json").json["uses"] == ["结尾-督查", "密#收网"]


@pytest.mark.parametrize(("used", "code"), [("结尾-督察", "unknown-entry"), ("督查讲话", "whole-outline")])
def test_what_cannot_be_used_is_said_at_its_place(library, drafter, tmp_path, used, code):
    """Exit 3, line and column."""
    (tmp_path / "a.yaml").write_text(
        f"模板: 原样\n标题: 甲\n任务:\n  要点:\n    - 引用: {used}\n", encoding="utf-8"
    )
    result = drafter("build", "a.yaml", "--json")
    (problem,) = result.json["files"][0]["problems"]

    assert result.code == 3 and (problem["code"], problem["line"], problem["column"]) == (code, 5, 7)


def test_take_writes_an_entry_into_an_outline(library, drafter, tmp_path):
    """With its origin and the figures to fill in; comments stay, and it builds."""
    (tmp_path / "a.yaml").write_text(
        "# 我的\n模板: 部署讲话\n标题: 甲\n日期: 2026-01-01\n任务:\n  小标题: 乙\n  要点:\n    - 丙丁戊己庚辛。 # 别动\n",
        encoding="utf-8",
    )
    took = library("take", "督查讲话#台账建起来了", "--into", "a.yaml", "--at", "任务", "--json").json[
        "files"
    ][0]
    text = (tmp_path / "a.yaml").read_text(encoding="utf-8")

    assert took["facts"] == ["办结率"] and took["role"] == "tasks"
    assert "# 我的\n" in text and "# 别动" in text and "来源: 督查讲话#台账建起来了" in text
    built = drafter("build", "a.yaml", "--origins", "--json").json["files"][0]
    assert "督查讲话#台账建起来了" in {origin["id"] for origin in built["origins"]}


def test_take_answers_an_unknown_part_with_the_nearest(library, drafter, tmp_path):
    """Exit 2; the outline stays."""
    (tmp_path / "a.yaml").write_text("模板: 原样\n标题: 甲\n", encoding="utf-8")
    result = library("take", "结尾-督查", "--into", "a.yaml", "--at", "结为")

    assert result.code == 2 and "是不是“结语”？" in result.err
    assert (tmp_path / "a.yaml").read_text(encoding="utf-8") == "模板: 原样\n标题: 甲\n"


def test_new_goes_on_from_last_year(library, drafter, tmp_path):
    """Words kept, figures emptied into a list to fill in, old years marked."""
    made = drafter("new", "--from", "督查讲话", "--title", "在2026年会上的讲话", "-o", "今年.yaml", "--json")
    text = (tmp_path / "今年.yaml").read_text(encoding="utf-8")

    assert made.json["files"][0]["facts"] == ["办结率"] and made.json["files"][0]["marked"] == 2
    assert "督查组下去先看现场再看账" in text and "标题: 在2026年会上的讲话" in text
    assert "数值:  # 上年：96.5" in text and "来源: 督查室" in text
    assert "〔待补：原2025年〕又把领导批示件并了进来" in text
    result = drafter("build", "今年.yaml", "--final")
    assert result.code == 6 and "办结率" in result.err and "原2025年" in result.err


def test_new_goes_on_from_a_file_as_from_the_library(library, drafter, tmp_path):
    """Nobody has to add last year's outline first; without facts, it says how to see the old figures."""
    old = (
        "模板: 原样\n标题: 在2025年会上的讲话\n日期: 2025-03-01\n任务: 2025年办件120万件，到2035年翻一番。\n"
    )
    (tmp_path / "去年.yaml").write_text(old, encoding="utf-8")
    made = drafter("new", "--from", "去年.yaml", "-o", "今年.yaml")
    text = (tmp_path / "今年.yaml").read_text(encoding="utf-8")

    assert "日期:  # 上年：2025-03-01" in text
    assert "〔待补：原2025年〕办件120万件，到2035年翻一番。" in text
    assert "drafter check 今年.yaml --against 去年.yaml" in made.out
    assert (tmp_path / "去年.yaml").read_text(encoding="utf-8") == old


def test_a_note_is_told_when_its_entry_is_taken(drafter, tmp_path):
    """And when it is shown; it is not printed."""
    text = PHRASES.replace("    场合:", "    备注: 散会两个字按实际改\n    场合:")
    (tmp_path / "收尾.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "稿.yaml").write_text("模板: 部署讲话\n标题: 甲\n", encoding="utf-8")
    assert drafter("library", "add", "收尾.yaml").code == 0
    taken = drafter("library", "take", "结尾-督查", "--into", "稿.yaml", "--at", "结尾")

    assert "备注：散会两个字按实际改" in taken.err
    assert "备注：散会两个字按实际改" in drafter("library", "show", "结尾-督查").out
    assert drafter("build", "稿.yaml", "--to", "txt", "-o", "-").out.count("两个字") == 0
