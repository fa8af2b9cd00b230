"""Keys as they are meant: one that is misspelt stands for the nearest that is known."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Iterator, Mapping

from drafter.readers.yaml import nodes as yaml


def nearest_spelling(text: str, known: Iterable[str]) -> str:
    """The known spelling that is nearest, rather one that begins alike; "" where none is near."""
    text = text.strip()
    near = difflib.get_close_matches(text, known, n=3, cutoff=0.5)
    begins_alike = [name for name in near if name[:1] == text[:1]]
    return next(iter(begins_alike or near), "")


def meant(
    mapping: yaml.Mapping,
    names: Mapping[str, str],
    suggested: Iterable[str],
    guess: Callable[[str, Iterable[str]], str] = nearest_spelling,
) -> Iterator[tuple[yaml.Scalar, yaml.Scalar | None, yaml.Node]]:
    """Each key as typed, the key that it is meant as, and its value.

    A known key is meant as itself, an unknown one as the nearest of those to suggest: None where
    none is near, or where that key stands in the same file already. `guess` finds the nearest.
    """
    standing: set[tuple[str | None, str]] = set()
    for key, value in mapping.pairs:
        if key.text in names:
            yield key, key, value
            continue
        standing = standing or {(names.get(known.text), known.source) for known, _ in mapping.pairs}
        near = guess(key.text, suggested)
        one = (names.get(near), key.source)
        yield key, key.respelt(near) if near and one not in standing else None, value
        standing.add(one)
