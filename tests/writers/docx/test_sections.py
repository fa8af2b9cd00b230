"""Odd but honest documents, as valid Word files."""

from __future__ import annotations

import pytest

from drafter.model import outline as out
from drafter.writers.docx.properties import Properties
from tests.builders import document, session
from tests.writers.docx.test_rendered import validate

SIDE = ":::: 横排附件\n附件\n\n| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |\n::::\n\n"
BREAK = "::: 分页\n:::\n\n"
ODD = {
    "breaks before a page on its side": f"文字。\n\n{BREAK}{BREAK}{SIDE}",
    "a page on its side that ends in a break": f":::: 横排附件\n文字。\n\n{BREAK}::::\n\n文字。\n",
    "two pages on their sides": f"文字。\n\n{SIDE}{SIDE}",
    "an empty page on its side": f"文字。\n\n:::: 横排附件\n::::\n\n{SIDE}",
    "nothing but a page on its side": SIDE,
    "one inside an attachment": f"文字。\n\n::::: 附件\n附件1\n\n{SIDE}:::::\n\n文字。\n",
    "a header alone": "::: 版头\n格式：信函\n:::\n",
    "a very long banner": f"::: 版头\n发文机关标志：{'很长的机关名称' * 60}\n:::\n\n文字。\n",
    "an open banner": "::: 版头\n发文机关标志：〔待补：发文机关〕\n发文字号：××〔2026〕3号\n:::\n\n文字。\n",
    "an imprint alone": "::: 版记\n抄送：甲。\n:::\n",
    "a table before a title": "| 甲 |\n| --- |\n| 乙 |\n\n# 标题\n\n| 甲 |\n| --- |\n|  |\n",
    "contents without headings": "::: 目录\n:::\n\n文字。\n",
    "contents of a letter": "::: 目录\n:::\n\n::: 版头\n格式：信函\n发文机关标志：某局\n:::\n\n## 一、标题\n\n文字。\n",
}  # fmt: skip


@pytest.mark.parametrize("name", ODD)
def test_every_odd_document_is_a_valid_word_file(validator, tmp_path, name):
    """To Microsoft's validator."""
    from drafter.drafting.binding import bind

    bound = bind(document(ODD[name]), {}).document
    path = tmp_path / "odd.docx"
    path.write_bytes(
        session().stylesheets.writer("公文").write(bound, Properties(), [1] if "## " in ODD[name] else ())
    )

    assert validate(validator, path, "Microsoft365") == []


def test_a_letter_is_one_wherever_its_head_stands():
    """Its first page shows no number though a table of contents goes before."""
    written = session().stylesheets.writer("公文")._body.write(document(ODD["contents of a letter"]), [1])

    assert "<w:titlePg/>" in written


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("（送审稿）", "送审稿"),
        ("送审稿（二）", "送审稿（二）"),
        ("（联系人：张三）（急）", "（联系人：张三）（急）"),
        ("", ""),
    ],
)
def test_only_brackets_around_the_whole_are_taken_off(text, bare):
    """An author's own stay."""
    assert out.unbracketed(text) == bare
