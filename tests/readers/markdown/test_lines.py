"""A Markdown draft for who checks it: its paragraphs without their marks, each piece where it stands."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from drafter.model.document import Role
from drafter.readers.markdown import lines as markdown_lines

DRAFT = """# 讲话

::: 称谓
同志们：
:::

## 一、甲

**一是乙。**丙
丁。

\\- 戊

| 己 | 庚\\|辛 |
|---|---|
| 壬 | |
"""


def said(text):
    return [
        ("".join(piece for _, piece in one.pieces), one.role, one.level, one.cell)
        for one in markdown_lines.read(text)
    ]


def test_markdown_is_read_without_its_marks():
    """Headings, containers, lead sentences, lines that go on, escapes, tables."""
    assert said(DRAFT) == [
        ("讲话", Role.TITLE, 0, False),
        ("同志们：", Role.SALUTATION, 0, False),
        ("一、甲", Role.HEADING, 1, False),
        ("一是乙。丙丁。", None, 0, False),
        ("- 戊", None, 0, False),
        ("己", None, 0, True),
        ("庚|辛", None, 0, True),
        ("壬", None, 0, True),
    ]


@given(st.text("甲乙#*|:\\-\n .", max_size=40))
def test_every_piece_of_markdown_stands_where_it_says(text):
    """Character by character; a space that joins two lines stands for the line's end."""
    for one in markdown_lines.read(text):
        for offset, piece in one.pieces:
            assert text[offset : offset + len(piece)] == piece or piece == " "
