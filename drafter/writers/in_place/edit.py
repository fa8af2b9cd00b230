"""Changes a person's YAML in place: comments, quotes and order stay as they were typed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import CommentMark
from ruamel.yaml.scalarstring import LiteralScalarString
from ruamel.yaml.tokens import CommentToken

from drafter.model import vocabulary
from drafter.model.library import Piece
from drafter.model.tree import YamlText
from drafter.writers.in_place.page import NAMES, Page, page_of
from drafter.writers.in_place.stretches import Kept
from drafter.writers.outline_yaml import part_tree

_ROLES = vocabulary.spellings(vocabulary.ROLES)
_ROLE_WORDS = vocabulary.chinese(vocabulary.ROLES)
_OF_ITS_DAY = {"occasion": ("time",), "official": ("number", "printed")}
"""What belongs to one day, and to no other year's paper."""


def with_tags(typed: YamlText, tags: Sequence[str]) -> str:
    """The outline with these tags added to its own.

    Raises:
        InputProblem: it is no outline.

    """
    page = page_of(typed)
    key = page.field(page.root, "outline", "tags")
    there = page.root.get(key) if key else None
    known = list(there) if isinstance(there, list) else ([there] if there else [])
    new = [tag for tag in dict.fromkeys(tags) if tag not in known]
    if not new:
        return typed.came
    if isinstance(there, CommentedSeq):
        there.extend(new)
    elif key:
        page.root[key] = [*known, *new]
    else:
        page.root.insert(_after_head(page), page.key("outline", "tags"), new)
    return page.text()


def with_secrecy(typed: YamlText, mark: str) -> str:
    """The outline with this mark of secrecy for its own.

    Raises:
        InputProblem: it is no outline.

    """
    page = page_of(typed)
    key = page.field(page.root, "outline", "secrecy")
    if key:
        page.root[key] = str(mark)
    else:
        page.root.insert(_after_head(page), page.key("outline", "secrecy"), str(mark))
    return page.text()


def _after_head(page: Page) -> int:
    """Where a field of the head goes: after the last of the short ones that are there."""
    short = {"template", "style", "extends", "title", "subtitle", "stage", "date"}
    names = NAMES["outline"]
    places = [index for index, key in enumerate(page.root) if names.get(str(key)) in short]
    return max(places, default=-1) + 1


def with_piece(typed: YamlText, role: str, piece: Piece, source: str, facts: Sequence[str]) -> str:
    """The outline with a piece at the end of the part of this role, and facts to fill in for it.

    `source` is where the piece comes from; it is written beside it.

    Raises:
        InputProblem: it is no outline, or its parts are not written as parts are.

    """
    page = page_of(typed)
    tree, is_point = part_tree(piece, source, "zh" if page.zh else "en")
    _put(page, role, _without_origins(tree), is_point)
    _open_facts(page, facts)
    return page.text()


def _without_origins(tree: Any) -> Any:
    """The tree with plain strings: ruamel.yaml writes no others."""
    if isinstance(tree, dict):
        return {str(key): _without_origins(value) for key, value in tree.items()}
    if isinstance(tree, list):
        return [_without_origins(item) for item in tree]
    return str(tree) if isinstance(tree, str) else tree


def _put(page: Page, role: str, tree: Any, is_point: bool) -> None:
    sections = page.field(page.root, "outline", "sections")
    if sections and role not in ("opening", "closing"):
        holder = page.root[sections]
        if not isinstance(holder, CommentedSeq):
            holder = page.root[sections] = CommentedSeq(filter(None, [holder]))
        there = [one for one in holder if isinstance(one, CommentedMap) and _role_of(page, one) == role]
        if there and is_point:
            _append_point(page, there[-1], tree)
        else:
            spelt = _ROLE_WORDS.get(role, role) if page.zh else role
            section = tree if not is_point else {page.key("section", "points"): [tree]}
            holder.append(CommentedMap({page.key("section", "role"): spelt, **section}))
        return
    key = next((key for key in page.root if _ROLES.get(str(key), str(key)) == role), "")
    if not key or page.root[key] in (None, ""):
        page.root[key or (_ROLE_WORDS.get(role, role) if page.zh else role)] = (
            CommentedMap({page.key("section", "points"): [tree]}) if is_point else tree
        )
        return
    _append(page, key, tree, is_point)


