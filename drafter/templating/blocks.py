"""The blocks of a template that extends another: each is one that prints, or it is told.

Jinja keeps silent about a block that no parent places. Here a block is either one of the frame's or is
called after a part; any other is misspelt.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator

import jinja2
from jinja2 import nodes

from drafter.model import vocabulary
from drafter.model.template import Template
from drafter.problems import Place, Problem
from drafter.templating.render import Lookup, parsed

_FRAMED = {
    spelling: name
    for spelling, name in vocabulary.spellings(vocabulary.ROLES).items()
    if name in ("opening", "closing")
}
"""The frame's own blocks by the names of the parts: they stand there under their English ones."""

_PARTS = vocabulary.spellings(vocabulary.ROLES).keys() - _FRAMED


def unknown_blocks(template: Template, lookup: Lookup) -> list[Problem]:
    """A problem for each block of the template that is neither placed by one it extends nor a part's."""
    try:
        tree = parsed(template.body)
        placed = set(_placed(tree, lookup))
    except jinja2.TemplateSyntaxError:
        return []  # rendering says what is wrong with it
    if not placed:
        return []
    parts = {*_PARTS, *(name for role in template.roles for name in (role.name, role.chinese))} - {*_FRAMED}
    blocks = [node for node in tree.body if isinstance(node, nodes.Block)]
    return [
        _unknown(template, block, [*placed, *parts])
        for block in blocks
        if block.name not in placed and block.name not in parts
    ]


def _placed(tree: nodes.Template, lookup: Lookup) -> Iterator[str]:
    """The blocks that the templates above place, nested ones included; none where it extends none."""
    met: set[str] = set()
    extended = tree.find(nodes.Extends)
    while extended is not None and isinstance(extended.template, nodes.Const):
        name = str(extended.template.value)
        parent = lookup(name.removesuffix(".md.j2"))
        if parent is None or name in met:
            return
        met.add(name)
        above = parsed(parent.body)
        yield from (block.name for block in above.find_all(nodes.Block))
        extended = above.find(nodes.Extends)


def _unknown(template: Template, block: nodes.Block, known: list[str]) -> Problem:
    framed = _FRAMED.get(block.name)
    near = [framed] if framed in known else difflib.get_close_matches(block.name, known, n=1, cutoff=0.3)
    hint = f"是不是“{near[0]}”？" if near else "写底稿有的块，或大纲里各部分的名字，如 成绩、任务"
    file = f"{template.name}.md.j2"
    message = f"模板 {file} 的块“{block.name}”不会印出来：底稿没有这个块，也没有叫这个名字的部分"
    return Problem("unknown-block", message, Place(file, block.lineno + template.body_line - 1), hint=hint)
