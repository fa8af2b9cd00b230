"""A set formula with a verb, or a noun after it, that is not its own."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.checks.draft import Draft
from drafter.checks.rule import ERROR, Basis, Family, Finding, Rule, cited

_QUOTES = "“”‘’\"'"


def find(draft: Draft) -> Iterator[Finding]:
    """Each verb right before, and each noun right after, that the list knows to be wrong there.

    Before 的 the verb is that of what follows: 增强“两个维护”的政治自觉.
    """
    formulas = draft.lexicon.formulas
    for at, name in draft.find_words(formulas):
        formula, text = formulas[name], draft.text
        start, end = at, at + len(name)
        if text[start - 1 : start] and text[start - 1] in _QUOTES:
            start -= 1
        if text[end : end + 1] and text[end] in _QUOTES:
            end += 1
        for verb in formula.not_before if not text.startswith("的", end) else ():
            if text.endswith(verb, max(start - len(verb), 0), start) and start >= len(verb):
                right = formula.before[0] if formula.before else None
                hint = f"提法是“{right}‘{name}’”" if right else "核对提法"
                message = f"“{name}”前面不用“{verb}”"
                # No fix of its own: perhaps the verb is right, and the names were swapped.
                yield Finding(start - len(verb), start, message, cited(hint, formula.source))
        for noun in formula.not_after:
            if text.startswith(noun, end):
                right = formula.after[0] if formula.after else None
                hint = f"提法是“{name}”{right}" if right else "核对提法"
                message = f"“{name}”后面不用“{noun}”"
                yield Finding(end, end + len(noun), message, cited(hint, formula.source), right)


RULE = Rule(
    code="formula-verb",
    name="固定提法的搭配",
    family=Family.TERMS,
    severity=ERROR,
    why="增强“四个意识”、坚定“四个自信”、做到“两个维护”，动词各有各的，错一个就是大事。",
    source="公开文件的表述（词表 提法）",
    basis=Basis.RULED,
    bad=(
        "要坚定“四个意识”，提高站位。",
        "要增强“两个维护”。",
        "统筹推进“四个全面”战略布局。",
        "统筹推进“五位一体”战略布局。",
    ),
    good=(
        "要增强“四个意识”、坚定“四个自信”、做到“两个维护”。",
        "协调推进“四个全面”战略布局。",
        "统筹推进“五位一体”总体布局。",
        "要增强“两个维护”的政治自觉。",
    ),
    find=find,
)
