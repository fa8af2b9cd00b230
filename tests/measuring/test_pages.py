"""On which page everything is likely to fall: heights in lines, what is kept whole, what begins a page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from drafter.measuring.pages import heading_pages, pages
from drafter.model.document import Attachment, Contents, Document, PageBreak, Paragraph, Role, Table, Text
from drafter.model.stylesheet import LONGEST_KEPT, PARAGRAPH_STYLES, ParagraphStyle
from tests.builders import session

LINES, CHARS, LINE = 10, 20, 100


def sheet(lines=LINES, **body):
    """A look whose page holds ten lines of twenty characters; `body` changes the style of body text."""
    plain = session().stylesheets.named("gbt9704")
    style = ParagraphStyle("正文", "仿宋", plain.paragraphs["body"].size)
    page = replace(plain.page, lines=lines, chars=CHARS, line=LINE)
    styles = dict.fromkeys(PARAGRAPH_STYLES, style) | {"body": replace(style, **body)}
    return replace(plain, page=page, paragraphs=styles)


def body(text="字"):
    return Paragraph(Role.BODY, (Text(text),))


def fills(found, lines, **style):
    """Whether the blocks take exactly so many lines of a page: as many more lines fit as are left."""
    rest = LINES - lines
    full = Document((*found, *[_line()] * rest))
    over = Document((*found, *[_line()] * (rest + 1)))
    return (pages(full, sheet(**style)), pages(over, sheet(**style))) == (1, 2)


def _line():
    """A line that no style of body text changes."""
    return Paragraph(Role.NOTE, (Text("字"),))


def lines(count):
    return tuple(Paragraph(Role.BODY, (Text("字" * 20),)) for _ in range(count))


@pytest.mark.parametrize(("count", "expected"), [(1, 1), (22, 1), (23, 2), (44, 2), (45, 3)])
def test_a_page_holds_22_lines(count, expected):
    """The estimate agrees with the grid."""
    assert pages(Document(lines(count)), session().stylesheets.named("gbt9704")) == expected


def test_an_empty_document_is_a_page():
    """A sheet of paper comes out all the same."""
    assert pages(Document(()), sheet()) == 1


def test_a_page_break_begins_a_page():
    """Whatever is left of the one before, and one after another each its own."""
    assert pages(Document((body(), PageBreak(), *[body()] * LINES)), sheet()) == 2
    assert pages(Document((body(), PageBreak(), *[body()] * (LINES + 1))), sheet()) == 3
    assert pages(Document((PageBreak(), PageBreak())), sheet()) == 3


@pytest.mark.parametrize(
    ("text", "style", "height"),
    [
        ("字" * CHARS, {}, 1),
        ("字" * (CHARS + 1), {}, 2),
        ("a" * 2 * CHARS, {}, 1),
        ("a" * (2 * CHARS + 1), {}, 2),
        ("", {}, 1),
        ("字" * (CHARS - 2), {"first_line": 2}, 1),
        ("字" * (CHARS - 1), {"first_line": 2}, 2),
        ("字" * (CHARS - 3), {"left": 2, "right": 1}, 1),
        ("字" * (CHARS - 2), {"left": 2, "right": 1}, 2),
        ("字" * 4, {"left": CHARS}, 4),
        ("字字字", {"left": CHARS - 1.5}, 2),
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
    double = replace(look.paragraphs["title"], size=2 * look.paragraphs["body"].size)
    look = replace(look, paragraphs={**look.paragraphs, "title": double})
    title = Paragraph(Role.TITLE, (Text("字" * (CHARS // 2 + 1)),))

    assert pages(Document((title, *[_line()] * (LINES - 2))), look) == 1
    assert pages(Document((title, *[_line()] * (LINES - 1))), look) == 2


def test_a_table_is_as_high_as_its_rows():
    """Whatever its columns."""
    row = ((Text("甲"),), (Text("乙"),))

    assert fills([Table((row,) * 4)], 4)


@pytest.mark.parametrize(("over", "more"), [(1, 0), (2, 1)])
def test_a_twip_over_the_page_is_rounding(over, more):
    """Two are not; also after a break, after what was parted, after what was moved, before what is kept."""
    full = LINES * LINE + over

    assert pages(Document((body(),)), sheet(line=full)) == 1 + more
    assert pages(Document((_line(), PageBreak(), body())), sheet(line=full)) == 2 + more
    assert pages(Document((body(), *[_line()] * 9)), sheet(line=full + LINE)) == 2 + more
    six = {"lines": LONGEST_KEPT, "keep_lines": True, "line": 5 * LINE + over}
    assert pages(Document((_line(), body())), sheet(**six)) == 1 + more
    assert pages(Document((_line(), body(), _line())), sheet(**six)) == 2 + more
    assert pages(Document((_line(), _line(), body(), _line())), sheet(**six)) == 2 + more


def test_a_line_higher_than_the_page_by_a_twip_leaves_nothing_to_the_next():
    """What follows has a whole page."""
    assert pages(Document((body(), *[_line()] * LINES)), sheet(line=LINES * LINE + 1)) == 2
    assert pages(Document((body(), *[_line()] * (LINES + 1))), sheet(line=LINES * LINE + 1)) == 3


def test_a_paragraph_goes_on_where_the_page_ends():
    """Twelve lines after five leave seven on the next page, twenty-seven stand on three."""
    long = body("字" * CHARS * 12)

    assert pages(Document((*[_line()] * 5, long, *[_line()] * 3)), sheet()) == 2
    assert pages(Document((*[_line()] * 5, long, *[_line()] * 4)), sheet()) == 3
    assert pages(Document((body("字" * CHARS * 27), *[_line()] * 3)), sheet()) == 3
    assert pages(Document((body("字" * CHARS * 27), *[_line()] * 4)), sheet()) == 4


@pytest.mark.parametrize(
    ("height", "keep", "expected"),
    [(LONGEST_KEPT, True, 3), (LONGEST_KEPT, False, 2), (LONGEST_KEPT + 1, True, 2)],
)
def test_a_short_paragraph_that_is_not_to_be_parted_goes_to_the_next_page(height, keep, expected):
    """Up to six lines; a longer one would leave too much of the page white."""
    kept = body("字" * CHARS * height)
    document = Document((*[_line()] * 8, kept, *[_line()] * 5))

    assert LONGEST_KEPT == 6
    assert pages(document, sheet(keep_lines=keep)) == expected


def test_what_fits_stays_though_it_is_not_to_be_parted():
    """Exactly to the foot of the page; the next stands above."""
    document = Document((*[_line()] * 6, body("字" * CHARS * 4), *[_line()] * LINES))

    assert pages(document, sheet(keep_lines=True)) == 2


def test_what_no_page_holds_is_parted():
    """A page of five lines and six that should not be parted; one of a page's height is moved whole."""
    six = Document((_line(), body("字" * CHARS * 6), *[_line()] * 3))
    high = Document((_line(), body(), _line()))

    assert pages(six, sheet(lines=5, keep_lines=True)) == 2
    assert pages(high, sheet(lines=5, keep_lines=True, line=5 * LINE + 1)) == 3
    assert pages(Document((body(), body(), body())), sheet(lines=0)) == 3


