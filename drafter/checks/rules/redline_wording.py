"""What must not be said so: forms of address, Hong Kong, Macao and Taiwan, nationalities, offices."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from operator import itemgetter

from drafter.checks.draft import Draft
from drafter.checks.rule import ERROR, Basis, Family, Finding, Rule
from drafter.checks.text.phrases import altered
from drafter.checks.text.wordings import find_red


def find(draft: Draft) -> Iterator[Finding]:
    """Each wording of the list, where what stands beside it does not make it right; a slip in a set phrase is
    told by `phrase-altered`.
    """
    told = [(start, end) for start, end, _ in draft.once(altered)]  # in order and apart
    for finding in find_red(draft, draft.lexicon.red, "这样说不合通行写法"):
        number = bisect_right(told, finding.start, key=itemgetter(0)) - 1
        if number < 0 or told[number][1] < finding.end:
            yield finding


RULE = Rule(
    code="redline-wording",
    name="红线用语",
    family=Family.REDLINE,
    severity=ERROR,
    why="称谓、涉港澳台、民族宗教、职务机构的写法有定规，写错一处就是政治性差错。拿不准的只作提醒，说明为什么。"
    "在书名号里的、前面有“所谓”的不算。",
    source="宪法法律、公开文件和中央媒体的通行写法（词表 红线）",
    basis=Basis.RULED,
    bad=(
        "港澳台国家的客商来了。",
        "要学好习总书记的讲话。",
        "参与“一带一路”战略建设。",
        "建国以来，我县修了三座水库。",
        "看望慰问维族群众。",
        "市人大副主任到会指导。",
        "党中央国务院作出部署。",
        "下面我作重要讲话。",
    ),
    good=(
        "港澳台地区的客商来了。",
        "维护香港国家安全。",
        "要学习总书记的讲话。",
        "参与“一带一路”建设。",
        "新中国成立以来，我县修了三座水库。",
        "《建国以来若干文稿选编》已收齐。",
        "市人大常委会副主任到会指导。",
        "农村长大的孩子。",
    ),
    find=find,
    of_words=True,
)
