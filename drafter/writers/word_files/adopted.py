"""Our styles in a Word file that is not ours."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from lxml import etree

from drafter.wordml import STYLES, W
from drafter.writers.docx import package

_OWN = frozenset(W + name for name in ("spacing", "ind", "jc", "outlineLvl"))
"""What each of our styles says itself, last of all."""


def adopted(roots: Mapping[str, Any], styles: str, base: bytes, keep_used: bool = True) -> dict[str, str]:
    """Word's id of each style of the prepared package `base` by name, once they are in the file whose parts have these
    roots and whose styles are the part `styles`: of the file's own style where the file uses it, unless nothing is to be
    kept, else of ours, which is added or takes the place of the other.
    """
    root = roots[styles]
    own = {
        (style.get(f"{W}type"), _name(style).lower()): style
        for style in root.iter(f"{W}style")
        if style.get(f"{W}styleId")
    }
    normal = next(
        (s.get(f"{W}styleId", "") for (kind, _), s in own.items()
         if kind == "paragraph" and s.get(f"{W}default") in ("1", "true")), "",
    )  # fmt: skip
    kept = {*(_used(roots, styles) if keep_used else ()), normal}
    taken = {style.get(f"{W}styleId") for style in own.values()}
    found: dict[str, str] = {}
    ours = etree.fromstring(next(item for item in package.members(base) if item.name == STYLES).data)
    ground = [] if keep_used else _ground(ours)
    for style in ours.iter(f"{W}style"):
        name = _name(style)
        there = own.get((style.get(f"{W}type"), name.lower()))
        if there is not None and there.get(f"{W}styleId") in kept:
            found[name] = there.get(f"{W}styleId")
            continue
        found[name] = _free(style.get(f"{W}styleId"), taken) if there is None else there.get(f"{W}styleId")
        style.set(f"{W}styleId", found[name])
        _rebase(style, normal)
        _stand_on(style, ground)
        if there is None:
            root.append(style)
        else:
            root.replace(there, style)
        taken.add(found[name])
    return found


def _ground(styles: Any) -> list[Any]:
    """What our styles take from the base style of our own files: no grid, no widows, no space between Han and figures."""
    first = next(one for one in styles.iter(f"{W}style") if one.get(f"{W}default") == "1")
    return [one for one in first.find(f"{W}pPr") if one.tag not in _OWN]


def _stand_on(style: Any, ground: Sequence[Any]) -> None:
    """Gives a paragraph style what it would take from another base, since the file's own base is another's work."""
    properties = style.find(f"{W}pPr")
    if properties is None or style.get(f"{W}default"):
        return
    at = next((place for place, one in enumerate(properties) if one.tag in _OWN), len(properties))
    for offset, one in enumerate(ground):
        properties.insert(at + offset, copy.copy(one))


def _used(roots: Mapping[str, Any], styles: str) -> Iterable[str]:
    """The ids of the styles that the file's text stands in, and of those that they are based on."""
    named = (f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")
    others = [root for part, root in roots.items() if part != styles]
    used = {element.get(f"{W}val", "") for root in others for element in root.iter(*named)}
    based = {style.get(f"{W}styleId"): style.find(f"{W}basedOn") for style in roots[styles].iter(f"{W}style")}
    pending = list(used)
    while pending:
        base = based.get(pending.pop())
        name = base.get(f"{W}val", "") if base is not None else ""
        if name and name not in used:
            used.add(name)
            pending.append(name)
    return used


def _free(style_id: str, taken: set[str]) -> str:
    """The id, or one like it that nobody has."""
    while style_id in taken:
        style_id += "_"
    return style_id


def _rebase(style: Any, normal: str) -> None:
    """Hangs an added style on the file's own base style."""
    for tag in ("basedOn", "next", "link"):
        element = style.find(f"{W}{tag}")
        if element is not None and (tag != "basedOn" or not normal):
            style.remove(element)
        elif element is not None:
            element.set(f"{W}val", normal)


def _name(style: Any) -> str:
    name = style.find(f"{W}name")
    return str(name.get(f"{W}val", "")) if name is not None else ""
