"""The pen of a Word file: paragraphs and runs as WordprocessingML, by named styles alone.

Strings are built directly: a speech has hundreds of runs of three fixed shapes, and an
element tree for them costs thirty times as much as the text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from drafter.model.document import (
    Added,
    Aid,
    Count,
    Fact,
    Gap,
    Image,
    Inline,
    Inlines,
    Lead,
    Pictured,
    Ruby,
    Text,
    Value,
    plain,
)
from drafter.model.stylesheet import Stylesheet
from drafter.patterns import pattern
from drafter.writers.docx import oxml
from drafter.writers.docx.anchoring import Anchoring
from drafter.writers.docx.escaping import escape, quoted

BREAK = f"<w:r><w:rPr>{oxml.HINT}</w:rPr><w:br/></w:r>"
PAGE_BREAK = '<w:p><w:pPr></w:pPr><w:r><w:br w:type="page"/></w:r></w:p>'
_OPEN_TEXT = '<w:t xml:space="preserve">'
_LONGEST_NODE = 1_000_000
_ASIDE = 250  # twips between a note in the margin and what is beside it
_PIECES = pattern(r"[^\t\n]+|[\t\n]")


class Pen:
    """Writes in one stylesheet. `ids` are Word's style ids by style name; `open` is what a
    paragraph begins with, by the name of its style.
    """

    def __init__(self, stylesheet: Stylesheet, ids: Mapping[str, str]) -> None:
        self.stylesheet = stylesheet
        self.images: list[Image] = []
        """The images of the pictures in the document at hand, in their order."""
        self.anchoring: Anchoring | None = None
        """How the document at hand is anchored to its outline; None where it is not."""
        self.open = {
            name: f"<w:p><w:pPr><w:pStyle w:val={quoted(ids[style.word_name])}/>"
            for name, style in stylesheet.paragraphs.items()
        }
        self._shapes = {
            name: _shape(ids[style.word_name], style.highlight)
            for name, style in stylesheet.characters.items()
        }
        self._shapes[""] = (f"<w:r><w:rPr>{oxml.HINT}</w:rPr>", "</w:r>")
        self._body = self.open["body"]
        self._alone = f"</w:pPr>{self._shapes[''][0]}{_OPEN_TEXT}"

    def before(self, lines: float | None) -> str:
        """Space before a paragraph in lines of the grid; None lets its style decide."""
        return "" if lines is None else f'<w:spacing w:before="{round(lines * self.stylesheet.page.line)}"/>'

    def paragraph(self, style: str, own: str, runs: str) -> str:
        """A paragraph in a style, with properties of its own and these runs."""
        return f"{self.open[style]}{own}</w:pPr>{runs}</w:p>"

    def body(self, own: str, content: Inlines) -> str:
        """A paragraph of the text, with properties of its own; most hold one text with nothing to escape."""
        first = content[0] if len(content) == 1 else None
        if type(first) is Text and _is_plain(first.text) and self.anchoring is None:
            return f"{self._body}{own}{self._alone}{first.text}</w:t></w:r></w:p>"
        return self.paragraph("body", own, self.runs(content, ""))

    def aside(self, text: str) -> str:
        """A note in the left margin, beside the paragraph that follows."""
        page = self.stylesheet.page
        own = (
            f'<w:framePr w:w="{page.left - 2 * _ASIDE}" w:hSpace="0" w:wrap="around" w:vAnchor="text"'
            f' w:hAnchor="page" w:x="{_ASIDE}" w:y="1"/>'
        )
        return self.paragraph("margin", own, BREAK.join(self.run(line, "") for line in text.split("\n")))

    def runs(self, content: Inlines, style: str) -> str:
        """The inlines in a character style, "" is the paragraph's own, behind their bookmark where they have one.

        What a sentence was put together from, its facts and counts, is one run: whoever goes on in Word knows of none.
        """
        return self.anchor(content) + self._runs(content, style)

    def line(self, content: Inlines) -> str:
        """The inlines of one line of a paragraph, which has its bookmark already."""
        return self._runs(content, "")

    def anchor(self, content: Inlines) -> str:
        """The bookmark of what a paragraph says; "" where the document is not anchored."""
        return self.anchoring.at(content) if self.anchoring else ""

    def _runs(self, content: Inlines, style: str) -> str:
        runs: list[str] = []
        said = ""
        for inline in content:
            if type(inline) is Text:
                said += inline.text
            elif (
                self.anchoring is None
                and type(inline) is Value
                and all(type(one) is Text for one in inline.content)
            ):
                said += plain(inline.content)
            else:
                runs += [self.run(said, style)] if said else []
                runs.append(self._inline(inline, style))
                said = ""
        if said:
            runs.append(self.run(said, style))
        return "".join(runs)

    def run(self, text: str, style: str) -> str:
        """A text in a character style."""
        before, after = self._shapes[style]
        return f"{before}{_text(text)}{after}"

    def _inline(self, inline: Inline, style: str) -> str:
        match inline:
            case Text(text):
                return self.run(text, style)
            case Gap(_, text):
                return self.run(text, "gap")
            case Ruby(text, reading):
                return self._ruby(text, reading, style)
            case Aid(mark):
                return self.run(mark, "pause")
            case Lead(inner, level):
                return self._runs(inner, f"lead{level}")
            case Added(inner):
                return self._runs(inner, "added")
            case Value(inner):
                return (self.anchoring.figure(inline) if self.anchoring else "") + self._runs(inner, style)
            case Fact() | Count() | Pictured():
                return self.run(plain((inline,)), style)

    def _ruby(self, text: str, reading: str, style: str) -> str:
        """Characters with their reading above, at half their size (ECMA-376 17.3.3.25)."""
        size = self.stylesheet.paragraphs["body"].size
        small = (
            f'<w:r><w:rPr>{oxml.HINT}<w:sz w:val="{size // 2}"/></w:rPr><w:t>{escape(reading)}</w:t></w:r>'
        )
        return (
            f'<w:r><w:rPr>{oxml.HINT}</w:rPr><w:ruby><w:rubyPr><w:rubyAlign w:val="center"/>'
            f'<w:hps w:val="{size // 2}"/><w:hpsRaise w:val="{size - 2}"/><w:hpsBaseText w:val="{size}"/>'
            f'<w:lid w:val="zh-CN"/></w:rubyPr><w:rt>{small}</w:rt><w:rubyBase>{self.run(text, style)}'
            "</w:rubyBase></w:ruby></w:r>"
        )


def _shape(style_id: str, highlight: str) -> tuple[str, str]:
    """What stands before and after the text of a run in a character style."""
    light = f"<w:highlight w:val={quoted(highlight)}/>" if highlight else ""
    return f"<w:r><w:rPr><w:rStyle w:val={quoted(style_id)}/>{oxml.HINT}{light}</w:rPr>", "</w:r>"


def _is_plain(text: str) -> bool:
    """Whether a text is one node, as it stands. (Looked through in C, one character after the other.)"""
    return not (
        "&" in text or "<" in text or ">" in text or "\t" in text or "\n" in text or len(text) > _LONGEST_NODE
    )


def _text(text: str) -> str:
    """`w:t` of the text; tabs and line ends are elements of their own.

    A text is written in pieces, since readers on libxml2 refuse a node of ten million bytes.
    """
    if len(text) > _LONGEST_NODE:
        return "".join(_text(text[i : i + _LONGEST_NODE]) for i in range(0, len(text), _LONGEST_NODE))
    if _is_plain(text):
        return f"{_OPEN_TEXT}{text}</w:t>"
    return _PIECES.sub(_piece, text)


def _piece(match: re.Match[str]) -> str:
    if match[0] == "\t":
        return "<w:tab/>"
    if match[0] == "\n":
        return "<w:br/>"
    return f"{_OPEN_TEXT}{escape(match[0])}</w:t>"
