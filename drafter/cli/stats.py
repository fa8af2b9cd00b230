"""`drafter stats`: how long a draft is."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from drafter.cli import console, options

_SLOW, _FAST = 160, 200


def stats(
    files: Annotated[list[str], typer.Argument(metavar="文件", help="大纲 .yaml 或草稿 .md；- 读标准输入")],
    rate: Annotated[
        float | None,
        typer.Option(
            "--rate", metavar="字数", min=30, max=600, help="每分钟读多少字，默认按设置，没有设置是 180"
        ),
    ] = None,
    template: options.Template = "",
    style: options.Style = "",
    facts: options.Facts = None,
    settings: options.Setting = None,
    from_: options.StdinKind = "yaml",
    as_json: options.Json = False,
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
        console.emit({"files": [_json(item) for item in counted]})
    for item in counted:
        if item.draft is not None and not as_json:
            _tell(item)
        console.problems(item.problems, item.path)
    return max(item.exit_code for item in counted)


def _tell(item: Any) -> None:
    draft, measures, rate = item.draft, item.measures, item.rate
    spoken = measures.minutes * rate
    console.say(f"{draft.name}：{measures.characters} 字，{measures.paragraphs} 段，约 {measures.pages} 页")
    console.say(
        f"讲话时间：{measures.minutes:g} 分钟（每分钟 {rate:g} 字）；"
        f"快些 {spoken / _FAST:.1f} 分钟，慢些 {spoken / _SLOW:.1f} 分钟"
    )
    names = _names() | dict(draft.roles)
    rows = [["部分", "字数", "分钟"]]
    rows += [
        [part.heading or names.get(part.role, "全文"), str(part.characters), f"{part.minutes:g}"]
        for part in measures.parts
    ]
    console.table(rows)
    for change in item.changes:
        name = change.part.heading or names.get(change.part.role, "全文")
        verb = "删" if change.characters < 0 else "加"
        console.say(f"按时间算：{name}（占 {change.share:.0%}）可{verb}约 {abs(change.characters)} 字")
    for sentence in item.sentences:
        console.say(
            f"句子太长（{len(sentence.text)} 字）：第 {sentence.paragraph} 段“{sentence.text[:20]}……”"
        )
    for gap in draft.gaps:
        console.say(f"待补：{console.gap_line(gap.text, gap.line, gap.paragraph)}")


def _names() -> dict[str, str]:
    from drafter.model import vocabulary

    return vocabulary.chinese(vocabulary.ROLES)


def _json(item: Any) -> dict[str, Any]:
    """One file of the report, in the contract's shape."""
    report: dict[str, Any] = {
        "path": item.path,
        "problems": [console.problem_json(problem) for problem in item.problems],
        "characters": None, "paragraphs": None, "minutes": None, "pages": None, "parts": [], "gaps": [],
    }  # fmt: skip
    if item.draft is None:
        return report
    measures = item.measures
    return report | {
        "characters": measures.characters,
        "paragraphs": measures.paragraphs,
        "minutes": measures.minutes,
        "pages": measures.pages,
        "parts": [
            {
                "role": part.role,
                "heading": part.heading,
                "characters": part.characters,
                "minutes": part.minutes,
            }
            for part in measures.parts
        ],
        "gaps": [gap.name for gap in item.draft.gaps],
        "long_sentences": [
            {"paragraph": sentence.paragraph, "characters": len(sentence.text), "text": sentence.text}
            for sentence in item.sentences
        ],
        "changes": [
            {"role": change.part.role, "heading": change.part.heading, "characters": change.characters}
            for change in item.changes
        ],
    }
