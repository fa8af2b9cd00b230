"""Words by which a page of the web gives itself away."""

from __future__ import annotations

import pytest

from drafter.copying import webwords


def test_no_word_is_weighed_twice():
    words = [*webwords.SURE, *webwords.LIKELY]

    assert len(set(words)) == len(words)


@pytest.mark.parametrize(
    ("line", "weight", "sure"),
    [
        ("要抓好落实", 0, False),
        ("规范会员管理", 1, False),
        ("小编整理", 3, True),
        ("收藏 | 打印 | 关闭", 6, False),
    ],
)
def test_a_line_weighs_what_its_words_and_buttons_do(line, weight, sure):
    assert webwords.weigh(line) == (weight, sure)