def _append(page: Page, key: str, tree: Any, is_point: bool) -> None:
    """Puts a piece at the end of a part that says something already."""
    there = page.root[key]
    last = there[-1] if isinstance(there, CommentedSeq) and there else there
    if is_point and isinstance(last, CommentedMap):
        _append_point(page, last, tree)
        return
    piece = {page.key("section", "points"): [tree]} if is_point else tree
    if isinstance(there, CommentedSeq):
        there.append(piece)
    else:
        page.root[key] = CommentedSeq([there, piece])


def _append_point(page: Page, section: CommentedMap, tree: Any) -> None:
    key = page.field(section, "section", "points")
    points = section.get(key) if key else None
    if isinstance(points, CommentedSeq):
        points.append(tree)
    else:
        section[key or page.key("section", "points")] = [tree]


def _role_of(page: Page, section: CommentedMap) -> str:
    key = page.field(section, "section", "role")
    return _ROLES.get(str(section[key]), str(section[key])) if key else ""


def _open_facts(page: Page, names: Sequence[str]) -> None:
    """Adds the facts that are not there yet, to be filled in."""
    key = page.field(page.root, "outline", "facts")
    there = page.root.get(key) if key else None
    new = [name for name in names if not (isinstance(there, CommentedMap) and name in there)]
    if not new:
        return
    if isinstance(there, CommentedMap):
        there.update(dict.fromkeys(new))
    elif key:
        page.root[key] = dict.fromkeys(new)
    else:
        page.root.insert(_after_head(page), page.key("outline", "facts"), dict.fromkeys(new))


def renewed(
    typed: YamlText, title: str, mark: Callable[[str], str], old: str = "上年"
) -> tuple[str, list[str]]:
    """The outline for another year, and the names of its facts: figures and dates are emptied.

    What stood there is kept in a comment. `mark` says how a text reads with its old years marked;
    a title that is given takes the place of the old one.

    Raises:
        InputProblem: it is no outline.

    """
    page = page_of(typed)
    facts = page.field(page.root, "outline", "facts")
    for key in list(page.root):
        field = NAMES["outline"].get(str(key))
        if field == "title" and title:
            page.root[key] = title
        elif field in ("date", "stage"):
            _empty(page.root, key, old)
        elif field in _OF_ITS_DAY and isinstance(page.root[key], CommentedMap):
            for inner in list(page.root[key]):
                if NAMES[field].get(str(inner)) in _OF_ITS_DAY[field]:
                    _empty(page.root[key], inner, old)
            page.root[key] = _marked(page.root[key], mark)
        elif field not in ("template", "style", "extends", "numbering", "minutes", "facts", "tags"):
            page.root[key] = _marked(page.root[key], mark)
    emptied = list(_emptied(page.root[facts], old)) if facts else []
    return page.text(), emptied


def _emptied(facts: Any, old: str) -> Iterator[str]:
    """The names of the facts, each emptied: a figure keeps its unit and where it is from."""
    if not isinstance(facts, CommentedMap):
        return
    kept = ("unit", "source", "rank")
    for name in list(facts):
        yield str(name)
        if not isinstance(facts[name], CommentedMap):
            _empty(facts, name, old)
            continue
        facts[name].fa.set_block_style()  # a line of its own for each comment
        for key in list(facts[name]):
            if NAMES["fact"].get(str(key)) not in kept:
                _empty(facts[name], key, old)


def _empty(holder: CommentedMap, key: str, old: str) -> None:
    """Empties a field, and says beside it what stood there."""
    was = holder[key]
    if was in (None, ""):
        return
    holder[key] = None
    if isinstance(was, str):
        around = holder.ca.items.setdefault(key, [None] * 4)
        typed, end, below = around[2].value.partition("\n") if around[2] is not None else ("", "", "")
        said = "；".join(filter(None, (f"{old}：{' '.join(was.split())}", typed.lstrip("# "))))
        column, mark = (around[2].start_mark.column, "# ") if typed else (0, " # ")  # two spaces before it
        around[2] = CommentToken(f"{mark}{said}{end}{below}", CommentMark(column), None)


def _marked(value: Any, mark: Callable[[str], str]) -> Any:
    """The value with every text in it marked."""
    if isinstance(value, str):
        said = mark(value)
        if said == value:
            return value
        if isinstance(value, Kept):
            return LiteralScalarString(said) if "\n" in said else said
        return type(value)(said)
    if isinstance(value, CommentedMap):
        for key in list(value):
            value[key] = _marked(value[key], mark)
    elif isinstance(value, CommentedSeq):
        for index, item in enumerate(value):
            value[index] = _marked(item, mark)
    return value
