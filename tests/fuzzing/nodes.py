"""YAML changed node by node, and dumped as YAML again."""

from __future__ import annotations

import copy
import random
from collections.abc import Iterator, Sequence
from typing import Any, ClassVar

import yaml

from tests.fuzzing import lines
from tests.fuzzing.oddities import odd, often

MOST_NODES = 20_000


class _Loader(getattr(yaml, "CBaseLoader", yaml.BaseLoader)):
    """All scalars as they are typed."""


class _Dumper(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):
    """All scalars plain where they may be: nothing is quoted for what it would mean."""

    yaml_implicit_resolvers: ClassVar = {}

    def ignore_aliases(self, _data: Any) -> bool:
        return True


def mutated(rng: random.Random, text: str, others: Sequence[str]) -> str:
    """The text with a few nodes dropped, doubled, swapped, put into one another, or taken from another."""
    if rng.random() < lines.LOOSE:
        return lines.scrambled(rng, text, others)
    root = yaml.load(text, _Loader)
    for _ in range(rng.choice((1, 1, 2, 3, 5))):
        places = list(_places(root))
        if places:
            _change(rng, *rng.choice(places), places, others)
    if sum(1 for _ in _places(root)) > MOST_NODES:
        root = {key: root[key] for key in list(root)[:1]}
    return yaml.dump(
        root,
        Dumper=_Dumper,
        allow_unicode=True,
        sort_keys=False,
        default_flow_style=rng.choice((False, False, False, None, True)),
        default_style=rng.choice((None, None, None, None, '"')),
        width=rng.choice((40, 10**9)),
    )


def _places(node: Any) -> Iterator[tuple[Any, Any]]:
    """Each collection with each of its keys."""
    open_ = [node]
    while open_:
        inside = open_.pop()
        for key in list(inside) if isinstance(inside, dict) else range(len(inside)):
            yield inside, key
            if isinstance(inside[key], (dict, list)):
                open_.append(inside[key])


def _change(
    rng: random.Random, inside: Any, key: Any, places: Sequence[tuple[Any, Any]], others: Sequence[str]
) -> None:
    node = inside[key]
    how = rng.randrange(12)
    if how == 0:
        del inside[key]
    elif how <= 2 and isinstance(inside, list):
        inside[key:key] = [copy.deepcopy(node) for _ in range(often(rng))]
    elif how <= 4 and isinstance(inside, dict):
        _rename(rng, inside, key, places)
    elif how <= 6:
        inside[key] = _like(rng, node, places)
    elif how == 7:
        inside[key] = _like(rng, node, list(_places(yaml.load(rng.choice(others), _Loader))))
    elif how == 8:
        inside[key] = rng.choice((_deeper(rng, node), _value(rng)))
    elif isinstance(node, str):
        cut = rng.randrange(len(node) + 1)
        inside[key] = node[:cut] + odd(rng) + node[cut:]
    elif isinstance(node, list):
        rng.shuffle(node)


def _rename(rng: random.Random, inside: dict, key: str, places: Sequence[tuple[Any, Any]]) -> None:
    """The key becomes another, or comes under another as well."""
    node = inside[key] if rng.random() < 0.5 else inside.pop(key)
    inside[_key(rng, places)] = copy.deepcopy(node)


def _like(rng: random.Random, node: Any, places: Sequence[tuple[Any, Any]]) -> Any:
    """A node from elsewhere: mostly one of the same form."""
    found = [inside[key] for inside, key in places]
    same = [one for one in found if isinstance(one, type(node))]
    return copy.deepcopy(rng.choice((same if rng.random() < 0.8 else found) or [node]))


def _deeper(rng: random.Random, node: Any) -> Any:
    """The node inside collections of its own."""
    for _ in range(rng.choice((1, 1, 2, 40))):
        node = [node] if rng.random() < 0.5 else {rng.choice(("要点", "正文", "标题", "小节", "x")): node}
    return node


def _key(rng: random.Random, places: Sequence[tuple[Any, Any]]) -> str:
    """A key that stands elsewhere, or one that nobody thought of."""
    known = [key for inside, key in places if isinstance(inside, dict)]
    return rng.choice(known) if known and rng.random() < 0.7 else odd(rng)


def _value(rng: random.Random) -> Any:
    """A scalar, mostly, or an empty collection."""
    return rng.choice((odd(rng), odd(rng), [], {}, [[]], {"x": []}))
