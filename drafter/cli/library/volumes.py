"""Files of the library: taken in, removed, indexed, packed; told to a person or as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.cli import console
from drafter.reports import library as report

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafter.actions.library.add import Added, Report
    from drafter.actions.library.keep import Exported, Removed
    from drafter.problems import Problem


def tell_added(taken: Report, as_json: bool) -> int:
    """What became of each file; the highest exit code of all."""
    if as_json:
        console.emit(report.added_json(taken))
    for one in taken.added:
        console.problems(one.problems, one.path)
        if not as_json and not one.exit_code:
            console.say(f"√ {one.id}（{one.entries} 条）" if one.new else f"● {one.id}：已经在库里")
    console.problems(taken.notes)
    if not as_json and len(taken.added) > 1:
        _tell_total(taken.added)
    return max((one.exit_code for one in taken.added), default=0)


def _tell_total(added: Sequence[Added]) -> None:
    """How many files are in, were in before, and could not be taken."""
    good = [one for one in added if one.new]
    known = sum(not one.new and not one.exit_code for one in added)
    failed = len(added) - len(good) - known
    said = [f"收进 {len(good)} 份，共 {sum(one.entries for one in good)} 条可检索"]
    said += [f"{known} 份已经在库里"] if known else []
    said += [f"{failed} 份没有收"] if failed else []
    console.say("；".join(said))


def tell_removed(removed: Sequence[Removed], as_json: bool) -> int:
    """What became of each file; the highest exit code of all."""
    if as_json:
        console.emit(report.removed_json(removed))
    for one in removed:
        console.problems(one.problems)
        if not as_json and not one.exit_code:
            console.say(f"√ {one.id} 移走了" + (f"，在 {console.near(one.moved)}" if one.moved else ""))
    return max((one.exit_code for one in removed), default=0)


def tell_rebuilt(count: int, notes: Sequence[Problem], as_json: bool) -> None:
    """How many files there are."""
    if as_json:
        console.emit(report.rebuilt_json(count, notes))
        return
    console.say(f"√ 索引重建好了，{count} 个文件")
    console.problems(notes)


def tell_exported(exported: Exported, as_json: bool) -> None:
    """The pack and what is in it."""
    if as_json:
        console.emit(report.exported_json(exported))
        return
    console.say(f"√ {exported.path}：{len(exported.names)} 个文件")
    if exported.hidden:
        console.note(f"另有 {exported.hidden} 个文件密级更高，没有打进去；要打进去，加 --secrecy")
    console.problems(exported.notes)
