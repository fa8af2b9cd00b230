"""`drafter library similar`: what a draft has from elsewhere."""

from __future__ import annotations


def test_similar_shows_what_was_copied(library, tmp_path):
    """Share, passages side by side, a warning where the same people heard it."""
    (tmp_path / "新稿.yaml").write_text(
        "模板: 部署讲话\n标题: 甲\n日期: 2026-03-01\n场合: {名称: 2026年全市督查工作会议}\n任务:\n  小标题: 乙\n  要点:\n"
        "    - 督查组下去先看现场再看账，看完当场交换想法，交办的事写清楚由谁办、哪天办完、办成什么样。\n"
        "    - 今年新添的一件事是请企业给部门打分，分数每季度在政府网站上晒一次。\n",
        encoding="utf-8",
    )
    (report,) = library("similar", "新稿.yaml", "--json").json["files"]
    (passage,) = report["passages"]

    assert passage["id"] == "督查讲话" and passage["title"] == "在全市督查工作会议上的讲话"
    assert 0.8 < passage["similarity"] < 1 and passage["heard"]
    assert "交换想法" in passage["text"] and "交换意见" in passage["source_text"]
    assert 0.1 < report["share"] < 0.3
    assert [problem["code"] for problem in report["problems"]] == ["heard-before"]
    assert "本稿：" in library("similar", "新稿.yaml").out


def test_similar_does_not_count_what_templates_say(drafter, tmp_path):
    """Two speeches of one template on other things have nothing in common, even beside a Word file."""
    for name, what in (("旧", "蜂箱都换成新的，每户再补二十个"), ("新", "图书馆搬到河东，旧馆改作自习室")):
        text = (
            f"模板: 部署讲话\n标题: 在{name}会上的讲话\n任务:\n  - 标题: {name}事\n    要点: ['{what}。']\n"
        )
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    assert drafter("build", "旧.yaml", "-o", "旧.docx").code == 0
    (report,) = drafter("library", "similar", "新.yaml", "--against", "旧.docx", "--json").json["files"]

    assert report["share"] == 0 and report["passages"] == []


def test_similar_leaves_out_quotations_and_what_is_named(library, home, tmp_path):
    """By the user's own list; by --except."""
    (tmp_path / "新稿.txt").write_text(
        "关于督查\n没有列入年度计划的督查一律先报批，同一件事一年只去一次。\n", encoding="utf-8"
    )
    assert library("similar", "新稿.txt", "--json").json["files"][0]["share"] > 0.5
    assert library("similar", "新稿.txt", "--except", "督查讲话", "--json").json["files"][0]["passages"] == []
    (home / "lexicon").mkdir()
    (home / "lexicon" / "引文.yaml").write_text(
        "没有列入年度计划的督查一律先报批，同一件事一年只去一次: 督查办法\n", encoding="utf-8"
    )
    report = library("similar", "新稿.txt", "--json").json["files"][0]
    assert report["passages"] == [] and report["excepted"] == 26


def test_similar_compares_with_given_files_alone(library, tmp_path):
    """Word or text, in the library or not."""
    (tmp_path / "别处.txt").write_text(
        "题目\n会前三天把座签、话筒、菜单核到人，会后当天清场。\n", encoding="utf-8"
    )
    (tmp_path / "新稿.md").write_text(
        "# 题\n\n会前三天把座签、话筒、菜单核到人，会后当天清场。\n", encoding="utf-8"
    )
    (report,) = library("similar", "新稿.md", "--against", "别处.txt", "--json").json["files"]

    assert [passage["id"] for passage in report["passages"]] == ["别处.txt"]
