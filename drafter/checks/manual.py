"""The manual of rules, made from the rules themselves."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.checks.rule import Example, Family, Rule
from drafter.problems import Severity

SEVERITIES = {Severity.ERROR: "错误", Severity.WARNING: "提醒", Severity.INFO: "说明"}
_SURENESS = {
    Severity.ERROR: "一定不对，改了才能送",
    Severity.WARNING: "多半不对，看一眼再定",
    Severity.INFO: "不一定不对，值得看一眼",
}
_HEAD = """# 检查规则

`drafter check` 用的全部规则，由规则文件自己生成，和程序总是一致。
在终端里看一条：`drafter check --explain 代码`。

* **错误**：一定不对。**提醒**：多半不对。**说明**：值得看一眼。
* “例”里的话都是虚构的；每个例子都是这条规则的测试。
* 怎样选规则、改级别、在大纲里压下一处，见[命令](命令.md)一页的 `drafter check`。
"""


def page(rule: Rule) -> str:
    """One rule as a piece of Markdown: what it is, why, on whose authority, examples."""
    lines = [
        f"### {rule.code}",
        "",
        f"**{rule.name}**（{SEVERITIES[rule.severity]}）。{rule.why}",
        "",
        f"依据（{rule.basis.value}）：{rule.source}",
        "",
        f"把握：{_SURENESS[rule.severity]}",
        "",
        "```text",
        *(line for example in rule.bad for line in _lines("×", example)),
        *(line for example in rule.good for line in _lines("√", example)),
        "```",
    ]
    return "\n".join(lines) + "\n"


def _lines(sign: str, example: str | Example) -> list[str]:
    """An example with its sign before the first line, the others set in."""
    text = example if isinstance(example, str) else example.text
    shown = text.replace("\u200b", "[U+200B]").replace("\ufeff", "[U+FEFF]").replace("\ue000", "[U+E000]")
    first, *rest = shown.rstrip("\n").split("\n")
    notes = []
    if isinstance(example, Example):
        notes += [f"    旧稿：{example.older}"] if example.older else []
        notes += [f"    上一篇：{example.before}"] if example.before else []
        roster = example.roster
        notes += [f"    名册：{one.name}{one.post}" for one in roster.people]
        notes += [f"    名册：{one.name}" for one in roster.units]
        notes += [f"    旧称：{old}，现在叫 {one.name}" for one in roster.units for old in one.former]
    return [f"{sign} {first}", *(f"  {line}" for line in rest), *notes]


def manual(rules: Sequence[Rule]) -> str:
    """The whole page, a chapter a family, a list of all rules in front."""
    parts = [_HEAD, "| 代码 | 名称 | 级别 |\n|---|---|---|"]
    parts[1:] = [
        "\n".join(
            [parts[1], *(f"| [{r.code}](#{r.code}) | {r.name} | {SEVERITIES[r.severity]} |" for r in rules)]
        )
    ]
    for family in Family:
        parts.append(f"\n## {family.value}\n")
        parts += [page(rule) for rule in rules if rule.family is family]
    return "\n".join(parts)
