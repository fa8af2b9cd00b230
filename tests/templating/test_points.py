"""Marks, layouts and punctuation: what the contract says of them comes out."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.drafting.composing import compose
from drafter.model.outline import Point, Section
from drafter.readers.outline import outline as outline_yaml
from drafter.templating import points
from drafter.templating.levels import Level
from drafter.templating.points import SectionWriter
from drafter.writers import outline_yaml as outline_writer
from tests.builders import ROLES, lines

FIXTURES = Path(__file__).parents[1] / "fixtures"
EVERYTHING = (FIXTURES / "everything.yaml").read_text(encoding="utf-8")
PRINTED = (FIXTURES / "everything.txt").read_text(encoding="utf-8").splitlines()


def test_every_key_mark_layout_and_nesting_comes_out_as_it_should():
    """The golden text was read line by line by a person."""
    assert lines(EVERYTHING) == PRINTED


def test_english_keys_print_the_same():
    """The same outline in English keys comes out the same."""
    source, _ = outline_yaml.parse(EVERYTHING, "x")
    read, _ = outline_yaml.read(source, ROLES)

    assert lines(outline_writer.write(read, keys="en")) == PRINTED


def inline(*points, extra=""):
    listed = "".join(f"    - {point}\n" for point in points)
    (line,) = lines(f"模板: 原样\n任务:\n  排法: 段内\n  序号: 一是\n{extra}  要点:\n{listed}")
    return line


@pytest.mark.parametrize(
    ("points", "printed"),
    [
        (("甲", "乙", "丙"), "一是甲；二是乙；三是丙。"),
        (("甲", "乙。", "丙"), "一是甲。二是乙。三是丙。"),
        (("甲；", "乙；", "丙。"), "一是甲；二是乙；三是丙。"),
        (("甲！", "乙"), "一是甲！二是乙。"),
        (("他说“甲。”", "乙"), "一是他说“甲。”二是乙。"),
        (("甲",), "一是甲。"),
        (("甲……", "乙"), "一是甲……二是乙。"),
    ],
)
def test_no_mark_between_inline_points_is_missing_or_doubled(points, printed):
    """；between and 。at the end where none holds a full stop; else 。after each."""
    assert inline(*points) == printed


def test_a_row_behind_an_inline_point_stays_in_its_paragraph():
    """Below, it would read as the next point's."""
    assert (
        inline(
            "{标题: 甲点, 正文: 甲文。, 小结: {导语: 甲结。, 要点: [甲一, 甲二], 小结: 甲末。}}",
            "{标题: 乙点, 正文: 乙文。}",
        )
        == "一是甲点。甲文。甲结。甲一；甲二。甲末。二是乙点。乙文。"
    )


@pytest.mark.parametrize(
    ("marks", "points", "printed"),
    [
        ("", "[甲]", "导。甲。"),
        ("", "[甲, 乙]", "导。一是甲；二是乙。"),
        ("  序号: 一要\n", "[甲]", "导。一要甲。"),
        ("", "[{标题: 甲, 要点: [丙]}, 乙]", "导。一是甲。丙。二是乙。"),
        ("", "[{标题: 甲, 要点: [丙, 丁]}, 乙]", "导。一是甲。一要丙；二要丁。二是乙。"),
    ],
)
def test_an_inline_point_that_is_alone_takes_no_mark(marks, points, printed):
    """Nobody says 一是 where there is no 二是; marks that were asked for are printed."""
    assert lines(
        f"模板: 原样\n编号: [一、]\n任务:\n  导语: 导。\n  版式: 段内\n{marks}  要点: {points}\n"
    ) == [printed]


