"""`drafter absorb`: the reviewed Word file, back into the outline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from drafter.cli import console, options
from drafter.problems import Problem, UsageProblem
from drafter.reports import absorb as report

if TYPE_CHECKING:
    from drafter.actions.absorb import Report


_FILES = "一个或几个 .docx；不写就只出情况表（--report）"
_OUTPUT = "写到别处；默认写回大纲，旧的另存一份“改前”"


def absorb(
    outline: Annotated[str, typer.Argument(metavar="大纲", help="当初出稿的那份 .yaml")],
    files: Annotated[list[str] | None, typer.Argument(metavar="改过的Word", help=_FILES)] = None,
    output: Annotated[str, typer.Option("-o", "--output", metavar="文件", help=_OUTPUT)] = "",
    reviewer: Annotated[
        list[str] | None, typer.Option("--reviewer", metavar="文件=姓名", help="这份是谁改的，可以给几个")
    ] = None,
    accept_by: Annotated[
        list[str] | None, typer.Option("--accept-by", metavar="姓名", help="几个人改得不一样时听谁的")
    ] = None,
    only: Annotated[
        str, typer.Option("--only", metavar="comments|changes", help="只收批注，或只收改动")
    ] = "",
    report_: Annotated[str, typer.Option("--report", metavar="文件", help="意见采纳情况表（.docx）")] = "",
    only_taken: Annotated[bool, typer.Option("--only-taken", help="情况表里只列采纳了的")] = False,
    force: Annotated[bool, typer.Option("--force", help="覆盖改过的或不是 drafter 写的文件")] = False,
    as_json: options.AsJson = False,
) -> int:
    """例子：
      drafter absorb 讲话.yaml 讲话（李市长改）.docx
      drafter absorb 讲话.yaml 甲.docx 乙.docx --accept-by 李市长 --report 采纳情况.docx
      drafter absorb 讲话.yaml 改稿.docx --reviewer 改稿.docx=办公室张主任
      drafter absorb 讲话.yaml --report 采纳情况.docx --only-taken

    领导在 Word 里改过的（修订、批注、直接改的都行）收回大纲：改的字、添的删的段、挪的要点、改的数。
    数据、责任单位、时限和大纲里的注释都留着；放不进去的一条条列出来，不猜。
    """
    from drafter.actions import absorb as action

    request = action.Request(
        outline, files or (), output, _named(reviewer or ()), accept_by or (), only, report_, only_taken, force,
    )  # fmt: skip
    done = action.absorb(options.session(), request)
    if as_json:
        console.emit(report.as_json(done))
    else:
        _tell(done, report_, files or ())
    console.problems(done.problems, done.path)
    return 0


def _named(given: Sequence[str]) -> dict[str, str]:
    """Who is behind which file.

    Raises:
        UsageProblem: it is not written as a file and a name.

    """
    named: dict[str, str] = {}
    for said in given:
        file, equals, name = said.rpartition("=")
        if not equals or not file or not name.strip():
            hint = "写成 --reviewer 文件=姓名"
            raise UsageProblem(Problem("bad-reviewer", f"--reviewer {said[:40]} 看不懂", hint=hint))
        named[file] = options.usable(name, "--reviewer").strip()
    return named


def _tell(done: Report, table: str, files: Sequence[str]) -> None:
    """What was taken, a line each."""
    from drafter.revising.agreeing import TAKEN
    from drafter.revising.changed import KINDS

    taken = [one for one in done.changes if one.state == TAKEN]
    if files:
        console.say(f"√ {done.output}：收了 {len(taken)} 处，没有收 {len(done.changes) - len(taken)} 处")
    else:
        console.say(f"√ {table}：意见采纳情况表")
        return
    counts = Counter(one.kind for one in taken)
    if counts:
        console.note("  " + "，".join(f"{KINDS[kind]} {count}" for kind, count in counts.items()))
    for one in taken:
        where = f"第 {one.line} 行　" if one.line else ""
        who = f"（{one.author}）" if one.author else ""
        said = (
            one.new if one.kind in ("insert", "comment") else f"{one.old or '（无）'} → {one.new or '（删）'}"
        )
        console.note(f"  {where}{said.replace(chr(10), '↵')[:60]}{who}")
    if done.backup:
        console.note(f"  改前的在 {done.backup}")
    if table:
        console.note(f"  意见采纳情况表：{table}")
