"""What changed between two papers, for the terminal: 【-旧-】【+新+】, each stretch with its paragraph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from drafter.redline.changes import Difference

_AROUND = 12
"""Characters that are shown on either side of a change."""


def write(found: Iterable[Difference]) -> str:
    """A line or more for each stretch."""
    return "".join(f"第 {one.paragraph} 段：{_marked(one)}\n" for one in found)


def _marked(one: Difference) -> str:
    pieces: list[str] = []
    at = 0
    for change in one.changes:
        pieces += _between(one.new[at : change.start], first=not at)
        pieces += _change(change.old, one.new[change.start : change.end])
        at = change.end
    rest = one.new[at:]
    pieces.append(rest if len(rest) <= _AROUND else f"{rest[:_AROUND]}……")
    return "".join(pieces).replace("\n", "↵")


def _between(text: str, first: bool) -> Iterator[str]:
    """What stands unchanged before a change, cut where it is long."""
    if len(text) <= 2 * _AROUND:
        yield text
    else:
        yield ("" if first else text[:_AROUND]) + "……" + text[-_AROUND:]


def _change(old: str, new: str) -> Iterator[str]:
    if old:
        yield f"【-{old}-】"
    if new:
        yield f"【+{new}+】"
