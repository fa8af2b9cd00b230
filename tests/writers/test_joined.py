"""Several Word files of ours as one: each from page 1, on a new odd page."""

from __future__ import annotations

import io
import re

import pytest
from docx import Document as open_docx
from docx.enum.section import WD_SECTION

from drafter.drafting import production
from drafter.drafting.options import Options
from drafter.drafting.printing.formats import produce
from drafter.writers import joined
from drafter.writers.docx import package
from tests.builders import session

SHORT = "模板: 部署讲话\n标题: 第{}件\n任务: 请办第{}件。\n结尾: 谢谢。\n"
LISTED = "模板: 部署讲话\n目录: 是\n标题: 第{}件\n任务: {{小标题: 办好, 要点: [甲, 乙]}}\n结尾: 谢谢。\n"
TURNED = "模板: 部署讲话\n标题: 第{}件\n任务: 请办。\n附件: [{{标题: 表, 横排: 是, 内容: [见表。]}}]\n"
ENDED = "模板: 部署讲话\n标题: 第{}件\n任务: {{小标题: 办好, 表格: [[甲, 乙], [1, 2]]}}\n结尾: ''\n"


def made(yaml, number, style=""):
    at = session()
    draft = production.from_outline(
        at, yaml.format(number, number), "稿.yaml", Options(style=style), final=True
    )
    return produce(at, draft, "docx")


def body(data):
    return next(one.data for one in package.members(data) if one.name == "word/document.xml").decode()


@pytest.mark.parametrize("yaml", [SHORT, LISTED, TURNED, ENDED])
def test_each_begins_with_page_one_on_an_odd_page(yaml):
    """Its words all there, in order; every section has the page that it had."""
    files = [made(yaml, number) for number in range(3)]
    whole = joined.join(files, "合")
    document, single = open_docx(io.BytesIO(whole)), open_docx(io.BytesIO(files[0]))
    each = len(single.sections)

    assert [p.text for p in document.paragraphs if p.text] == [
        p.text for data in files for p in open_docx(io.BytesIO(data)).paragraphs if p.text
    ]
    assert len(document.sections) == 3 * each and len(document.tables) == 3 * len(single.tables)
    firsts = [document.sections[at * each] for at in range(3)]
    assert [one.start_type for one in firsts] == [
        single.sections[0].start_type, WD_SECTION.ODD_PAGE, WD_SECTION.ODD_PAGE,
    ]  # fmt: skip
    assert body(whole).count('<w:pgNumType w:start="1"/>') == 3
    assert [one.orientation for one in document.sections] == [one.orientation for one in single.sections] * 3
    assert document.core_properties.title == "合"


def test_what_a_file_has_once_only_is_made_anew():
    """Bookmarks, and what leads to them."""
    text = body(joined.join([made(LISTED, number) for number in range(3)], "合"))
    names, numbers = (
        re.findall(r'bookmarkStart [^>]*w:name="([^"]+)"', text),
        re.findall(r'Start w:id="(\d+)"', text),
    )

    assert len(names) == len(set(names)) == 3 and len(numbers) == len(set(numbers))
    assert set(re.findall(r"PAGEREF (\S+)", text)) == set(names)


def test_files_of_another_look_are_not_put_together():
    """The first that differs is told."""
    with pytest.raises(joined.UnlikeError) as refused:
        joined.join([made(SHORT, 1), made(SHORT, 2), made(SHORT, 3, "大字版")], "合")

    assert refused.value.index == 2


def test_one_alone_is_itself_and_none_is_nothing():
    """But for its title."""
    assert body(joined.join([made(SHORT, 1)], "合")).count("<w:sectPr") == 1
    with pytest.raises(ValueError, match="nothing"):
        joined.join([], "合")
