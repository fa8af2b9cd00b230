"""Pictures among the texts and points of an outline.

Where a text may stand, a picture is a text too: what `inlines.pictured` writes for it, so that whatever moves, counts or
prints texts need not know of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from drafter.model import vocabulary
from drafter.model.inlines import picture_of, pictured
from drafter.model.outline import Point, Tail, Texts
from drafter.model.words import derived
from drafter.readers.yaml import nodes as yaml
from drafter.readers.yaml.reading import Reading

_FIELDS = vocabulary.spellings(vocabulary.PICTURE)
_KEYS = {spelling for spelling, name in vocabulary.spellings(vocabulary.POINT).items() if name == "picture"}


def picture(reading: Reading, node: yaml.Node) -> Texts:
    """What stands for a picture, a path or a mapping; nothing where none is named."""
    if isinstance(node, yaml.Scalar):
        file = _file(reading, node)
        return (derived(pictured(file), file),) if file else ()
    fields = reading.fields(node, _FIELDS, "图片里")
    said = {
        name: _file(reading, value) if name == "file" else reading.line(value, key.text)
        for name, key, value in fields
    }
    if not said.get("file"):
        reading.complain(node, "missing-key", "图片没有写路径", "写 路径: 图/走势.png")
        return ()
    return (derived(pictured(**said), said["file"]),)


def _file(reading: Reading, node: yaml.Node) -> str:
    """The path of a picture: it is read before any fact is known."""
    file = reading.line(node, "路径")
    if "{{" in file:
        reading.complain(
            node, "reference-in-path", "图片的路径里不能引用数据", "把文件名直接写出来；图名里可以引用"
        )
    return file


def texts(reading: Reading, node: yaml.Node, what: str) -> Texts:
    """Paragraphs, and pictures among them: `- 图片: 图/走势.png`."""
    items = node.items if isinstance(node, yaml.Sequence) else ()
    shown = [_alone(item) for item in items]
    if not any(shown):
        return reading.texts(node, what)
    found: list[str] = []
    for item, alone in zip(items, shown, strict=True):
        if alone:
            found += picture(reading, alone)
        elif isinstance(item, yaml.Scalar):
            found += reading.texts(item, what)
        else:
            reading.line(item, what)  # says what is wrong with it
    return tuple(found)


def _alone(node: yaml.Node) -> yaml.Node | None:
    """What stands under 图片 in a mapping that has nothing else."""
    if not isinstance(node, yaml.Mapping) or len(node.pairs) != 1:
        return None
    key, value = node.pairs[0]
    return value if key.text in _KEYS else None


def parted(points: Iterable[Point]) -> tuple[Texts, tuple[Point, ...]]:
    """The points without those that are a picture alone: that stands below the point before it, or above them all, and
    those come first.
    """
    opening: list[str] = []
    kept: list[Point] = []
    for point in points:
        tail = point.tail
        if isinstance(tail, Tail) or not tail or point != Point(tail=tail) or not all(map(picture_of, tail)):
            kept.append(point)
        elif kept:
            kept[-1] = followed(kept[-1], tail)
        else:
            opening += tail
    return tuple(opening), tuple(kept)


def followed(point: Point, shown: Texts) -> Point:
    """The point with pictures below it."""
    if not shown:
        return point
    tail = point.tail
    below = replace(tail, tail=(*tail.tail, *shown)) if isinstance(tail, Tail) else (*tail, *shown)
    return replace(point, tail=below)


def opened(values: dict[str, Any], before: str, shown: Texts = ()) -> dict[str, Any]:
    """The fields of a section, a point or a tail whose row of points is as `parted` gives it: the pictures above the points
    stand in the texts `before` them, behind those that are `shown` there.
    """
    opening, points = values.pop("points", ((), ()))
    values["points"] = points
    if shown or opening:
        values[before] = (*values.get(before, ()), *shown, *opening)
    return values
