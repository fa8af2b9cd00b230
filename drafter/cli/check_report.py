"""How the findings of `drafter check` are told: to a person, as JSON, as SARIF."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from drafter import __version__
from drafter.cli import console
from drafter.problems import Problem, Severity, UsageProblem

_FORMS = ("text", "json", "sarif")
_ALL = ("全部", "all", "list")
_SINGLE = 3
"""Findings of one rule up to which each is shown by itself; more are one group."""

_PLACES = 6
_ORDER = tuple(Severity)
_SARIF_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def form(named: str) -> str:
    """The form of the report.

    Raises:
        UsageProblem: there is no such.

    """
    if named in _FORMS:
        return named
    raise UsageProblem(Problem("bad-format", f"--format 没有“{named}”", hint="写 text、json 或 sarif"))


def refuse_nothing(files: Sequence[str] | None) -> None:
    """Says no where there is nothing to check.

    Raises:
        UsageProblem: no file was named.

    """
    if not files:
        hint = "例如 drafter check 讲话.yaml；看规则用 drafter check --explain 全部"
        raise UsageProblem(Problem("usage", "没有写要查哪个文件", hint=hint))


def explain(name: str) -> int:
    """The page of a rule, or the list of all.

    Raises:
        UsageProblem: there is no rule of this code or name.

    """
    from drafter.checks import manual, registry
    from drafter.readers.yaml.reading import nearest

    if name in _ALL:
        console.table([[rule.code, rule.name, manual.SEVERITIES[rule.severity]] for rule in registry.RULES])
        return 0
    found = next((rule for rule in registry.RULES if name in (rule.code, rule.name)), None)
    if found is None:
        known = {spelling: "" for rule in registry.RULES for spelling in (rule.code, rule.name)}
        hint = f"{nearest(name, known)}；drafter check --explain 全部 列出所有规则"
        raise UsageProblem(Problem("unknown-rule", f"没有“{name}”这条规则", hint=hint))
    console.say(
        manual.page(found)
        .replace("### ", "")
        .replace("**", "")
        .replace("```text\n", "")
        .replace("```", "")
        .rstrip()
    )
    return 0


def tell(item: Any) -> None:
    """One file's findings for a person: what is sure first, many of one kind as one."""
    console.problems(item.problems, item.path)
    if item.exit_code > 1:
        return
    counts = Counter(one.problem.severity for one in item.found)
    if item.fixed:
        _tell_fixed(item)
    said = "，".join(f"{console.LABELS[level]} {counts[level]}" for level in _ORDER if counts[level])
    console.say(
        f"{item.path}：{said or '√ 没有发现问题'}"
        + (f"（基线里的 {item.hidden} 处没有列）" if item.hidden else "")
    )
    groups: dict[tuple[Severity, str], list[Any]] = {}
    for one in item.found:
        groups.setdefault((one.problem.severity, one.problem.code), []).append(one)
    for _, group in sorted(groups.items(), key=lambda pair: _ORDER.index(pair[0][0])):
        for single in group if len(group) <= _SINGLE else ():
            _tell_one(single)
        if len(group) > _SINGLE:
            _tell_group(group)
    fixable = sum(one.problem.fix is not None and one.position.start is not None for one in item.found)
    if fixable and item.path != "标准输入":
        console.note(f"能自动改的 {fixable} 处：drafter check {item.path} --fix（原稿会留一份）")
    if item.annotated:
        console.say(f"√ 批注写在 {item.annotated}")


def _tell_fixed(item: Any) -> None:
    """What was mended, one kind a line with an example, and where the original is."""
    console.say(f"{item.path}：改了 {len(item.fixed)} 处，原稿在 {item.backup}")
    groups: dict[tuple[str, str], list[Any]] = {}
    for one in item.fixed:
        groups.setdefault((one.problem.fix.old, one.problem.fix.new), []).append(one)
    for (old, new), group in groups.items():
        first = group[0]
        before, after = first.problem.excerpt[: first.at], first.problem.excerpt[first.at + len(old) :]
        console.say(
            f"  {_where(first.problem)}：{before}[-{old}-]{{+{new}+}}{after}"
            + (f"（共 {len(group)} 处）" if len(group) > 1 else "")
        )


