"""How a tool is carried out: an action asked, its report as the answer. What actions need is imported when one is asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Protocol

from drafter.mcp.parameters import Arguments, Parameter
from drafter.mcp.protocol import Json
from drafter.problems import Problem, UsageProblem
from drafter.records import Record

if TYPE_CHECKING:
    from drafter.drafting.options import Options
    from drafter.session.session import Session

Day = tuple[int, int, int]


class Answer(Record):
    """What came of a call: the report, and the exit code that the command would have had."""

    report: Json
    code: int = 0


Carry = Callable[["Session", Arguments, Day], Answer]
"""Carries a call out, on the day that the clock says."""


class Tool(Record):
    """What an assistant can ask: a verb, described in full. `reads`: it writes nothing; `replaces`: what was there may go."""

    name: str
    title: str
    about: str
    parameters: tuple[Parameter, ...]
    carry: Carry
    reads: bool = False
    replaces: bool = False


class _Done(Protocol):
    @property
    def exit_code(self) -> int: ...


def worst(done: Iterable[_Done]) -> int:
    """The exit code of several files."""
    return max((one.exit_code for one in done), default=0)


def options(session: Session, given: Arguments) -> Options:
    """What a call says about its files, beside the files themselves.

    Raises:
        UsageProblem: a name of a fact is none, or is given twice, or a date is none.

    """
    from drafter.drafting.options import Options
    from drafter.model.outline import is_fact_name

    typed = given.pairs("set")
    facts = {name.strip(): value.strip() for name, value in typed.items()}
    if len(facts) < len(typed):
        raise UsageProblem(Problem("bad-setting", "set 里同一个名称写了两次", hint="只留一个"))
    for name in facts:
        if not is_fact_name(name):
            hint = "用汉字、字母、数字、下划线，例如 牵头单位"
            raise UsageProblem(Problem("bad-setting", f"“{name[:30]}”不能作数据的名称", hint=hint))
    files = tuple(session.base / name for name in given.texts("facts"))
    return Options(given.text("template"), given.text("style"), files, facts, day(given.text("date")))


def refuse_beside(given: Arguments, name: str, *others: str) -> None:
    """Says no to arguments that nobody would hear where this one is given.

    Raises:
        UsageProblem: there are such.

    """
    unheard = [one for one in others if given.has(one)] if given.has(name) else []
    if unheard:
        message = f"写了 {name}，{'、'.join(unheard)} 就用不上"
        raise UsageProblem(Problem("usage", message, hint=f"去掉用不上的，或不写 {name}"))


def day(said: str) -> str:
    """A date as drafts have it; "" for none.

    Raises:
        UsageProblem: it is no date.

    """
    from drafter.readers import dates

    normal = dates.normal(said) if said else ""
    if normal is None:
        raise UsageProblem(Problem("bad-date", f"date“{said[:30]}”看不懂或不存在", hint="例如 2026-03-12"))
    return normal
