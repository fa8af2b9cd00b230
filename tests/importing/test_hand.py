"""Outlines as a hasty hand types them, drafted for a genre."""

from __future__ import annotations

import pytest


def drafted(drafter, tmp_path, text, *options):
    """The draft of a typed outline as text, and what was said."""
    (tmp_path / "提纲.txt").write_text(text, encoding="utf-8")
    return drafter("build", "提纲.txt", "--to", "txt", "-o", "-", *options)


def test_a_salutation_is_no_label(drafter, tmp_path):
    """Nor are owners and deadlines: the headings of the outline stay headings."""
    text = "在护林会上的讲话\n同志们：\n今天开会。\n一、抓火源\n要管住火源。\n责任单位：县林业局\n完成时限：6月底\n二、抓队伍\n要建好队伍。"
    made = drafted(drafter, tmp_path, text, "--template", "动员讲话")

    assert "同志们：" in made.out
    assert "一、抓火源" in made.out and "二、抓队伍" in made.out


def test_bare_words_for_parts_are_headings(drafter, tmp_path):
    """成绩 over a row of dashes is no speaker's name."""
    text = "在大会上的讲话\n成绩\n- 企业多了，增长15%\n- 办事快了\n问题\n- 数据不通\n- 人手不够\n任务\n- 减材料\n- 优服务\n"
    made = drafted(drafter, tmp_path, text, "--template", "部署讲话")

    assert "一、成绩" in made.out and "二、问题" in made.out and "三、任务" in made.out


@pytest.mark.parametrize(
    "line", ["摸底 各街道 十一月底前", "摸底 -- 各街道，11月底前", "摸底（各街道，11月底前）"]
)
def test_who_and_when_may_stand_behind_a_space_or_a_dash(drafter, tmp_path, line):
    """A plan prints them; a speech does not, and says so."""
    text = f"夜查方案\n一、任务\n1. {line}\n2. 巡查 应急局、消防大队 下周五前\n"
    plan = drafted(drafter, tmp_path, text, "--template", "工作方案")
    speech = drafted(drafter, tmp_path, text, "--template", "部署讲话")

    assert "摸底（责任单位：各街道；完成时限：" in plan.out
    assert "各街道" not in speech.out and "不印责任单位和完成时限（2 处" in speech.err


def test_without_a_genre_it_is_said_and_one_is_named(drafter, tmp_path):
    made = drafted(drafter, tmp_path, "关于调剂用房的请示（代拟稿）\n县人民政府：\n请予调剂。\n")

    assert "没有写文体，照原样排的" in made.err and "--template 请示" in made.err


def test_gaps_are_placed_by_paragraphs_of_the_draft(drafter, tmp_path):
    """Nobody sees the lines of the YAML that it goes through."""
    made = drafted(
        drafter, tmp_path, "在大会上的讲话\n同志们：\n查了312起（数字核一下）。\n", "--template", "部署讲话"
    )

    assert "第 3 段" in made.err and "行）" not in made.err


def test_labels_of_a_summary_are_its_headings(drafter, tmp_path):
    text = "县卫健局2026年工作总结\n学习：中心组学习12次。\n工作：\n1.建成新院区\n2.签约32万人\n问题：缺人。\n明年：\n1.院区投用\n2.招村医\n落款 县卫健局 2026年12月\n"
    made = drafted(drafter, tmp_path, text, "--template", "工作总结")

    assert [line for line in made.out.split("\n") if line[1:2] == "、"] == [
        "一、学习",
        "二、工作",
        "三、问题",
        "四、明年",
    ]
    assert made.out.rstrip().endswith("县卫健局\n2026年12月")


def test_a_day_without_a_year_is_said(drafter, tmp_path):
    made = drafted(
        drafter,
        tmp_path,
        "在大会上的讲话\n日期：5月10日\n同志们：\n一、干\n要干。\n",
        "--template",
        "部署讲话",
    )

    assert "没有年份的日期" in made.err and "5月10日" in made.err


def test_one_two_three_are_in_words(drafter, tmp_path):
    """1是……2是…… as 一是……二是……."""
    text = "关于调剂用房的请示\n县人民政府：\n理由有三：1是近；2是省；3是可行。\n"
    made = drafted(drafter, tmp_path, text, "--template", "请示")

    assert "一是近；二是省；三是可行。" in made.out
