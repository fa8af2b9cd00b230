"""The YAML parser's own complaints, in Chinese and with the way out."""

from __future__ import annotations

import yaml

from drafter.problems import Place, Problem
from drafter.readers.intake import characters

_KNOWN = (
    ("mapping values are not allowed", "这里多了一个冒号", "文字里有英文冒号加空格，给整句加引号，或改用全角冒号“：”"),
    ("could not find expected ':'", "这一行不像“键: 值”", "键后面写英文冒号，再空一格"),
    ("did not find expected key", "这一行和上面的缩进或引号对不上", "与同级的行对齐；文字里有引号时给整句加另一种引号"),
    ("did not find expected '-' indicator", "列表里混进了不是“- ”开头的行", "列表的每一项都以“- ”开头并对齐"),
    ("block sequence entries are not allowed", "“- ”不能写在这里", "列表另起一行写，或给文字加引号"),
    ("did not find expected ',' or", "方括号或花括号没有配对", "检查 [ ] { } 和其中的英文逗号；文字里有括号时加引号"),
    ("did not find expected node content", "方括号或花括号里少了内容", "文字里有 { } [ ] 时给整句加引号"),
    ("found character that cannot start any token", "这一行用制表符或特殊符号开头", "缩进用空格；以 @ % ` 开头的文字加引号"),
    ("found unexpected end of stream", "引号没有配对，直到文件末尾", "补上后一个引号"),
    ("found unknown escape character", "双引号里的反斜杠写法看不懂", "改用单引号，或把 \\ 写成 \\\\"),
    ("did not find expected alphabetic", "以 & 或 * 开头的文字要加引号", "给整句加引号"),
    ("control characters are not allowed", "文件里有不可见的控制字符", "删去这个字符"),
    ("found undefined tag handle", "以 ! 开头的文字要加引号", "给整句加引号"),
    ("while scanning a directive", "以 % 开头的行要加引号", "给整句加引号"),
)  # fmt: skip


_OPENED_EARLIER = (
    "could not find expected ':'",
    "found unexpected end of stream",
    "did not find expected ',' or",
)
"""Complaints that the parser makes where it gave up; the cause is where it began."""


def explain(error: yaml.YAMLError, text: str, source: str) -> Problem:
    """The parser's complaint as a problem. A reader's error has no mark: the character is found."""
    said = str(error)
    message, hint = "YAML 写法有误", "检查这一行和上一行的缩进、冒号和引号"
    for pattern, known, way_out in _KNOWN:
        if pattern in said:
            message, hint = known, way_out
            break
    at_end = getattr(error, "problem_mark", None)
    at_start = getattr(error, "context_mark", None)
    mark = (at_start or at_end) if any(p in said for p in _OPENED_EARLIER) else (at_end or at_start)
    if mark is not None:
        return Problem("yaml-syntax", message, Place(source, mark.line + 1, mark.column + 1), hint=hint)
    bad = characters.unusable(text)
    if bad is not None:
        return unusable_character(text, bad.start(), source)
    return Problem("yaml-syntax", message, Place(source), hint=hint)


def unusable_character(text: str, position: int, source: str) -> Problem:
    """The problem with a character that no outline may hold, at this index of the text."""
    before = text[:position]
    place = Place(source, before.count("\n") + 1, len(before) - before.rfind("\n"))
    code = f"U+{ord(text[position]):04X}" if position < len(text) else ""
    return Problem(
        "bad-character", f"文件里有不能用的字符 {code}".rstrip(), place, hint="删去这个字符；文件另存为 UTF-8"
    )
