"""A number format taken apart: its sections, their conditions and tokens."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

_LONGEST = 255
"""Characters of a format, as Excel takes them."""

_MOST_PIECES = 60
"""Pieces of a section that show something of the value; no number has half as many digits."""

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?|[\\!](?P<escaped>.)|_(?P<space>.)|\*(?P<fill>.)|\[(?P<bracket>[^\]]*)\]'
    r"|(?P<general>General|G/通用格式)|(?P<half>AM/PM|A/P|上午/下午)|(?P<power>E[+-])"
    r"|(?P<date>y+|m+|d+|h+|s+|e+|a{3,4})|(?P<digit>[0#?])|(?P<point>\.)|(?P<comma>,)|(?P<percent>%)"
    r"|(?P<text>@)|(?P<slash>/)|(?P<next>;)|(?P<unknown>[a-z])|(?P<literal>.)",
    re.IGNORECASE | re.DOTALL,
)
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)(-?\d{1,15}(?:\.\d{1,15})?)")
_ELAPSED = re.compile("h+|m+|s+", re.IGNORECASE)
_COLOUR = re.compile(
    r"(?:black|blue|cyan|green|magenta|red|white|yellow|color ?\d{1,2}|[黑蓝青绿红白黄]色|洋红色?|颜色 ?\d{1,2})",
    re.IGNORECASE,
)
_LOCALE = re.compile(r"\$(?P<sign>[^-]*)(?:-(?P<locale>.*))?", re.DOTALL)
_SYSTEM = {
    "f800": 'yyyy"年"m"月"d"日"',
    "f400": "h:mm:ss",
    "x-sysdate": 'yyyy"年"m"月"d"日"',
    "x-systime": "h:mm:ss",
}
"""The long date and the time of the system that shows the cell, as a Chinese one has them."""

_GREGORIAN = (0, 1)


class UnknownFormat(ValueError):
    """A format that says something we do not know how to show."""


@dataclass(frozen=True, slots=True)
class Token:
    """One piece: its kind (as the groups of `_TOKEN` are called, or `elapsed`) and what it says."""

    kind: str
    said: str


@dataclass(frozen=True)
class Section:
    """What holds for some of the values. `condition` is a comparison and a number, `numerals` 1 to 3 for Chinese ones."""

    tokens: tuple[Token, ...]
    condition: tuple[str, float] | None = None
    numerals: int = 0

    @cached_property
    def kind(self) -> str:
        """`date`, `text`, `general`, `number`, or `literal` where no value shows."""
        kinds = {token.kind for token in self.tokens}
        for kind, signs in (
            ("date", {"date", "elapsed", "half"}), ("text", {"text"}), ("general", {"general"}), ("number", {"digit"}),
        ):  # fmt: skip
            if kinds & signs:
                return kind
        return "literal"


def sections(code: str) -> tuple[Section, ...]:
    """The sections of a format, one to four.

    Raises:
        UnknownFormat: it holds what we do not know.

    """
    if len(code) > _LONGEST:
        raise UnknownFormat(code[:20])
    found: list[Section] = []
    tokens: list[Token] = []
    brackets: list[str] = []
    for match in _TOKEN.finditer(code + ";"):
        kind = match.lastgroup or "quoted"
        said = match[kind]
        if kind == "next":
            found.append(_section(tokens, brackets, code))
            tokens, brackets = [], []
        elif kind == "bracket":
            tokens += _bracket(said, brackets)
        elif kind == "unknown":
            raise UnknownFormat(code)
        elif kind == "space":
            tokens.append(Token("literal", " "))
        elif kind in ("quoted", "escaped"):
            tokens.append(Token("literal", said))
        elif kind != "fill":
            tokens.append(Token(kind, said))
    if len(found) > 4:
        raise UnknownFormat(code)
    return tuple(found)


def _bracket(said: str, brackets: list[str]) -> list[Token]:
    """The tokens that a bracket stands for; what it says of the whole section goes to `brackets`."""
    if _ELAPSED.fullmatch(said):
        return [Token("elapsed", said.lower())]
    locale = _LOCALE.fullmatch(said)
    if locale is None:
        brackets.append(said)
        return []
    where = (locale["locale"] or "").lower()
    if where in _SYSTEM:
        brackets.append(f"${where}")
    elif re.fullmatch("[0-9a-f]{5,8}", where) and int(where, 16) >> 24 not in _GREGORIAN:
        raise UnknownFormat(f"[{said}]")  # figures or a calendar of another language
    return [Token("literal", locale["sign"])] if locale["sign"] else []


def _section(tokens: list[Token], brackets: list[str], code: str) -> Section:
    condition, numerals = None, 0
    for said in brackets:
        compared = _CONDITION.fullmatch(said.replace(" ", ""))
        if said[:1] == "$":
            return sections(_SYSTEM[said[1:]])[0]
        if compared:
            condition = (compared[1], float(compared[2]))
        elif re.fullmatch("dbnum[123]", said, re.IGNORECASE):
            numerals = int(said[-1])
        elif not _COLOUR.fullmatch(said):
            raise UnknownFormat(code)
    if sum(token.kind != "literal" for token in tokens) > _MOST_PIECES:
        raise UnknownFormat(code)
    return Section(tuple(tokens), condition, numerals)
