"""Titles that hold facts: broken by their sense as others are, names whole."""

from __future__ import annotations

import zipfile

import pytest

from drafter.layout.titles import lines
from drafter.wordml import DOCUMENT

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
