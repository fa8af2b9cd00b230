"""A text of an old Word file written as markup of today: paragraphs, tables, runs, fields, what hangs on characters."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import starmap

from drafter.readers.old_word import tables, writing
from drafter.readers.old_word.paragraphs import OldParagraph, Run
from drafter.readers.old_word.shapes import Drawing
from drafter.readers.old_word.sprms import Code, Sprms
from drafter.readers.old_word.styles import OldStyles
from drafter.readers.old_word.tables import OldBlock, OldRow, OldTable

_PICTURE, _DRAWN, _BEGIN, _RESULT, _END, _SYMBOL = "\x01", "\x08", "\x13", "\x14", "\x15", "("
_SIGNS = {
    "\t": "<w:tab/>", "\v": "<w:br/>", "\f": "<w:br/>", "\x0e": "<w:br/>", "\x1e": "<w:noBreakHyphen/>",
}  # fmt: skip
"""Characters that are elements of today (2.4.1); other signs below the space say nothing by themselves."""

_PARTS = re.compile("[^\x00-\x1f]+|[\x00-\x1f]")
_MOST_FIELDS = 64
"""Fields that may stand in one another; what is deeper is no field."""

_TOLD = 40
"""Characters of a code that tell what its field is."""

_FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'


@dataclass(slots=True)
class _Field:
    """A field that is open: its code as far as it is read, how that begins, and whether its result has begun."""

    code: list[str] = field(default_factory=list)
    start: str = ""
    has_result: bool = False

    def read(self, part: str) -> None:
        """The next characters of its code."""
        self.code.append(part)
        if len(self.start) < _TOLD:
            self.start = (self.start + part).lstrip()[:_TOLD]

    def kind(self) -> str:
        """The first word of its code: what it is."""
        return self.start.partition(" ")[0].upper()


class Story:
    """Writes one text. `drawings` say what hangs on its characters, `box` writes a text box."""

    def __init__(
        self,
        styles: OldStyles,
        drawings: Mapping[int, Drawing],
        box: Callable[[int, int], str],
    ) -> None:
        self._styles = styles
        self._drawings = drawings
        self._box = box
        self._fields: list[_Field] = []
        self._beyond = 0
        """Fields that are open inside as many as may stand in one another."""

        self._looks: dict[tuple[int, int], str] = {}

    def written(self, paragraphs: Iterable[OldParagraph]) -> str:
        """All of it."""
        return "".join(map(self._block, tables.blocks(paragraphs)))

    def _block(self, block: OldBlock) -> str:
        if isinstance(block, OldTable):
            return f"<w:tbl>{''.join(map(self._row, block.rows))}</w:tbl>"
        return self._paragraph(block)

    def _row(self, row: OldRow) -> str:
        cells = (
            f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/></w:tcPr>{"".join(map(self._block, cell))}</w:tc>'
            for cell, span in zip(row.cells, row.spans, strict=True)
        )
        return f"<w:tr>{_changed(row.end, 'trPr')}{''.join(cells)}</w:tr>"

    def _paragraph(self, paragraph: OldParagraph) -> str:
        runs = "".join(self._run(run, paragraph.set.style) for run in paragraph.runs)
        for one in self._fields:
            one.has_result = (
                True  # a code ends with its paragraph, or one that never ends would swallow the text
            )
        return (
            f'<w:p><w:pPr><w:pStyle w:val="{writing.style_id(paragraph.set.style)}"/>'
            f"{writing.paragraph(paragraph.set)}{_changed(paragraph.end, 'rPr')}</w:pPr>{runs}</w:p>"
        )

    def _run(self, run: Run, style: int) -> str:
        """Characters of one look, with the changes that they are part of."""
        said: list[str] = []
        place = run.place
        for part in _PARTS.findall(run.text):
            said.append(self._part(part, run.set, style, place))
            place += len(part)
        whole = "".join(said)
        if run.set.flag(Code.INSERTED):
            whole = f"<w:ins>{whole}</w:ins>"
        return f"<w:del>{whole}</w:del>" if run.set.flag(Code.DELETED) else whole

    def _part(self, part: str, of: Sprms, style: int, place: int) -> str:
        """Plain characters, or a sign by itself."""
        if part in (_BEGIN, _RESULT, _END):
            return self._turn(part)
        if self._in_code():
            self._fields[-1].read(writing.clean(part))
            return self._beside_code(part, of)
        if part[0] < " ":
            inside = _SIGNS.get(part) or self._hung(part, of, place)
        elif Code.SYMBOL in of.of and of.number(Code.SPECIAL) != 0:
            inside = self._symbols(part, of.of[Code.SYMBOL])
        else:
            inside = f"<w:t>{html.escape(writing.clean(part))}</w:t>"
        return f"<w:r>{self._look(of, style)}{inside}</w:r>" if inside else ""

    def _look(self, of: Sprms, style: int) -> str:
        key = (id(of.of), style)
        if key not in self._looks:
            look = writing.look(of, self._styles.fonts, self._styles.set_for_characters(style))
            self._looks[key] = f"<w:rPr>{look}</w:rPr>" if look else ""
        return self._looks[key]

    def _in_code(self) -> bool:
        """Whether any field is open whose result has not begun: its code never prints (17.16.18)."""
        return any(not one.has_result for one in self._fields)

    def _turn(self, sign: str) -> str:
        """Where a field begins, its result begins, or it ends."""
        if self._beyond or (sign == _BEGIN and len(self._fields) >= _MOST_FIELDS):
            self._beyond += {_BEGIN: 1, _RESULT: 0, _END: -1}[sign]
            return ""
        if sign == _BEGIN:
            self._fields.append(_Field())
            return _FIELD.format("begin")
        if not self._fields:
            return ""
        if sign == _RESULT and not self._fields[-1].has_result:
            code = "".join(self._fields[-1].code)
            self._fields[-1].has_result = True
            return _code(code) + _FIELD.format("separate")
        if sign == _RESULT:
            return ""
        done = self._fields.pop()
        if done.has_result:
            return _FIELD.format("end")
        code = "".join(done.code)
        return _code(code) + _FIELD.format("end")

    def _beside_code(self, part: str, of: Sprms) -> str:
        """What stands in the code of a field and is no code: the box of a form."""
        is_form = part == _PICTURE and of.flag(Code.IS_DATA) and self._fields[-1].kind().startswith("FORM")
        return f"<w:r>{writing.FORM_FIELD}</w:r>" if is_form else ""

    def _hung(self, sign: str, of: Sprms, place: int) -> str:
        """What hangs on a sign that says nothing itself: a picture, an object, what is drawn over the text."""
        if sign == _PICTURE and of.flag(Code.SPECIAL) and not of.flag(Code.IS_DATA):
            embedded = of.flag(Code.IS_OBJECT) or any(one.kind() == "EMBED" for one in self._fields)
            if embedded:
                return writing.OBJECT
            return writing.PICTURE if Code.PICTURE in of.of else ""
        if sign == _DRAWN and place in self._drawings:
            drawing = self._drawings[place]
            return writing.PICTURE * drawing.pictures + "".join(starmap(self._box, drawing.boxes))
        return ""

    def _symbols(self, text: str, operand: bytes) -> str:
        """A character of a font that has an order of its own (2.6.1, sprmCSymbol)."""
        font, code = int.from_bytes(operand[:2], "little"), int.from_bytes(operand[2:4], "little")
        name = self._styles.fonts[font] if font < len(self._styles.fonts) else ""
        return f'<w:sym w:font={writing.attribute(name)} w:char="{code:04X}"/>' * len(text)


def _changed(mark: Sprms, holder: str) -> str:
    """What a tracked change says of the end of a paragraph or of a row, in the properties of that; "" for none."""
    tags = ((Code.INSERTED, "ins"), (Code.DELETED, "del"))
    said = "".join(f"<w:{tag}/>" for code, tag in tags if mark.flag(code))
    return f"<w:{holder}>{said}</w:{holder}>" if said else ""


def _code(code: str) -> str:
    return f"<w:r><w:instrText>{html.escape(code)}</w:instrText></w:r>"
