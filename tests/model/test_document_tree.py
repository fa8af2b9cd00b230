"""The tree of a page: what it prints, piece by piece, and as writers take it."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from drafter.model.document import (
    Added,
    Aid,
    Attachment,
    Contents,
    Count,
    Document,
    Fact,
    Gap,
    Lead,
    PageBreak,
    Paragraph,
    Role,
    Ruby,
    Table,
    Text,
    Value,
    headings,
    merged,
    paragraphs,
    pieces,
    plain,
    text_of,
)
from drafter.model.words import Origin
from tests.builders import Passage

HERE = Origin(Passage("甲"))

_LEAVES = st.one_of(
    st.text("甲乙", max_size=3).map(Text),
    st.text("丙丁", max_size=2).map(lambda text: Text(text, HERE)),
    st.just(Fact("量", "数")),
    st.just(Count(2)),
    st.just(Gap("缺", "××", HERE)),
    st.just(Ruby("难", "nán")),
    st.just(Aid("∥")),
)
_INLINES = st.recursive(
    st.lists(_LEAVES, max_size=4).map(tuple),
    lambda inner: st.lists(
        st.one_of(_LEAVES, st.builds(Lead, inner, st.integers(0, 4)), st.builds(Added, inner), st.builds(Value, inner)),
        max_size=3,
    ).map(tuple),
    max_leaves=8,
)  # fmt: skip
_BLOCKS = st.recursive(
    st.one_of(
        st.builds(Paragraph, st.sampled_from(Role), _INLINES, st.integers(0, 4)),
        st.builds(Table, st.lists(st.lists(_INLINES, max_size=2).map(tuple), max_size=2).map(tuple)),
        st.sampled_from((PageBreak(), Contents())),
    ),
    lambda inner: st.builds(Attachment, st.lists(inner, max_size=2).map(tuple), st.booleans()),
    max_leaves=5,
)
_DOCUMENTS = st.lists(_BLOCKS, max_size=4).map(lambda blocks: Document(tuple(blocks)))


def inside(content):
    """Every row of inlines, that of what holds others too."""
    yield content
    for inline in content:
        if isinstance(inline, Lead | Added | Value):
            yield from inside(inline.content)


def shape(blocks):
    """The blocks without what their paragraphs say."""
    return [
        (block.role, block.level)
        if isinstance(block, Paragraph)
        else (shape(block.blocks), block.landscape)
        if isinstance(block, Attachment)
        else [len(row) for row in block.rows]
        if isinstance(block, Table)
        else block
        for block in blocks
    ]


def test_three_texts_in_a_row_are_one():
    """The level of a lead sentence stays."""
    row = (Text("甲"), Text("乙", HERE), Text("丙"), Gap("缺", "××"), Text("丁"))
    document = Document((Paragraph(Role.BODY, (Lead(row, 2), *row)),))

    joined = (Text("甲乙丙"), Gap("缺", "××"), Text("丁"))
    assert merged(document).blocks[0].content == (Lead(joined, 2), *joined)


def test_a_paragraph_of_one_text_is_left_as_it_is():
    """The very same: most are."""
    block = Paragraph(Role.BODY, (Text("甲", HERE),))

    assert merged(Document((block,))).blocks[0] is block
    inner = Paragraph(Role.BODY, (Added((Text("甲"), Text("乙"))),))
    assert merged(Document((inner,))).blocks[0].content == (Added((Text("甲乙"),)),)


def test_what_a_reference_prints_while_it_is_none():
    """As it is referred to; a reading and a mark for the eye are no text."""
    content = (Fact("量"), Fact("量", "数"), Count(3), Ruby("难", "nán"), Aid("∥"))

    assert plain(content) == "{{ 量 }}{{ 量.数 }}{{ 条数=3 }}难"


def test_a_contents_lists_headings_of_two_levels():
    """Those of attachments aside."""
    made = [Paragraph(Role.HEADING, (Text(str(level)),), level) for level in range(5)]
    document = Document((*made, Paragraph(Role.BODY, (), 1), Attachment((made[1],)), PageBreak()))

    assert headings(document) == [made[1], made[2]]


def test_cells_are_paragraphs_without_a_role():
    """Row by row, those of an attachment in its place."""
    table = Table((((Text("甲"),), (Text("乙"),)), ((Text("丙"),),)))
    last = Paragraph(Role.BODY, (Text("丁"),))
    document = Document((Attachment((table,)), Contents(), last))

    assert list(paragraphs(document)) == [(None, (Text(text),)) for text in "甲乙丙"] + [(last, last.content)]
    assert text_of(document) == "甲\n乙\n丙\n丁"


def test_what_is_not_said_of_a_block_is_the_usual():
    """A lead of no level, a paragraph of none, without a part and with nothing beside it, an attachment upright."""
    body = Paragraph(Role.BODY, ())

    assert (Lead(()).level, Attachment(()).landscape) == (0, False)
    assert (body.level, body.line, body.part, body.aside) == (0, None, "", "")


def test_origins_make_no_difference_between_two_texts():
    """They say the same."""
    assert [Text("甲", HERE), Fact("甲", "", HERE), Count(1, HERE), Gap("甲", "×", HERE)] == [
        Text("甲"), Fact("甲"), Count(1), Gap("甲", "×"),
    ]  # fmt: skip
    assert Paragraph(Role.BODY, (), 0, 7, "tasks", "旁") == Paragraph(Role.BODY, ())


@given(_INLINES)
def test_the_pieces_of_a_paragraph_are_what_it_prints(content):
    """In order, each with its own origin."""
    assert "".join(text for text, _ in pieces(content)) == plain(content)
    for text, origin in pieces(content):
        assert (origin is HERE) == (set(text) <= set("丙丁×") and (bool(text) or origin is HERE))


@given(_DOCUMENTS)
def test_writers_get_the_same_page_with_texts_that_stand_together_as_one(document):
    """Nothing else is changed: roles, levels, cells, what holds others."""
    one = merged(document)

    assert text_of(one) == text_of(document)
    assert shape(one.blocks) == shape(document.blocks)
    for (_, content), (_, before) in zip(paragraphs(one), paragraphs(document), strict=True):
        for row in inside(content):
            assert not any(isinstance(a, Text) and isinstance(b, Text) for a, b in pairwise(row))
        kinds = [type(inline) for inline in content if not isinstance(inline, Text)]
        assert kinds == [type(inline) for inline in before if not isinstance(inline, Text)]
    assert merged(one) == one
