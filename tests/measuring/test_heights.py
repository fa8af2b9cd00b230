"""How high the blocks of an official paper are: the space around signatures, header block, imprint."""

from __future__ import annotations

import pytest

from drafter.layout.rows import split_rows
from drafter.measuring.heights import bands
from drafter.measuring.official import header_height, imprint_height
from drafter.model.document import Aid, Contents, Document, Paragraph, Role, Table, Text
from tests.builders import said, session

LINE = 579  # twips: 22 of them fill the type area (GB/T 9704—2012 5.2.3)


def look(name="gbt9704"):
    return session().stylesheets.named(name)


def laid(*blocks, latin=None):
    return bands(Document(blocks), look(), latin or {})


def above(*blocks):
    """The space above each block, in lines."""
    return [band.before / LINE for band in laid(*blocks)]


@pytest.mark.parametrize(
    ("roles", "lines"),
    [
        ([Role.SIGNATURE, Role.SIGNING_DATE], [1, 0]),
        ([Role.SIGNATURE, Role.SIGNATURE, Role.SIGNING_DATE], [1, 0, 0]),
        ([Role.SEALED_SIGNATURE, Role.SIGNING_DATE], [2, 0]),
        ([Role.SEALED_SIGNATURE, Role.SEALED_SIGNATURE], [2, 2]),
        ([Role.SIGNER, Role.SIGNING_DATE], [2, 1]),
        ([Role.SIGNING_DATE], [1]),
        ([Role.ATTACHMENT_NOTE, Role.ATTACHMENT_NOTE], [1, 0]),
        ([Role.BODY, Role.TITLE, Role.BODY, Role.BODY], [0, 1, 1, 0]),
        ([Role.HEADER, Role.TITLE, Role.ADDRESSEE, Role.BODY], [0, 2, 1, 0]),
        ([Role.TITLE, Role.HEADING], [0, 1]),
        ([Role.SALUTATION, Role.SALUTATION], [1, 0]),
    ],
)
def test_space_is_left_above_what_needs_it(roles, lines):
    """For a seal, under a title, above a note: as the writer of Word files leaves it."""
    assert above(*map(said, roles)) == lines


def test_signatures_and_what_stands_before_them_are_kept_together():
    """With the last words of the text and the whole attachment note; the date is the last."""
    roles = [
        Role.BODY,
        Role.BODY,
        Role.ATTACHMENT_NOTE,
        Role.ATTACHMENT_NOTE,
        Role.SIGNATURE,
        Role.SIGNING_DATE,
    ]
    found = laid(*map(said, roles))

    assert [band.with_next for band in found] == [False, True, True, True, True, False]
    assert not laid(said(Role.SIGNATURE))[0].with_next


def test_a_line_is_left_between_a_title_and_a_table():
    """And none between a text and its table."""
    table = Table((((Text("甲"),),),))

    assert laid(said(Role.TITLE), table)[0].after == LINE
    assert laid(said(Role.BODY), table)[0].after == 0


@pytest.mark.parametrize(("long", "rows"), [(3, 1), (30, 2)])
def test_a_row_is_as_high_as_its_highest_cell(long, rows):
    """A pitch of 20 points and a rule of half a point; a row to be filled in by hand is 1 cm high."""
    row = (Text("甲" * long),), (Text("乙" * 40),)
    blank = (Text("1"),), ()
    found = laid(Table((row, row, blank)))[0]

    assert max(found.heights[:2]) == found.heights[1]
    assert found.heights[1] % 400 == 10
    assert found.heights[2] == 577


def test_a_table_of_contents_has_a_title_with_a_line_under_it_and_a_row_a_heading():
    """The title's pitch is 36 points."""
    found = laid(Contents(), said(Role.HEADING, "一、头", 1), said(Role.HEADING, "（一）头", 2))[0]

    assert found.heights == [720 + LINE, LINE, LINE]
    assert list(found.ends) == [1, 2, 3]


def test_characters_of_body_size_fill_the_grid_and_others_keep_their_width():
    """28 of 三号 in a line of text, with two of indent in the first; 31 of 四号 without spacing."""
    body = laid(said(Role.BODY, "字" * 100))[0].ends
    cell = laid(Table((((Text("字" * 100),),),)))[0].heights

    assert body == (26, 54, 82, 100)
    assert cell == [4 * 400 + 10]


def rows(*lines):
    return split_rows(said(Role.HEADER, line) for line in lines)


BANNER, NUMBER = "发文机关标志：澜川市人民政府文件", "发文字号：澜政发〔2026〕6号"