def _tell_one(one: Any) -> None:
    problem = one.problem
    console.say(f"{_where(problem)} {console.LABELS[problem.severity]}：{problem.message} [{problem.code}]")
    _show(one)
    if problem.hint:
        console.say(f"    办法：{problem.hint}")


def _tell_group(group: Sequence[Any]) -> None:
    """Many findings of one rule: a count, some places, one of them in full, one way out."""
    first = group[0]
    places = "、".join(dict.fromkeys(_where(one.problem, short=True) for one in group[:_PLACES]))
    more = "……" if len(group) > _PLACES else ""
    label = console.LABELS[first.problem.severity]
    console.say(f"{label}：{first.rule.name} {len(group)} 处 [{first.problem.code}]：{places}{more}")
    console.say(f"  如 {_where(first.problem)}：{first.problem.message}")
    _show(first)
    fixable = all(one.problem.fix is not None and one.position.start is not None for one in group)
    console.say(f"    办法：{'用 --fix 一次改好' if fixable else first.problem.hint}")


def _show(one: Any) -> None:
    """The excerpt with a caret under the words; a wide character is two columns."""
    excerpt = one.problem.excerpt
    if not excerpt:
        return
    indent = " " * (4 + console.width(excerpt[: one.at]))
    caret = "^" * max(console.width(excerpt[one.at : one.at + one.size]), 1)
    console.say(f"    {excerpt}")
    if one.size and one.size < len(excerpt):
        console.say(indent + caret)


def _where(problem: Problem, short: bool = False) -> str:
    """The place of a problem in words: 第 12 行第 8 字, or 第 3 段."""
    place = problem.place
    if place.paragraph is not None:
        return f"第 {place.paragraph} 段"
    if place.line is None:
        return "全文"
    return f"{place.line}:{place.column}" if short else f"第 {place.line} 行第 {place.column} 字"


def as_json(checked: Sequence[Any]) -> dict[str, Any]:
    """The report in the contract's shape."""
    reports, everything = [], []
    for item in checked:
        problems = item.all_problems
        everything += problems
        report = {
            "path": item.path,
            "problems": [console.problem_json(problem) for problem in problems],
            "summary": _summary(problems),
            "hidden": item.hidden,
        }
        if item.fixed:
            report["fixed"] = [console.problem_json(one.problem) for one in item.fixed]
            report["backup"] = item.backup
        reports.append(report | ({"annotated": item.annotated} if item.annotated else {}))
    return {"files": reports, "summary": _summary(everything)}


def _summary(problems: Sequence[Problem]) -> dict[str, int]:
    counts = Counter(problem.severity.value for problem in problems)
    return {level.value: counts[level.value] for level in _ORDER}


def as_sarif(checked: Sequence[Any]) -> dict[str, Any]:
    """The report as SARIF 2.1.0, for editors and review tools."""
    from drafter.checks import registry

    rules = [
        {
            "id": rule.code,
            "name": rule.name,
            "shortDescription": {"text": rule.name},
            "fullDescription": {"text": rule.why},
            "help": {"text": f"依据（{rule.basis.value}）：{rule.source}"},
            "defaultConfiguration": {"level": _SARIF_LEVELS[rule.severity]},
        }
        for rule in registry.RULES
    ]
    results = [_result(problem, item.path) for item in checked for problem in item.all_problems]
    tool = {"driver": {"name": "drafter", "version": __version__, "rules": rules}}
    return {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{"tool": tool, "columnKind": "unicodeCodePoints", "results": results}],
    }


def _result(problem: Problem, path: str) -> dict[str, Any]:
    """One finding. SARIF has no paragraphs, so that of a Word file is its line."""
    place = problem.place
    physical: dict[str, Any] = {"artifactLocation": {"uri": quote(Path(place.source or path).as_posix())}}
    line = place.line or place.paragraph
    if line:
        physical["region"] = {
            "startLine": line,
            "startColumn": place.column or 1,
            "snippet": {"text": problem.excerpt},
        }
    text = problem.message + (f"。{problem.hint}" if problem.hint else "")
    return {
        "ruleId": problem.code,
        "level": _SARIF_LEVELS[problem.severity],
        "message": {"text": text},
        "locations": [{"physicalLocation": physical}],
    }
