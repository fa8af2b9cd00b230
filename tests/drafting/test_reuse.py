"""What `use` makes of an outline, wherever it stands, and where old years are marked."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.drafting.loading import load
from drafter.drafting.options import Options
from drafter.library.renewing import _Marker
from drafter.model.outline import Section
from drafter.problems import InputProblem
from drafter.session.session import Session
from drafter.storage import places
from tests.builders import lines, session

COLLECTION = """素材集: 甲
素材:
  - {编号: 甲-要点, 类别: 要点, 标题: 原来的标题, 正文: "要点说到{{ 办结率 }}。"}
  - {编号: 甲-小节, 类别: 小节, 标题: 一节, 导语: 节里有两条。, 要点: [第一条说了话。, 第二条也说了。]}
  - {编号: 甲-词句, 类别: 结尾, 正文: [先说一句。, 再说一句。]}
"""
HEAD = "模板: 原样\n标题: 题\n层次序号: [一、, （一）, 一是]\n"


@pytest.fixture(autouse=True)
def library(tmp_path, monkeypatch):
    """A folder with one collection."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DRAFTER_LIBRARY", str(tmp_path / "库"))
    (tmp_path / "库").mkdir()
    (tmp_path / "库" / "甲.yaml").write_text(COLLECTION, encoding="utf-8")


@pytest.mark.parametrize(
    ("yaml", "printed"),
    [
        (
            "任务:\n  小标题: 干\n  要点:\n    - {引用: 甲-要点, 标题: 我的标题}\n数据: {办结率: 99%}\n",
            ["一、干", "（一）我的标题。要点说到99%。"],
        ),
        (
            "任务:\n  小标题: 干\n  要点:\n    - 标题: 上层\n      要点: [{引用: 甲-要点}]\n",
            ["一、干", "（一）上层", "一是原来的标题。要点说到〔待补：办结率〕。"],
        ),
        (
            "任务:\n  小标题: 干\n  要点: [{引用: 甲-小节}]\n",
            [
                "一、干",
                "（一）一节。节里有两条。",
                "一是第一条说了话。",
                "二是第二条也说了。",
            ],
        ),
        (
            "任务:\n  引用: 甲-小节\n  小标题: 改了的\n",
            ["一、改了的", "节里有两条。", "（一）第一条说了话。", "（二）第二条也说了。"],
        ),
        ("结尾: [{引用: 甲-词句}]\n", ["先说一句。", "再说一句。"]),
        ("任务:\n  小标题: 干\n  要点: [{引用: 甲-词句}]\n", ["一、干", "（一）先说一句。", "再说一句。"]),
        ("小节:\n  - {角色: 任务, 引用: 甲-要点}\n", ["一、原来的标题", "要点说到〔待补：办结率〕。"]),
    ],
)
def test_an_entry_stands_where_it_is_used(yaml, printed):
    """Its words, under the outline's own title and numbers, with the outline's own figures."""
    assert lines(HEAD + yaml)[1:] == printed


NESTED = """素材集: 乙
素材:
  - {编号: 乙-外点, 类别: 要点, 标题: 外点, 引用: 甲-要点}
  - {编号: 乙-双层, 类别: 要点, 引用: 乙-外点}
  - {编号: 乙-小节, 类别: 小节, 标题: 外节, 要点: [自己的一句话。, {引用: 乙-外点}]}
  - {编号: 乙-列后, 类别: 小节, 标题: 列后, 要点: [列里的话。], 小结: {要点: [{引用: 甲-要点}]}}
  - {编号: 乙-圈甲, 类别: 要点, 引用: 乙-圈乙}
  - {编号: 乙-圈乙, 类别: 要点, 标题: 圈, 要点: [{引用: 乙-圈甲}]}
  - {编号: 乙-缺, 类别: 要点, 标题: 缺, 要点: [{引用: 没有的}, {引用: 稿}]}
"""
OLD = "模板: 原样\n标题: 稿\n任务:\n  要点:\n    - {标题: 旧点, 要点: [{引用: 甲-要点}]}\n"


