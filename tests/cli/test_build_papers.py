"""`drafter build --papers` and `--minutes`: the whole meeting out of one speech, and the speech cut to its time."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

SPEECH = """模板: 部署讲话
标题: 在全区安全生产工作会议上的讲话
日期: 2026-11-30
讲话人: {姓名: 沈砚秋, 职务: 区长}
称谓: [同志们]
场合:
  名称: 全区安全生产工作会议
  主办: 区政府
  主持: 区委常委、常务副区长陆怀川
  人员:
    - {姓名: 沈砚秋, 职务: 区长, 排序: 1}
    - {姓名: 陆怀川, 职务: 常务副区长, 排序: 2}
  议程:
    - {谁: 区应急管理局局长韩立山, 做: 通报, 什么: 安全生产形势}
    - {谁: 陆怀川, 做: 部署, 什么: 岁末年初安全防范工作}
任务:
  小标题: 抓好岁末年初的事
  要点:
    - {标题: 查隐患, 正文: 12月20日前逐家查一遍，查到的问题当天交办、当天整改，整改不了的停产停业。}
    - {标题: 管工地, 正文: 在建工地节前停工检查，塔吊、脚手架逐项验收，没有验收的不得复工。, 可略: 2}
    - {标题: 严值守, 正文: 二十四小时双人双岗，有事半小时内报告。, 可略: 是}
