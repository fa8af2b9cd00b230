"""Long titles break where their sense does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.layout.titles import lines, width


@pytest.mark.parametrize(
    ("title", "broken"),
    [
        ("在全市政务服务工作推进会上的讲话", ["在全市政务服务工作推进会上的讲话"]),
        ("澜川市政务服务管理局2025年工作总结", ["澜川市政务服务管理局2025年工作总结"]),
        (
            "关于进一步加强全市安全生产和防灾减灾救灾工作切实保障人民群众生命财产安全的实施意见",
            ["关于进一步加强全市安全生产和", "防灾减灾救灾工作切实保障", "人民群众生命财产安全的实施意见"],
        ),
    ],
)
def test_titles_break_where_their_sense_does(title, broken):
    """No word is cut and no line begins with a particle."""
    assert lines(title, 20) == broken


@given(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), min_size=1, max_size=199))
def test_no_line_is_too_long_and_no_character_is_lost(title):
    """Whatever the title."""
    broken = lines(title, 20)

    assert "".join(broken) == title
    assert all(width(line) <= 20 for line in broken)
