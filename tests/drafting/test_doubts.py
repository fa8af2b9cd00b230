"""What is doubtful about an outline as a whole: references, settings, headings, what does not print."""

from __future__ import annotations

from dataclasses import replace

import pytest

from drafter.drafting import doubts, production
from drafter.drafting.options import Options
from drafter.model.document import text_of
from drafter.model.outline import Outline, Part, Point, Reference, Section
from drafter.model.template import Template, TemplateRole
from drafter.problems import Place, Severity
from tests.builders import outline, session
from tests.growth import grows_too_fast

HEAD = "模板: 部署讲话\n标题: 题\n"


def wrong(text, facts="数据: {办件量: 1}\n"):
    """Message and hint of each unknown reference."""
    found = doubts.find_unknown_references(outline(f"{HEAD}{facts}任务: {text}\n"))
    assert all(problem.code == "unknown-fact" and problem.place.line for problem in found)
    return [(problem.message, problem.hint) for problem in found]


@pytest.mark.parametrize(
    "text",
    [
        "{{ 办件量 }}",
        "{{ 办件量.数 }}{{ 办件量.单位 }}{{ 办件量.来源 }}{{ 办件量.截至 }}{{ 办件量.姓名 }}{{ 办件量.职务 }}",
        "{{ 任务.条数 }}",
        "{{ 条数 }}",
    ],
)
def test_what_there_is_can_be_referred_to(text):
    """Facts, their parts, counts of parts with points, the count of the points at hand."""
    found = doubts.find_unknown_references(
        outline(f"{HEAD}数据: {{办件量: 1}}\n任务:\n  导语: '{text}'\n  要点: [甲, 乙]\n")
    )

    assert found == []


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("{{ 办件两 }}", "数据里没有“办件两”", "是不是“办件量”？"),
        ("{{ 办件量.重量 }}", "数据没有“.重量”这一项", "可以用：.数 .单位 .来源 .截至 .姓名 .职务"),
        ("{{ 任务.条数 }}", "“任务”里没有要点可数", "写上那一部分的要点，或改成别的部分"),
        ("{{ 人务.条数 }}", "没有“人务”这一部分可数", "是不是“任务”？"),
        ("{{ 条数.数 }}", "数据里没有“条数”", ""),
    ],
)
def test_what_there_is_not_is_told_with_the_nearest(text, message, hint):
    """Each by its kind."""
    ((said, way_out),) = wrong(f"'{text}'")

    assert said == message and (not hint or way_out == hint)


def test_where_there_are_no_facts_the_line_to_add_is_told():
    """There is nothing that could be meant."""
    assert wrong("'{{ 量 }}'", facts="") == [("数据里没有“量”", "在“数据”里加一行 量: 值")]


def test_every_unknown_reference_is_told():
    """At its own place."""
    assert [message for message, _ in wrong("'{{ 甲 }}{{ 办件量 }}{{ 乙 }}'")] == [
        "数据里没有“甲”",
        "数据里没有“乙”",
    ]


def unused(settings, names, template=""):
    read = Outline(references=tuple(Reference(name, "", Place("x")) for name in names))
    found = doubts.find_unused_settings(
        read, Options(template, settings=dict.fromkeys(settings, "1")), "大纲.yaml"
    )
    assert all((one.code, one.severity, one.place.source) == ("unused-setting", Severity.WARNING, "大纲.yaml") for one in found)  # fmt: skip
    return [(one.message, one.hint) for one in found]


def test_a_setting_that_nothing_asks_for_is_told_with_the_nearest_that_something_does():
    """The count of points is no fact; where nothing is asked for, nothing is near."""
    assert unused(["办件量"], ["办件量"]) == []
    assert unused(["办件两", "办件量"], ["办件量", "条数"]) == [
        ("--set 的“办件两”文中没有用到", "是不是“办件量”？")
    ]
    assert unused(["条树"], ["条数"]) == [("--set 的“条树”文中没有用到", "")]
    assert unused(["甲"], []) == [("--set 的“甲”文中没有用到", "")]


def test_what_a_letterhead_may_hold_is_not_said_to_be_unused():
    """The text is not all that prints."""
    assert unused(["甲"], [], "信头.docx") == []


