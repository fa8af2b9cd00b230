"""What changed, as a person marks it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.redline.changes import changes
from drafter.redline.shortest import common
from drafter.redline.units import units


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
