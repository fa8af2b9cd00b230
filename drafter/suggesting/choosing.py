"""Writes a choice of wording into an outline: 措辞 alone changes, every other line stays as it was typed."""

from __future__ import annotations

import zlib
from collections.abc import Mapping

from drafter.model import vocabulary
from drafter.model.roster import Day
from drafter.model.template import Template
from drafter.problems import InputProblem, Place, Problem, has_errors
from drafter.readers.outline import outline as outline_yaml
from drafter.readers.yaml import nodes as yaml
from drafter.writers.yaml_text import in_brackets

_KEY = next(key for key in vocabulary.TABLES["outline"] if key.name == "wording")


_SEVERAL = "{{ 或 }}"
"""Parts the wordings of one place in a template."""

_WORDINGS = 6
"""From how many one is chosen; a place that has fewer begins anew."""

PLACES = ("opening", "closing", "rest")


def chosen_on(template: Template, day: Day) -> dict[str, str]:
    """Which wordings an outline that is begun on this day takes, by the place; nothing where its template has one."""
    if not template.ours or _SEVERAL not in template.body:
        return {}
    return {
        place: str(zlib.crc32(f"{template.name}{place}{day}".encode()) % _WORDINGS + 1) for place in PLACES
    }


def with_choice(text: str, name: str, places: Mapping[str, str], role: str, number: int, rest: str) -> str:
    """The outline with the number of the wording at a part, beside what it chooses already.

    `places` are the Chinese names of parts by role; `rest` is what an outline below it chooses for all places, ""
    for nothing.

    Raises:
        InputProblem: it is no outline with a key a line.

    """
    source, problems = outline_yaml.parse(text, name)
    if source is None or has_errors(problems):
        raise InputProblem(*problems)
    keys = [key for key, _ in source.root.pairs]
    if any(key.place.column != 1 for key in keys):
        hint = "一个键一行，从行首写起，再来"
        raise InputProblem(
            Problem("no-outline", "这份大纲没有一个键一行，没有改动它", Place(name), hint=hint)
        )
    pair = source.pair("wording")
    zh = any(not key.text.isascii() for key in keys)
    known = {chinese: one for one, chinese in places.items()} | vocabulary.spellings(vocabulary.ROLES)
    chosen = {**({"": rest} if rest and pair is None else {}), **(_own(pair[1], known) if pair else {})}
    chosen[role] = str(number)
    spelt = {
        (places.get(one, one) if one else vocabulary.REST) if zh else one or vocabulary.REST: said
        for one, said in chosen.items()
    }
    inner = ", ".join(f"{key}: {in_brackets(said)}" for key, said in spelt.items())
    key = pair[0].text if pair else (_KEY.chinese[0] if zh else _KEY.name)
    return _with_line(text, f"{key}: {{{inner}}}", pair[0].line if pair else None, keys)


def _own(node: yaml.Node, roles: Mapping[str, str]) -> dict[str, str]:
    """What the outline chooses itself, by role; "" for all others."""
    if isinstance(node, yaml.Scalar):
        return {"": node.text} if node.text else {}
    pairs = node.pairs if isinstance(node, yaml.Mapping) else ()
    return {
        "" if key.text == vocabulary.REST else roles.get(key.text, key.text): value.text
        for key, value in pairs
        if isinstance(value, yaml.Scalar)
    }


def _with_line(text: str, line: str, at: int | None, keys: list[yaml.Scalar]) -> str:
    """The text with a line for the key that stands at line `at` (from 1), from there to the next key; else at its end."""
    end = "\r\n" if "\r\n" in text else "\n"
    lines = text.splitlines(keepends=True)
    if at is None:
        if lines and not lines[-1].endswith("\n"):
            lines[-1] += end
        return "".join((*lines, line, end))
    following = [key.line for key in keys if key.line > at]
    after = min(following) - 1 if following else len(lines)
    while after > at and lines[after - 1].lstrip()[:1] in ("", "#"):
        after -= 1
    return "".join((*lines[: at - 1], line, end, *lines[after:]))
