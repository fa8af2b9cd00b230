"""What becomes of a good paper in other hands: twelve ways to spoil its look, and none to change what it says."""

from __future__ import annotations

import io
import random
import re

import docx
from docx.enum.text import WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

HEADING = re.compile(r"Heading ([1-4])")
_HALF = str.maketrans("，；：！？（）", ",;:!?()")
_ROUND = random.Random(20260312)


class Paper:
    """A paper made anew of the words of a good one, everything in Normal; `levels` are those of its headings."""

    def __init__(self, data: bytes) -> None:
        read = [one for one in docx.Document(io.BytesIO(data)).paragraphs if one.text.strip()]
        self.styles = [one.style.name for one in read]
        self.texts = [one.text for one in read]
        self.made = docx.Document()
        for text in self.texts:
            self.made.add_paragraph(text)

    def level(self, number: int) -> int:
        match = HEADING.fullmatch(self.styles[number])
        return int(match[1]) if match else 0

    def runs(self):
        return [run for one in self.made.paragraphs for run in one.runs]

    def data(self) -> bytes:
        saved = io.BytesIO()
        self.made.save(saved)
        return saved.getvalue()


def fonts_mixed(paper):
    """A font and a size of its own for every few characters."""
    for one in paper.made.paragraphs:
        text = one.text
        for run in list(one.runs):
            run._r.getparent().remove(run._r)
        at = 0
        while at < len(text):
            size = _ROUND.randint(3, 17)
            run = one.add_run(text[at : at + size])
            run.font.size = Pt(_ROUND.choice((10.5, 12, 14, 16, 18)))
            font = _ROUND.choice(("宋体", "楷体", "微软雅黑", "Arial"))
            run.font.name = font
            run._r.rPr.rFonts.set(qn("w:eastAsia"), font)
            at += size


def spaces_for_indent(paper):
    """Blanks where an indent should be, in front of everything."""
    for one in paper.made.paragraphs:
        one.runs[0].text = _ROUND.choice(("　　", "    ", "　　　", " 　")) + one.runs[0].text


def tabs_for_indent(paper):
    for one in paper.made.paragraphs:
        one.runs[0].text = "\t" + one.runs[0].text
        one.paragraph_format.first_line_indent = Mm(_ROUND.choice((0, 5, -7)))


def lines_with_numbers_of_their_own(paper):
    """Headings and leads of every size and weight, numbered by hand, with spacing of their own."""
    for number, one in enumerate(paper.made.paragraphs):
        one.paragraph_format.space_before = Pt(_ROUND.choice((0, 6, 12)))
        one.paragraph_format.space_after = Pt(_ROUND.choice((0, 8)))
        if paper.level(number):
            one.runs[0].font.bold = True
            one.runs[0].font.size = Pt(_ROUND.choice((12, 18, 20)))
            one.paragraph_format.left_indent = Mm(_ROUND.choice((0, 10)))


def empty_paragraphs(paper):
    for one in list(paper.made.paragraphs):
        for _ in range(_ROUND.choice((0, 1, 2))):
            one.insert_paragraph_before(_ROUND.choice(("", "", "　")))


def halfwidth_marks(paper):
    for number, one in enumerate(paper.made.paragraphs):
        if paper.styles[number] == "Body Text":
            one.runs[0].text = re.sub(
                r"(?<=[\u4e00-\u9fff])[，；：！？](?=[\u4e00-\u9fff]|$)",
                lambda m: m[0].translate(_HALF),
                one.text,
            )


def wrong_page(paper):
    section = paper.made.sections[0]
    section.page_width, section.page_height = Mm(215.9), Mm(279.4)
    section.left_margin = section.right_margin = Mm(15)
    section.top_margin, section.bottom_margin = Mm(10), Mm(50)
    section.footer.paragraphs[0].text = ""


def pasted_from_the_web(paper):
    """Grey words on a coloured ground, wide lines, no indent, what a browser sets."""
    for one in paper.made.paragraphs:
        one.paragraph_format.line_spacing = 1.75
        one.paragraph_format.space_after = Pt(15)
        one.alignment = 3
        shade = OxmlElement("w:shd")
        shade.set(qn("w:val"), "clear")
        shade.set(qn("w:fill"), "FFFFEE")
        one._p.get_or_add_pPr().append(shade)
        for run in one.runs:
            run.font.color.rgb = RGBColor(0x33, 0x33, 0x33)
            run.font.name = "Helvetica"
            run._r.rPr.rFonts.set(qn("w:eastAsia"), "微软雅黑")
            run.font.size = Pt(13.5)


def headings_of_word(paper):
    """Word's own title and headings, blue and large."""
    for number, one in enumerate(paper.made.paragraphs):
        if paper.styles[number] == "Title" or paper.level(number):
            one.style = paper.made.styles[paper.styles[number]]


def lists_of_word(paper):
    """The numbers of headings made by Word: 一、 of level 1."""
    numbering = paper.made.part.numbering_part.element
    abstract = OxmlElement("w:abstractNum")
    abstract.set(qn("w:abstractNumId"), "77")
    level = OxmlElement("w:lvl")
    level.set(qn("w:ilvl"), "0")
    for name, value in (
        ("start", "1"),
        ("numFmt", "chineseCountingThousand"),
        ("suff", "nothing"),
        ("lvlText", "%1、"),
    ):
        child = OxmlElement(f"w:{name}")
        child.set(qn("w:val"), value)
        level.append(child)
    abstract.append(level)
    numbering.insert(0, abstract)
    number = OxmlElement("w:num")
    number.set(qn("w:numId"), "77")
    of = OxmlElement("w:abstractNumId")
    of.set(qn("w:val"), "77")
    number.append(of)
    numbering.append(number)
    for place, one in enumerate(paper.made.paragraphs):
        if paper.level(place) == 1:
            one.runs[0].text = re.sub(r"^[一二三四五六七八九十]+、", "", one.text)
            properties = one._p.get_or_add_pPr().get_or_add_numPr()
            properties.get_or_add_ilvl().val = 0
            properties.get_or_add_numId().val = 77


def everything_centred(paper):
    """And of one size, spaced out."""
    for one in paper.made.paragraphs:
        one.alignment = 1
        for run in one.runs:
            run.font.size = Pt(12)
            spacing = OxmlElement("w:spacing")
            spacing.set(qn("w:val"), "20")
            run._r.get_or_add_rPr().append(spacing)


def lines_exactly_set(paper):
    """A pitch of its own for every paragraph, a grid against ours, lines kept together."""
    for one in paper.made.paragraphs:
        spacing = one.paragraph_format
        spacing.line_spacing_rule = WD_LINE_SPACING.EXACTLY
        spacing.line_spacing = Pt(_ROUND.choice((18, 22, 26, 30)))
        spacing.keep_together = spacing.keep_with_next = _ROUND.random() < 0.5
    grid = paper.made.sections[0]._sectPr.find(qn("w:docGrid"))
    grid.set(qn("w:type"), "linesAndChars")
    grid.set(qn("w:linePitch"), "312")


DAMAGES = (
    fonts_mixed, spaces_for_indent, tabs_for_indent, lines_with_numbers_of_their_own, empty_paragraphs,
    halfwidth_marks, wrong_page, pasted_from_the_web, headings_of_word, lists_of_word, everything_centred,
    lines_exactly_set,
)  # fmt: skip
