"""What is put where something else stood: numbers and texts that somebody may have forgotten."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from typing import TypeVar

T = TypeVar("T")

NUMBERS = (
    "0", "-1", "1", "2", "7", "63", "64", "255", "256", "65535", "65536", "2147483648", "-2147483649", "9" * 30, "9" * 400,
    "1e308", "1e-320", "-0", "0x10", "1.5", "NaN", "INF", "１２", "²", "三", "1,000",
)  # fmt: skip
TEXTS = (
    "", " ", "　", "\t", "：", ":", "- ", "{{", "}}", "{{ 条数 }}", "{{ 正文 }}", "{{ 标题 }}", "{% if %}", "{", "[", "#", "&a", "*a", "!", "|",
    ">", "\n", "\n\n", "\u2028", "\ud7ff", "\U0010f100", "\U0010f110", "𠮷", "null", "~", "---", "true", "是", "无", "**", ":::", "::: 落款",
    "| a | b |", "|---|", "一、", "（一）", "一是", "1.", "第一，", "附件：", "〔待补：", "×" * 3, "。", "；", "《", "”", "2026年", "3月32日",
    "99.9%", "http://a", "a@b.cn", "../../x", "/etc/passwd", "%s", "\\", "长" * 3000, "9" * 3000, "（" * 300, "一是甲。" * 200,
)  # fmt: skip


def odd(rng: random.Random) -> str:
    """A number or a text."""
    return rng.choice(NUMBERS if rng.random() < 0.4 else TEXTS)


def often(rng: random.Random) -> int:
    """How often something is done over: mostly once, now and then very often."""
    return rng.choice((1, 1, 1, 1, 2, 3, 30, 300))


def pick(rng: random.Random, some: Iterable[T]) -> T | None:
    """One of some things; None where there are none."""
    found: Sequence[T] = tuple(some)
    return rng.choice(found) if found else None
