"""的 where 地 belongs: 认真的贯彻."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from drafter.checks.draft import Draft
from drafter.checks.rule import WARNING, Basis, Family, Finding, Rule


def find(draft: Draft) -> Iterator[Finding]:
    """Each word that only modifies verbs, 的, and a verb that is no noun there."""
    lexicon = draft.lexicon
    if not lexicon.adverbs or not lexicon.verbs:
        return
    for match in _pattern(lexicon.adverbs, lexicon.verbs).finditer(draft.text):
        yield Finding(
            *match.span("de"),
            f"“{match[0]}”的“的”该用“地”",
            f"改成“{match['adverb']}地{match['verb']}”",
            "地",
        )


@lru_cache(maxsize=4)
def _pattern(adverbs: tuple[str, ...], verbs: tuple[str, ...]) -> re.Pattern[str]:
    """The pattern of the word lists. What follows the verb must be its object or the end of a clause."""
    return re.compile(
        f"(?:(?P<adverb>{'|'.join(adverbs)}))(?P<de>的)(?P<verb>{'|'.join(verbs)})(?!(?:者|力度|情况|工作|措施|过程|效果|成效|方面|意识|能力|态度|精神|作风|机制|要求|任务|格局|势头|方式|方法|原则))"
    )


RULE = Rule(
    code="de-for-di",
    name="的、地不分",
    family=Family.TERMS,
    severity=WARNING,
    why="“认真的贯彻落实”里，修饰动词的是“地”。只查搭配确定的。",
    source="《现代汉语词典》第7版（词表 状中）",
    basis=Basis.RULED,
    bad=("要认真的贯彻会议精神。", "不断的推进改革。", "要切实的抓好落实。"),
    good=(
        "要认真地贯彻会议精神。",
        "不断推进改革。",
        "认真的态度，积极的作用，全面的推动力度，积极的推进者。",
    ),
    find=find,
    of_words=True,
)
