"""What a template that extends another says: each of it is something that prints, or it is told.

Jinja keeps silent about a block that no parent places, and about words outside all blocks. Here a block is
either one of the frame's or is called after a part; any other is misspelt.
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


def find_unprinted(template: Template, lookup: Lookup) -> list[Problem]:
    """A problem for each block of the template that is neither placed by one it extends nor a part's, and for
    what it says in its own words outside all blocks; for one that extends itself, that alone.
    """
    try:
        tree = parsed(template.body)
        placed = set(_placed(tree, lookup))
    except jinja2.TemplateSyntaxError:
        return []  # rendering says what is wrong with it
    if _extended(tree).removesuffix(".md.j2") == template.name:
        return [
            _told(
                template, 1, "endless-extends", "接着它自己写，没有尽头", "换个名字，或改掉第一行的 extends"
            )
        ]
    if not placed:
        return []
    return [*_stray(template, tree), *_unknown_blocks(template, tree, placed)]


def _extended(tree: nodes.Template) -> str:
    """The name of the template that this one extends; "" where it extends none, or one that it works out."""
    extended = tree.find(nodes.Extends)
    return str(extended.template.value) if extended and isinstance(extended.template, nodes.Const) else ""


def _told(template: Template, line: int, code: str, message: str, hint: str) -> Problem:
    file = f"{template.name}.md.j2"
    place = Place(file, line + template.body_line - 1)
    return Problem(code, f"模板 {file} {message}", place, hint=hint)


def _stray(template: Template, tree: nodes.Template) -> Iterator[Problem]:
    """What stands outside all blocks and says something."""
    hint = "放进一个块里，例如 {% block closing %} 和 {% endblock %} 中间"
    for said in _words(tree):
        if words := said.data.strip():
            line = said.lineno + said.data[: said.data.index(words)].count("\n")
            yield _told(template, line, "stray-text", f"里“{words[:20]}”不会印出来：它在所有的块外面", hint)


def _words(node: nodes.Node) -> Iterator[nodes.TemplateData]:
    """The template's own words in a node, but for those in blocks and those that are kept for later."""
    if isinstance(node, nodes.TemplateData):
        yield node
    for child in node.iter_child_nodes():
        if not isinstance(child, nodes.Block | nodes.Macro | nodes.AssignBlock):
            yield from _words(child)


def _unknown_blocks(template: Template, tree: nodes.Template, placed: set[str]) -> list[Problem]:
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
    while (name := _extended(tree)) and name not in met:
        met.add(name)
        parent = lookup(name.removesuffix(".md.j2"))
        if parent is None:
            return
        tree = parsed(parent.body)
        yield from (block.name for block in tree.find_all(nodes.Block))


def _unknown(template: Template, block: nodes.Block, known: list[str]) -> Problem:
    framed = _FRAMED.get(block.name)
    near = [framed] if framed in known else difflib.get_close_matches(block.name, known, n=1, cutoff=0.3)
    hint = f"是不是“{near[0]}”？" if near else "写底稿有的块，或大纲里各部分的名字，如 成绩、任务"
    message = f"的块“{block.name}”不会印出来：底稿没有这个块，也没有叫这个名字的部分"
    return _told(template, block.lineno, "unknown-block", message, hint)