"""


@pytest.fixture
def speech(tmp_path):
    (tmp_path / "讲话.yaml").write_text(SPEECH, encoding="utf-8")
    return tmp_path


def paper(drafter, speech, name):
    """The text of one paper, and what is said on the way."""
    result = drafter("build", "讲话.yaml", "--papers", name, "--to", "txt", "-o", "出")
    (path,) = [path for path in (speech / "出").iterdir() if path.stem.endswith(f"-{name}")]
    return path.read_text(encoding="utf-8"), result


def test_all_the_papers_of_a_meeting_come_with_the_speech(drafter, speech):
    """Each in a file that says what it is; what tells of it afterwards says that it was written ahead."""
    result = drafter("build", "讲话.yaml", "--papers", "all", "--to", "txt", "-o", "出")

    assert result.code == 0
    assert sorted(path.stem for path in (speech / "出").iterdir()) == sorted([
        "讲话", "讲话-通知", "讲话-议程", "讲话-主持词", "讲话（会前预拟）-新闻稿", "讲话（会前预拟）-纪要",
    ])  # fmt: skip


@pytest.mark.parametrize("name", ["通知", "议程", "主持词", "新闻稿", "纪要"])
def test_each_has_the_meeting_and_none_has_the_speech(drafter, speech, name):
    """It takes what it needs and leaves the rest."""
    text, _ = paper(drafter, speech, name)

    assert "全区安全生产工作会议" in text and "韩立山" in text and "沈砚秋" in text
    assert "查隐患" not in text


def test_what_is_not_known_is_a_gap(drafter, speech):
    """Time, place, who attends, who issues."""
    text, result = paper(drafter, speech, "通知")

    for name in ("会议时间", "会议地点", "参会人员", "发文机关", "主送机关"):
        assert f"〔待补：{name}〕" in text
    assert "还有" in result.err


def test_the_chair_of_the_script_is_whoever_leads(drafter, speech):
    """And the speech is an item of it."""
    text, _ = paper(drafter, speech, "主持词")

    assert "常务副区长　陆怀川" in text
    assert "由我部署岁末年初安全防范工作。" in text
    assert "请沈砚秋区长讲话，大家欢迎。" in text


@pytest.mark.parametrize("name", ["新闻稿", "纪要"])
def test_what_tells_of_the_meeting_ahead_of_it_says_so(drafter, speech, name):
    """Who was there and what was said is not known yet."""
    text, result = paper(drafter, speech, name)

    assert "（会前预拟）" in text and "〔待补：到会人员，会后核对〕" in text
    assert "[drafted-ahead]" in result.err


@pytest.mark.parametrize(
    "meeting", ["区政府党组会议", "区政府常务会议", "局长办公会", "局党组（扩大）会议", "区委常委会会议"]
)
def test_minutes_of_a_meeting_of_items_do_not_come_out_of_a_speech(drafter, speech, meeting):
    """What was decided stands in none; the other papers do come."""
    text = SPEECH.replace("名称: 全区安全生产工作会议", f"名称: {meeting}")
    Path("讲话.yaml").write_text(text, encoding="utf-8")

    result = drafter("build", "讲话.yaml", "--papers", "议程,纪要", "--to", "txt", "-o", "出")

    assert result.code == 3
    assert "[minutes-by-items]" in result.err and "汇报人、讨论、议定" in result.err
    assert sorted(path.stem for path in (speech / "出").iterdir()) == ["讲话", "讲话-议程"]


def test_an_outline_without_a_meeting_gives_no_papers(drafter, tmp_path):
    """It says what to write."""
    (tmp_path / "稿.yaml").write_text("模板: 部署讲话\n标题: 讲几句\n任务: 抓好落实。\n", encoding="utf-8")

    result = drafter("build", "稿.yaml", "--papers", "议程", "--to", "txt", "-o", "出")

    assert result.code == 3
    assert "[no-meeting]" in result.err


def test_an_unknown_paper_is_refused_with_those_that_there_are(drafter, speech):
    """Nothing is written."""
    result = drafter("build", "讲话.yaml", "--papers", "公告")

    assert result.code == 2
    assert "通知、议程、主持词、新闻稿、纪要" in result.err
    assert [path.name for path in speech.iterdir()] == ["讲话.yaml"]


def test_a_draft_in_markdown_gives_none(drafter, tmp_path):
    """It has no meeting to take."""
    (tmp_path / "稿.md").write_text("# 题\n\n正文。\n", encoding="utf-8")

    result = drafter("build", "稿.md", "--papers", "议程", "--to", "txt", "-o", "出")

    assert result.code == 3 and "Markdown" in result.err


@pytest.mark.parametrize(("minutes", "went"), [("5", []), ("1.1", ["严值守"]), ("0.9", ["严值守", "管工地"])])
def test_a_speech_is_cut_to_its_time(drafter, speech, minutes, went):
    """What may go goes in its order, no more of it than needed, and is listed; counts follow."""
    (report,) = json.loads(
        drafter("build", "讲话.yaml", "--minutes", minutes, "--to", "txt", "-o", "-", "--json").out
    )["files"]

    assert report["cut"] == went
    assert report["minutes"] <= float(minutes)
    assert ("三" in report["content"].partition("一、")[2]) == (not went)


def test_a_heading_that_counts_what_went_is_told(drafter, speech):
    """The words are the writer's, so they stay; in silence they would be wrong."""
    text = re.sub("小标题: .*", "小标题: 抓实三件事", SPEECH, count=1)
    speech.joinpath("讲话.yaml").write_text(text, encoding="utf-8")

    whole = drafter("build", "讲话.yaml", "--to", "txt", "-o", "-")
    cut = drafter("build", "讲话.yaml", "--minutes", "1.1", "--to", "txt", "-o", "-")

    assert "[count-mismatch]" not in whole.err
    assert "[count-mismatch]" in cut.err and "下面是 2 条" in cut.err


def test_what_cannot_be_cut_further_is_said(drafter, speech):
    """With how long it still is."""
    result = drafter("build", "讲话.yaml", "--minutes", "0.5", "--to", "txt", "-o", "-")

    assert "[still-too-long]" in result.err and "能略的 2 条都略了" in result.err
    assert "严值守" in result.err
    assert result.code == 0


@pytest.mark.parametrize("minutes", ["0", "-3", "nan", "inf"])
@pytest.mark.usefixtures("speech")
def test_minutes_that_are_none_are_refused(drafter, minutes):
    """In Chinese."""
    result = drafter("build", "讲话.yaml", f"--minutes={minutes}", "--to", "txt", "-o", "-")

    assert result.code == 2 and "[bad-minutes]" in result.err


