"""What changed, as a person marks it."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.drafting import production
from drafter.drafting.options import Options
from drafter.model.document import paragraphs, plain
from drafter.redline.changes import changes
from drafter.redline.shortest import common
from drafter.redline.units import units
from tests.builders import session
from tests.conftest import SAMPLES


def marked(old, new):
    """The new text with changes in brackets: 全[-县-][+市+]."""
    said, at = "", 0
    for start, end, gone in changes(old, new):
        said += (
            new[at:start] + (f"[-{gone}-]" if gone else "") + (f"[+{new[start:end]}+]" if end > start else "")
        )
        at = end
    return said + new[at:]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("全县经济稳中有进。", "全市经济稳中有进。", "全[-县-][+市+]经济稳中有进。"),
        ("增长3.2%，好。", "增长3.6%，好。", "增长[-3.2%-][+3.6%+]，好。"),
        ("2025年办成。", "2026年办成。", "[-2025年-][+2026年+]办成。"),
        ("3月12日前报。", "4月1日前报。", "[-3月12日-][+4月1日+]前报。"),
        ("由张三牵头。", "由王五牵头。", "由[-张三-][+王五+]牵头。"),
        ("抓项目，抓投资。", "抓项目，抓招商，抓投资。", "抓项目，[+抓招商，+]抓投资。"),
        ("一是查。二是改。三是报。", "一是查。三是报。", "一是查。[-二是改。-]三是报。"),
        (
            "提高认识、统一思想，抓好落实。",
            "统一思想、提高认识，抓好落实。",
            "[-提高认识、统一思想-][+统一思想、提高认识+]，抓好落实。",
        ),
        ("用Word排版。", "用WPS排版。", "用[-Word-][+WPS+]排版。"),
        ("同样的话。", "同样的话。", "同样的话。"),
        ("", "新的。", "[+新的。+]"),
        ("全没了。", "", "[-全没了。-]"),
        ("上句，下句。", "上句。\n下句。", "上句[-，-][+。\n+]下句。"),
        (
            "各乡镇要在3月底前完成排查。",
            "各乡镇、各部门要在4月15日前完成排查。",
            "各乡镇[-要在3月底-][+、各部门要在4月15日+]前完成排查。",
        ),
        (
            "会议强调，要压实责任。",
            "会议指出，要压实责任、传导压力。",
            "会议[-强调-][+指出+]，要压实责任[+、传导压力+]。",
        ),
        (
            "完成投资12.6亿元，增长8.3%。",
            "完成投资13.2亿元，增长8.9%。",
            "完成投资[-12.6-][+13.2+]亿元，增长[-8.3%-][+8.9%+]。",
        ),
        (
            "由县发改局牵头，县财政局配合。",
            "由县财政局牵头，县发改局配合。",
            "由县[-发改-][+财政+]局牵头，县[-财政-][+发改+]局配合。",
        ),
        (
            "一要抓排查，二要抓整改，三要抓问责。",
            "一要抓排查，二要抓整改，三要抓督查，四要抓问责。",
            "一要抓排查，二要抓整改，三要抓[+督查，四要抓+]问责。",
        ),
        (
            "全县上下要以高度的责任感抓好落实。",
            "全县上下要抓好落实。",
            "全县上下要[-以高度的责任感-]抓好落实。",
        ),
        ("要坚持问题导向。", "要始终坚持问题导向、目标导向。", "要[+始终+]坚持问题[+导向、目标+]导向。"),
        (
            "去年，我们取得了较好的成绩。",
            "过去一年，我们取得了来之不易的成绩。",
            "[+过+]去[+一+]年，我们取得了[-较好-][+来之不易+]的成绩。",
        ),
        (
            "请各单位于每月25日前报送。",
            "请各单位于每季度末月25日前报送。",
            "请各单位于每[+季度末+]月25日前报送。",
        ),
        (
            "推动工作落地见效。",
            "推动各项工作落地落实、见行见效。",
            "推动[+各项+]工作落地[+落实、见行+]见效。",
        ),
        (
            "县长沈望同志主持会议。",
            "常务副县长顾青同志主持会议。",
            "[+常务副+]县长[-沈望-][+顾青+]同志主持会议。",
        ),
        (
            "新建、改建农村公路86公里。",
            "新建农村公路86公里，改建42公里。",
            "新建[-、改建-]农村公路86[+公里，改建42+]公里。",
        ),
        (
            "加强宣传引导，营造良好氛围。",
            "营造良好氛围，加强宣传引导。",
            "[-加强宣传引导，营造良好氛围-][+营造良好氛围，加强宣传引导+]。",
        ),
        (
            "依据《安全生产法》第二十一条处理。",
            "依据《中华人民共和国安全生产法》第二十一条处理。",
            "依据《[+中华人民共和国+]安全生产法》第二十一条处理。",
        ),
        ("这项工作十分重要。大家要重视。", "大家要重视。", "[-这项工作十分重要。-]大家要重视。"),
        ("第二，要严查隐患。", "第三，要严查彻改隐患。", "第[-二-][+三+]，要严查[+彻改+]隐患。"),
        (
            "联系人：王林，电话：0570-3021188。",
            "联系人：李青，电话：0570-3021199。",
            "联系人：[-王林-][+李青+]，电话：0570-[-3021188-][+3021199+]。",
        ),
        ("不得少于两次。", "不少于三次。", "不[-得-]少于[-两-][+三+]次。"),
    ],
)
def test_a_change_is_marked_as_a_person_marks_it(old, new, said):
    """Numbers, dates and Latin words whole; from mark to mark where it may."""
    assert marked(old, new) == said


TEXTS = st.text(alphabet="甲乙丙丁，。、1a2\n", max_size=40)


@given(TEXTS, TEXTS)
def test_taking_all_gives_the_new_and_taking_none_the_old(old, new):
    """Whatever is marked."""
    found = changes(old, new)
    back, at = "", 0
    for start, end, gone in found:
        assert at <= start <= end and (gone or end > start)
        back += new[at:start] + gone
        at = end

    assert back + new[at:] == old


@given(st.lists(st.sampled_from("甲乙丙丁戊"), max_size=60), st.data())
def test_little_more_is_marked_than_must_be(row, data):
    """Joins and slides cost at most what they leave standing between two changes."""
    other = list(row)
    for _ in range(data.draw(st.integers(0, 4))):
        at = data.draw(st.integers(0, len(other)))
        other[at : at + data.draw(st.integers(0, 2))] = data.draw(
            st.lists(st.sampled_from("己庚辛"), max_size=2)
        )
    old, new = "".join(row), "".join(other)
    same = sum(run.size for run in common(units(old), units(new)))
    least = len(old) + len(new) - 2 * same
    found = changes(old, new)

    assert sum(len(gone) + end - start for start, end, gone in found) <= least + 4 * max(len(found), 4)


@given(TEXTS)
def test_units_are_the_text(text):
    """None is lost."""
    assert "".join(units(text)) == text


def _least(old, new):
    """The fewest characters that a difference of these units can mark, by the plain table."""
    before, after = units(old), units(new)
    best = [[0] * (len(after) + 1) for _ in range(len(before) + 1)]
    for row in range(len(before), -1, -1):
        for column in range(len(after), -1, -1):
            ways = []
            if row < len(before) and column < len(after) and before[row] == after[column]:
                ways.append(best[row + 1][column + 1])
            if row < len(before):
                ways.append(best[row + 1][column] + len(before[row]))
            if column < len(after):
                ways.append(best[row][column + 1] + len(after[column]))
            best[row][column] = min(ways, default=0)
    return best[0][0]


def test_over_everyday_edits_little_more_is_marked_than_must_be():
    """Summed over a corpus, characters and marks: a paragraph painted twice would show here."""
    chance = random.Random(20)
    marked = least = marks = edits = 0
    for path in SAMPLES:
        drafted = production.from_outline(session(), path.read_text(encoding="utf-8"), str(path), Options())
        texts = [plain(content) for _, content in paragraphs(drafted.bound.document)]
        for old in [text for text in texts if 50 < len(text) < 200][:6]:
            new, count = old, chance.randint(1, 3)
            for at in sorted(chance.sample(range(4, len(old) - 6, 12), count), reverse=True):
                put = chance.choice(["", "都", "进一步", "3.6%", "，抓紧办好"])
                new = new[:at] + put + new[at + chance.randint(0 if put else 1, 4) :]
            found = changes(old, new)
            marked += sum(len(gone) + end - start for start, end, gone in found)
            marks, edits = marks + len(found), edits + count
            least += _least(old, new)

    assert marked <= 1.2 * least
    assert marks <= 1.2 * edits
