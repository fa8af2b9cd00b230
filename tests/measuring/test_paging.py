"""On which page everything is likely to stand: heights, what is kept together, what begins a page."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.layout.columns import RULE
from drafter.measuring.paging import heading_pages, pages, paginate
from drafter.model.document import (
    Aid,
    Attachment,
    Contents,
    Document,
    Lead,
    PageBreak,
    Paragraph,
    Role,
    Table,
    Text,
)
from drafter.model.stylesheet import LONGEST_KEPT, PARAGRAPH_STYLES, ParagraphStyle
from tests.builders import said, session

LINES, CHARS, LINE = 10, 20, 1000


def sheet(lines=LINES, **body):
    """A look whose page holds ten lines of twenty characters; `body` changes the style of body text."""
    plain = session().stylesheets.named("gbt9704")
    size = plain.paragraphs["body"].size
    style = ParagraphStyle("正文", "仿宋", size)
    old = plain.page
    page = replace(
        old,
        lines=lines, chars=CHARS, line=LINE, char_spacing=0,
        height=old.top + old.bottom + lines * LINE, width=old.left + old.right + CHARS * size * 10,
    )  # fmt: skip
    styles = dict.fromkeys(PARAGRAPH_STYLES, style) | {"body": replace(style, **body)}
    return replace(plain, page=page, paragraphs=styles)


def body(text="字"):
    return said(Role.BODY, text)


def lines(count):
    """Lines that no style of body text changes."""
    return [said(Role.NOTE)] * count


def long(count):
    return body("字" * CHARS * count)


def count(*blocks, **style):
    return pages(Document(blocks), sheet(**style))


def fills(found, height, **style):
    """Whether the blocks take exactly so many lines of a page: as many more lines fit as are left."""
    rest = LINES - height
    return (count(*found, *lines(rest), **style), count(*found, *lines(rest + 1), **style)) == (1, 2)


@pytest.mark.parametrize(("count", "expected"), [(1, 1), (22, 1), (23, 2), (44, 2), (45, 3)])
def test_a_page_holds_22_lines(count, expected):
    """The estimate agrees with the grid."""
    document = Document(tuple(body("字" * 20) for _ in range(count)))

    assert pages(document, session().stylesheets.named("gbt9704")) == expected


def test_an_empty_document_is_a_page():
    """A sheet of paper comes out all the same."""
    assert count() == 1


def test_a_page_break_begins_a_page():
    """Whatever is left of the one before, and one after another each its own; the last begins none."""
    assert count(body(), PageBreak(), *lines(LINES)) == 2
    assert count(body(), PageBreak(), *lines(LINES + 1)) == 3
    assert count(body(), PageBreak(), PageBreak(), body()) == 3
    assert count(body(), PageBreak()) == 1


@pytest.mark.parametrize(
    ("text", "style", "height"),
    [
        ("字" * CHARS, {}, 1),
        ("字" * (CHARS + 1), {}, 2),
        ("a" * 2 * CHARS, {}, 1),
        ("a" * (2 * CHARS + 1), {}, 2),
        ("", {}, 1),
        ("字\n\n字", {}, 3),
        ("字" * (CHARS - 2), {"first_line": 2}, 1),
        ("字" * (CHARS - 1), {"first_line": 2}, 2),
        ("字" * (CHARS - 3), {"left": 2, "right": 1}, 1),
        ("字" * (CHARS - 2), {"left": 2, "right": 1}, 2),
        ("字" * CHARS, {"left": 3, "hanging": 3}, 1),
        ("字" * (2 * CHARS - 3), {"left": 3, "hanging": 3}, 2),
        ("字" * (2 * CHARS - 2), {"left": 3, "hanging": 3}, 3),
        ("字字字", {"left": CHARS - 1.5}, 3),
        ("字", {"line": 2 * LINE}, 2),
        ("字" * 2 * CHARS, {"line": 2 * LINE}, 4),
        ("字", {"before": 2}, 3),
        ("字", {"after": 3}, 4),
        ("字", {"before": 2, "after": 3, "line": 2 * LINE}, 7),
    ],
)
def test_a_paragraph_is_as_high_as_its_lines_and_the_space_around_it(text, style, height):
    """Indents narrow it, ASCII counts half, an own pitch and the space before and after count."""
    assert fills([body(text)], height, **style)


def test_larger_characters_are_wider():
    """Of twice the size, half as many stand in a line."""
    look = sheet()
    double = replace(look.paragraphs["note"], size=2 * look.paragraphs["body"].size)
    look = replace(look, paragraphs={**look.paragraphs, "note": double})
    note = said(Role.NOTE, "字" * (CHARS // 2 + 1))

    assert pages(Document((note, *[body()] * (LINES - 2))), look) == 1
    assert pages(Document((note, *[body()] * (LINES - 1))), look) == 2


def test_a_title_breaks_where_its_sense_does():
    """In as few lines as hold it with half a character to spare, and not where the line is full."""
    title = "关于进一步做好全市城区防汛工作的通知"
    laid = paginate(Document((said(Role.TITLE, title),)), sheet())
    long = paginate(Document((said(Role.TITLE, title + "（第二次征求意见稿）"),)), sheet())

    assert laid[0].pieces[0].spans == [(0, len(title))]
    assert len(long[0].pieces[0].spans) == 2


def test_what_is_too_long_for_a_title_breaks_as_lines_do():
    """Eleven lines of twenty characters."""
    laid = paginate(Document((said(Role.TITLE, "字" * 11 * CHARS),)), sheet())

    assert [len(page.pieces[0].spans) for page in laid] == [LINES, 1]


def test_a_table_is_as_high_as_its_rows_with_their_rules_and_a_line_after_it():
    """A cell breaks in lines within its margins, and the highest of a row counts."""
    row = ((Text("甲"),), (Text("乙"),))
    high = ((Text("甲乙" * 9),), (Text("乙"),))

    assert RULE * 5 < LINE
    assert count(Table((row,) * 4), *lines(LINES - 6)) == 1
    assert count(Table((row,) * 4), *lines(LINES - 4)) == 2
    assert count(Table((row, high)), *lines(LINES - 4)) == 2


def test_the_head_of_a_table_stands_on_each_of_its_pages():
    """Twelve rows are a head and eleven, of which eight stand on the first page."""
    table = Table(tuple(((Text(str(n)),),) for n in range(12)))
    laid = paginate(Document((table,)), sheet())

    assert [page.pieces[0].spans for page in laid] == [
        [(n, n + 1) for n in range(9)],
        [(n, n + 1) for n in range(9, 12)],
    ]
    full = Table(tuple(((Text(str(n)),),) for n in range(9 + 7)))
    assert count(full) == 2
    assert count(full, body()) == 3


def test_a_paragraph_goes_on_where_the_page_ends():
    """Twelve lines after five leave seven on the next page, twenty-seven stand on three."""
    assert count(*lines(5), long(12), *lines(3)) == 2
    assert count(*lines(5), long(12), *lines(4)) == 3
    assert count(long(27), *lines(3)) == 3
    assert count(long(27), *lines(4)) == 4


def test_pages_tell_which_characters_stand_in_their_lines():
    """The marks for who reads aloud take room too."""
    content = (Lead((Text("一是快。"),)), Text("字" * CHARS), Aid("∧"))
    laid = paginate(Document((*lines(LINES - 1), Paragraph(Role.BODY, content))), sheet())

    assert laid[0].pieces[-1].spans == [(0, CHARS)]
    assert [piece.spans for piece in laid[1].pieces] == [[(CHARS, CHARS + 5)]]
    assert laid[1].pieces[0].block == Paragraph(Role.BODY, content)


@pytest.mark.parametrize(
    ("height", "keep", "expected"),
    [(LONGEST_KEPT, True, 3), (LONGEST_KEPT, False, 2), (LONGEST_KEPT + 1, True, 2)],
)
def test_a_short_paragraph_that_is_not_to_be_parted_goes_to_the_next_page(height, keep, expected):
    """Up to six lines; a longer one would leave too much of the page white."""
    assert LONGEST_KEPT == 6
    assert count(*lines(8), long(height), *lines(5), keep_lines=keep) == expected


def test_what_fits_stays_though_it_is_not_to_be_parted():
    """Exactly to the foot of the page; the next stands above."""
    assert count(*lines(6), long(4), *lines(LINES), keep_lines=True) == 2


def test_what_no_page_holds_is_parted():
    """A page of five lines and six that should not be parted; a line higher than the page has one of its own."""
    assert count(*lines(1), long(6), *lines(3), lines=5, keep_lines=True) == 2
    assert count(body(), body(), body(), lines=0) == 3


def test_lines_without_height_stand_on_one_page():
    """A stylesheet may say so, senseless as it is."""
    flat = sheet()
    flat = replace(flat, page=replace(flat.page, line=0))

    assert pages(Document(tuple(lines(100))), flat) == 1


def test_a_heading_stands_with_the_first_line_after_it():
    """Of any length; two headings go together."""
    look = sheet()
    kept = replace(look.paragraphs["heading1"], keep_next=True)
    look = replace(look, paragraphs={**look.paragraphs, "heading1": kept, "heading2": kept})
    heads = said(Role.HEADING, "一、头", 1), said(Role.HEADING, "（一）头", 2)

    for above, page in ((LINES - 2, 1), (LINES - 1, 2)):
        document = Document((*lines(above), heads[0], long(3)))
        assert heading_pages(document, look) == [page]
    for above, page in ((LINES - 3, 1), (LINES - 2, 2)):
        document = Document((*lines(above), *heads, long(3)))
        assert heading_pages(document, look) == [page, page]


def test_a_signature_takes_the_last_words_of_the_text_with_it():
    """A page that holds nothing but a signature is a fault."""
    signed = said(Role.SIGNATURE), said(Role.SIGNING_DATE, "2026年7月24日")
    laid = paginate(Document((*lines(LINES - 1), body(), *signed)), sheet())

    assert [len(page.pieces) for page in laid] == [LINES - 1, 3]


@pytest.mark.parametrize(("number", "page"), [(LINES - 1, 2), (LINES, 3)])
def test_a_table_of_contents_has_pages_of_its_own(number, page):
    """A line a heading, one for its title; the text begins on the next page."""
    blocks = (Contents(), *[said(Role.HEADING, str(n), 2) for n in range(number)])

    assert heading_pages(Document(blocks), sheet()) == [page] * number


def test_headings_are_found_on_the_pages_where_they_stand():
    """Of levels 1 and 2 alone."""
    heads = [said(Role.HEADING, "一、头", level) for level in (1, 2, 3, 1)]
    document = Document((heads[0], *lines(LINES), *heads[1:3], PageBreak(), heads[3]))

    assert heading_pages(document, sheet()) == [1, 2, 3]


def test_an_attachment_begins_a_page_and_so_does_what_follows_it():
    """And what it holds is counted there."""
    assert count(body(), Attachment((*lines(LINES), Table((((Text("甲"),),),))))) == 3
    assert count(body(), Attachment((body(),)), body()) == 3


def test_a_page_on_its_side_holds_fewer_and_longer_lines():
    """As many as its height has room for; an imprint after it stands on a page that stands up."""
    look = session().stylesheets.named("gbt9704")
    lying = Attachment(tuple([body("字" * 35)] * 15), landscape=True)
    imprint = said(Role.IMPRINT, "抄送：市审计局。")
    laid = paginate(Document((body(), lying, imprint)), look)

    assert [page.lying for page in laid] == [False, True, False]
    assert pages(Document((body(), replace(lying, blocks=(*lying.blocks, body())))), look) == 3
    assert [page.lying for page in paginate(Document((lying,)), look)] == [True]


@given(st.lists(st.sampled_from([body(), long(3), said(Role.HEADING, "头", 1), PageBreak()]), max_size=30))
def test_every_line_stands_on_one_page(blocks):
    """In order; and more text never fills fewer pages."""
    document = Document(tuple(blocks))
    laid = paginate(document, sheet())
    spans = [span for page in laid for piece in page.pieces for span in piece.spans]
    expected = [block for block in blocks if isinstance(block, Paragraph)]

    assert sum(end - start for start, end in spans) == sum(len(p.content[0].text) for p in expected)
    assert pages(Document((*blocks, body())), sheet()) >= len(laid)