def test_of_a_row_that_may_go_whole_one_stays(drafter, speech):
    """What stands before it speaks of it; the part is no gap."""
    text = SPEECH.replace("停产停业。}", "停产停业。, 可略: 3}")
    speech.joinpath("讲话.yaml").write_text(text, encoding="utf-8")

    result = drafter("build", "讲话.yaml", "--minutes", "0.1", "--to", "txt", "-o", "-")

    assert "查隐患" in result.out and "管工地" not in result.out
    assert "待补" not in result.out


def test_what_needs_no_cutting_is_not_tried_shorter(drafter, speech):
    """A sentence that counts what would go is no fault then."""
    text = SPEECH.replace("  要点:", "  导语: 有{{ 条数 }}条。\n  要点:")
    speech.joinpath("讲话.yaml").write_text(text, encoding="utf-8")

    assert drafter("build", "讲话.yaml", "--minutes", "60", "--to", "txt", "-o", "-").code == 0


@pytest.mark.parametrize(
    ("chair", "who"),
    [("常务副区长陆怀川", "陆怀川常务副区长"), ("陆怀川", "陆怀川"), ("陆怀川副区长", "陆怀川副区长")],
)
def test_a_chair_who_is_only_named_does_not_call_himself(drafter, speech, chair, who):
    """His name is in 主持."""
    head, _, rest = SPEECH.partition("  人员:\n")
    agenda = rest.partition("  议程:\n")[2].replace("谁: 陆怀川", f"谁: {who}")
    text = head.replace("区委常委、常务副区长陆怀川", chair) + "  议程:\n" + agenda
    speech.joinpath("讲话.yaml").write_text(text, encoding="utf-8")

    script, _ = paper(drafter, speech, "主持词")

    assert "由我部署岁末年初安全防范工作。" in script
    assert "请陆怀川" not in script


def test_a_speaker_who_chairs_and_is_on_no_agenda_is_not_lost(drafter, speech):
    """His speech is what the outline is of."""
    text = SPEECH.replace("区委常委、常务副区长陆怀川", "区长沈砚秋")
    speech.joinpath("讲话.yaml").write_text(text, encoding="utf-8")

    script, _ = paper(drafter, speech, "主持词")

    assert "由我讲几点意见。" in script


def test_what_two_do_together_is_no_ones_own(drafter, speech):
    """The other would be lost."""
    text = SPEECH.replace(
        "谁: 陆怀川, 做: 部署, 什么: 岁末年初安全防范工作", "谁: 陆怀川、林舟, 做: 宣读, 什么: 决定。"
    )
    speech.joinpath("讲话.yaml").write_text(text, encoding="utf-8")

    script, _ = paper(drafter, speech, "主持词")

    assert "请陆怀川、林舟宣读决定。" in script


def test_a_notice_takes_addressees_and_header_where_the_outline_has_them(drafter, speech):
    """So that it can be made final."""
    text = SPEECH + "主送: [各镇政府]\n公文: {发文机关: 区政府办公室, 文号: 清政办发〔2026〕9号}\n"
    speech.joinpath("讲话.yaml").write_text(text, encoding="utf-8")

    notice, _ = paper(drafter, speech, "通知")

    assert "各镇政府：" in notice and "清政办发〔2026〕9号" in notice
    assert "〔待补：日期〕" in notice


def test_a_fault_of_the_outline_is_told_once(drafter, speech):
    """Not once a paper."""
    speech.joinpath("讲话.yaml").write_text(SPEECH + "标体: 甲\n", encoding="utf-8")

    result = drafter("build", "讲话.yaml", "--papers", "all", "--to", "txt", "-o", "出")

    assert result.code == 3
    assert result.err.count("[unknown-key]") == 1


def test_a_draft_in_markdown_cannot_be_cut(drafter, tmp_path):
    """It has no points."""
    (tmp_path / "稿.md").write_text("# 题\n\n正文。\n", encoding="utf-8")

    assert drafter("build", "稿.md", "--minutes", "1").code == 3
