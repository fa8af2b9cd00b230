"""What a chatbot says around the text that it was asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checks.draft import Draft
from drafter.checks.rule import ERROR, WARNING, Basis, Family, Finding, Rule
from drafter.residue.chatbots import SAYS

_KIND, _DOUBTED = "机器", "机器？"
_MAY_SAY = re.compile(
    r"希望(?:这|以上)(?![^。\n]{0,6}(?:答复|回复|解答|解释))[^。\n]{0,14}(?:对您|对你)有(?:所)?帮助"
    r"|如(?:果|有)[^。\n]{0,4}您[^。\n]{0,14}(?:需要|请)[^。\n]{0,14}(?:告诉我|告知我)"
)
"""What people say too, to one whom they help."""


def find(draft: Draft) -> Iterator[Finding]:
    """Each such sentence, by its form or by the word list; what people say too is a warning."""
    taken = -1
    for start, end, sure in sorted(
        (*_found(draft, _KIND, SAYS, True), *_found(draft, _DOUBTED, _MAY_SAY, False)),
        key=lambda spot: (spot[0], not spot[2], spot[1]),
    ):
        if start >= taken:
            taken = end
            if sure:
                yield Finding(start, end, "有聊天机器人的客套话", "整句删去")
            else:
                hint = "是机器写的，整句删去；是人说的不用管"
                yield Finding(start, end, "像是聊天机器人的客套话", hint, None, WARNING)


def _found(draft: Draft, kind: str, form: re.Pattern[str], sure: bool) -> Iterator[tuple[int, int, bool]]:
    """Where phrases of this kind, or sentences of this form, stand."""
    words = [phrase for phrase, of in draft.lexicon.residue.items() if of == kind]
    yield from ((at, at + len(word), sure) for at, word in draft.find_words(words))
    yield from ((*match.span(), sure) for match in form.finditer(draft.text))


RULE = Rule(
    code="chatbot-residue",
    name="聊天机器人的话",
    family=Family.LEFTOVERS,
    severity=ERROR,
    why="“好的，以下是为您起草的讲话稿”这样的话，跟着正文一起复制了下来。",
    source="定稿的惯例；用语见词表 残留",
    basis=Basis.CUSTOM,
    bad=(
        "好的，以下是为您起草的讲话稿：\n同志们，大家好。",
        "作为一个AI语言模型，我不能提供具体数据。",
        "希望以上内容对您有所帮助。",
        "您可以根据实际情况进行修改。",
    ),
    good=(
        "好的做法要坚持。",
        "以下是全市的主要指标。",
        "希望以上意见供参考，各县区可以结合实际细化。",
        "希望以上答复对您有所帮助，感谢您对政务服务的关心。",
        "如果有困难需要帮忙，随时告诉我。",
    ),
    find=find,
)
