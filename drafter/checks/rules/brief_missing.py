"""What the leader said must be in, and is not."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping
from itertools import chain, islice

from drafter.checks.draft import HAN, Draft
from drafter.checks.rule import INFO, WARNING, Basis, Example, Family, Finding, Rule

_SAYS = re.compile(rf"[{HAN}A-Za-z0-9]+")
_LIKELY = 0.7
"""Share of an instruction's pairs of characters that one sentence holds when it most likely says it."""

_MOST_ITEMS = 500
"""Instructions that are looked for, each in the whole text; no leader gives as many."""

_MOST = 200
"""Sentences of a draft that are looked at for one instruction."""


def find(draft: Draft) -> Iterator[Finding]:
    """Each instruction of the outline that the draft does not carry out."""
    wanted = draft.outline.brief if draft.outline is not None else ()
    if not wanted:
        return
    bare = "".join(_SAYS.findall(draft.text))
    there = _pairs(bare)
    said = ((item, "".join(_SAYS.findall(item))) for item in wanted[:_MOST_ITEMS])
    missing = [(item, _pairs(words)) for item, words in said if words and not _holds(bare, there, words)]
    places = _places(draft, set().union(*(pairs for _, pairs in missing)))
    for item, pairs in missing:
        yield _judged(draft, item, pairs, places)
    if len(wanted) > _MOST_ITEMS:
        message = f"“领导交代”有 {len(wanted)} 条，只对照了前 {_MOST_ITEMS} 条"
        yield Finding(0, 0, message, "合并成几条要点", quote=wanted[_MOST_ITEMS])


def _holds(bare: str, there: Container[str], words: str) -> bool:
    """Whether a text says these words; most that it does not say are told by its pairs."""
    return (len(words) < 2 or all(pair in there for pair in _pairs(words))) and words in bare


def _pairs(words: str) -> set[str]:
    """Every two characters that stand together; a single one by itself."""
    return {words[i : i + 2] for i in range(len(words) - 1)} or {words}


def _places(draft: Draft, wanted: set[str]) -> Mapping[str, Mapping[int, None]]:
    """The numbers of the sentences, in order, that hold each of these pairs."""
    found: dict[str, dict[int, None]] = {pair: {} for pair in wanted}
    for number, (begins, ends) in enumerate(draft.sentences):
        for pair in _pairs(draft.text[begins:ends]) & wanted:
            found[pair][number] = None
    return found


def _judged(draft: Draft, item: str, pairs: set[str], places: Mapping[str, Mapping[int, None]]) -> Finding:
    """Whether an instruction is missing, or said in other words: of a few of its pairs, the rarest, a sentence that
    says it holds one at least.
    """
    few = sorted(pairs, key=lambda pair: (len(places[pair]), pair))[: int(len(pairs) * (1 - _LIKELY)) + 1]
    likely = set(islice(chain.from_iterable(places[pair] for pair in few), _MOST))
    most, best = max(
        ((sum(number in places[pair] for pair in pairs), -number) for number in likely), default=(0, 0)
    )
    if most / len(pairs) >= _LIKELY:
        message = f"交代要讲的“{item}”，这里像是讲了，字面不同"
        return Finding(*draft.sentences[-best], message, "看一眼是不是这个意思", None, INFO)
    return Finding(0, 0, f"交代要讲的“{item}”，稿子里没有找到", "补上，或改成稿子里的说法", quote=item)


_HEAD = "模板: 部署讲话\n标题: 在推进会上的讲话\n日期: 2026-03-12\n领导交代:\n  - {}\n任务:\n  小标题: 抓好任务\n  要点:\n    - {}\n    - 通水到村。\n"

RULE = Rule(
    code="brief-missing",
    name="交代的事没有讲",
    family=Family.BRIEF,
    severity=WARNING,
    why="领导点名要讲的，漏一条就要返工。大纲“领导交代”里的，逐条对照成稿。",
    source="大纲的“领导交代”（brief）",
    basis=Basis.CUSTOM,
    bad=(
        Example(_HEAD.format("一件事一次办", "修好20条路。"), outline=True),
        Example(_HEAD.format("12345热线", "修好20条路。"), outline=True),
        Example(_HEAD.format("稳就业", "抓好招工，帮企业稳住岗位。"), outline=True),
    ),
    good=(
        Example(_HEAD.format("一件事一次办", "推进“一件事、一次办”，年底上线20件。"), outline=True),
        Example(_HEAD.format("12345热线", "把12345热线办实。"), outline=True),
        Example(_HEAD.format("“办不成事”反映窗口", "开好“办不成事”反映窗口。"), outline=True),
    ),
    find=find,
)
