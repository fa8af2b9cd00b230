"""Markdown from elsewhere, a chat or a wiki: its marks are taken off, and which they were is counted.

Our own drafts have containers and print everything else as it stands; a text without any is somebody else's. Lines stay
where they are, so that places in the file hold.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from drafter.model.document import Block, Document, Inline, Inlines, Lead, Paragraph, Role, Table, Text
from drafter.patterns import pattern
from drafter.problems import Place, Problem, Severity
from drafter.readers.markdown import pictures

_OWN = pattern(r"^:{3,}", re.MULTILINE)
_FENCE = pattern(r"\s{0,3}(?:```|~~~)\S*\s*")
_RULE = pattern(r"\s{0,3}(?:(?:-\s?){3,}|(?:\*\s?){3,}|(?:_\s?){3,})")
_QUOTE = pattern(r"\s{0,3}(?:>\s?)+")
_BOX = pattern(r"\s{0,12}(?P<kept>[-*+]\s)\s*\[[ xX√]\]\s+")
_BULLET = pattern(r"\s{0,12}(?P<kept>[-*+]\s)\s*(?=\S)")
_HEADING = pattern(r"#{1,6}\s+")
_NOTE = pattern(r"(?P<kept>\[)\^(?P<also>[^\[\]\s]{1,20}\]):(?=\s*)")
_PICTURE = pattern(r"!\[(?P<kept>[^\[\]]*)\]\([^()\s]*(?:\s+\"[^\"]*\")?\)")
_LINK = pattern(r"\[(?P<kept>[^\[\]]+)\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+\"[^\"]*\")?\)")
_REFERENCE = pattern(r"(?P<kept>\[)\^(?P<also>[^\[\]\s]{1,20}\])")
_BOLD = pattern(r"(\*\*)(?=[^\s*_，。；、！？）])(?P<kept>[^*_\n，。；！？]{0,60}?[^\s*_，。；、！？（])\1")
"""What holds a mark of a sentence may be two blanks (在**图书馆，由**负责) and is left alone."""

_SLANTED = pattern(r"(?<![*A-Za-z0-9])\*(?=[^\s*])(?P<kept>[^*\n]+?)(?<=[^\s*])\*(?![*A-Za-z0-9])")
_STRUCK = pattern(r"~~(?=\S)(?P<kept>[^~\n]+?)(?<=\S)~~")
_CODE = pattern(r"`(?P<kept>[^`\n]+)`")
_BREAK = pattern(r"<br\s*/?>", re.IGNORECASE)

_GONE = "\U0010fff0"
"""Stands for each character of a mark until the text is read, so that every word keeps its place."""

_SAID = pattern(f"[^{_GONE}]+")
_POINT = pattern(r"[-*+]\s")

_LINES: Mapping[str, re.Pattern[str]] = {
    "引用的 >": _QUOTE,
    "勾选框": _BOX,
    "列表的点": _BULLET,
    "脚注": _NOTE,
}
"""What opens a line; `kept` of it stays."""

_WORDS: Mapping[str, re.Pattern[str]] = {
    "图片": _PICTURE, "链接": _LINK, "脚注": _REFERENCE, "加粗": _BOLD, "斜体": _SLANTED, "删除线": _STRUCK, "代码": _CODE,
    "换行标签": _BREAK,
}  # fmt: skip
"""What stands in a line; `kept` of it stays."""


def cleaned(text: str, source: str) -> tuple[str, tuple[Problem, ...]]:
    """The text without the marks of Markdown that no paper prints, and what was taken off; our own drafts as they are."""
    if _OWN.search(text) or _GONE in text:
        return text, ()
    counts: Counter[str] = Counter()
    lines = [_line(line, counts) for line in text.split("\n")]
    if not counts:
        return text, ()
    said = "，".join(f"{name} {count} 处" for name, count in counts.items())
    hint = "字都留着；图片要放进去的，存在稿子旁边，单写一行 ![图名](文件)" if counts["图片"] else "字都留着"
    told = Problem("markdown-cleaned", f"去掉了 Markdown 的记号：{said}", Place(source), Severity.INFO, hint)
    return "\n".join(lines), (told,)


def settled(document: Document) -> Document:
    """The document of a cleaned text: what stood for marks goes, and what points begin with, which has told them apart."""
    blocks = map(_settled, document.blocks)
    return Document(tuple(one for one in blocks if not isinstance(one, Paragraph) or one.content))


def _settled(block: Block) -> Block:
    match block:
        case Paragraph(role, content):
            return replace(
                block, content=_bare(_words_of(content)) if role is Role.BODY else _words_of(content)
            )
        case Table(rows):
            return Table(tuple(tuple(map(_words_of, row)) for row in rows))
        case _:
            return block


def _words_of(content: Inlines) -> Inlines:
    out: list[Inline] = []
    for inline in content:
        match inline:
            case Text(text, origin) if _GONE in text:
                out += [
                    Text(match[0], origin.later(match.start()) if origin else None)
                    for match in _SAID.finditer(text)
                ]
            case Lead(inner, level):
                out.append(Lead(_words_of(inner), level))
            case _:
                out.append(inline)
    return tuple(out)


def _bare(content: Inlines) -> Inlines:
    first = content[0] if content else None
    if not isinstance(first, Text) or not _POINT.match(first.text):
        return content
    rest = first.text[2:].lstrip()
    by = len(first.text) - len(rest)
    text = Text(rest, first.origin.later(by) if first.origin else None)
    return (text, *content[1:]) if rest else content[1:]


def _line(line: str, counts: Counter[str]) -> str:
    if pictures.alone(line):
        return line
    if _FENCE.fullmatch(line) or _RULE.fullmatch(line):
        counts["分隔线" if _RULE.fullmatch(line) else "代码"] += 1
        return " " * len(line)  # a blank line, and every place stays
    at = 0
    for name, form in _LINES.items():
        match = form.match(line, at)
        if match:
            line = line[:at] + _gone(match) + line[match.end() :]
            counts[name] += 1
            at = match.end()
    heading = _HEADING.match(line)
    lead = _BOLD.match(line)
    if heading:
        at = heading.end()
    elif lead and lead.end() < len(line):  # what a paragraph begins with in bold is its lead sentence
        at = lead.end()
    return line[:at] + _words(line[at:], counts)


def _words(text: str, counts: Counter[str]) -> str:
    for name, form in _WORDS.items():
        text, number = form.subn(_gone, text)
        if number:
            counts[name] += number
    return text


def _gone(match: re.Match[str]) -> str:
    """What was found with its marks as `_GONE`; a mark of a point is one for all that people use."""
    kept = [(match.start(name), match[name]) for name in ("kept", "also") if name in match.re.groupindex]
    out = [_GONE] * len(match[0])
    for start, said in kept:
        out[start - match.start() : start - match.start() + len(said)] = said
    return "".join(out)
