"""Roles told by form and place, and only where both agree."""

from __future__ import annotations

import pytest

from drafter.model.document import Role
from drafter.outlining.form.recognition import recognise
from tests.builders import document


def roles(md):
    return [block.role for block in recognise(document(md)).blocks]


@pytest.mark.parametrize(
    ("line", "role"),
    [("（2026年3月12日）", Role.DATE), ("2026年3月", Role.DATE), ("（送审稿）", Role.STAGE), ("——在会上的讲话", Role.SUBTITLE),
     ("同志们：", Role.SALUTATION), ("各位领导、各位来宾：", Role.SALUTATION), ("各县（市、区）人民政府，市政府各部门：", Role.ADDRESSEE),
     ("现将有关情况报告如下：", Role.BODY), ("今天开会。", Role.BODY)],
)  # fmt: skip
def test_a_line_under_the_title_is_told_by_its_form(line, role):
    """Not every line that ends in a colon is a salutation."""
    assert roles(f"# 题\n\n{line}\n\n正文。\n")[1] is role


def test_the_same_line_further_down_is_text():
    """Form alone is not enough."""
    assert roles("# 题\n\n正文。\n\n同志们：\n\n正文。\n")[2] is Role.BODY


def test_a_signature_stands_above_its_date_at_the_end():
    """Unit and date, the last two lines."""
    assert roles("# 题\n\n正文。\n\n市教育局\n\n2026年3月2日\n")[-2:] == [Role.SIGNATURE, Role.SIGNING_DATE]


def test_a_document_that_names_its_roles_is_left_alone():
    """One container is enough to say that the writer knows them."""
    assert roles("# 题\n\n::: 稿次\n（讨论稿）\n:::\n\n同志们：\n")[-1] is Role.BODY
