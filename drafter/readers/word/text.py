"""The text of a Word file, paragraph by paragraph: what Word shows, and what was left out.

python-docx's `.text` loses tracked insertions, content controls, text boxes and smart tags,
so the runs are walked here (ECMA-376 17.3, 17.13.5, 17.16).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from drafter import numerals
from drafter.model.document import Role
from drafter.model.source import Dropped, Line, Source
from drafter.readers import characters
from drafter.readers.word.numbers import Numbers
from drafter.readers.word.package import Package
from drafter.readers.yaml.paragraphs import joined
from drafter.wordml import DOCUMENT, STYLES, W

ACCEPTED, ORIGINAL = "accepted", "original"
"""Which of two texts a tracked change stands for."""

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_REMOVED = {
    ACCEPTED: frozenset({f"{W}del", f"{W}moveFrom"}),
    ORIGINAL: frozenset({f"{W}ins", f"{W}moveTo"}),
}
_NEVER = frozenset({f"{W}rt", f"{_MC}Fallback", f"{W}instrText", f"{W}pPr", f"{W}rPr", f"{W}txbxContent"})
_SHOWN = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}softHyphen": ""}
HEADING = re.compile(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
_FORMULA_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_WRAPPERS = frozenset({f"{W}sdt", f"{W}sdtContent", f"{W}customXml"})
_MOST_COLUMNS = 64
_SYMBOLS = {
    "FE": "☑",
    "FD": "☒",
    "A8": "□",
    "6F": "□",
    "A3": "□",
    "52": "☑",
    "FC": "√",
    "FB": "×",
    "6C": "●",
    "6E": "■",
    "D8": "➢",
    "76": "❖",
}
"""The symbols that forms and lists take from Wingdings, by the end of their private code."""

CONTENTS = re.compile(r"toc\b|目录", re.IGNORECASE)
_HEADING_FONTS = (
    re.compile(r"黑体|标宋|SimHei|STHeiti", re.IGNORECASE),
    re.compile(r"楷|KaiTi", re.IGNORECASE),
)
"""The fonts of levels 1 and 2 (GB/T 9704—2012 7.3.3); a heading in bold type stands below them."""

_BOLD = 3
_MARGIN = re.compile(r"word/(header|footer)\d*\.xml")
_ENDS = ("。", "！", "？", "：", "；", "”", "）")
_DATE = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日")
_MANY_LINES = 4
"""From so many lines in a paragraph on they were paragraphs where it was copied from."""

_PAGE_NUMBER = re.compile(r"[第共页/\d\s—-]+")
STYLE_ROLES = {
    "title": Role.TITLE, "标题": Role.TITLE, "subtitle": Role.SUBTITLE, "副标题": Role.SUBTITLE, "date": Role.DATE,
    "salutation": Role.SALUTATION, "signature": Role.SIGNATURE, "稿次": Role.STAGE, "讲话人": Role.SPEAKER,
    "主送机关": Role.ADDRESSEE, "成文日期": Role.SIGNING_DATE, "附注": Role.NOTE, "附件说明": Role.ATTACHMENT_NOTE,
}  # fmt: skip
"""Word's names of styles that say what a paragraph is, in lower case."""


def read(package: Package, revisions: str = ACCEPTED) -> Source:
    """The lines of the file's body, and what stands beside it: notes, comments.

    Raises:
        InputProblem: a part of the file is damaged.

    """
    reader = _Reader(package, revisions)
    body = package.xml(DOCUMENT).find(f"{W}body")
    lines = (*reader.blocks(body), *reader.rest()) if body is not None else ()
    return Source(lines, (*reader.dropped, *reader.beside(package)))


def margins(package: Package) -> list[tuple[str, str]]:
    """What headers and footers say beside page numbers (页眉, 页脚), changes accepted.

    Raises:
        InputProblem: a part of the file is damaged.

    """
    return list(_Reader(package, ACCEPTED).margins(package))