@pytest.mark.parametrize(
    ("text", "depth", "level"),
    [
        ("一、甲", 3, 1), ("（一）甲", 0, 2), ("1.甲", 0, 3), ("（1）甲", 0, 4),
        ("甲", 0, 1), ("甲", 1, 2), ("甲", 3, 4), ("甲", 4, 4), ("一是甲", 5, 4),
    ],
)  # fmt: skip
def test_a_heading_is_of_the_level_of_its_mark_else_of_its_depth(text, depth, level):
    """There are four: what stands deeper is of the fourth."""
    assert points._heading_level(text, Level((), depth)) == level


@pytest.mark.parametrize(("length", "is_title"), [(20, True), (21, False)])
def test_a_first_sentence_of_twenty_characters_is_a_title_and_a_longer_one_is_not(length, is_title):
    """Contract §1; its end mark aside."""
    sentence = "字" * length + "。"
    data = SectionWriter(lambda _: 0, str).section(
        Section(points=(Point(text=(sentence + "后文。",)),)), None, Level(("（一）",)), 1, 1
    )

    assert [block["lead"] for block in data["blocks"]] == ([f"（一）{sentence}"] if is_title else [""])


def test_the_tail_of_an_inline_section_starts_a_paragraph_unless_it_runs_on():
    """`run_on` draws it in."""
    yaml = "模板: 原样\n任务:\n  排法: 段内\n  序号: 一是\n  要点: [甲, 乙]\n  小结: 完。\n"

    assert lines(yaml) == ["一是甲；二是乙。", "完。"]
    assert lines(yaml + "  接排: 是\n") == ["一是甲；二是乙。完。"]


def test_a_section_without_a_heading_takes_no_number_and_uses_up_no_level():
    """Numbers of headings run on past it, and its points stand on the first level."""
    printed = lines(
        "模板: 原样\n层次序号: [一、, （一）]\n小节:\n  - {小标题: 甲, 导语: 子。}\n  - 导语: 无题。\n    要点: [{标题: 乙, 正文: 丑。}]\n"
        "  - {小标题: 丙, 导语: 寅。}\n"
    )

    assert printed == ["一、甲", "子。", "无题。", "一、乙", "丑。", "二、丙", "寅。"]


def test_where_the_numbering_runs_out_the_next_unused_running_mark_follows():
    """一是 is taken above, so 一要 comes below it."""
    printed = lines(
        "模板: 原样\n层次序号: [一、, 一是]\n任务:\n  小标题: 甲\n  要点:\n    - 标题: 乙\n      要点:\n        - 丙\n"
    )

    assert printed == ["一、甲", "一是乙", "一要丙"]


@pytest.mark.parametrize("typed", ["一、回顾成绩", "（一）回顾成绩", "1.回顾成绩"])
def test_a_heading_that_brings_its_own_mark_gets_no_second_one(typed):
    """Nobody reads 一、一、."""
    assert (
        lines(f"模板: 部署讲话\n标题: 题\n任务:\n  小标题: {typed}\n  导语: 甲。\n结尾: 完。\n")[1] == typed
    )


def test_a_short_first_sentence_of_a_plain_point_is_its_title(tmp_path, monkeypatch):
    """It stands in the font of its level; a longer one does not."""
    from drafter.model.document import Lead
    from tests.builders import loading, session

    monkeypatch.chdir(tmp_path)
    at = session()
    long = "二十一个字以上的第一句话不当作标题因为它实在太长了一点"
    yaml = f"模板: 原样\n层次序号: [（一）]\n任务:\n  要点:\n    - 短句。后文很长。\n    - {long}。后文。\n"
    loaded = loading.load(at, yaml, "x", loading.Options())
    first, second = compose(at, loaded.outline, loaded.template).blocks

    assert isinstance(first.content[0], Lead)
    assert first.content[0].level == 2
    assert not isinstance(second.content[0], Lead)


def test_a_genre_ends_the_points_that_stand_on_their_own_and_as_is_leaves_them():
    """原样 adds nothing; a speech is read aloud."""
    yaml = "标题: 题\n任务:\n  导语: 导。\n  序号: 一是\n  要点: [甲, 乙！]\n结尾: 完。\n"

    assert lines("模板: 原样\n" + yaml)[2:4] == ["一是甲", "二是乙！"]
    assert lines("模板: 部署讲话\n" + yaml)[2:4] == ["一是甲。", "二是乙！"]