def test_a_break_after_what_was_moved_counts_from_there():
    """The moved paragraph fills its new page from the top."""
    document = Document((*[_line()] * 8, body("字" * CHARS * 6), *[_line()] * 4))

    assert pages(document, sheet(keep_lines=True)) == 2


def heading(level=1):
    return Paragraph(Role.HEADING, (Text("一、头"),), level)


@pytest.mark.parametrize(("count", "page"), [(LINES - 2, 2), (LINES - 1, 3)])
def test_a_table_of_contents_has_pages_of_its_own(count, page):
    """A line a heading, two for its title; the text begins on the next page."""
    document = Document((Contents(), *[heading(2)] * count))
    blocks = (Contents(), *[Paragraph(Role.HEADING, (Text(str(n)),), 2) for n in range(count)])

    assert pages(document, sheet()) == page
    assert heading_pages(Document(blocks), sheet()) == [page] * count


def test_headings_are_found_on_the_pages_where_they_end():
    """Of levels 1 and 2 alone."""
    document = Document((heading(), *[body()] * LINES, heading(2), heading(3), PageBreak(), heading()))

    assert heading_pages(document, sheet()) == [1, 2, 3]


def test_an_attachment_begins_a_page():
    """And what it holds is counted there."""
    document = Document((body(), Attachment((*[body()] * LINES, Table((((Text("甲"),),),))))))

    assert pages(document, sheet()) == 3
