"""`drafter stats`: how long a draft is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from drafter.cli import console, options
from drafter.model import vocabulary
from drafter.reports import stats as report
from drafter.speaking.syllables import FASTEST, SLOWEST

if TYPE_CHECKING:
    from collections.abc import Mapping

    from drafter.actions.stats import Counted
    from drafter.measuring.measure import PartMeasure

_SLOW, _FAST = 160, 200


def stats(
    files: Annotated[list[str], typer.Argument(metavar="文件", help="大纲 .yaml 或草稿 .md；- 读标准输入")],
    rate: Annotated[
        float | None,
        typer.Option(
            "--rate",
            metavar="字数",
            help=f"每分钟读多少字，{SLOWEST} 到 {FASTEST}；默认按设置，没有设置是 180",
        ),
    ] = None,
    template: options.Template = "",
    style: options.Style = "",
    facts: options.Facts = None,
    settings: options.Setting = None,
    from_: options.StdinKind = "yaml",
    as_json: options.AsJson = False,
) -> int:
    """例子：
      drafter stats 讲话.yaml
      drafter stats 讲话.yaml --rate 160

    字数、段数、页数和讲话时间，按部分列出；时间按读出来的音节算（2026年 读五个字）。
    """
    from drafter.actions import stats as action

    stdin = console.stdin() if "-" in files else None
    chosen = options.options(template, style, facts, settings)
    counted = action.stats(options.session(), files, chosen, rate, stdin, options.reader(from_))
    if as_json:
        console.emit(report.as_json(counted))
    for item in counted:
        if not as_json:
            _tell(item)
        console.problems(item.problems, item.path)
    return max(item.exit_code for item in counted)


def _tell(counted: Counted) -> None:
    """How long the draft is, part by part; what to cut, and what is too long or still open."""
    draft, measures = counted.draft, counted.measures
    if draft is None or measures is None:
        return
    names = {**vocabulary.chinese(vocabulary.ROLES), **draft.roles}
    console.say(f"{draft.name}：{measures.characters} 字，{measures.paragraphs} 段，约 {measures.pages} 页")
    _tell_time(measures.minutes, counted.rate)
    rows = [[_name(part, names), str(part.characters), f"{part.minutes:g}"] for part in measures.parts]
    console.table([["部分", "字数", "分钟"], *rows])
    for change in counted.changes:
        verb = "删" if change.characters < 0 else "加"
        where = f"{_name(change.part, names)}（占 {change.share:.0%}）"
        console.say(f"按时间算：{where}可{verb}约 {abs(change.characters)} 字")
    for sentence in counted.sentences:
        console.say(
            f"句子太长（{len(sentence.text)} 字）：第 {sentence.paragraph} 段“{sentence.text[:20]}……”"
        )
    for gap in draft.gaps:
        console.say(f"待补：{console.gap_line(gap.text, gap.line, gap.paragraph)}")


def _tell_time(minutes: float, rate: float) -> None:
    """The time at the given rate, and for those who speak faster or slower."""
    spoken = minutes * rate
    console.say(
        f"讲话时间：{minutes:g} 分钟（每分钟 {rate:g} 字）；"
        f"快些 {spoken / _FAST:.1f} 分钟，慢些 {spoken / _SLOW:.1f} 分钟"
    )


def _name(part: PartMeasure, names: Mapping[str, str]) -> str:
    return part.heading or names.get(part.role, "全文")
