"""Phrases that say nothing, heaped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from drafter.checks.draft import Draft
from drafter.checks.rule import INFO, Basis, Family, Finding, Rule

_PER_THOUSAND = 10
"""Phrases in a thousand characters from which on they are heaped; in public reports there are three to six."""

_OF_PARAGRAPH = 30
"""So many in a thousand characters of one paragraph."""

_FEWEST = 4
_TOLD = 3
"""So many at least; so many of them are named."""


def find(draft: Draft) -> Iterator[Finding]:
    """The first of them, in a draft that has too many."""
    found = draft.longest(draft.lexicon.empty)
    length = len("".join(draft.text.split()))
    if len(found) < _FEWEST or 1000 * len(found) < _PER_THOUSAND * length:
        yield from _paragraphs(draft, found)
        return
    at, phrase = found[0]
    counts = Counter(said for _, said in found)
    often = "、".join(
        f"“{said}”" + (f"{times} 次" if times > 1 else "") for said, times in counts.most_common(_TOLD)
    )
    message = f"套话堆得多：{length} 字里有 {len(found)} 处（{often}……）"
    yield Finding(at, at + len(phrase), message, "换成怎么做、做到什么程度、什么时候做完；换不出的删去")


def _paragraphs(draft: Draft, found: Sequence[tuple[int, str]]) -> Iterator[Finding]:
    """Each paragraph that is made of them, in a draft that as a whole is not."""
    rows: dict[int, list[tuple[int, str]]] = {}
    for one in found:
        rows.setdefault(draft.index(one[0]), []).append(one)
    for number, row in rows.items():
        paragraph, count = draft.paragraphs[number], len(row)
        if count >= _FEWEST and 1000 * count >= _OF_PARAGRAPH * (paragraph.end - paragraph.start):
            at, phrase = row[0]
            message = f"这一段套话多：{paragraph.end - paragraph.start} 字里有 {count} 处"
            yield Finding(
                at, at + len(phrase), message, "换成怎么做、做到什么程度、什么时候做完；换不出的删去"
            )


RULE = Rule(
    code="phrases-empty",
    name="套话堆砌",
    family=Family.PROSE,
    severity=INFO,
    why="“高度重视、切实加强、狠抓落实”写满一页，没有一件事能照着办。一千字里十处以上，就该换成实的。",
    source="起草的惯例；词表 套话",
    basis=Basis.CUSTOM,
    bad=(
        "要高度重视，加强领导，切实抓好。要狠抓落实，务求实效。",
        "各级高度重视，成效明显。工作扎实推进，效果显著，奠定了坚实基础。",
        "要进一步加强管理，不断完善制度，持续强化监督，压实责任，形成合力。",
    ),
    good=(
        "要高度重视，六月底前把三条渠修通，每条渠定一个人管。",
        "各乡镇逐村核了一遍，报来的表由水利局汇总，差的当天补。",
        "要抓好落实。",
    ),
    find=find,
)