def test_a_point_without_a_mark_takes_no_number():
    """The next one is the first."""
    yaml = "模板: 原样\n任务:\n  序号: 一是\n  要点: [{正文: 甲, 本条序号: 无}, 乙, 丙]\n"

    assert lines(yaml) == ["甲", "一是乙", "二是丙"]


def test_no_mark_is_used_again_below_itself():
    """Inline points that took 一是 leave 一要 to those inside them."""
    yaml = "模板: 原样\n层次序号: [一、, （一）, 一是]\n任务:\n  小标题: 头\n  排法: 段内\n  要点:\n    - {标题: 甲, 要点: [子一, 子二]}\n    - 乙\n"

    assert lines(yaml) == ["一、头", "一是甲。一要子一；二要子二。二是乙。"]


@pytest.mark.parametrize(
    ("numbering", "heading", "said", "level"),
    [
        ("一、", "甲", "一、甲", 1),
        ("（一）", "甲", "（一）甲", 2),
        ("一、", "（三）甲", "（三）甲", 2),
        ("一、", "1.甲", "1.甲", 3),
        ("一是", "甲", "一是甲", 1),
    ],
)
def test_a_section_is_of_the_level_of_its_mark(numbering, heading, said, level):
    """Its own goes before the scheme's."""
    data = SectionWriter(lambda _: 0).section(Section(heading=heading), None, Level((numbering,)), 1, 2)

    assert (data["heading"], data["level"]) == (said, level)


def test_a_text_outside_all_parts_has_no_points_to_count():
    """Those of another part can be counted by its name."""
    writer = SectionWriter({"任务": 3}.get)

    assert writer.line("{{ 条数 }}条") == "{{ 条数=0 }}条"
    assert writer.line("{{任务.条数}}条") == "{{ 条数=3 }}条"
    assert writer.line("\\{{ 条数 }}") == "\\{{ 条数 }}"


def test_a_point_of_several_paragraphs_brings_its_mark_in_the_first():
    """What the last one begins with does not matter."""
    yaml = "模板: 原样\n层次序号: [（一）]\n任务:\n  要点:\n    - 正文: [（九）甲。, 乙。]\n    - 正文: [丙。, （八）丁。]\n"

    assert lines(yaml) == ["（九）甲。", "乙。", "（二）丙。", "（八）丁。"]


def test_points_within_a_paragraph_follow_the_last_of_several():
    """It gets its end mark; those before stay as they are."""
    yaml = "模板: 原样\n层次序号: [（一）]\n任务:\n  要点:\n    - 标题: 题\n      正文: [甲, 乙]\n      排法: 段内\n      要点: [子, 丑]\n    - 又。\n"

    assert lines(yaml) == ["（一）题。甲", "乙。一是子；二是丑。", "（二）又。"]


def test_more_points_than_han_numerals_count_are_counted_in_figures():
    """Their marks too: no template fails on ten thousand points."""
    yaml = (
        "模板: 部署讲话\n标题: 在推进会上的讲话\n任务:\n  小标题: 做\n  要点:\n" + "    - 修路。\n" * 10_001
    )
    printed = lines(yaml)

    assert "要集中力量抓好10001项任务。" in printed
    assert "10001、修路。" in printed


def test_a_first_sentence_that_is_a_heading_has_no_stop():
    """It stands alone on its line; 原样 keeps everything."""
    points = "任务:\n  要点:\n    - 责任要压实。县领导包乡镇。\n    - 隐患要清零。再过一遍。\n"

    assert "一、责任要压实" in lines(f"模板: 部署讲话\n{points}")
    assert "责任要压实。县领导包乡镇。" in lines(f"模板: 原样\n{points}")
