"""A paragraph of a person's Markdown knows where each of its characters stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.drafting import production
from drafter.drafting.options import Options
from drafter.model.document import paragraphs, pieces
from drafter.problems import Place
from drafter.readers.markdown.passages import MarkdownPassage
from tests.builders import session


def passage(said, raw):
    return MarkdownPassage("稿.md", said, raw, 3, 5, 20)


@pytest.mark.parametrize(
    ("offset", "line", "column", "start"),
    [(0, 3, 5, 20), (1, 3, 6, 21), (2, 4, 3, 25), (3, 4, 4, 26), (4, 5, 1, 28), (5, 5, 2, 29)],
)
def test_a_character_stands_on_its_own_line(offset, line, column, start):
    """The first line begins at its column, the others at one; past the end is the end."""
    one = passage("甲乙丙丁戊", "甲乙\n  丙丁\n戊")

    assert one.place_at(offset) == Place("稿.md", line, column)
    assert one.span(offset, offset) == (start, start)
    assert one.key == ""


@pytest.mark.parametrize(
    ("start", "end", "span"), [(0, 1, (20, 21)), (0, 2, (20, 22)), (1, 3, (21, 26)), (4, 5, (28, 29)), (2, 2, (25, 25)), (0, 9, (20, 20)), (7, 9, (29, 29))]
)  # fmt: skip
def test_characters_stand_from_their_first_to_behind_their_last(start, end, span):
    """What lies between two lines with them; none of what is not there."""
    assert passage("甲乙丙丁戊", "甲乙\n  丙丁\n戊").span(start, end) == span


def test_an_empty_one_stands_where_it_begins():
    """It has no characters."""
    assert passage("", "").span(0, 0) == (20, 20)
    assert passage("", "").place_at(0) == Place("稿.md", 3, 5)


_LINE = st.text("甲乙ab，。# *|", min_size=1, max_size=6)


@given(st.lists(st.lists(_LINE, min_size=1, max_size=3), min_size=1, max_size=4))
def test_every_text_of_a_persons_markdown_stands_where_it_says(blocks):
    """Line and column, whatever the blocks turn out to be."""
    text = "\n\n".join("\n".join(block) for block in blocks) + "\n"
    draft = production.from_markdown(session(), f"# 题\n\n{text}", "稿.md", Options())
    lines = f"# 题\n\n{text}".splitlines(keepends=True)
    for _, content in paragraphs(draft.bound.document):
        for said, origin in pieces(content):
            if origin is None or not said or not origin.exact:
                continue
            place = origin.place
            start, _ = origin.passage.span(origin.offset, origin.offset + 1)
            assert f"# 题\n\n{text}"[start] == lines[place.line - 1][place.column - 1]
            if said[0] != " ":
                assert lines[place.line - 1][place.column - 1] == said[0]
