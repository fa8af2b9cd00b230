"""The items of a set formula with one missing, in another order, or under the name of another formula; and
formulas of a row with one left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from drafter.checks.draft import Draft
from drafter.checks.rule import ERROR, INFO, WARNING, Basis, Family, Finding, Rule, cited
from drafter.checks.text.days import is_of_days

_TOLD = re.compile(r"[”」]?(?:（|，?即|，?就是|：)(?P<said>[^）。；\n]{4,80})")
"""What stands right after a name to say what it is."""


def find(draft: Draft) -> Iterator[Finding]:
    """Each row of items, joined by 、, that lacks one of its formula's; with the formula's name in the
    same sentence it is surely wrong. Each row of formulas that leaves one out in the middle.
    """
    met: set[int] = set()
    for name, formula in draft.lexicon.formulas.items():
        if len(formula.items) < 3:
            continue
        for at, item in draft.find_words(formula.items[:2]):
            start, end = draft.sentence(at)
            if start in met:
                continue
            sentence = draft.text[start:end]
            missing = _missing(sentence, formula.items)
            whole = "、".join(formula.items)
            if missing:
                met.add(start)
                sure = ERROR if name in sentence else WARNING
                hint = cited(f"写全：{whole}", formula.source)
                yield Finding(at, at + len(item), f"“{name}”少了一项：{missing}", hint, None, sure)
            elif _is_disordered(sentence, formula.items):
                met.add(start)
                hint = cited(f"通行的次序：{whole}", formula.source)
                yield Finding(at, at + len(item), f"“{name}”各项的次序和通行的不同", hint)
    yield from _others(draft)
    yield from _rows(draft)


def _others(draft: Draft) -> Iterator[Finding]:
    """The name of one formula, told by the items of another."""
    listed = {name: one.items for name, one in draft.lexicon.formulas.items() if len(one.items) > 2}
    for at, name in draft.find_words(tuple(listed)):
        told = _TOLD.match(draft.text, at + len(name))
        said = told["said"] if told else ""
        for other, items in listed.items() if said else ():
            strange = set(items) - set(listed[name])
            if other != name and len(strange) == len(items) and said.startswith("、".join(items[:2])):
                message = f"“{name}”后面列的是“{other}”的内容"
                hint = cited(f"“{name}”是：{'、'.join(listed[name])}", draft.lexicon.formulas[name].source)
                yield Finding(at, at + len(name), message, hint, None, ERROR)


def _is_disordered(sentence: str, items: tuple[str, ...]) -> bool:
    """Whether all items stand here, joined by 、 in one row, but in another order."""
    bare = sentence.replace("“", "").replace("”", "")
    found = sorted((bare.find(one), one) for one in items)
    joined = all(end - start == len(one) + 1 for (start, one), (end, _) in pairwise(found))
    return found[0][0] >= 0 and joined and tuple(one for _, one in found) != items


def _missing(sentence: str, items: tuple[str, ...]) -> str:
    """The one item that a row of the others lacks, "" where none or more than one is missing, or where
    the others are not joined by 、 in a row.
    """
    there = [one for one in items if one in sentence]
    if len(there) != len(items) - 1:
        return ""
    bare = sentence.replace("“", "").replace("”", "")
    joined = sum(f"{one}、{other}" in bare for one in there for other in there)
    if joined < max(len(there) - 2, 1):
        return ""
    return next(one for one in items if one not in there)


def _rows(draft: Draft) -> Iterator[Finding]:
    """The formulas of a row whose first and last stand in one sentence without those between."""
    for row in (one.names for one in draft.lexicon.rows if is_of_days(draft.date, one.begin, (0, 0, 0))):
        for at, name in draft.find_words(row[:1]):
            start, end = draft.sentence(at)
            sentence = draft.text[start:end]
            missing = [one for one in row[1:-1] if one not in sentence]
            if row[-1] in sentence and missing and len(row) > 2:
                yield Finding(
                    at,
                    at + len(name),
                    f"“{name}”和“{row[-1]}”之间少了“{'”“'.join(missing)}”",
                    "要写全就补上，次序不变",
                    None,
                    INFO,
                )


RULE = Rule(
    code="formula-items",
    name="固定提法缺项、错项、错次序",
    family=Family.TERMS,
    severity=WARNING,
    why="“四个意识”只列了三个，连用的几个提法中间漏了一个，次序颠倒了，张冠李戴了。和提法名称在同一句里的是错误。",
    source="公开文件的表述（词表 提法）",
    basis=Basis.RULED,
    bad=(
        "“四个意识”就是政治意识、大局意识、看齐意识。",
        "要坚定道路自信、理论自信、制度自信，走好自己的路。",
        "要增强“四个意识”、做到“两个维护”，提高站位。",
        "要坚定理论自信、道路自信、制度自信、文化自信。",
        "坚定“四个自信”（政治意识、大局意识、核心意识、看齐意识）。",
    ),
    good=(
        "“四个意识”就是政治意识、大局意识、核心意识、看齐意识。",
        "要坚定道路自信、理论自信、制度自信、文化自信。",
        "要增强“四个意识”、坚定“四个自信”、做到“两个维护”。",
        "要有大局意识、服务意识。",
        "在会议上的讲话\n（2018年10月9日）\n要增强“四个意识”、做到“两个维护”。",
        "提高政治判断力，就要先提高政治领悟力。",
    ),
    find=find,
)
