"""Texts that lost their paragraph breaks on the way: broken again where a new thought opens."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from drafter import numerals
from drafter.model.source import Guess, Line
from drafter.outlining.form.view import seen
from drafter.residue.titles import glued

_FEWEST = 2

LONGEST = 1200
"""Characters of the longest paragraph that somebody may have meant."""

_MOST = 0.6
"""A shorter one that holds so much of a file, and counts its parts, lost its breaks too."""

_CALL = r"(?:(?:尊敬的)?各位[^，。！？：]{1,16}|同志们|朋友们)"
_OPENS = re.compile(
    rf"(?:(?<=[。！？”）])\s*|(?<!\s)\s+|(?<=[\u4e00-\u9fff])(?=[（(][一二三四五六七八九十]{{1,3}}[）)][\u4e00-\u9fff]))(?:(?P<call>{_CALL}[！，]|谢谢大家[！。]?$)"
    r"|(?P<mark>(?P<one>[一二三四五六七八九十]{1,3})、|[（(](?P<two>[一二三四五六七八九十]{1,3})[）)]"
    r"|第(?P<three>[一二三四五六七八九十]{1,3})，))"
)
_HEAD = re.compile(rf"(?P<above>[^。！？；]{{0,120}}?)(?P<call>{_CALL}[：:])\s*(?=\S)")
"""Title, date, speaker and salutation that run into the text."""

_RUN_IN = re.compile(
    r"(?P<call>(?:(?:尊敬的)?各位[^，。！？：]{1,16}|(?:[^，。！？：；]{0,10})(?:同志|朋友|代表|委员|老师|同学|乡亲|战友|来宾|父老)们?)：)\s*(?=\S{4})"
)
"""A salutation, and a text on the same line."""

_NEAR = 8
"""Lines among which the salutation stands."""

_GENRE = "讲话|发言|致辞|讲稿|提纲|汇报|报告"
_ABOVE = re.compile(rf"(?=——)|(?<={_GENRE})(?=[\s（(])|(?=[（(]\d{{4}}年)|(?<=[日稿][）)])")
"""Where one line above the salutation ends and the next begins."""

_TITLED = re.compile(
    r".{5,50}?(?:总结|报告|汇报|安排|打算|计划|方案|讲话|发言|材料|要点|体会)(?=(?:\d{4}年|今年|去年|近年来|一年来|上半年|同志们|各位|根据|按照|为了?|现将|在)[^，。]{0,40}[，。])"
)
"""A title that runs into the first sentence."""

_HEADED = re.compile(r"[一二三四五六七八九十]{1,3}、[^。！？；，：]{2,24}（一）")
"""A heading that its first part is glued to."""

_PARAGRAPH = 24
"""Characters of a text that stands under a heading."""

_SPACED = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])[^。！？；：\s]{2,40}(?P<gap>\s+)(?=\S{4})"
)
"""A heading whose break became a space."""


def parted(lines: Sequence[Line], guesses: list[Guess]) -> list[Line]:
    """The lines, those that lost their breaks in several: before a call to the listeners, before
    marks that count from one, and where title and salutation end.
    """
    found: list[Line] = []
    whole = sum(len(line.text) for line in lines)
    for line in _called(lines, guesses):
        pieces = [] if line.rows or line.role is not None else list(_pieces(line.text, whole))
        if len(pieces) < 2:
            found.append(line)
            continue
        guesses.append(
            Guess("分段", line.number, f"这一段有 {len(line.text)} 个字，照序号和称呼分成了 {len(pieces)} 段")
        )
        found += [replace(line, text=piece, lead=0) for piece in pieces]
    return found


def _called(lines: Sequence[Line], guesses: list[Guess]) -> Iterator[Line]:
    """The lines, a salutation that runs into the first paragraph by itself."""
    for at, line in enumerate(lines):
        plain = at < _NEAR and not line.rows and line.role is None
        ends = glued(seen(line.text)) if plain else 0
        if ends:
            guesses.append(Guess("分段", line.number, "标题和下面的一行连在一起"))
            yield replace(line, text=line.text[:ends], lead=0)
            yield replace(line, text=line.text[ends:].strip(), lead=0)
            continue
        match = _RUN_IN.match(seen(line.text)) if at < _NEAR and not line.rows and line.role is None else None
        if match is None:
            yield line
            continue
        guesses.append(Guess("分段", line.number, "称谓和第一段连在一起"))
        yield replace(line, text=line.text[: match.end("call")], lead=0)
        yield replace(line, text=line.text[match.end() :], lead=0)


def _pieces(text: str, whole: int) -> Iterator[str]:
    """The text in pieces, each beginning where a thought opens; `whole` counts the file's characters."""
    head = _HEAD.match(text)
    above = [] if head is None else [*_above(head), head.start("call"), head.end()]
    marks = _openings(text)
    counting = sum(text[at] in "一二三四五六七八九十" for at in marks) >= _FEWEST
    titled = head is not None and re.search(_GENRE, head["above"]) is not None
    run_in = _HEADED.match(text) is not None and "（二）" in text
    if len(text) <= LONGEST and not run_in and not (len(text) > _MOST * whole and (counting or titled)):
        yield from _headed(text)
        return
    titled_at = _TITLED.match(text) if head is None else None
    above += [titled_at.end()] if titled_at else []
    spaced = [match.start("gap") for match in (_SPACED.match(text, at) for at in marks) if match]
    cuts = sorted({*above, *marks, *spaced} - {0})
    for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True):
        if piece := text[start:end].strip():
            yield piece


def _headed(text: str) -> Iterator[str]:
    """A heading whose break became a space, and the paragraph that it stood over."""
    match = _SPACED.match(text)
    if match and len(text) - match.end("gap") >= _PARAGRAPH and "。" in text[match.end("gap") :]:
        yield text[: match.start("gap")]
        yield text[match.end("gap") :]


def _above(head: re.Match[str]) -> list[int]:
    """Where the lines above the salutation begin."""
    return [match.end() for match in _ABOVE.finditer(head["above"])]


def _openings(text: str) -> list[int]:
    """Where a call stands, or a mark that follows the one before it."""
    counts = {"one": 0, "two": 0, "three": 0}
    found = []
    for match in _OPENS.finditer(text):
        at = match.start("call") if match["call"] else match.start("mark")
        kind = next((name for name in counts if match[name]), "")
        if kind:
            number = numerals.value(match[kind])
            if number not in (1, counts[kind] + 1) or (number == 1 and kind != "two" and counts[kind]):
                continue
            counts[kind] = number
        found.append(at)
    return found
