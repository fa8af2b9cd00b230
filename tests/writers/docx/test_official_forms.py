"""The forms that a letter, an order and minutes have of their own, measured on the printed page (GB/T 9704—2012 10)."""

from __future__ import annotations

import pytest

from drafter.model.document import Text
from drafter.writers.docx.official.header import block
from drafter.writers.docx.pen import Pen
from tests.builders import session
from tests.writers.docx.printed_pages import BODY, BOTTOM, DOCUMENT, RIGHT, TOP, near, printed

LETTER = DOCUMENT.replace("份号：000001", "格式：信函\n份号：000001").replace("市人民政府文件", "市水务局")


@pytest.fixture(scope="module")
def letter():
    return printed(LETTER + "\n" + f"{BODY * 10}\n\n" * 12)


def test_a_letters_banner_begins_30_mm_below_the_papers_edge(letter):
    """10.1."""
    assert letter[0].red(above=60)[1] == near(30)


def test_a_letters_double_rules_are_170_mm_long_and_in_the_middle(letter):
    """10.1: 4 mm under the banner, 20 mm above the paper's lower edge."""
    page = letter[0]
    lower = page.red(below=200)
    banner_and_rule = page.red(above=70)
    rule = page.red(below=banner_and_rule[3] - 1.4, above=70)
    banner = page.red(above=rule[1] - 1)
    assert rule[1] - banner[3] == near(4)

    for box in (lower, rule):
        assert box[2] - box[0] == near(170)
        assert (box[0] + box[2]) / 2 == near(105)
    assert 297 - (lower[1] + lower[3]) / 2 == near(20)


def test_a_letters_number_stands_under_the_rule_at_the_right(letter):
    """10.1: seven eighths of a character of 三号 below the rule, flush with the type area."""
    page = letter[0]
    rule = page.red(above=70)
    number = page.ink(below=rule[3] + 0.5, above=rule[3] + 12)

    assert number[1] - rule[3] == near(16 * 7 / 8 / 72 * 25.4)
    assert number[2] == near(RIGHT)


def test_a_letters_first_page_shows_no_number(letter):
    """10.1; the second does."""
    assert len(letter) > 1
    with pytest.raises(AssertionError):
        letter[0].ink(below=BOTTOM + 4, above=273)
    assert letter[1].ink(below=BOTTOM + 4, above=273)


def test_an_orders_banner_begins_20_mm_below_the_type_area_and_has_no_rule():
    """10.2."""
    text = DOCUMENT.replace("份号：000001\n密级：秘密★1年\n紧急程度：特急\n", "格式：命令\n")
    (page,) = printed(text.replace("文件", "令").replace("澜政发〔2026〕3号", "第3号"))

    red = page.red()
    assert red[1] == near(TOP + 20)
    assert red[3] - red[1] < 20


def test_the_minutes_banner_begins_where_a_documents_does():
    """10.3."""
    text = DOCUMENT.replace("份号：000001", "格式：纪要\n份号：000001").replace("文件", "会议纪要")
    (page,) = printed(text)

    assert page.red(above=95)[1] == near(TOP + 35)


def test_the_number_of_an_urgent_letter_keeps_its_font():
    """The urgency beside it is set in 黑体 (7.2.3), the number is not."""
    sheet = session().stylesheets.named("gbt9704")
    rows = [
        ("格式", (Text("信函"),)),
        ("紧急程度", (Text("加急"),)),
        ("发文机关标志", (Text("甲局"),)),
        ("发文字号", (Text("甲函〔2026〕1号"),)),
    ]
    line = block(rows, Pen(sheet, Names()))[-1]

    assert line.index("黑体") < line.index("加急") < line.index("甲函")
    assert "黑体" not in line[line.index("加急") :]
    assert 'w:val="版头"' in line


class Names(dict):
    """Every style by its own name."""

    def __missing__(self, name):
        return name
