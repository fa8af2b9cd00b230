"""What a tool takes: each argument said once, as a schema for the assistant and as a law for what comes."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from enum import Enum

from drafter.mcp.protocol import Json
from drafter.problems import Problem, UsageProblem
from drafter.records import Record

_LONGEST, _MOST_ITEMS = 2_000, 100
"""Characters of a text, and how many may stand in a list."""

LONGEST_OUTLINE = 500_000
"""Characters of an outline that is handed over whole; the longest report of a year has a tenth."""


class Kind(Enum):
    """The shape of an argument."""

    TEXT = "string"
    OUTLINE = "outline"
    FLAG = "boolean"
    WHOLE = "integer"
    NUMBER = "number"
    LIST = "array"
    MAPPING = "object"


class Way(Enum):
    """Whether an argument names files, and what becomes of them."""

    NONE = ""
    READ = "read"
    WRITTEN = "written"
    STREAMED = "written, or - for the answer"
    NAMED = "a name, or the path of a file to read"


class Parameter(Record):
    """One argument: its name, what it is for, its shape."""

    name: str
    about: str
    kind: Kind = Kind.TEXT
    required: bool = False
    choices: Sequence[str] = ()
    way: Way = Way.NONE
    suffixes: Sequence[str] = ()
    """Of a file that is written: how its name may end; one without a suffix is a folder, or gets the usual one."""

    most: int | None = None
    """The largest number that it may be; the least is 1."""

    @property
    def schema(self) -> Json:
        """As JSON Schema."""
        described: Json = {"description": self.about}
        match self.kind:
            case Kind.LIST:
                described |= {
                    "type": "array",
                    "items": {"type": "string", "maxLength": _LONGEST},
                    "maxItems": _MOST_ITEMS,
                }
            case Kind.MAPPING:
                described |= {
                    "type": "object",
                    "additionalProperties": {"type": "string", "maxLength": _LONGEST},
                }
            case Kind.TEXT | Kind.OUTLINE:
                described |= {"type": "string", "maxLength": _limit(self.kind)}
            case _:
                described["type"] = self.kind.value
        if self.choices:
            described["enum"] = list(self.choices)
        if self.most is not None:
            described |= {"minimum": 1, "maximum": self.most}
        return described


def schema(parameters: Sequence[Parameter]) -> Json:
    """The schema of all arguments of a tool."""
    return {
        "type": "object",
        "properties": {one.name: one.schema for one in parameters},
        "required": [one.name for one in parameters if one.required],
        "additionalProperties": False,
    }


class Arguments:
    """The arguments of a call, each of the shape that its parameter has."""

    def __init__(self, given: Mapping[str, object]) -> None:
        self._given = given

    def has(self, name: str) -> bool:
        """Whether something was given."""
        return bool(self._given.get(name))

    def text(self, name: str) -> str:
        """A text, "" where it was not given."""
        said = self._given.get(name, "")
        assert isinstance(said, str)
        return said

    def texts(self, name: str) -> list[str]:
        """A list of texts, empty where it was not given."""
        said = self._given.get(name, [])
        assert isinstance(said, list)
        return said

    def pairs(self, name: str) -> dict[str, str]:
        """Texts by name."""
        said = self._given.get(name, {})
        assert isinstance(said, dict)
        return said

    def flag(self, name: str) -> bool:
        """Whether it is so; no where it was not said."""
        return bool(self._given.get(name, False))

    def number(self, name: str) -> float | None:
        """A number; None where it was not given."""
        said = self._given.get(name)
        return said if isinstance(said, (int, float)) else None

    def named(self, parameter: Parameter) -> list[str]:
        """The files that an argument names."""
        said = self._given.get(parameter.name)
        return [] if said is None else said if isinstance(said, list) else [str(said)]


def arguments(parameters: Sequence[Parameter], given: Mapping[str, object]) -> Arguments:
    """The arguments, looked at; those that are null count as not given.

    Raises:
        UsageProblem: one is missing, is not known, or has another shape.

    """
    known = {one.name: one for one in parameters}
    held = {name: said for name, said in given.items() if said is not None}
    for name in held:
        if name not in known:
            raise _wrong(f"没有“{name[:30]}”这个参数", _nearest(name, known))
    for one in parameters:
        if one.required and held.get(one.name, "") in ("", [], {}):
            raise _wrong(f"缺少参数 {one.name}", f"{one.name}：{one.about}")
        if one.name in held:
            _look(one, held[one.name])
    return Arguments(held)


def _look(one: Parameter, said: object) -> None:
    """Says no to what has another shape, is too long, or holds what no text may."""
    if not _has_shape(one.kind, said):
        raise _wrong(f"参数 {one.name} 的类型不对", f"要 {one.schema['type']}：{one.about}")
    if one.choices and said not in one.choices:
        raise _wrong(f"{one.name} 没有“{str(said)[:30]}”", "可以用：" + "、".join(one.choices))
    if one.most is not None and isinstance(said, (int, float)) and not 1 <= said <= one.most:
        raise _wrong(f"{one.name} 超出了范围", f"写 1 到 {one.most} 之间的数")
    texts = _texts(said)
    if len(texts) > _MOST_ITEMS:
        raise _wrong(f"{one.name} 太多了", f"最多 {_MOST_ITEMS} 个，分几次来")
    for text in texts:
        if len(text) > _limit(one.kind):
            raise _wrong(f"{one.name} 太长了，最多 {_limit(one.kind)} 字", "内容写进文件，参数里只写文件名")
        if _is_unusable(text, one.kind):
            raise _wrong(f"{one.name} 里有不能用的字符", "删去控制字符和半个字符")


def _has_shape(kind: Kind, said: object) -> bool:
    match kind:
        case Kind.FLAG:
            return isinstance(said, bool)
        case Kind.WHOLE:
            return isinstance(said, int) and not isinstance(said, bool)
        case Kind.NUMBER:
            return isinstance(said, (int, float)) and not isinstance(said, bool)
        case Kind.LIST:
            return isinstance(said, list) and all(isinstance(one, str) for one in said)
        case Kind.MAPPING:
            return isinstance(said, dict) and all(isinstance(one, str) for one in said.values())
    return isinstance(said, str)


def _texts(said: object) -> list[str]:
    if isinstance(said, dict):
        return [*said, *said.values()]
    if isinstance(said, list):
        return said
    return [said] if isinstance(said, str) else []


def _limit(kind: Kind) -> int:
    return LONGEST_OUTLINE if kind is Kind.OUTLINE else _LONGEST


def _is_unusable(text: str, kind: Kind) -> bool:
    """Whether a text holds half of a pair of surrogates, or a control character that is no line end of an outline."""
    allowed = "\t\n\r" if kind is Kind.OUTLINE else ""
    return any(
        "\ud800" <= char <= "\udfff" or (char < " " and char not in allowed) or char == "\x7f"
        for char in text
    )


def _nearest(name: str, known: Mapping[str, Parameter]) -> str:
    near = difflib.get_close_matches(name, list(known), n=1)
    return f"是不是 {near[0]}？" if near else "可以用：" + "、".join(known)


def _wrong(message: str, hint: str) -> UsageProblem:
    return UsageProblem(Problem("bad-argument", message, hint=hint))
