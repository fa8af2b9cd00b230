"""What `drafter check` found in a file, told to a person."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from drafter.cli import console
from drafter.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from drafter.actions.check import Checked
    from drafter.problems import Fix, Problem
    from drafter.proofreading.findings import Located

_SINGLE = 3
"""Findings of one rule up to which each is shown by itself; more are one group."""

_PLACES = 6
_ORDER = tuple(Severity)


def tell(checked: Checked) -> None:
    """One file's findings: what is sure first, many of one kind as one."""
    console.problems(checked.problems, checked.path)
    if checked.exit_code > 1:
        return
    if checked.fixed:
        _tell_fixed(checked)
    _tell_counts(checked)
    for group in _groups(checked.found):
        if len(group) > _SINGLE:
            _tell_group(group)
        else:
            for single in group:
                _tell_one(single)
    if checked.rules > _SINGLE:
        _tell_unchecked(checked)
    fixable = sum(map(_is_fixable, checked.found))
    if fixable and checked.path != "标准输入":
        console.note(f"能自动改的 {fixable} 处：drafter check {checked.path} --fix（原稿会留一份）")
    if checked.annotated:
        console.say(f"√ 批注写在 {checked.annotated}")


def tell_lines(checked: Checked) -> None:
    """One file's findings a line each, in the order that they stand: 文件:行:列: error: 说明（办法） [代号], as editors read
    what compilers say; what has no line stands at the first.
    """
    for problem in sorted(checked.all_problems, key=lambda one: (one.place.line or 0, one.place.column or 0)):
        place = problem.place
        spot = f"{place.source or checked.path}:{place.line or 1}:{place.column or 1}"
        where = f"第 {place.paragraph} 段：" if place.paragraph and place.line is None else ""
        said = f"{where}{problem.message}" + (f"（{problem.hint}）" if problem.hint else "")
        console.say(f"{spot}: {problem.severity.value}: {' '.join(said.split())} [{problem.code}]")


def _tell_counts(checked: Checked) -> None:
    """How much was found of each severity, and how much was accepted before."""
    counts: Counter[Severity] = Counter()
    for one in checked.found:
        counts[one.problem.severity] += 1 + one.finding.more
    said = "，".join(f"{console.LABELS[level]} {counts[level]}" for level in _ORDER if counts[level])
    said = said or f"查了 {checked.rules} 项，没有查出问题"
    year, month, _ = checked.as_of
    seen = f"（提法库截至 {year}年{month}月）" if year and month else ""
    hidden = f"（基线里的 {checked.hidden} 处没有列）" if checked.hidden else ""
    console.say(f"{checked.path}：{said}{seen}{hidden}")


def _tell_unchecked(checked: Checked) -> None:
    """What no rule can see: a person has to look at it himself."""
    figures, names = checked.unchecked.figures, checked.unchecked.names
    said = [f"{figures} 个数字（没有“数据”可对）"] if figures else []
    if names:
        more = "等" if len(names) > _PLACES else ""
        said.append(f"{len(names)} 个人名（名册里没有：{'、'.join(names[:_PLACES])}{more}）")
    if said:
        console.say(f"没有查的：{'，'.join(said)}")


def _groups(found: Iterable[Located]) -> list[list[Located]]:
    """The findings by rule and severity, the severe first."""
    groups: dict[tuple[Severity, str], list[Located]] = {}
    for one in found:
        groups.setdefault((one.problem.severity, one.problem.code), []).append(one)
    return [group for _, group in sorted(groups.items(), key=lambda pair: _ORDER.index(pair[0][0]))]


def _is_fixable(one: Located) -> bool:
    """Whether `--fix` can mend it: what to write is known, and where it stands in the file."""
    return one.problem.fix is not None and one.position.start is not None


def _tell_fixed(checked: Checked) -> None:
    """What was mended, one kind a line with an example, and where the original is."""
    console.say(f"{checked.path}：改了 {len(checked.fixed)} 处，原稿在 {checked.backup}")
    groups: dict[Fix, list[Located]] = {}
    for one in checked.fixed:
        if one.problem.fix is not None:
            groups.setdefault(one.problem.fix, []).append(one)
    for fix, group in groups.items():
        first = group[0]
        excerpt = first.problem.excerpt
        before, after = excerpt[: first.at], excerpt[first.at + len(fix.old) :]
        console.say(
            f"  {_where(first.problem)}：{before}[-{fix.old}-]{{+{fix.new}+}}{after}"
            + (f"（共 {len(group)} 处）" if len(group) > 1 else "")
        )


def _tell_one(one: Located) -> None:
    problem = one.problem
    console.say(f"{_where(problem)} {console.LABELS[problem.severity]}：{problem.message} [{problem.code}]")
    _show(one)
    if problem.hint:
        console.say(f"    办法：{problem.hint}")


def _tell_group(group: Sequence[Located]) -> None:
    """Many findings of one rule: a count, some places, one of them in full, one way out."""
    first = group[0]
    places = "、".join(dict.fromkeys(_where(one.problem, short=True) for one in group[:_PLACES]))
    more = "……" if len(group) > _PLACES else ""
    label = console.LABELS[first.problem.severity]
    count = sum(1 + one.finding.more for one in group)
    console.say(f"{label}：{first.rule.name} {count} 处 [{first.problem.code}]：{places}{more}")
    console.say(f"  如 {_where(first.problem)}：{first.problem.message}")
    _show(first)
    hint = "用 --fix 一次改好" if all(map(_is_fixable, group)) else first.problem.hint
    console.say(f"    办法：{hint}")


def _show(one: Located) -> None:
    """The excerpt with a caret under the words; a wide character is two columns."""
    excerpt = one.problem.excerpt
    if not excerpt:
        return
    console.say(f"    {excerpt}")
    if one.size and one.size < len(excerpt):
        indent = " " * (4 + console.width(excerpt[: one.at]))
        caret = "^" * max(console.width(excerpt[one.at : one.at + one.size]), 1)
        console.say(indent + caret)


def _where(problem: Problem, short: bool = False) -> str:
    """The place of a problem in words: 第 12 行第 8 字, or 第 3 段."""
    place = problem.place
    if place.paragraph is not None:
        return f"第 {place.paragraph} 段"
    if place.line is None:
        return "全文"
    return f"{place.line}:{place.column}" if short else f"第 {place.line} 行第 {place.column} 字"
