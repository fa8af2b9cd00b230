"""Hidden bookmarks say which text of its outline a paragraph comes from; nothing on the page moves for them."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace

import pytest

from drafter.drafting import production
from drafter.drafting.options import Options
from drafter.drafting.printing.formats import produce
from tests.builders import session
from tests.conftest import SAMPLES

OUTLINE = """模板: 部署讲话
标题: 在会上的讲话
数据:
  堤长: {数值: 86, 单位: 公里}
任务:
  小标题: 抓好两件事
  要点:
    - 标题: 查隐患
      正文: 查堤{{ 堤长 }}，再查{{ 堤长 }}。
    - |
      备足物资。

      还要备足人。
"""


def body(text, final=False, anchored=True, name="讲话.yaml"):
    """`word/document.xml` of an outline's draft."""
    draft = production.from_outline(session(), text, name, Options(), final)
    data = produce(session(), draft if anchored else replace(draft, anchored=False), "docx")
    return zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode("utf-8")


def names(xml):
    return re.findall(r'w:bookmarkStart w:id="\d+" w:name="(_dr\w+)"', xml)


def test_each_paragraph_bears_the_ordinal_of_its_text(home):
    """In the outline's order of reading; one that stands again is counted; the first bears the outline's digest."""
    draft, *found = names(body(OUTLINE))

    assert re.fullmatch("_drv[a-p]{10}", draft)
    assert found == ["_dr2", "_dr5", "_dr6", "_dr7", "_dr3", "_dr3_2", "_dr8", "_dr8_2"]


def test_they_have_no_width_and_no_number_twice(home):
    """A bookmark that has any moves lines in LibreOffice."""
    xml = body(OUTLINE)
    ids = re.findall(r'<w:bookmarkStart w:id="(\d+)" w:name="\w+"/><w:bookmarkEnd w:id="\1"/>', xml)

    assert len(ids) == len(set(ids)) == xml.count("<w:bookmarkStart ")


def test_comments_and_layout_of_the_yaml_are_no_other_outline(home):
    """The digest is of what it says."""
    said = names(body(OUTLINE))[0]

    assert (
        names(body("# 说明\n" + OUTLINE.replace("模板: 部署讲话\n", "template: 部署讲话   # 注\n")))[0]
        == said
    )
    assert names(body(OUTLINE.replace("查堤", "巡堤")))[0] != said


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_without_them_it_is_the_same_file(home, path):
    """Runs are cut at figures alone; and a final copy tells nothing of its making."""
    text = path.read_text(encoding="utf-8")
    plain = body(text, anchored=False, name=path.name)
    marked = re.sub(
        r'<w:bookmark(?:Start|End) w:id="\d+"(?: w:name="_dr\w+")?/>', "", body(text, name=path.name)
    )
    words = re.compile(r"<w:t[^>]*>([^<]*)</w:t>|(</w:p>)")

    assert words.findall(plain) and _joined(words, plain) == _joined(words, marked)
    assert names(body(text, name=path.name)) and not names(
        body(OUTLINE.replace("{{ 堤长 }}", "86公里"), final=True)
    )


def _joined(words, xml):
    return "".join("".join(found) for found in words.findall(xml))
