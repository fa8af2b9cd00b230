"""Which paragraph became which."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.redline.aligning import groups
from tests.growth import grows_too_fast

A = "一年来，我们围绕重点项目抓推进，全县开工项目四十二个，完成投资三十六亿元。"
B = "同时也要看到，基层人手紧、任务重的矛盾还没有根本缓解，个别工作推进不快。"
C = "下一步，要把安全生产摆在突出位置，逐企逐点排查隐患，做到整改有人盯、到期有人验。"


def became(old, new):
    return [(old[one.old : one.old_end], new[one.new : one.new_end]) for one in groups(old, new)]


def test_what_is_changed_is_found_again():
    """Whatever came between, and went."""
    changed = B.replace("基层", "乡镇").replace("不快", "偏慢")

    assert became([A, B, C], [A, "新来的一段话，讲别的事情。", changed]) == [
        ([A], [A]),
        ([], ["新来的一段话，讲别的事情。"]),
        ([B], [changed]),
        ([C], []),
    ]


@pytest.mark.parametrize("at", [12, 20])
def test_a_paragraph_that_was_split_is_both(at):
    """And two that became one."""
    assert became([A, B], [A, B[:at], B[at:]]) == [([A], [A]), ([B], [B[:at], B[at:]])]
    assert became([A, B[:at], B[at:]], [A, B]) == [([A], [A]), ([B[:at], B[at:]], [B])]


TEXTS = st.lists(st.text(alphabet="甲乙丙丁戊，。", max_size=12), max_size=8)


@given(TEXTS, TEXTS)
def test_every_paragraph_is_in_one_group_in_its_order(old, new):
    """Of both sides; no group is empty."""
    found = groups(old, new)

    assert [at for one in found for at in range(one.old, one.old_end)] == list(range(len(old)))
    assert [at for one in found for at in range(one.new, one.new_end)] == list(range(len(new)))
    assert all(one.old < one.old_end or one.new < one.new_end for one in found)


def test_thousands_of_paragraphs_are_aligned_in_time_that_grows_with_them():
    """All of them changed."""

    def texts(size):
        return [f"第{at}条要求是把{at * 7}项工作办好。" for at in range(size // 20)]

    assert not grows_too_fast(lambda rows: groups(rows, [f"{row}很好" for row in rows]), texts)