def unheaded(template, *parts):
    read = Outline(parts=tuple(Part(role, (item,)) for role, item in parts))
    found = doubts.find_unheaded_parts(read, template, "大纲.yaml")
    assert all((one.code, one.severity) == ("no-heading", Severity.WARNING) for one in found)
    return [one.message.partition("”")[0].removeprefix("“") for one in found]


HEADED = ("tasks", Section(heading="干", points=(Point(text=("甲。",)),)))
BARE = Section(points=(Point(text=("甲。",)),))
TEMPLATE = Template("试", roles=(TemplateRole("achievements", "成效"), TemplateRole("tasks", "任务")))


def test_points_without_a_heading_are_told_beside_a_part_that_has_one():
    """By the name that the template gives the part, else by the usual one."""
    assert unheaded(TEMPLATE, HEADED, ("achievements", BARE)) == ["成效"]
    assert unheaded(TEMPLATE, HEADED, ("gaps", BARE)) == ["不足"]
    assert unheaded(TEMPLATE, HEADED, ("own", BARE)) == ["own"]


def test_points_of_two_parts_without_headings_are_told():
    """Both count from 一、; one part alone may."""
    assert unheaded(TEMPLATE, ("tasks", BARE), ("achievements", BARE)) == ["任务", "成效"]
    assert unheaded(TEMPLATE, ("tasks", BARE)) == []


@pytest.mark.parametrize(
    "section",
    [
        Section(lead=("一句。",)),
        Section(points=BARE.points, layout="inline"),
        Section(points=BARE.points, marks="一是"),
        Section(heading="好", points=BARE.points),
        "一句话。",
    ],
)
def test_what_does_not_count_from_one_is_not_told(section):
    """Without points, within a paragraph, with marks of its own, with a heading, a text."""
    assert unheaded(TEMPLATE, HEADED, ("achievements", section)) == []


@pytest.mark.parametrize(("layout", "marks", "own", "told"), [
    ("inline", None, "", []), ("", "一是", "", []), ("inline", None, "lead", ["成效"]), ("", None, "", ["成效"]),
    ("heading", None, "", ["成效"]),
])  # fmt: skip
def test_a_part_whose_template_sets_its_points_otherwise_is_not_told(layout, marks, own, told):
    """Unless the outline asks for another layout."""
    roles = (TemplateRole("achievements", "成效", layout=layout, marks=marks or ""),)
    section = Section(points=BARE.points, layout=own)

    assert unheaded(Template("试", roles=roles), HEADED, ("achievements", section)) == told


def test_a_template_that_takes_any_part_prints_as_it_stands():
    """Nothing is told of it."""
    assert unheaded(Template("试", any_role=True), HEADED, ("achievements", BARE)) == []


@pytest.mark.parametrize(
    ("yaml", "genre", "told"),
    [
        ("附件:\n  - {标题: 清单, 内容: 甲}\n", "部署讲话", ["附件"]),
        ("附件:\n  - {标题: 清单, 内容: 甲}\n", "通知", []),
        ("目录: 是\n", "原样", []),
        ("目录: 是\n", "部署讲话", []),
        ("称谓: [同志们]\n", "部署讲话", []),
    ],
)
def test_what_the_genre_has_no_place_for_is_told(yaml, genre, told):
    """Attachments, a table of contents."""
    at = session()
    found = doubts.find_unprinted(at, outline(HEAD + yaml), at.templates.named(genre), "大纲.yaml")

    assert [problem.message for problem in found] == [f"{genre}不排“{key}”" for key in told]
    assert all((one.code, one.severity, one.place.source) == ("not-printed", Severity.WARNING, "大纲.yaml") for one in found)  # fmt: skip


def test_a_paper_beside_the_draft_prints_what_it_wants():
    """It is none of the genres."""
    at = session()
    digests = [entry for name in ("数据核对单", "讲话提纲") if (entry := at.templates.named(name)).digest]

    assert digests
    for template in digests:
        assert doubts.find_unprinted(at, outline(f"{HEAD}目录: 是\n"), template, "大纲.yaml") == []


def test_a_missing_part_is_told_with_what_to_write():
    """By the name that the template gives it."""
    roles = (TemplateRole("tasks", "任务", required=True, prompt="写任务"), TemplateRole("problems", "问题"))
    (problem,) = doubts.find_missing_parts(Outline(), Template("试", roles=roles), "大纲.yaml")

    assert (problem.code, problem.severity, problem.hint) == ("missing-part", Severity.WARNING, "写任务")
    assert "“任务”" in problem.message and problem.place.source == "大纲.yaml"


