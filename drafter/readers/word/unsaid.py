"""What a Word file shows beside characters, and no outline holds: pictures, shapes, readings over characters, fields of a
mail merge, boxes of a form. Each is told with its place; where it says something, with that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from drafter import equations, wordml
from drafter.model.source import Dropped
from drafter.readers.word import raised, styles
from drafter.readers.word.package import Package
from drafter.readers.word.styles import Styles
from drafter.wordml import BOX, PARAGRAPH, W

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic"
_PLACED = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_NUMBER = re.compile("[0-9]{1,6}")
VML = "{urn:schemas-microsoft-com:vml}"
PICTURES = (_PICTURE, f"{VML}imagedata")
_OBJECT = f"{W}object"
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"
_SMART = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds"
_DRAWN = {_CHART: "图表，不放进大纲", _SMART: "SmartArt 图形，不放进大纲", _OBJECT: "嵌入的对象，不放进大纲"}
_WITHOUT_RESULT = {
    "AUTONUM": "自动编号的域", "AUTONUMLGL": "自动编号的域", "AUTONUMOUT": "自动编号的域", "LISTNUM": "自动编号的域", "SYMBOL": "符号的域",
    "MACROBUTTON": "要点的按钮",
}  # fmt: skip
_OVER = "“{}”上面的注音 {}，要用就写在大纲的“注音”里"
_LONGEST = 40
"""Characters of a prompt that are told."""

_CHECKBOX = "{http://schemas.microsoft.com/office/word/2010/wordml}checkbox"


def found(package: Package) -> Iterator[Dropped]:
    """All of it, in the order of the paragraphs in which it stands.

    Raises:
        InputProblem: the part with the text is damaged.

    """
    known = styles.read(package)
    for number, paragraph in enumerate(package.text().iter(PARAGRAPH), 1):
        for kind, text, reason in _in(paragraph):
            yield Dropped(number, text, reason, kind)
        if struck := "".join(_struck(paragraph)):
            yield Dropped(number, "", f"划掉的字“{struck[:_LONGEST]}”还在正文里，不要的自己删去", "struck")
        for said in _raised(paragraph, known):
            yield Dropped(number, "", f"{said}印成平的，要留着就改个写法", "raised")
    for tag, what in ((f"{W}altChunk", "嵌入的另一份文件"), (f"{W}subDoc", "链接的子文档")):
        yield from (Dropped(0, "", f"{what}，没有读", "field") for _ in package.text().iter(tag))


def _in(paragraph: Element) -> Iterator[tuple[str, str, str]]:
    """What stands in a paragraph itself, none of those inside it: kind, text, and what it is."""
    pending = list(reversed(list(paragraph)))
    named = ""
    while pending:
        element = pending.pop()
        if element.tag in (PARAGRAPH, BOX):
            continue
        if element.tag == f"{_PLACED}docPr":
            named = element.get("descr") or element.get("name") or ""
        yield from _shown(element, named)
        pending += reversed(wordml.children(element))


def _shown(element: Element, named: str) -> Iterator[tuple[str, str, str]]:
    """What one element shows; `named` is what a picture is called."""
    if element.tag in PICTURES:
        yield "picture", "", "图片" + (f"“{named}”" if named else "") + "，不放进大纲"
    elif element.tag in _DRAWN:
        yield "picture", "", _DRAWN[element.tag]
    elif element.tag == f"{W}ruby":
        yield from _reading(element)
    elif element.tag in (f"{W}instrText", f"{W}fldSimple"):
        yield from _of_field(element.text or element.get(f"{W}instr") or "")
    elif element.tag == f"{W}sdt" and element.find(f"{W}sdtPr/{W}showingPlcHdr") is not None:
        prompt = "".join(text.text or "" for text in element.iter(f"{W}t"))
        yield "field", "", f"内容控件还没有填：{prompt[:_LONGEST]}"
    elif element.tag == f"{VML}textpath" and element.get("string"):
        yield "picture", "", f"艺术字“{element.get('string')}”，不放进大纲"
    elif element.tag == f"{W}ddList":
        yield "field", "", f"表单里选的是“{_chosen(element)}”，不放进大纲"
    elif element.tag in (f"{W}ffData", _CHECKBOX) and element.find(f"{W}ddList") is None:
        yield "field", "", "表单里的框，不放进大纲"


def _of_field(instruction: str) -> Iterator[tuple[str, str, str]]:
    """What a field with this instruction shows beside its text: a reading, the field of a mail merge (17.16.5.35), what Word
    keeps no text of.
    """
    said, over = equations.reading(instruction)
    if said:
        yield "ruby", "", _OVER.format(over, said)
    kind, _, rest = instruction.strip().partition(" ")
    if kind.upper() in _WITHOUT_RESULT:
        yield "field", "", f"{_WITHOUT_RESULT[kind.upper()]}，不放进大纲"
    if kind.upper() == "MERGEFIELD":
        yield "field", "", f"邮件合并的域 {rest.split()[0] if rest.split() else ''}，不放进大纲"


def _struck(paragraph: Element) -> Iterator[str]:
    """The characters that are struck through by hand (17.3.2.37): they print, and most likely are not meant to."""
    for run in paragraph.iter(f"{W}r"):
        look = run.find(f"{W}rPr")
        lines = [look.find(f"{W}{name}") for name in ("strike", "dstrike")] if look is not None else []
        if any(map(wordml.is_on, lines)):
            yield from (text.text or "" for text in run.findall(f"{W}t"))


def _raised(paragraph: Element, known: Styles) -> Iterator[str]:
    """The characters above or below the line that cannot stand there in an outline."""
    for run in paragraph.iter(f"{W}r"):
        if run.find(f"{W}rPr") is not None:
            said = raised.lost(run, "".join(text.text or "" for text in run.findall(f"{W}t")), known)
            yield from [said] if said else []


def _chosen(entries: Element) -> str:
    """The entry of a drop-down list that is chosen (17.16.28)."""
    result = entries.find(f"{W}result")
    at = result.get(f"{W}val", "0") if result is not None else "0"
    listed = [entry.get(f"{W}val", "") for entry in entries.findall(f"{W}listEntry")]
    return listed[int(at)] if _NUMBER.fullmatch(at) and int(at) < len(listed) else ""


def _reading(ruby: Element) -> Iterator[tuple[str, str, str]]:
    """The reading over some characters (17.3.3.25)."""
    said = "".join(text.text or "" for holder in ruby.findall(f"{W}rt") for text in holder.iter(f"{W}t"))
    over = "".join(
        text.text or "" for holder in ruby.findall(f"{W}rubyBase") for text in holder.iter(f"{W}t")
    )
    if said:
        yield "ruby", "", _OVER.format(over, said)