@pytest.fixture
def nested(library, tmp_path):
    """Entries that take others over, and an old outline that does."""
    (tmp_path / "库" / "乙.yaml").write_text(NESTED, encoding="utf-8")
    (tmp_path / "库" / "稿.yaml").write_text(OLD, encoding="utf-8")


@pytest.mark.parametrize(
    ("used", "printed"),
    [
        ("乙-外点", ["（一）外点。要点说到99%。"]),
        ("乙-双层", ["（一）外点。要点说到99%。"]),
        ("乙-小节", ["（一）外节", "一是自己的一句话。", "二是外点。要点说到99%。"]),
        ("稿#旧点", ["（一）旧点", "一是原来的标题。要点说到99%。"]),
    ],
)
def test_an_entry_may_take_others_over(nested, used, printed):
    """Its own title holds over theirs, the outline's over both."""
    yaml = HEAD + f"任务:\n  小标题: 干\n  要点: [{{引用: {used}}}]\n数据: {{办结率: 99%}}\n"

    assert lines(yaml)[2:] == printed


def test_what_stands_behind_a_row_is_taken_over_too(nested):
    """The points of its tail."""
    printed = lines(HEAD + "任务: {引用: 乙-列后}\n数据: {办结率: 99%}\n")

    assert any("要点说到99%。" in line for line in printed)


@pytest.mark.parametrize(
    ("used", "faults"),
    [
        ("乙-圈甲", [("circular-use", "“乙-圈甲”、“乙-圈乙”、“乙-圈甲”")]),
        (
            "乙-缺",
            [
                ("unknown-entry", "（素材“乙-缺”里引用的）"),
                ("whole-outline", "（素材“乙-缺”里引用的）"),
            ],
        ),
    ],
)
def test_what_an_entry_cannot_take_over_is_said_where_the_outline_used_it(nested, used, faults):
    """A ring, something missing, a whole outline."""
    text = HEAD + f"任务:\n  小标题: 干\n  要点:\n    - 引用: {used}\n"
    with pytest.raises(InputProblem) as refused:
        load(session(), text, "a.yaml", Options())

    problems = refused.value.problems
    assert [(one.code, one.place.line) for one in problems] == [(code, 7) for code, _ in faults]
    assert all(said in one.message for one, (_, said) in zip(problems, faults, strict=True))


def test_attachments_take_entries_over_as_parts_do(library):
    """They printed without them, and nobody said so."""
    yaml = "任务: 一句话。\n附件:\n  - 标题: 清单\n    内容:\n      要点: [{引用: 甲-要点}]\n数据: {办结率: 99%}\n"

    assert "要点说到99%。" in "".join(lines(HEAD + yaml))
    with pytest.raises(InputProblem) as refused:
        load(session(), HEAD + yaml.replace("甲-要点", "没有的"), "a.yaml", Options())
    assert [one.code for one in refused.value.problems] == ["unknown-entry"]


OTHERS = """素材集: 丙
素材:
  - {编号: 丙-表, 类别: 小节, 标题: 有表, 表格: [[序号, 事项], ["1", 巡护]]}
  - {编号: 丙-责, 类别: 要点, 标题: 有责任, 正文: 办好。, 责任单位: 市林业局, 时限: 2026-05-01}
"""


@pytest.mark.parametrize(
    ("yaml", "left"),
    [
        ("任务: {小标题: 干, 要点: [{引用: 丙-表}]}\n", "表格"),
        ("任务: {引用: 丙-责}\n", "责任单位、时限"),
        ("任务: {引用: 丙-表}\n", ""),
        ("任务: {小标题: 干, 要点: [{引用: 丙-责}]}\n", ""),
    ],
)
def test_what_finds_no_place_where_an_entry_is_used_is_told(library, tmp_path, yaml, left):
    """A table in a point; who answers for a section."""
    (tmp_path / "库" / "丙.yaml").write_text(OTHERS, encoding="utf-8")
    told = [
        one for one in load(session(), HEAD + yaml, "a.yaml", Options()).problems if one.code == "left-behind"
    ]

    assert [left in one.message for one in told] == ([True] if left else [])


