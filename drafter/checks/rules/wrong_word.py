"""A wrong character in a word, by the word list."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.checks.draft import Draft
from drafter.checks.rule import ERROR, Basis, Family, Finding, Rule, cited
from drafter.checks.wordings import find_wordings
from drafter.problems import Severity


def find(draft: Draft) -> Iterator[Finding]:
    """Each wrong word; where the list doubts, a warning without a fix."""
    for start, end, word, wording in find_wordings(draft, draft.lexicon.wrong):
        sure = wording.severity is Severity.ERROR
        fix = wording.right if sure and wording.right else None
        hint = f"应是“{wording.right}”" + (f"（{wording.why}）" if wording.why else "")
        hint = cited(hint if wording.right else wording.why, wording.source)
        yield Finding(start, end, f"错别字：{word}", hint, fix, wording.severity)


RULE = Rule(
    code="wrong-word",
    name="错别字",
    family=Family.TERMS,
    severity=ERROR,
    why="“再接再励”“按步就班”，字形相近、拼音输入法选错，稿子里最扎眼。单位自己常错的词，写进自己的 lexicon/错词.yaml。",
    source="《现代汉语词典》第7版；《第一批异形词整理表》（词表 错词）",
    basis=Basis.RULED,
    bad=("要再接再励，争取更大成绩。", "不能按步就班。", "大家迫不急待。"),
    good=("要再接再厉，争取更大成绩。", "不能按部就班。", "大家迫不及待。"),
    find=find,
)
