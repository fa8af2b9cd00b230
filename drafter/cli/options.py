"""Options that several commands share, and how their values are read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from drafter.cli import console
from drafter.problems import Problem, UsageProblem

if TYPE_CHECKING:
    from drafter.drafting.options import Options
    from drafter.session.session import Session

AsJson = Annotated[bool, typer.Option("--json", help="结果输出为 JSON")]
Style = Annotated[str, typer.Option("--style", metavar="版式", help="版式：名称、别名或路径")]
Template = Annotated[str, typer.Option("--template", metavar="模板", help="改用这个模板")]
Facts = Annotated[list[Path] | None, typer.Option("--facts", metavar="文件", help="数据文件，可以给几个")]
Setting = Annotated[list[str] | None, typer.Option("--set", metavar="名称=值", help="填一个数据，可以给几个")]
Sheet = Annotated[str, typer.Option("--sheet", metavar="工作表", help="读 Excel 里的哪张工作表；默认第一张")]
Head = Annotated[int, typer.Option("--header", metavar="行号", min=0, help="表头在第几行；默认自己找")]
Date = Annotated[str, typer.Option("--date", metavar="日期", help="成文日期，如 2026-03-12")]


StdinKind = Annotated[str, typer.Option("--from", metavar="yaml|md", help="标准输入是大纲还是草稿")]


_READERS = {"yaml": "yaml", "md": "markdown"}


def listed(text: str) -> list[str]:
    """What stands in an option that takes several, parted by commas of either kind or 、."""
    return [name.strip() for name in text.replace("，", ",").replace("、", ",").split(",") if name.strip()]


def reader(named: str) -> str:
    """The reader of what comes through standard input.

    Raises:
        UsageProblem: it is neither.

    """
    if named in _READERS:
        return _READERS[named]
    raise UsageProblem(Problem("unknown-kind", f"--from 没有“{named}”", hint="写 yaml（大纲）或 md（草稿）"))


def session() -> Session:
    """The session of this run. What drafting needs is imported here: `--help` does without."""
    from drafter.actions.opening import open_session
    from drafter.storage import places

    base = Path.cwd()
    return open_session(places.find(base), base, console.Progress())


def usable(value: str, what: str) -> str:
    """What was typed at an option that prints, its line ends plain.

    Raises:
        UsageProblem: it holds a character that no page can hold.

    """
    from drafter.readers.intake import characters

    if characters.unusable(value):
        raise UsageProblem(Problem("bad-character", f"{what}里有不能用的字符", hint="删去控制字符"))
    return characters.plain_line_ends(value)


def options(
    template: str = "",
    style: str = "",
    facts: Sequence[Path] | None = None,
    settings: Sequence[str] | None = None,
    date: str = "",
) -> Options:
    """The options as the drafting room takes them.

    Raises:
        UsageProblem: a `--set` without `=`, or a date that is none.

    """
    from drafter.drafting.options import Options
    from drafter.model.outline import is_fact_name
    from drafter.readers import dates

    given: dict[str, str] = {}
    for setting in settings or ():
        name, equals, value = setting.partition("=")
        if not equals or not is_fact_name(name.strip()):
            raise UsageProblem(
                Problem(
                    "bad-setting",
                    f"--set {setting} 看不懂",
                    hint="写成 --set 名称=值，例如 --set 牵头单位=市教育局",
                )
            )
        given[name.strip()] = usable(value, f"--set {name} 的值").strip()
    printed = dates.normal(date) if date else ""
    if printed is None:
        raise UsageProblem(
            Problem("bad-date", f"--date {date} 看不懂或不存在", hint="例如 --date 2026-03-12")
        )
    return Options(template, style, tuple(facts or ()), given, printed)