def _chain(folder, count):
    entries = (f"  - {{编号: 链{n}, 类别: 要点, 引用: 链{n + 1}}}\n" for n in range(count - 1))
    last = f"  - {{编号: 链{count - 1}, 类别: 要点, 标题: 到底, 正文: 到底了。}}\n"
    (folder / "链.yaml").write_text("素材:\n" + "".join(entries) + last, encoding="utf-8")


def test_entries_take_over_eight_deep(tmp_path):
    """Whoever builds more has lost the thread."""
    text = HEAD + "任务: {小标题: 干, 要点: [{引用: 链0}]}\n"
    _chain(tmp_path / "库", 8)
    assert lines(text)[2:] == ["（一）到底。到底了。"]

    _chain(tmp_path / "库", 9)
    with pytest.raises(InputProblem) as refused:
        load(session(), text, "a.yaml", Options())
    assert [(one.code, "超过 8 层" in one.message) for one in refused.value.problems] == [("too-large", True)]


@pytest.mark.parametrize(("text", "limit"), [("一句话。", "5000 条"), ("一句很长的话，" * 300, "500 万字")])
def test_what_unfolds_to_more_than_any_paper_holds_is_refused(tmp_path, text, limit):
    """Ten entries of ten uses each: the count is of what comes out."""
    entries = "".join(
        f"  - {{编号: 层{n}, 类别: 要点, 标题: 层, 要点: [{', '.join([f'{{引用: 层{n + 1}}}'] * 10)}]}}\n"
        for n in range(4)
    )
    last = f"  - {{编号: 层4, 类别: 要点, 标题: 底, 正文: {text}}}\n"
    (tmp_path / "库" / "层.yaml").write_text("素材:\n" + entries + last, encoding="utf-8")

    with pytest.raises(InputProblem) as refused:
        load(session(), HEAD + "任务: {小标题: 干, 要点: [{引用: 层0}]}\n", "a.yaml", Options())

    (problem,) = refused.value.problems
    assert (problem.code, problem.place.line, limit in problem.message) == ("too-large", 4, True)


def test_an_outline_that_uses_nothing_opens_no_library():
    """Nor pays for one."""
    asked = []
    at = Session(places.find(Path.cwd()), Path.cwd(), lambda *wanted: asked.append(wanted))
    load(at, HEAD + "任务: 一句话。\n", "a.yaml", Options())

    assert asked == []


def test_what_was_taken_over_keeps_its_origin():
    """In the outline that is drafted."""
    loaded = load(session(), HEAD + "任务: {引用: 甲-小节}\n", "a.yaml", Options())

    (section,) = loaded.outline.parts[0].items
    assert isinstance(section, Section) and section.source == "甲-小节"
    assert [one.entry.id for one in loaded.taken] == ["甲-小节"]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        (
            "2025年3月6日开工，2024年比2023年多",
            "〔待补：原2025年3月6日〕开工，〔待补：原2024年〕比〔待补：原2023年〕多",
        ),
        ("到2026年、2035年，1998年那场水", "到〔待补：原2026年〕、2035年，1998年那场水"),
        ("二〇二五年是关键，24年底开过会", "〔待补：原二〇二五年〕是关键，〔待补：原24年〕底开过会"),
        ("3月15日又开会，工作了15年，近10年来", "〔待补：原3月15日〕又开会，工作了15年，近10年来"),
        ("时限2025-06-30前", "时限〔待补：原2025-06-30〕前"),
        ("{{ 2025年数 }}和〔待补：2025年〕", "{{ 2025年数 }}和〔待补：2025年〕"),
        ("编号12025年的件", "编号12025年的件"),
    ],
)
def test_the_years_that_move_are_marked(text, marked):
    """Those around the outline's own; history, far plans, references and gaps stay."""
    assert _Marker(2025)(text) == marked
