"""The items of a set formula with one missing, and formulas of a row with one left out."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.checks.draft import Draft
from drafter.checks.rule import ERROR, INFO, WARNING, Basis, Family, Finding, Rule, cited


def find(draft: Draft) -> Iterator[Finding]:
    """Each row of items, joined by 、, that lacks one of its formula's; with the formula's name in the
    same sentence it is surely wrong. Each row of formulas that leaves one out in the middle.
    """
    met: set[int] = set()
    for name, formula in draft.lexicon.formulas.items():
        if len(formula.items) < 3:
            continue
        for at, item in draft.spots(formula.items[:2]):
            start, end = draft.sentence(at)
            if start in met:
                continue
            sentence = draft.text[start:end]
            missing = _missing(sentence, formula.items)
            if missing:
                met.add(start)
                sure = ERROR if name in sentence else WARNING
                hint = cited(f"写全：{'、'.join(formula.items)}", formula.source)
                yield Finding(at, at + len(item), f"“{name}”少了一项：{missing}", hint, None, sure)
    yield from _rows(draft)


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
    for row in draft.lexicon.rows:
        for at, name in draft.spots(row[:1]):
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
    name="固定提法缺项",
    family=Family.TERMS,
    severity=WARNING,
    why="“四个意识”只列了三个，连用的几个提法中间漏了一个。和提法名称在同一句里的是错误。",
    source="公开文件的表述（词表 提法）",
    basis=Basis.RULED,
    bad=(
        "“四个意识”就是政治意识、大局意识、看齐意识。",
        "要坚定道路自信、理论自信、制度自信，走好自己的路。",
        "要增强“四个意识”、做到“两个维护”，提高站位。",
    ),
    good=(
        "“四个意识”就是政治意识、大局意识、核心意识、看齐意识。",
        "要坚定道路自信、理论自信、制度自信、文化自信。",
        "要增强“四个意识”、坚定“四个自信”、做到“两个维护”。",
        "要有大局意识、服务意识。",
        "提高政治判断力，就要先提高政治领悟力。",
    ),
    find=find,
)
