"""Blanks left to be filled in, through every door: none is squeezed or deleted on the way."""

from __future__ import annotations

import io

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.residue import TYPED_GAP, blanks, may_hold_gap, on_one_line

FORM = (
    "我单位（      ）承诺，于    年  月  日前完成。",
    "联系人：        电话：　　　　，不得空缺。",
    "本次申请补助　　　万元，全部用于防汛。",
)
TEXT = "\n".join(("关于开展自查的通知", "各县水务局：", *FORM))
OUTLINE = "模板: 原样\n标题: 关于开展自查的通知\n日期: 2026-03-12\n开头:\n" + "".join(
    f"  - {line}\n" for line in FORM
)


def word(text):
    """A Word file with a paragraph for each line."""
    document = docx.Document()
    for line in text.split("\n"):
        document.add_paragraph(line)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


FILES = {"a.txt": TEXT.encode(), "a.docx": word(TEXT), "a.yaml": OUTLINE.encode()}


@pytest.mark.parametrize("name", ["a.txt", "a.docx"])
def test_an_import_keeps_them(drafter, tmp_path, name):
    (tmp_path / name).write_bytes(FILES[name])
    assert drafter("import", name, "-o", "新.yaml").code == 0
    written = (tmp_path / "新.yaml").read_text("utf-8")
    assert [line for line in FORM if line not in written] == []


def test_a_draft_prints_them(drafter, tmp_path):
    (tmp_path / "a.yaml").write_bytes(FILES["a.yaml"])
    assert drafter("build", "a.yaml", "-o", "a.txt").code == 0
    printed = (tmp_path / "a.txt").read_text("utf-8")
    assert [line for line in FORM if line not in printed] == []


@pytest.mark.parametrize("name", FILES)
def test_a_fix_leaves_them_and_they_are_told(drafter, tmp_path, name):
    (tmp_path / name).write_bytes(FILES[name])
    result = drafter("check", name, "--fix", "--json")
    assert (tmp_path / name).read_bytes() == FILES[name]
    problems = result.json["files"][0]["problems"]
    assert sum(one["code"] == "placeholder" for one in problems) == 7


@pytest.mark.parametrize(
    "text",
    [
        "会议  日程另发。",
        "时间  年度计划另发。",
        "二〇二六年 三月十二日",
        "附件：    1. 名单",
        "用款  元旦前结清。",
    ],
)
def test_other_white_space_is_none(text):
    assert list(blanks(text)) == []


@given(st.text("年月日元（）：，。县  \t　万", max_size=40))
def test_on_one_line_is_a_law(text):
    once = on_one_line(text)
    assert on_one_line(once) == once
    assert "".join(once.split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("请于【时间】前完成，报送[单位名称]。", 2),
        ("第×号台风登陆，见第X号文件。", 2),
        ("投资（…）万元，拨付（？）万元，结余（）亿元。", 3),
        ("数字待补，金额暂缺，其余TBD。", 3),
        ("染色体核型为46,XX和46,XY，XX染色体异常的转诊。", 0),
        ("【解读】全文如下。", 0),
        ("名单另附，数据以统计局为准。", 0),
    ],
)
def test_places_left_open_by_hand_are_found(text, count):
    """And what only looks like one is none."""
    assert len(TYPED_GAP.findall(text)) == count
    assert may_hold_gap(text) or not count
