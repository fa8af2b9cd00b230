"""Records: the nouns of this house. They are frozen dataclasses to mypy, and cost nothing before one is made.

A run imports about ninety nouns and makes something of forty. `dataclass(frozen=True)` compiles seven methods
of each as it is imported, half a millisecond a class, a fifth of a short run in all. Of a record `__init__`
alone is compiled, when the first one is made; the rest is shared.

`replace`, `fields`, `field` and `match` take a record for a dataclass. It has no base but this one, and all
its annotations are fields. That nothing is set in it afterwards mypy alone guards.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import MISSING, Field, dataclass, field
from operator import attrgetter
from typing import Any, ClassVar, dataclass_transform


class _Fields:
    """What `dataclasses` knows of a record, asked of it when `replace` or `fields` want it."""

    def __get__(self, _one: object, cls: Any) -> Mapping[str, Field[Any]] | None:
        if cls is Record:
            return None  # `dataclass` looks for fields in the bases too
        if "_compared" not in vars(cls):
            _write(cls)  # first: `dataclass` takes what `field` said out of the class
        dataclass(init=False, repr=False, eq=False)(cls)
        found: Mapping[str, Field[Any]] = vars(cls)["__dataclass_fields__"]
        return found


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
class Record:
    """What a noun is made from: annotated fields, in the order in which they are given."""

    __dataclass_fields__ = _Fields()
    _compared: ClassVar[Any]
    _shown: ClassVar[Sequence[str]]

    def __init__(self, *given: Any, **named: Any) -> None:
        """Writes the true `__init__` of the class, which takes this one's place."""
        cls: Any = type(self)
        _write(cls)
        cls.__init__(self, *given, **named)

    def __reduce__(self) -> tuple[Any, ...]:
        """Made anew where it is read, so that its class is written there too."""
        return type(self), tuple(getattr(self, name) for name in type(self).__annotations__)

    def __eq__(self, other: object) -> bool:
        if type(self) is not type(other):
            return NotImplemented
        return bool(self._compared(self) == self._compared(other))

    def __hash__(self) -> int:
        return hash(self._compared(self))

    def __repr__(self) -> str:
        shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in self._shown)
        return f"{type(self).__qualname__}({shown})"


def _write(cls: Any) -> None:
    """Gives a class of records its own `__init__`, and what the shared methods go by."""
    names = list(cls.__annotations__)
    said = {name: vars(cls)[name] for name in names if name in vars(cls)}
    marked = {name: value for name, value in said.items() if isinstance(value, Field)}
    makers = {name: one.default_factory for name, one in marked.items() if one.default is MISSING}
    defaults = said | {name: one.default for name, one in marked.items() if name not in makers}
    heads = ["self", *(f"{name}=defaults[{name!r}]" if name in said else name for name in names)]
    values = {name: name for name in names} | {
        name: f"makers[{name!r}]() if {name} is defaults[{name!r}] else {name}" for name in makers
    }
    body = [f"    self.{name} = {value}" for name, value in values.items()] or ["    pass"]
    space: dict[str, Any] = {"defaults": defaults, "makers": makers}
    exec("\n".join((f"def __init__({', '.join(heads)}):", *body)), space)
    compared = [name for name in names if name not in marked or marked[name].compare]
    own = {
        "_compared": attrgetter(*compared) if compared else type,
        "_shown": [name for name in names if name not in marked or marked[name].repr],
        "__match_args__": tuple(names),
        "__init__": space["__init__"],
    }
    for name, value in own.items():
        setattr(cls, name, value)
