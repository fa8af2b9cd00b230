"""`drafter doctor`: what this computer has, where drafter keeps things, and what it keeps."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from drafter.cli import console, options
from drafter.problems import Problem, UsageProblem
from drafter.reports import doctor as report

if TYPE_CHECKING:
    from drafter.actions.fonts import Wanted
    from drafter.actions.holdings import Report
    from drafter.storage.holdings import Holding


Style = Annotated[str, typer.Option("--style", metavar="版式", help="--fonts 查哪个版式的；几个自带的都一样")]


def doctor(
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="[种类或文件]", help="--forget 清哪几种，--digest 算哪些文件"),
    ] = None,
    kept: Annotated[bool, typer.Option("--kept", help="列出 drafter 在这台电脑上留了什么")] = False,
    forget: Annotated[
        bool, typer.Option("--forget", help="清掉留下的；素材库、名册等自己的东西，写出种类才清")
    ] = False,
    digest: Annotated[bool, typer.Option("--digest", help="算文件的 SHA-256 和 SM3")] = False,
    fonts: Annotated[bool, typer.Option("--fonts", help="查字体：缺哪几种，这台电脑上印成什么")] = False,
    style: Style = "",
    yes: Annotated[bool, typer.Option("--yes", help="真的清；不写只说要清什么")] = False,
    as_json: options.AsJson = False,
) -> int:
    """例子：
      drafter doctor
      drafter doctor --kept                       留在这台电脑上的东西
      drafter doctor --forget --yes               清掉（不动素材库、名册）
      drafter doctor --forget 缓存 索引 --yes     只清这两种
      drafter doctor --digest 讲话.docx           核对收到的文件
      drafter doctor --fonts                      缺哪些字体，印成什么

    查看本机情况：版本、字体、LibreOffice、各文件夹、设置从哪里来。
    """
    if kept + forget + digest + fonts > 1:
        raise _usage("--kept、--forget、--digest、--fonts 一次只能写一个", "分几次运行")
    if style and not fonts:
        raise _usage("--style 只用于 --fonts", "例如 drafter doctor --fonts --style 公文")
    if yes and not forget:
        raise _usage("--yes 只用于 --forget", "例如 drafter doctor --forget --yes")
    if digest:
        return _tell_digests(names or [], as_json)
    if names and not forget:
        raise _usage(f"不知道“{names[0][:20]}”要做什么", "算校验码加 --digest，清掉加 --forget")
    if fonts:
        return _tell_fonts(style, as_json)
    if kept or forget:
        return _tell_kept(names or [], forget, yes, as_json)
    return _tell_findings(as_json)


def _tell_findings(as_json: bool) -> int:
    """A line for each thing that was looked for, in groups."""
    from drafter.actions import doctor as action

    findings = action.examine(options.session())
    if as_json:
        console.emit(report.as_json(findings))
        return 0
    group = ""
    for finding in findings:
        if finding.group != group:
            group = finding.group
            console.say(f"{group}：")
        console.say(f"  {'√' if finding.ok else '×'} {finding.name}：{finding.value}")
        if finding.advice:
            console.say(f"      {finding.advice}")
    return 0


def _tell_fonts(style: str, as_json: bool) -> int:
    """The fonts that a style asks for, and what prints in place of those that are not here."""
    from drafter.actions import fonts as action
    from drafter.reports import fonts as fonts_report

    found = action.examine(options.session(), style)
    if as_json:
        console.emit(fonts_report.as_json(found))
        return 0
    console.say(f"版式 {found.style} 要用的字体：")
    for one in found.fonts:
        _say_font(one)
    if any(one.installed is False for one in found.fonts):
        console.say("成稿里写的是字体的名字，在装有它们的电脑上打开就对。这里要补的话：")
        console.say("  单位有授权的字体文件：drafter fonts install --from 放字体的文件夹")
        for name in found.sets:
            console.say(f'  或在 drafter.toml 的 [defaults] 里写 fonts = "{name}"，那一套这里都有')
    return 0


def _say_font(one: Wanted) -> None:
    if one.installed is None:
        console.say(f"  {one.role}：{one.name}，这个系统上查不了，打开成稿看一眼")
        return
    if one.installed:
        console.say(f"  √ {one.role}：{one.name}")
        return
    instead = f"，印成 {one.stand_in.name}" if one.stand_in else "，Word 会换成它自己选的"
    if one.stand_in and not one.stand_in.sure:
        instead = f"，多半印成 {one.stand_in.name}"
    console.say(f"  × {one.role}：{one.name} 没有安装{instead}")
    if one.advice:
        console.say(f"      {one.advice}")


def _tell_kept(names: list[str], forget: bool, yes: bool, as_json: bool) -> int:
    """What is kept, or what goes; 4 where some of it could not be removed."""
    from drafter.actions import holdings as action

    session = options.session()
    held = action.forget(session, names, yes) if forget else action.list_kept(session)
    if as_json:
        console.emit(report.kept_json(held, forget))
    else:
        _say_kept(held, forget)
    console.problems(held.problems)
    return 4 if held.problems else 0


def _say_kept(held: Report, forget: bool) -> None:
    shown = held.chosen if forget else held.kept
    for one in shown:
        console.say(f"{'√ 清掉了 ' if held.removed else ''}{one.kind.word}：{one.kind.what}")
        console.say(f"    {one.path}（{_measured(one)}）")
    if not shown:
        console.note("没有要清的" if forget else "这台电脑上什么也没有留")
    if held.elsewhere and not forget:
        console.say(f"素材库在别处：{held.elsewhere}")
    if shown and forget and not held.removed:
        console.note("还没有清；看准了，加 --yes 再运行一次")
    if any(one.kind.name == "records" for one in shown) and forget:
        console.note("登记清掉以后，再出稿遇到从前出的稿子，要加 --force 才覆盖")


def _measured(one: Holding) -> str:
    """How much it is, since when, and what else is to be said of it."""
    since = f"{datetime.fromtimestamp(one.since):%Y-%m-%d} 起" if one.since else ""
    said = (f"{one.count} 个文件", _size(one.size), since, one.note)
    return "，".join(filter(None, said))


def _size(size: int) -> str:
    return f"{size / 1024 / 1024:.1f} MB" if size >= 1024 * 1024 else f"{size / 1024:.1f} KB"


def _tell_digests(names: list[str], as_json: bool) -> int:
    """Both digests of each file; the highest exit code of all."""
    from drafter.actions import doctor as action

    if not names:
        raise _usage("--digest 要写文件", "例如 drafter doctor --digest 讲话.docx")
    found = action.digest(options.session(), names)
    if as_json:
        console.emit(report.digests_json(found))
    for one in found:
        if one.checksums is not None and not as_json:
            console.say(f"{one.path}\n  SHA-256 {one.checksums.sha256}\n  SM3     {one.checksums.sm3}")
        console.problems(one.problems)
    return max(one.exit_code for one in found)


def _usage(message: str, hint: str) -> UsageProblem:
    return UsageProblem(Problem("usage", message, hint=hint))
