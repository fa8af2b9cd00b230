"""The rules of `drafter check`, listed and explained."""

from __future__ import annotations

from drafter.cli import console
from drafter.problems import Problem, UsageProblem

_ALL = ("全部", "all", "list")
_MARKUP = ("### ", "**", "```text\n", "```")
"""What the manual's Markdown has and a terminal does without."""


def explain(name: str) -> None:
    """Prints the page of a rule, or the list of all.

    Raises:
        UsageProblem: there is no rule of this code or name.

    """
    from drafter.checks import manual, registry
    from drafter.readers.yaml.reading import nearest

    if name in _ALL:
        console.table(
            [
                [rule.code, rule.name, rule.family.value, manual.SEVERITIES[rule.severity]]
                for rule in registry.RULES
            ]
        )
        return
    listed = [rule for rule in registry.RULES if name == rule.family.value]
    if listed:
        console.table([[rule.code, rule.name, manual.SEVERITIES[rule.severity]] for rule in listed])
        return
    found = next((rule for rule in registry.RULES if name in (rule.code, rule.name)), None)
    if found is None:
        known = {spelling: "" for rule in registry.RULES for spelling in (rule.code, rule.name)}
        hint = f"{nearest(name, known)}；drafter check --explain 全部 列出所有规则"
        raise UsageProblem(Problem("unknown-rule", f"没有“{name}”这条规则", hint=hint))
    page = manual.page(found)
    for mark in _MARKUP:
        page = page.replace(mark, "")
    console.say(page.rstrip())
