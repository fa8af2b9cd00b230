"""What `use` makes of an outline, wherever it stands, and where old years are marked."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.drafting.loading import load
from drafter.drafting.options import Options
from drafter.library.renewing import _Marker
from drafter.model.outline import Section
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