def test_where_nothing_is_near_all_that_there_is_is_told():
    """Facts for a reference, what is referred to for a setting."""
    ((_, hint),) = wrong("'{{ 完全不同 }}'", facts="数据: {办件量: 1, 巡查: 2}\n")

    assert hint == "可以用：办件量、巡查"
    ((_, hint),) = unused(["完全不同"], ["办件量", "巡查"])
    assert hint == "可以用：办件量、巡查"


@pytest.mark.parametrize(
    ("genre", "told"),
    [
        ("表态发言", ["省里的部署"]),
        ("交流发言", ["省里的部署"]),
        ("致辞", ["省里的部署"]),
        ("研讨发言", []),
        ("部署讲话", []),
    ],
)
def test_what_a_guest_leaves_to_the_host_is_told(genre, told):
    """Who is not the host does not say what the meeting carries out; who wrote it down hears so."""
    text = f"模板: {genre}\n标题: 题\n场合: {{名称: 全市档案工作会议, 上级精神: 省里的部署。}}\n任务: 抓好落实。\n"

    found = production.prepare(session(), text, "大纲.yaml", Options()).loaded.problems

    left = [one.message for one in found if one.code == "not-printed" and "上级精神" in one.message]
    assert [one for one in told if any(one in message for message in left)] == told and len(left) == len(told)


def _misspelt(count):
    facts = {f"数据{number}": None for number in range(count)}
    references = tuple(Reference(f"数居{number}", "", Place("x", 1)) for number in range(count))
    return Outline(template="部署讲话", title="题", facts=facts, references=references)


def test_names_that_are_misspelt_are_looked_up_as_far_as_a_person_would_read():
    """All are told, and one that is named again keeps its hint."""
    found = doubts.find_unknown_references(_misspelt(1000))
    assert [problem.message for problem in found] == [f"数据里没有“数居{n}”" for n in range(1000)]
    assert "是不是“数据" in found[20].hint
    assert found[-1].hint == "先改前面的，再看这一个"
    few = _misspelt(200)
    again = doubts.find_unknown_references(replace(few, references=few.references * 5))
    assert len(again) == 1000
    assert all(problem.hint.startswith("是不是“数据") for problem in again)


def test_references_to_no_fact_are_looked_up_in_time_that_grows_with_them():
    assert not grows_too_fast(doubts.find_unknown_references, lambda size: _misspelt(size // 8))


def test_points_are_counted_once_however_often_their_number_is_asked_for():
    def asked(size):
        points = tuple(Point(f"要点{number}") for number in range(size // 2))
        references = (Reference("任务", "条数", Place("x", 1)),) * (size // 2)
        parts = tuple(Part("tasks", (Section(points=(point,)),)) for point in points)
        return Outline(template="部署讲话", title="题", parts=parts, references=references)

    assert not grows_too_fast(doubts.find_unknown_references, asked)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("模板: 通知\n标题: 关于甲的通知\n称谓: [各位家长]\n事项: 开会。\n", "称谓"),
        ("模板: 部署讲话\n标题: 题\n主送: 各县\n任务: 干。\n", "主送"),
        ("模板: 部署讲话\n标题: 题\n公文: {联系人: 甲某}\n任务: 干。\n", "联系人"),
        ("模板: 通知\n标题: 关于甲的通知\n题下: 甲市办公室\n事项: 开会。\n", "题下"),
    ],
)
def test_what_stands_about_a_text_and_has_no_place_is_told(text, key):
    """Nobody finds out from the printed page that it was dropped."""
    draft = production.from_outline(session(), text, "稿.yaml", Options())

    assert [one.message[1:].split("”")[0] for one in draft.problems if one.code == "not-printed"] == [key]


def test_what_is_printed_as_it_is_prints_all_about_it():
    """Whom to call, and the stage beside lines below the title."""
    text = "模板: 原样\n标题: 题\n题下: 甲市办公室\n稿次: 征求意见稿\n公文: {联系人: 甲某, 值班电话: 123, 报送时限: 3月底}\n主体: 开会。\n"
    draft = production.from_outline(session(), text, "稿.yaml", Options())
    page = text_of(draft.bound.document)

    assert all(said in page for said in ("甲市办公室", "征求意见稿", "甲某", "123", "3月底"))
    assert not [one for one in draft.problems if one.code == "not-printed"]
