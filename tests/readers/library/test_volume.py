"""A file of the library as its entries."""

from __future__ import annotations

import pytest

from drafter.model import vocabulary
from drafter.model.library import Volume
from drafter.model.outline import Point, Section
from drafter.readers.library import volume as library_volume
from drafter.readers.library.entries import Ids

ROLES = vocabulary.spellings(vocabulary.ROLES)
OUTLINE = """模板: 部署讲话
标题: 在防汛会上的讲话
日期: 2025-04-01
称谓: [同志们]
场合: {名称: 全市防汛工作会议}
标签: [防汛]
数据: {水库: 12}
成绩:
  小标题: 做了几件事
  导语: 主要有{{ 条数 }}件。
  要点:
    - 标题: 水库除险
      正文: 除险{{ 水库 }}座。
    - 没有标题的一个要点，写了一句话。
任务:
  要点:
    - {标题: 水库除险, 正文: 接着除险。}
    - 引用: 别处-要点
结尾: 谢谢大家！
"""
COLLECTION = """素材集: 督查
标签: [督查]
文体: 部署讲话
素材:
  - 编号: 督查-销号
    类别: 要点
    角色: 任务
    标题: 逐项销号
    正文: 办一件销一件。
    标签: [台账]
    备注: 自己改
  - {类别: 小节, 角色: 保障, 标题: 加强领导, 导语: 一句话。, 要点: [一个要点]}
  - {类别: 结尾, 正文: 让我们行动起来。, 场合: 部署会}
"""


def read(text):
    return library_volume.read(Volume("防汛", text), lambda _: ROLES)


def entries(text):
    contents = read(text)
    assert not contents.problems
    return [shelved.entry for shelved in contents.shelved]


def test_an_outline_is_itself_its_sections_and_its_points():
    """Ids are made of the file's name and of titles; one that comes twice is numbered."""
    assert [(entry.id, entry.kind, entry.role) for entry in entries(OUTLINE)] == [
        ("防汛", "outline", ""),
        ("防汛#做了几件事", "section", "achievements"),
        ("防汛#水库除险", "point", "achievements"),
        ("防汛#没有标题的一个要点写了一句话", "point", "achievements"),
        ("防汛#任务", "section", "tasks"),
        ("防汛#水库除险-2", "point", "tasks"),
    ]


def test_an_outline_says_when_where_and_to_whom():
    """And which entries it takes."""
    whole = entries(OUTLINE)[0]

    assert (whole.title, whole.date, whole.year) == ("在防汛会上的讲话", "2025年4月1日", "2025")
    assert (whole.occasion, whole.audience, whole.tags) == ("全市防汛工作会议", "同志们", ("防汛",))
    assert whole.uses == ("别处-要点",)
    assert "主要有两件。" in whole.paragraphs and whole.paragraphs[-1] == "谢谢大家！"


def test_an_id_survives_what_is_written_around_it():
    """A point put in front changes no other's id."""
    more = OUTLINE.replace(
        "  要点:\n    - 标题: 水库除险\n      正文: 除",
        "  要点:\n    - 标题: 新的\n    - 标题: 水库除险\n      正文: 除",
    )

    assert {entry.id for entry in entries(OUTLINE)} < {entry.id for entry in entries(more)}


def test_a_collection_holds_sections_points_and_phrases():
    """What its head says holds for each that does not say it itself."""
    point, section, phrase = (shelved for shelved in read(COLLECTION).shelved)

    assert (point.entry.id, point.entry.role, point.entry.tags) == ("督查-销号", "tasks", ("督查", "台账"))
    assert (point.entry.template, point.entry.note) == ("部署讲话", "自己改")
    assert isinstance(point.piece, Point) and isinstance(section.piece, Section)
    assert (section.entry.id, section.entry.kind) == ("防汛#加强领导", "section")
    assert (phrase.entry.kind, phrase.entry.role, phrase.piece) == (
        "phrase",
        "closing",
        ("让我们行动起来。",),
    )


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        ("{类别: 俗语, 正文: 甲}", "unknown-value"),
        ("{编号: 甲 乙, 正文: 甲}", "bad-id"),
        ("{类别: 引文, 正文: 千里之行，始于足下}", "missing-key"),
        ("{类别: 要点, 正文: 甲, 颜色: 红}", "unknown-key"),
        ("{类别: 结尾, 引用: 好的}", "wrong-place"),
        ("一句话", "wrong-type"),
    ],
)
def test_a_wrong_entry_is_a_problem_at_its_place(entry, code):
    """The others are read."""
    contents = read(f"素材:\n  - {entry}\n  - {{编号: 好的, 正文: 一个要点。}}\n")

    assert (code, 2) in [(problem.code, problem.place.line) for problem in contents.problems]
    assert contents.shelved[-1].entry.id == "好的"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("素材集: 甲\n素财:\n  - {编号: 甲 乙, 正文: 丙}\n", ["unknown-key", "bad-id"]),
        ("素材:\n  - {编好: 甲 乙, 正文: 丙}\n", ["unknown-key", "bad-id"]),
        ("素材:\n  - {类另: 俗语, 正文: 丙}\n", ["unknown-key", "unknown-value"]),
        ("素材:\n  - {类别: 引文, 来原: 丙, 正文: 丁}\n", ["unknown-key"]),
        ("素材:\n  - {类别: 要点, 正纹: {甲: 乙}}\n", ["unknown-key", "wrong-type"]),
        ("素材集: 甲\n", ["wrong-type"]),
    ],
)
def test_what_stands_under_a_misspelt_key_is_checked_as_well(text, expected):
    """In the collection and in its entries."""
    assert [problem.code for problem in read(text).problems] == expected


def test_an_id_that_comes_twice_in_a_file_is_a_problem():
    """Both are kept, the second by its title."""
    contents = read(
        "素材:\n  - {编号: 甲, 标题: 一, 正文: 乙乙乙乙}\n  - {编号: 甲, 标题: 二, 正文: 丙丙丙丙}\n"
    )

    assert [(problem.code, problem.place.line) for problem in contents.problems] == [("repeated-id", 3)]
    assert [one.entry.id.partition("#")[2] or one.entry.id for one in contents.shelved] == ["甲", "二"]


def test_english_keys_mean_the_same():
    """One table of both spellings."""
    english = (
        COLLECTION.replace("素材集", "collection").replace("素材", "entries").replace("标签", "tags")
        .replace("文体", "template").replace("编号", "id").replace("类别", "kind").replace("角色", "role")
        .replace("标题", "title").replace("正文", "text").replace("备注", "note").replace("导语", "lead")
        .replace(" 要点: [", " points: [").replace("场合", "occasion")
    )  # fmt: skip

    assert entries(english) == entries(COLLECTION)


def test_ids_and_titles_are_cut_and_too_short_points_are_left_out():
    """Sixteen characters of an id, twenty-four of a title; a point without one has eight."""
    long = "甲乙丙丁戊己庚辛壬癸" * 3
    found = entries(f"素材集: 库\n素材:\n  - {{类别: 要点, 正文: {long}}}\n") + entries(
        f"模板: 部署讲话\n标题: 题\n任务:\n  要点: [一二三四五六七, 一二三四五六七八, {long}]\n"
    )

    assert Ids("库").new(long[:16]) == Ids("库").new(long[:17]) == f"库#{long[:16]}"
    assert [e.title for e in found if e.kind == "point"][-2:] == ["一二三四五六七八", long[:24]]
    assert "一二三四五六七" not in [e.text for e in found]
