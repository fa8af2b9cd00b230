"""A wrong character in a word, by the word list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checks.draft import Draft
from drafter.checks.rule import ERROR, Basis, Family, Finding, Rule, cited
from drafter.checks.text.wordings import find_wordings
from drafter.problems import Severity

_QUOTED = re.compile(
    r"(?:古人|古语|古训|古诗|先贤|先哲|圣人|诗人|(?:孔|孟|老|庄|荀|墨|韩非)子|[诗书]经|《[^》\n]{1,12}》)[^。“”\n]{0,8}[“‘][^”’\n]*$|曰[：:，]?[“‘][^”’\n]*$"
)
"""Words of old that are quoted: what was written so then stays so."""

_SIGHT = 60


def find(draft: Draft) -> Iterator[Finding]:
    """Each wrong word; where the list doubts, a warning without a fix."""
    for start, end, word, wording in find_wordings(draft, draft.lexicon.wrong):
        quoted = _QUOTED.search(draft.text, max(start - _SIGHT, 0), start) is not None
        sure = wording.severity is Severity.ERROR and not quoted
        fix = wording.right if sure and wording.right else None
        hint = f"应是“{wording.right}”" + (f"（{wording.why}）" if wording.why else "")
        hint = cited(hint if wording.right else wording.why, wording.source)
        if quoted:
            hint, severity = f"引文里的字照原文，古今写法不同的不改；今天写“{wording.right}”", Severity.INFO
        else:
            severity = wording.severity
        yield Finding(start, end, f"错别字：{word}", hint, fix, severity)


RULE = Rule(
    code="wrong-word",
    name="错别字",
    family=Family.TERMS,
    severity=ERROR,
    why="“再接再励”“按步就班”，字形相近、拼音输入法选错，稿子里最扎眼。单位自己常错的词，写进自己的 lexicon/错词.yaml。",
    source="《现代汉语词典》第7版；《第一批异形词整理表》（词表 错词）",
    basis=Basis.RULED,
    bad=("要再接再励，争取更大成绩。", "不能按步就班。", "大家迫不急待。"),
    good=("悦己经济、谷子经济都在长。", "要再接再厉，争取更大成绩。", "不能按部就班。", "大家迫不及待。"),
    find=find,
    of_words=True,
)
