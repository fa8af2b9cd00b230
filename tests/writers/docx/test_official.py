"""The elements of an official document, measured on the printed page (GB/T 9704—2012 7)."""

from __future__ import annotations

import pytest

from tests.writers.docx.printed_pages import (
    BODY,
    BOTTOM,
    CHAR,
    DOCUMENT,
    LEADING,
    LEFT,
    LINE,
    RIGHT,
    SMALL,
    TOP,
    near,
    printed,
    text_rows,
)


@pytest.fixture(scope="module")
def page():
    (only,) = printed(DOCUMENT)
    return only


def test_the_banner_begins_35_mm_below_the_type_area(page):
    """7.2.4, whatever stands above it."""
    left, top, right, _ = page.red(above=95)

    assert top == near(TOP + 35)
    assert (left + right) / 2 == near((LEFT + RIGHT) / 2)


def test_the_number_stands_two_lines_below_the_banner(page):
    """7.2.5: two empty lines between the banner and the number."""
    banner = page.red(above=95)
    number = page.ink(below=banner[3] + 1, above=page.red(below=95)[1] - 1)

    assert number[1] - banner[3] == near(2 * LINE + LEADING)
    assert (number[0] + number[2]) / 2 == near((LEFT + RIGHT) / 2)


def test_the_red_rule_is_4_mm_below_the_number_and_as_wide_as_the_type_area(page):
    """7.2.7."""
    rule = page.red(below=95)
    number = page.ink(below=95, above=rule[1] - 0.5)

    assert rule[1] - number[3] == near(4)
    assert rule[0] == near(LEFT)
    assert rule[2] == near(RIGHT)


def test_the_title_stands_two_lines_below_the_rule(page):
    """7.3.1."""
    rule = page.red(below=95)
    title = page.ink(below=rule[3] + 1)

    assert title[1] - rule[3] == pytest.approx(2 * LINE + (36 - 22) / 2 / 72 * 25.4, abs=1.5)


def test_under_a_seal_the_date_leaves_four_characters_and_the_signature_is_centred_on_it(page):
    """7.3.5.1."""
    rule = page.red(below=95)
    rows = text_rows(page, rule[3] + 1, BOTTOM - 30)
    date, signature = rows[-1], rows[-2]

    assert RIGHT - date[2] == near(4 * CHAR)
    assert (date[0] + date[2]) / 2 == near((signature[0] + signature[2]) / 2)


def test_the_last_rule_of_the_imprint_lies_on_the_type_areas_lower_edge(page):
    """7.4.1: three rules as wide as the type area."""
    rules = page.dark_rows(BOTTOM - 30, BOTTOM + 3)

    assert len(rules) == 3
    assert rules[-1] == near(BOTTOM)
    assert page.ink(below=rules[0] - 0.2, above=rules[0] + 0.4)[0] == near(LEFT)
    assert page.ink(below=rules[0] - 0.2, above=rules[0] + 0.4)[2] == near(RIGHT)


def test_the_imprint_leaves_one_character_at_each_side(page):
    """7.4.2, 7.4.3."""
    first, middle, last = page.dark_rows(BOTTOM - 30, BOTTOM + 3)

    assert page.ink(below=first + 0.6, above=middle - 0.6)[0] == near(LEFT + SMALL)
    assert RIGHT - page.ink(below=middle + 0.6, above=last - 0.6)[2] == near(SMALL)


def test_without_a_seal_the_signature_leaves_two_characters():
    """7.3.5.2: the date begins two characters to the right of the signature."""
    (page,) = printed(
        f"# 报告\n\n{BODY}\n\n::: 落款\n澜川市水务局防汛办公室\n:::\n\n::: 成文日期\n二〇二六年三月二日\n:::\n"
    )
    signature, date = text_rows(page, TOP + 30, BOTTOM - 5)[-2:]

    assert RIGHT - signature[2] == near(2 * CHAR)
    assert date[0] - signature[0] == near(2 * CHAR)


def test_several_issuers_stand_at_one_width_with_the_word_at_their_side():
    """7.2.4: the names in their order, 文件 beside them in the middle."""
    text = DOCUMENT.replace(
        "发文机关标志：澜川市人民政府文件",
        "发文机关标志：澜川市水务局\n发文机关标志：澜川市农业农村局\n发文机关标志：文件",
    )
    page, *_ = printed(text)
    red = page.red(above=110)

    assert red[1] == near(TOP + 35)
    assert (red[0] + red[2]) / 2 == pytest.approx((LEFT + RIGHT) / 2, abs=3)
    half = (red[1] + red[3]) / 2
    names = [
        page.ink(below=red[1] - 0.5, above=half, left=LEFT, right=150),
        page.ink(below=half, above=red[3] + 0.5, left=LEFT, right=150),
    ]
    assert names[0][0] == near(names[1][0])
    assert names[0][2] == near(names[1][2])
    beside = page.red(above=110, below=red[1])
    assert beside[2] > names[0][2] + 10


def test_an_attachment_that_lies_on_its_side_has_a_page_of_its_own():
    """The paper is turned for it alone."""
    text = f"# 方案\n\n{BODY}\n\n:::: 横排附件\n附件\n\n# 分工表\n\n| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |\n::::\n\n{BODY}\n"
    shapes = [page.image.width > page.image.height for page in printed(text)]

    assert shapes == [False, True, False]
