"""Office files changed element by element, and zipped again as any program would."""

from __future__ import annotations

import copy
import io
import random
import zipfile
from collections.abc import Callable, Sequence
from typing import Any

from lxml import etree

from tests.fuzzing.oddities import odd, often, pick

MOST_ELEMENTS = 60_000
_Parts = dict[str, bytes]


def mutated(rng: random.Random, data: bytes, others: Sequence[bytes]) -> bytes:
    """The file with a few of its elements or parts changed."""
    parts = _parts(data)
    for _ in range(rng.choice((1, 1, 1, 2, 3))):
        if rng.random() < 0.08:
            _change_part(rng, parts)
        else:
            name = _likely(rng, parts)
            root = etree.fromstring(parts[name])
            if _change(rng, root, etree.fromstring(_other(rng, parts, others))):
                parts[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return out.getvalue()


def _parts(data: bytes) -> _Parts:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _is_xml(name: str) -> bool:
    return name.endswith((".xml", ".rels"))


def _likely(rng: random.Random, parts: _Parts) -> str:
    """A part of markup: mostly one that says something."""
    telling = [name for name in parts if name.endswith(("document.xml", "sheet1.xml", "sharedStrings.xml"))]
    looks = [name for name in parts if name.endswith(("styles.xml", "numbering.xml", "workbook.xml"))]
    chosen = rng.choices((telling, looks, [name for name in parts if _is_xml(name)]), (8, 1, 1))[0]
    return rng.choice(chosen or [name for name in parts if _is_xml(name)])


def _other(rng: random.Random, parts: _Parts, others: Sequence[bytes]) -> bytes:
    """A part of markup from which something may be taken."""
    there = parts if rng.random() < 0.5 else _parts(rng.choice(others))
    return there[_likely(rng, there)]


def _change(rng: random.Random, root: Any, other: Any) -> bool:
    """Whether one element of the tree, not its root, was changed."""
    elements = [one for one in root.iter() if isinstance(one.tag, str)]
    inside = [one for one in elements if one.getparent() not in (None, root)]
    one = pick(rng, inside or elements[1:])
    if one is None or len(elements) > MOST_ELEMENTS:
        return False
    graft = rng.choice([found for found in other.iter() if isinstance(found.tag, str)])
    rng.choice(_CHANGES)(rng, one, rng.choice(inside or elements[1:]), graft)
    return True


def _drop(_rng: random.Random, one: Any, _two: Any, _graft: Any) -> None:
    one.getparent().remove(one)


def _double(rng: random.Random, one: Any, _two: Any, _graft: Any) -> None:
    times = often(rng) if len(one) < 50 else 1
    for _ in range(times):
        one.addnext(copy.deepcopy(one))


def _swap(_rng: random.Random, one: Any, two: Any, _graft: Any) -> None:
    first, second = copy.deepcopy(one), copy.deepcopy(two)
    if one not in two.iterancestors() and two not in one.iterancestors() and one is not two:
        one.getparent().replace(one, second)
        two.getparent().replace(two, first)


def _nest(rng: random.Random, one: Any, _two: Any, _graft: Any) -> None:
    depth = rng.choice((1, 2, 5, 60)) if len(list(one.iter())) < 50 else 1
    shell = copy.deepcopy(one)
    for _ in range(depth):
        outer = etree.Element(one.tag, dict(one.attrib))
        outer.append(shell)
        shell = outer
    one.getparent().replace(one, shell)


def _retag(_rng: random.Random, one: Any, two: Any, graft: Any) -> None:
    one.tag = (two if _rng.random() < 0.6 else graft).tag


def _set(rng: random.Random, one: Any, two: Any, _graft: Any) -> None:
    """An attribute that the element has, or another has."""
    name = pick(rng, one.attrib) or pick(rng, two.attrib)
    if name is not None:
        one.set(name, _sayable(odd(rng)))


def _unset(rng: random.Random, one: Any, _two: Any, _graft: Any) -> None:
    name = pick(rng, one.attrib)
    if name is not None:
        del one.attrib[name]


def _say(rng: random.Random, one: Any, two: Any, _graft: Any) -> None:
    """What an element says, mostly one that says something."""
    saying = [found for found in one.getroottree().iter() if found.text and found.text.strip()]
    (rng.choice(saying) if saying and rng.random() < 0.7 else one).text = _sayable(odd(rng))


def _graft_in(rng: random.Random, one: Any, _two: Any, graft: Any) -> None:
    if len(list(graft.iter())) < 2000:
        one.insert(rng.randrange(len(one) + 1), copy.deepcopy(graft))


def _move(_rng: random.Random, one: Any, two: Any, _graft: Any) -> None:
    if one is not two and one not in two.iterancestors():
        two.append(one)


_CHANGES: Sequence[Callable[[random.Random, Any, Any, Any], None]] = (
    _drop, _double, _swap, _nest, _retag, _set, _set, _unset, _say, _graft_in, _move,
)  # fmt: skip


def _sayable(text: str) -> str:
    """The text without characters that no XML holds."""
    return "".join(mark for mark in text if mark in "\t\n" or " " <= mark <= "\ud7ff" or mark >= "\ue000")


def _change_part(rng: random.Random, parts: _Parts) -> None:
    """One part, not the one with the text, dropped, doubled under another name, or put in another's place."""
    beside = [
        name
        for name in parts
        if not name.endswith(("document.xml", "_rels/.rels", "[Content_Types].xml", "sheet1.xml"))
    ]
    one, two = pick(rng, beside), pick(rng, beside)
    if one is None or two is None:
        return
    how = rng.randrange(4)
    if how == 0:
        del parts[one]
    elif how == 1:
        parts[one.replace(".", rng.choice(("2.", "长" * 60 + ".", " .")), 1)] = parts[one]
    elif how == 2:
        parts[one], parts[two] = parts[two], parts[one]
    else:
        parts[f"word/{odd(rng)[:50] or 'x'}.xml"] = parts[one]
