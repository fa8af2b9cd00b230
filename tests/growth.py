"""Whether work grows with what it is done to, and no faster: texts made to be nasty, and how much longer one four times as
long takes.
"""

from __future__ import annotations

import gc
import random
import time
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")

SIZE = 16_000
"""Characters of the longer text; the shorter has a quarter."""

_FLOOR = 0.03
"""Seconds of the processor below which nothing is too slow, whatever a quarter takes."""

_MOST = 9.0
"""What is linear takes four times as long, what is quadratic sixteen."""

_TRIES = 3
"""Something else on the machine can spoil one measurement, not each."""

RUNS = [
    *"0一第%、，。：“《（〔[_*# \t…-×〇某&<", "字\n", "\n", "一、字\n", "一是", "（一）", "1.", "2026年", "3月12日", "12亿元", "〔待补：", "][(", "](http://",
    "”“", "附件：", "来源：", "同志们：\n", "市长王某", "http://a.b/", "- 字\n", "在会上的讲话\n谢谢大家！\n",
]  # fmt: skip
"""What is repeated in any text: marks of every kind, opened and never closed, in one line and in many."""


def _cost(act: Callable[[T], object], text: T) -> float:
    started = time.process_time()
    act(text)
    return time.process_time() - started


def grows_too_fast(act: Callable[[T], object], text: Callable[[int], T]) -> bool:
    """Whether `act` takes more than its share for what `text` makes of `SIZE` characters, against a quarter of them."""
    gc.disable()
    try:
        for _ in range(_TRIES):
            long = _cost(act, text(SIZE))
            if long < _FLOOR or long < _MOST * _cost(act, text(SIZE // 4)):
                return False
    finally:
        gc.enable()
    return True


def repeated(piece: str) -> Callable[[int], str]:
    """A text of some length that says one thing again and again."""
    return lambda size: piece * (size // len(piece) + 1)


def stretched(text: str, at: int, character: str) -> Callable[[int], str]:
    """A text with one character again and again at a place."""
    return lambda size: text[:at] + character * size + text[at:]


def nasty(examples: Iterable[str], count: int) -> Iterator[tuple[str, Callable[[int], str]]]:
    """So many texts, the same every time, each with its name: examples and what they begin and end with, repeated, and
    examples with a character or white space stretched.
    """
    made: dict[str, Callable[[int], str]] = {}
    for text in examples:
        made |= {repr(piece): repeated(piece) for piece in (text, f"{text}\n")}
        for at in range(1, len(text)):
            made |= {repr(piece): repeated(piece) for piece in (text[:at], text[at:])}
            for character in (text[at], " "):
                made[f"{text[:at]!r} + {character!r} …"] = stretched(text, at, character)
    rng = random.Random(0)
    yield from rng.sample(sorted(made.items(), key=lambda one: one[0]), min(count, len(made)))
