"""The elements of an official document, measured on the printed page (GB/T 9704—2012 7, 10).

Ink is measured at a tenth of a millimetre: by its colour for what is red, by place for the rest.
Dates are in Han numerals here: LibreOffice 7.4 puts a space around figures that our styles
forbid (`w:autoSpaceDE`), which Word does not.
"""

from __future__ import annotations

import io
from dataclasses import dataclass

import pytest
from PIL import Image, ImageChops

from drafter.model.document import Document
from drafter.office import libreoffice
from drafter.readers.markdown import document as markdown
from drafter.writers.docx.properties import Properties
from tests.builders import session
from tests.conftest import required

DPI = 254  # ten pixels a millimetre
TOP, LEFT, RIGHT, BOTTOM = 37, 28, 210 - 26, 297 - 35
LINE = 28.95 / 72 * 25.4
LEADING = (28.95 - 16) / 72 * 25.4
"""What lies between the ink of two lines of text that follow one another."""

CHAR = 16 / 72 * 25.4 * 156 / 158
SMALL = 14 / 72 * 25.4
BODY = "各县区要把责任落到每一个人。"

DOCUMENT = f"""::: 版头
份号：000001
密级：秘密★1年
紧急程度：特急
发文机关标志：澜川市人民政府文件
发文字号：澜政发〔2026〕3号
:::

# 关于做好防汛工作的通知

::: 主送
各县区人民政府：
:::

{BODY}

::: 盖章落款
澜川市人民政府
:::

::: 成文日期
二〇二六年三月十二日
:::

::: 版记
抄送：市委办公室。
印发机关：澜川市人民政府办公室
印发日期：2026年3月12日
:::
"""


@dataclass(frozen=True)
class Page:
    """One printed page; boxes are (left, top, right, bottom) in millimetres."""

    image: Image.Image

    def red(self, above=None, below=0):
        """The box of the red ink between two heights."""
        r, g, b = self.image.split()
        mask = ImageChops.subtract(r, ImageChops.lighter(g, b)).point(lambda v: 255 if v > 100 else 0)
        return self._box(mask, below, above)

    def ink(self, below=0, above=None, left=0, right=210):
        """The box of all ink between two heights and two sides."""
        mask = self.image.convert("L").point(lambda v: 255 if v < 128 else 0)
        return self._box(mask, below, above, left, right)

    def dark_rows(self, below, above):
        """The heights of the rules: rows that are dark across most of the type area."""
        grey = self.image.convert("L")
        rows = []
        for y in range(round(below * 10), round(above * 10)):
            row = grey.crop((LEFT * 10 + 5, y, RIGHT * 10 - 5, y + 1))
            if sum(row.histogram()[:160]) > row.width * 0.95:
                rows.append(y / 10)
        return [y for i, y in enumerate(rows) if not i or y - rows[i - 1] > 0.25]

    def _box(self, mask, below, above, left=0, right=210):
        area = (left * 10, round(below * 10), right * 10, round((above or 297) * 10))
        box = mask.crop(area).getbbox()
        assert box, "there is no ink"
        return [
            (box[0] + area[0]) / 10,
            (box[1] + area[1]) / 10,
            (box[2] + area[0]) / 10,
            (box[3] + area[1]) / 10,
        ]


def printed(text: str) -> list[Page]:
    """The pages of this Markdown as they are printed."""
    required("LibreOffice", libreoffice.find())
    import pdfplumber

    document, problems = markdown.read(text, "公文.md")
    assert not problems
    with pdfplumber.open(io.BytesIO(libreoffice.pdf(bytes_of(document)))) as pdf:
        return [Page(page.to_image(resolution=DPI).original.convert("RGB")) for page in pdf.pages]


def bytes_of(document: Document) -> bytes:
    return session().stylesheets.writer("gbt9704").write(document, Properties())


@pytest.fixture(scope="module")
def page():
    (only,) = printed(DOCUMENT)
    return only


def near(value):
    return pytest.approx(value, abs=1)


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


GAP = 1.5
"""A white band of so many millimetres parts two lines; strokes of one are closer."""


def text_rows(page, below, above):
    """The boxes of the lines of text between two heights."""
    rows = []
    y = below
    while True:
        try:
            box = page.ink(below=y, above=above)
        except AssertionError:
            return rows
        end = box[1]
        while True:  # down to the first white band
            try:
                page.ink(below=end, above=end + GAP)
            except AssertionError:
                break
            end += GAP
        rows.append(page.ink(below=box[1], above=min(end, above)))
        y = end


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
