"""Official documents as LibreOffice prints them, measured to the ink.

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


def near(value):
    return pytest.approx(value, abs=1)


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