class _Reader:
    """Walks one file once; paragraphs are counted as they come, those of tables too."""

    def __init__(self, package: Package, revisions: str) -> None:
        self.removed = _REMOVED[revisions]
        self.deleted = f"{W}delText" if revisions == ORIGINAL else ""
        self.numbers = Numbers(package)
        self.styles: dict[str, tuple[str, Any]] = {}
        root = package.xml(STYLES)
        for style in root.iter(f"{W}style") if root is not None else ():
            name = style.find(f"{W}name")
            numbered = style.find(f"{W}pPr/{W}numPr")
            self.styles[style.get(f"{W}styleId", "")] = (
                name.get(f"{W}val", "") if name is not None else "",
                numbered,
            )
        self.removed_row = f"{W}{'del' if revisions == ACCEPTED else 'ins'}"
        self.removed_mark = f"{W}pPr/{W}rPr/{self.removed_row}"
        self.number = 0
        self.carried = ""
        self.dropped: list[Dropped] = []
        self.hides = b"vanish" in package.parts[DOCUMENT]
        self.hidden: list[str] = []

    def blocks(self, parent: Any) -> Iterator[Line]:
        """The paragraphs and tables in a body, a content control, or anything that wraps them."""
        for element in parent:
            if element.tag in self.removed or element.tag in _NEVER or not isinstance(element.tag, str):
                continue
            if element.tag == f"{W}p":
                yield from self.paragraph(element)
            elif element.tag == f"{W}tbl":
                yield from self.table(element)
            else:
                yield from self.blocks(element)

    def paragraph(self, element: Any) -> Iterator[Line]:
        """A paragraph with its number, then those of the text boxes in it."""
        self.number += 1
        name, numbered = self.style(element)
        self.hidden.clear()
        own = element.find(f"{W}pPr/{W}numPr")
        before, self.carried = self.carried, ""
        text = before + self.text(element)
        if self.hidden:
            self.dropped.append(Dropped(self.number, _tidy("".join(self.hidden)), "隐藏的文字"))
        if text.strip() and element.find(self.removed_mark) is not None:
            self.carried = text  # its end was deleted: it goes on in the next
            return
        mark = self.numbers.mark(own if own is not None else numbered) if text.strip() else ""
        heading = HEADING.fullmatch(name)
        role = Role.HEADING if heading else STYLE_ROLES.get(name.lower())
        if CONTENTS.match(name) and text.strip():
            self.dropped.append(Dropped(self.number, _tidy(text), "目录，小标题改了要重新生成"))
        elif (mark + text).strip():
            level = int(heading[1]) if heading else 0
            lead = ""
            if role is None and not before:
                lead, level = self.set_apart(element)
            lead = _tidy(mark + lead) if lead else ""
            first, *others = [mark + text] if role is Role.TITLE else _broken(mark + text)
            yield Line(_tidy(first), self.number, role, level, lead=min(len(lead), len(_tidy(first))))
            yield from (Line(_tidy(other), self.number) for other in others)
        for box in element.iter(f"{W}txbxContent"):
            above = next(box.iterancestors(f"{W}p"))
            if above is element and next(box.iterancestors(f"{_MC}Fallback"), None) is None:
                yield from self.blocks(box)

    def rest(self) -> Iterator[Line]:
        """What a last paragraph says whose end was deleted."""
        if self.carried:
            yield Line(_tidy(self.carried), self.number)

    def set_apart(self, element: Any) -> tuple[str, int]:
        """The text at the start of a paragraph that is bold or in a font of headings, and the level
        of that look: 1 for 黑体, 2 for 楷体, 3 for bold type; "" and 0 where it does not begin so.
        """
        pieces, level = [], 0
        for run in element.iterchildren(f"{W}r"):
            text = self.text(run)
            look = _look_level(run.find(f"{W}rPr")) if text.strip() else level
            if text.strip() and (not look or (level and look != level)):
                break
            pieces.append(text)
            level = look
        return ("".join(pieces), level) if level else ("", 0)

    def style(self, element: Any) -> tuple[str, Any]:
        """The name of a paragraph's style, and the numbering that the style brings."""
        named = element.find(f"{W}pPr/{W}pStyle")
        return self.styles.get(named.get(f"{W}val", "") if named is not None else "", ("", None))

    def table(self, element: Any) -> Iterator[Line]:
        """A table as one line; what a cell holds is joined, and every row has as many cells."""
        first = self.number + 1
        rows = [
            [text for cell in _inside(row, "tc") for text in self.cell(cell)]
            for row in _inside(element, "tr")
            if row.find(f"{W}trPr/{self.removed_row}") is None
        ]
        width = max(map(len, rows), default=0)
        even = tuple((*row, *[""] * (width - len(row))) for row in rows)
        if any(any(row) for row in even):
            yield Line("".join(map("".join, even)), first, rows=even)

    def cell(self, element: Any) -> list[str]:
        """The text of a cell, and nothing for each further column that it spans."""
        text = " ".join(line.text for line in self.blocks(element))
        span = element.find(f"{W}tcPr/{W}gridSpan")
        columns = span.get(f"{W}val", "") if span is not None else ""
        return [text, *[""] * (min(int(columns), _MOST_COLUMNS) - 1 if columns.isdecimal() else 0)]

    def text(self, element: Any) -> str:
        """What Word shows of an element, in order; hidden text is set aside."""
        pieces: list[str] = []
        pending = list(reversed(element))
        while pending:
            child = pending.pop()
            if child.tag in self.removed or child.tag in _NEVER:
                continue
            if child.tag in (f"{W}t", _FORMULA_TEXT, self.deleted):
                pieces.append(child.text or "")
            elif child.tag in _SHOWN:
                pieces.append(_SHOWN[child.tag])
            elif child.tag == f"{W}sym":
                pieces.append(_symbol(child))
            elif self.hides and child.tag == f"{W}r" and child.find(f"{W}rPr/{W}vanish") is not None:
                self.hidden.append("".join(child.itertext(f"{W}t")))
            else:
                pending.extend(reversed(child))
        return "".join(pieces)

    def beside(self, package: Package) -> Iterator[Dropped]:
        """What stands beside the text: footnotes, endnotes, comments, headers and footers."""
        for part, reason in (("footnotes", "脚注"), ("endnotes", "尾注"), ("comments", "批注")):
            root = package.xml(f"word/{part}.xml")
            for note in root if root is not None else ():
                text = self.whole(note)
                if text:
                    yield Dropped(0, text, f"{reason}，不放进大纲")
        for name, text in self.margins(package):
            yield Dropped(0, text, f"{name}，不放进大纲")

    def margins(self, package: Package) -> Iterator[tuple[str, str]]:
        """What headers and footers say beside page numbers, each text once, with what it stands in."""
        said = set()
        for part in package.parts:
            margin = _MARGIN.fullmatch(part)
            text = self.whole(package.xml(part)) if margin else ""
            if margin and re.search(r"\w", _PAGE_NUMBER.sub("", text)) and text not in said:
                said.add(text)
                yield "页眉" if margin[1] == "header" else "页脚", text

    def whole(self, element: Any) -> str:
        """All that an element says, its paragraphs joined."""
        return "".join(_tidy(self.text(paragraph)) for paragraph in element.iter(f"{W}p"))