def test_lines_above_the_banner_do_not_move_it():
    """GB/T 9704—2012 7.2.4: it begins 35 mm below the edge of the type area, whatever is above it."""
    plain = header_height(rows(BANNER, NUMBER), look(), {})

    assert header_height(rows("份号：000001", "密级：秘密", BANNER, NUMBER), look(), {}) == pytest.approx(
        plain
    )
    assert plain == pytest.approx((35 + 4) * 1440 / 25.4 + 2 * LINE + 52 * 20 + 16 * 20, abs=LINE / 2)


def test_signers_stand_two_in_a_line_beside_the_number():
    """Each further pair takes a line (7.2.6)."""
    heights = [header_height(rows(BANNER, *["签发人：柏怀瑾"] * n, NUMBER), look(), {}) for n in range(6)]

    assert [round((height - heights[0]) / LINE, 6) for height in heights] == [0, 0, 0, 1, 1, 2]


def test_other_forms_have_other_heads():
    """An order has no rule and a higher banner (10.2); several names stand one below another; a row that is not
    known stands in a line of its own.
    """
    plain = header_height(rows(BANNER, NUMBER), look(), {})
    order = header_height(rows("格式：命令", BANNER, NUMBER), look(), {})
    names = [f"发文机关标志：澜川市{name}局" for name in ("教育", "财政", "水务")]
    three = header_height(rows(*names, "发文机关标志：文件", NUMBER), look(), {})
    two = header_height(rows(*names[:2], "发文机关标志：文件", NUMBER), look(), {})

    assert plain - order == pytest.approx(15 * 1440 / 25.4 + 8 * 20 + look().header.rule, abs=2)
    assert three - two == 49 * 25  # at 49 points their names and 文件 fill a line
    assert header_height(rows(BANNER, NUMBER, "其他：字"), look(), {}) == plain + LINE
    assert header_height([], look(), {}) == header_height(rows(NUMBER), look(), {})


def test_a_letter_has_its_number_under_the_double_rule():
    """Copy, secrecy and urgency beside it and below (10.1)."""
    letter = ["格式：信函", "发文机关标志：澜川市交通运输局", NUMBER]
    one = header_height(rows(*letter), look(), {})

    assert header_height(rows("份号：000001", *letter), look(), {}) == one
    assert header_height(rows("份号：000001", "密级：秘密", *letter), look(), {}) == one + 400


def test_marks_for_reading_aloud_take_no_room_in_a_table_of_contents():
    """They are not printed there."""
    heading = Paragraph(Role.HEADING, (Text("字" * 26), *(Aid("▼"),) * 3), 1)
    (plain_one, *_), (marked, *_) = (
        laid(Contents(), said(Role.HEADING, "字" * 26, 1)),
        laid(Contents(), heading),
    )

    assert marked.heights == plain_one.heights


def test_an_imprint_that_says_nothing_has_no_height():
    """Nor does the writer print one."""
    assert imprint_height(rows("印发机关："), look(), {}, letter=False) == 0


def test_an_imprint_is_as_high_as_its_lines_and_rules():
    """Who printed it and when stand in one; a long list goes on in lines; a letter's has no rules."""
    short = rows("抄送：市审计局。", "印发机关：市政府办公室", "印发日期：2026年7月24日")
    long = rows(f"抄送：{'市审计局，' * 12}", "印发机关：市政府办公室", "印发日期：2026年7月24日")

    height = imprint_height(short, look(), {}, letter=False)
    assert height == 2 * LINE + 120 + 2 * look().header.imprint_rule + 20
    assert imprint_height(long, look(), {}, letter=False) == height + 2 * LINE
    assert imprint_height(short, look(), {}, letter=True) == 2 * LINE + 20


def test_the_first_line_of_what_is_placed_together_stands_for_all():
    """A page that shows it has the text of each line."""
    found = laid(
        said(Role.HEADER, BANNER), said(Role.HEADER, "抄送：" + "字" * 40), said(Role.HEADER, NUMBER)
    )

    assert [band.heights[0] > 0 for band in found] == [True, False, False]
    assert [len(band.heights) for band in found] == [len(band.ends) for band in found] == [1, 2, 1]


def test_a_telegram_has_its_rows_in_two_columns():
    """A line above them; where it goes takes as many lines as it needs."""
    wire = [
        "格式：电报",
        "发文机关标志：传真电报",
        "发电单位：市水务局",
        "签批盖章：叶知微",
        "等级：特急",
        "电报号：澜水电〔2026〕1号",
    ]
    short = header_height(rows(*wire, "发往：各县（区）"), look(), {})
    long = header_height(rows(*wire, "发往：" + "各县（区）防汛抗旱指挥部，" * 6), look(), {})

    assert long - short == 2 * LINE
