"""What stands around the text, as a template sees it."""

from __future__ import annotations

import pytest

from drafter.model.outline import AgendaItem, Occasion, Official, Outline, Person, Speaker
from drafter.templating import views
from drafter.templating.around import about, meeting
from tests.builders import lines, outline


def told(**given):
    return about.about(Outline(**given), "", False, str)


@pytest.mark.parametrize(
    ("org", "post", "full"),
    [
        ("市水务局", "局长", "市水务局局长"),
        ("市水务局", "市水务局局长", "市水务局局长"),
        ("市政务服务管理局", "政务服务管理局局长", "政务服务管理局局长"),
        ("东陂县", "县委副书记、县长", "东陂县委副书记、县长"),
        ("东陂县", "县长", "东陂县县长"),
        ("东陂县人民政府", "县长", "东陂县人民政府县长"),
        ("澜川港务集团有限公司", "党委书记、董事长", "澜川港务集团有限公司党委书记、董事长"),
        ("", "副市长", "副市长"),
    ],
)
def test_a_post_names_its_office_once(org, post, full):
    """As it stands under a title."""
    assert about.full_post(org, post) == full


def agenda(*names):
    return Occasion(agenda=tuple(AgendaItem(who=name, does="讲话") for name in names))


def test_what_is_before_the_speakers_item_is_over_and_what_is_after_it_is_to_come():
    """Where the agenda does not say when; the speaker's own item is left out."""
    groups = told(occasion=agenda("甲局", "李某某副市长", "乙县"), speaker=Speaker(name="李某某"))[
        "occasion"
    ]["agenda"]

    assert [(group["when"], group["later"]) for group in groups] == [("刚才", False), ("待会儿", True)]
    assert groups[0]["items"] == ["甲局作了讲话"]
    assert groups[1]["items"] == ["乙县还要讲话"]


def test_a_time_that_the_agenda_says_goes_before_its_place():
    """The contract's own form."""
    items = (AgendaItem("甲", "讲话", "", "待会儿"), AgendaItem("李某某", "讲话"))
    groups = told(occasion=Occasion(agenda=items), speaker=Speaker(name="李某某"))["occasion"]["agenda"]

    assert [group["when"] for group in groups] == ["待会儿"]


def test_people_come_by_rank_then_as_they_are_listed():
    """The smaller the number, the higher."""
    people = (Person("丙"), Person("乙", rank=2), Person("甲", rank=1), Person("丁"))

    assert [p["name"] for p in told(occasion=Occasion(people=people))["occasion"]["people"]] == list(
        "甲乙丙丁"
    )


def header(**official):
    return told(official=Official(issuers=("澜川市水务局",), **official))["official"]["header"]


def test_the_banner_is_made_of_who_issues_the_paper():
    """文件 after one name, beside several; a letter has the name alone."""
    assert ("发文机关标志", "澜川市水务局文件") in header()
    assert ("发文机关标志", "澜川市水务局") in header(form="信函")
    assert ("发文机关标志", "澜川市水务局令") in header(form="命令")
    joint = told(official=Official(issuers=("甲局", "乙局")))["official"]["header"]
    assert [value for name, value in joint if name == "发文机关标志"] == ["甲局", "乙局", "文件"]


def test_a_missing_number_is_a_gap_unless_it_is_said_that_there_is_none():
    """公告 often have none."""
    assert ("发文字号", about.gap("发文字号")) in header()
    assert "发文字号" not in dict(header(number="无"))


def test_nobody_issues_nothing():
    """An outline without 公文 prints no header."""
    assert told()["official"]["header"] == []


def test_a_notice_tells_of_its_meeting_in_sections_of_its_own():
    """What is known, each under its heading; a list where there are several."""
    occasion = Occasion(time="3月12日", agenda=(AgendaItem("甲", "汇报", "情况"), AgendaItem("乙", "讲话")))
    (part,) = meeting.parts(Outline(occasion=occasion))

    assert [section.heading for section in part.items] == ["会议时间", "会议议程"]
    assert [point.text[0] for point in part.items[1].points] == ["甲汇报情况", "乙讲话"]


def test_an_agenda_that_the_outline_writes_itself_stays():
    """What the outline gives is never changed."""
    read = outline("模板: 通知\n场合: {名称: 会, 时间: 3月}\n议程: 另行通知。\n")

    assert meeting.parts(read) == read.parts


FACTS = """模板: 部署讲话
标题: 甲
数据:
  办件量: {数值: 128, 单位: 万件, 来源: 年度统计, 截至: 2025-12-31}
  闲数: 1
成绩:
  小标题: 成绩
  导语: 先说一句。全年办理{{ 办件量 }}，比上年多。
任务:
  小标题: 任务
  要点:
    - {标题: 做事, 正文: 办好。, 责任单位: 市水务局, 时限: 2026-06-30}
    - 不归谁管的事
"""


def test_every_fact_is_listed_with_the_sentence_that_uses_it():
    """And the place of that sentence; one that nobody uses, too."""
    used, idle = views.facts(outline(FACTS), str)

    assert used["source"] == "年度统计"
    assert used["uses"] == [{"where": "成绩", "sentence": "全年办理{{ 办件量 }}，比上年多。"}]
    assert idle["uses"] == []


def test_who_answers_for_what_is_listed_once():
    """Where somebody answers for one of a row, the others are listed too, and are open."""
    rows = views.assignments(outline(FACTS), str)

    assert [(row["what"], row["owner"], row["deadline"]) for row in rows][:1] == [
        ("做事", "市水务局", "2026年6月30日")
    ]
    assert [row["owner"] for row in rows[1:]] == [""] * (len(rows) - 1)


def test_owners_print_where_a_template_says_so():
    """Before the full stop of what they answer for."""
    plan = FACTS[FACTS.index("任务:") :]
    text = "\n".join(lines(f"模板: 工作要点\n标题: 甲\n{plan}"))

    assert "办好（责任单位：市水务局；完成时限：2026年6月30日）。" in text
    assert "。。" not in text


def test_a_helper_takes_the_parts_of_the_speech_it_helps_with():
    """Roles that only that genre has, in that genre's order."""
    speech = "模板: 经验材料\n标题: 甲\n成绩: {小标题: 乙, 要点: [丙]}\n做法: {小标题: 丁, 要点: [戊]}\n"

    assert lines(speech, template="讲话提纲")[-4:] == ["一、丁", "（一）戊", "二、乙", "（一）丙"]