def _broken(text: str) -> list[str]:
    """A paragraph at those line ends within it (Shift+Enter) that end paragraphs: all of them where
    there are many or one is a date, else where a sentence or a heading ends or a mark or a date opens the next line.
    """
    lines = [line for line in text.split("\n") if line.strip()] or [text]
    found = lines[:1]
    many = len(lines) >= _MANY_LINES or any(_DATE.fullmatch(line.strip("（）() ")) for line in lines)
    for line in lines[1:]:
        if many or _ends(found[-1].strip(), line.strip()):
            found.append(line)
        else:
            found[-1] += "\n" + line
    return found


def _ends(before: str, line: str) -> bool:
    """Whether a paragraph ends between two lines."""
    told = numerals.opens_with_mark(line) or _DATE.fullmatch(line) is not None
    return told or before.endswith(_ENDS) or numerals.heading_level(before) > 0


def _inside(element: Any, tag: str) -> Iterator[Any]:
    """The rows of a table or the cells of a row, those in content controls too; not those of a
    table inside.
    """
    for child in element:
        if child.tag == f"{W}{tag}":
            yield child
        elif child.tag in _WRAPPERS:
            yield from _inside(child, tag)


def _symbol(element: Any) -> str:
    """The character of a `w:sym`, as near as Unicode has it: a box ticked or empty, a mark of a list."""
    return _SYMBOLS.get(element.get(f"{W}char", "").upper()[-2:], "□")


def _look_level(look: Any) -> int:
    """The level of headings that a run's properties look like; 0 where they look like text."""
    if look is None:
        return 0
    fonts = look.find(f"{W}rFonts")
    name = fonts.get(f"{W}eastAsia", "") if fonts is not None else ""
    found = next((level for level, font in enumerate(_HEADING_FONTS, 1) if font.search(name)), 0)
    bold = look.find(f"{W}b")
    is_bold = bold is not None and bold.get(f"{W}val", "1") not in ("0", "false", "off")
    return found or (_BOLD if is_bold else 0)


def _tidy(text: str) -> str:
    """The text on one line, without characters that no page can hold."""
    return " ".join(joined(characters.usable(text)).split())
