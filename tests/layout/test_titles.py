"""Long titles break where their sense does."""

from __future__ import annotations

import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.layout.titles import lines, width
from drafter.wordml import DOCUMENT


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


OUTLINE = """模板: 函
标题: 澜川市民政局关于反馈{{ 县 }}养老服务考核情况的函
主送: ["{{ 县 }}民政局"]
数据: {县: 响水县}
事项: [请研究。]
"""


@pytest.mark.parametrize("county", ["响水县", "东陂县", "澜江自治县", "高新区"])
def test_a_county_is_never_parted(county):
    for longest in (12.5, 15.5, 20.5):
        found = lines(f"澜川市民政局关于反馈{county}养老服务考核情况的函", longest)
        assert len(found) > 1 and sum(line.count(county[-3:]) for line in found) == 1


def test_a_title_with_a_fact_is_broken_too(drafter, tmp_path):
    """Alone, and row by row; its pages are those that were measured."""
    (tmp_path / "函.yaml").write_text(OUTLINE, encoding="utf-8")
    (tmp_path / "表.csv").write_text("县\n响水县\n东陂县\n", encoding="utf-8")
    assert drafter("build", "函.yaml", "-o", "一.docx").code == 0
    assert drafter("batch", "函.yaml", "表.csv", "-o", "出").code == 0
    for name, county in (("一.docx", "响水县"), ("出/响水县.docx", "响水县"), ("出/东陂县.docx", "东陂县")):
        text = zipfile.ZipFile(tmp_path / name).read(DOCUMENT).decode()
        title = text[text.index("澜川市民政局关于") : text.index("养老服务考核")]
        assert "<w:br/>" in title and county in title
