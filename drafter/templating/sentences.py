"""What templates say in their own words: a sentence a part, counts in it, one wording of several.

A genre says a part's sentence in a block that is called after the part. Jinja prints no block that no
parent places, so the frame asks for it: `{{ 本部分的话(item) }}`.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from typing import Any

import jinja2
from jinja2.runtime import Context

from drafter import numerals, shield
from drafter.patterns import pattern
from drafter.templating.slots import printed

_BLANK_LINES = pattern(r"\n\s*\n")
_REGISTERS = "".join(shield.REGISTERS.values())
COUNT = "{}"
"""Stands for the number in what `点数` says."""

OTHERWISE = shield.OTHERWISE
"""Parts the wordings of one place: what a template prints as `{{ 或 }}`."""


_POINTING = ("如下", "以下")


@jinja2.pass_context
def added(context: Context, text: str, role: str = "") -> str:
    """The template's own words, fenced so that the reader can tell them apart.

    A blank line parts paragraphs; the lines of one are joined. `role` names the part of the
    outline that the words stand for, where they begin one.
    """
    said = wording(context, printed(text), role)
    paragraphs = [joined(part) for part in _BLANK_LINES.split(said.strip())]
    fenced = [f"{shield.ADDED_OPEN}{words}{shield.ADDED_CLOSE}" for words in paragraphs if words]
    names = context["part_names"]
    if fenced and role in names:
        fenced.insert(0, shield.part_mark(names.index(role)))
    return "".join(f"{words}\n\n" for words in fenced)


def wording(context: Context, text: str, place: str) -> str:
    """The wording to print, of those that stand at one place: the one that the outline chooses, or its occasion; the
    next, where its condition left it no words.
    """
    pieces = [piece.strip() for piece in text.split(OTHERWISE)]
    choice: Mapping[str, Any] = context.get("choice", {})
    said = next((choice[one] for one in (place, "") if one in choice), None)
    if isinstance(said, str):
        return printed(said)
    if said is None:
        pieces = _in_registers(pieces, choice.get("registers", ()))
    by_occasion = choice.get("seed", 0) if said is None else 0
    first = (zlib.crc32(place.encode(), by_occasion) if by_occasion else said or 0) % len(pieces)
    words = (piece.lstrip(_REGISTERS).strip() for piece in (*pieces[first:], *pieces[:first]))
    return next((one for one in words if one), "")


def _in_registers(pieces: list[str], registers: Sequence[str]) -> list[str]:
    """The wordings in one of these registers, else those in none of their own, else all that there are; where
    several are named, those in none go with them.
    """
    said = {shield.REGISTERS[register] for register in registers}
    if not said:
        return pieces
    own = [piece for piece in pieces if piece[:1] in said and len(piece) > 1]
    bare = [piece for piece in pieces if piece and piece[0] not in _REGISTERS]
    return (own if len(said) == 1 else [one for one in pieces if one in own or one in bare]) or bare or pieces


def joined(text: str) -> str:
    """The lines of the text as one: a space only where neither side is Han or full-width."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    out = "".join(lines[:1])
    for line in lines[1:]:
        out += (" " if out[-1].isascii() and line[0].isascii() else "") + line
    return out


@jinja2.pass_context
def of_part(context: Context, item: Mapping[str, Any]) -> str:
    """What the template says before the points of an item: its block called after the item's part.

    A part has several names. Blocks stand in the order of the templates, those of the one that extends the
    others first, so that a person's 差距 wins over the 不足 that it extends.
    """
    called = item["叫法"]
    name = next((name for name in context.blocks if name in called), None)
    if name is None:
        return ""
    own = context.derived({"item": item, "条数": item["announced"]})
    said = context.environment.concat(context.blocks[name][0](own))
    return _before(wording(context, said, item["role"]), item.get("run", ""))


def _before(said: str, run: str) -> str:
    """What says 如下 or 以下 of points that run on in its paragraph and are no sentences ends in a colon."""
    words = said.rstrip()
    clause = words[:-1].rpartition("，")[2].rpartition("。")[2]
    if run and "。" not in run[:-1] and words.endswith("。") and any(word in clause for word in _POINTING):
        return f"{words[:-1]}："
    return said


@jinja2.pass_context
def counting(context: Context, said: str, otherwise: str = "", count: int | None = None) -> str:
    """`said` with the number in place of `{}`; `otherwise` where there are not several to count.

    The number is `count`, else that of the points which the sentence of a part stands before.
    """
    if count is None:
        if "条数" not in context:
            raise jinja2.TemplateRuntimeError("点数 要写明数多少，或用在各部分的话里")
        count = int(context["条数"])
    if count <= 1:
        return otherwise
    before, place, after = said.partition(COUNT)
    return f"{before}{numerals.counted(count)}{after}" if place else said


@jinja2.pass_context
def in_full(context: Context, who: str) -> str:
    """Somebody with his whole post before his name, as people are introduced; else as given."""
    return _told(context, who, "line")


@jinja2.pass_context
def called(context: Context, who: str) -> str:
    """Somebody as one speaks of him in the room: 梁某市长; else as given."""
    return _told(context, who, "called")


def _told(context: Context, who: str, how: str) -> str:
    """Who is meant, told as the people of the occasion are; the last of those that fit."""
    people: Sequence[Mapping[str, str]] = context["occasion"]["people"]
    found = [
        person[how]
        for person in people
        if who in (person["line"], person["called"], person["name"] + person["post"], person["name"])
    ]
    return found[-1] if found else who


FILTERS = {"added": added, "han": numerals.han, "counted": numerals.counted}
GLOBALS = {
    "本部分的话": of_part,
    "点数": counting,
    "全称": in_full,
    "称呼": called,
    "或": OTHERWISE,
    **shield.REGISTERS,
}
"""What a template may call beside Jinja's own, by its name there."""
