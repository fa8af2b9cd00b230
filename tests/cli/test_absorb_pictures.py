"""`drafter absorb` and pictures: the words come back, pictures stay where the outline has them, and a difference is told."""

from __future__ import annotations

import io

import docx
import pytest

from tests.pictures import png

OUTLINE = """模板: 原样
标题: 题
开头:
  - 今天开会。
  - 图片: 甲.png
  - 图片: {路径: 甲.png, 图名: 图2}
  - 就讲这些。
"""


@pytest.fixture
def built(drafter, tmp_path):
    (tmp_path / "甲.png").write_bytes(png(60, 30))
    (tmp_path / "稿.yaml").write_text(OUTLINE, encoding="utf-8")
    assert drafter("build", "稿.yaml", "-o", "稿.docx").code == 0
    return docx.Document(str(tmp_path / "稿.docx"))


def test_a_changed_word_comes_back_beside_them(drafter, tmp_path, built):
    next(one for one in built.paragraphs if one.text == "就讲这些。").runs[0].text = "先讲这些。"
    built.save(tmp_path / "改.docx")
    told = drafter("absorb", "稿.yaml", "改.docx", "--reviewer", "改.docx=甲", "-o", "新.yaml")

    assert told.code == 0 and "图片" not in told.err
    assert (tmp_path / "新.yaml").read_text(encoding="utf-8") == OUTLINE.replace("就讲这些", "先讲这些")


@pytest.mark.parametrize(("change", "left"), [("away", 1), ("in", 3)])
def test_one_that_was_taken_away_or_put_in_is_told(drafter, tmp_path, built, change, left):
    if change == "away":
        shown = next(one._p for one in built.paragraphs if one._p.xpath(".//pic:pic"))
        shown.getparent().remove(shown)
    else:
        built.paragraphs[-1].add_run().add_picture(io.BytesIO(png(40, 20)))
    built.save(tmp_path / "改.docx")
    told = drafter("absorb", "稿.yaml", "改.docx", "--reviewer", "改.docx=甲", "-o", "新.yaml")

    assert f"改.docx 里有图片 {left} 张，大纲里 2 张" in told.err
    assert (tmp_path / "新.yaml").read_text(encoding="utf-8") == OUTLINE
