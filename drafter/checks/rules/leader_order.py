"""People in a row, in another order than the roster's, or a deputy before his chief."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from drafter.checks.draft import Draft
from drafter.checks.rule import ERROR, WARNING, Basis, Example, Family, Finding, Rule
from drafter.checks.text.people import Named, are_in_row, named, ranks
from drafter.model.roster import Member, Roster
from drafter.patterns import pattern

_DEPUTY = pattern("常务副|第一副|副")


def find(draft: Draft) -> Iterator[Finding]:
    """Each person that stands after one whom he goes before."""
    known = ranks(draft)
    for one, other in pairwise(named(draft)):
        if not are_in_row(draft, one, other):
            continue
        first, second = known.get(one.name, 0), known.get(other.name, 0)
        if first and second:
            if first > second:
                message = (
                    f"次序和名册不符：这里{one.name}在{other.name}前面，名册里第 {first} 位、第 {second} 位"
                )
                yield Finding(one.start, other.end, message, f"{other.name}在前，{one.name}在后")
        elif _is_deputy_of(one, other):
            message = f"副职在正职前面：{draft.text[one.start : other.end]}"
            yield Finding(one.start, other.end, message, "正职在前；按发言先后排的不用管", None, WARNING)


def _is_deputy_of(one: Named, other: Named) -> bool:
    """Whether the first holds the deputy's post to the second's: 副市长 and 市长."""
    bare = _DEPUTY.sub("", one.post)
    return bool(bare) and bare != one.post and bare == other.post


_ROSTER = Roster(
    (Member("苏望津", "市委书记", rank=1), Member("顾见川", "市长", rank=2), Member("周舟", "副市长", rank=3))
)

RULE = Rule(
    code="leader-order",
    name="领导次序",
    family=Family.REDLINE,
    severity=ERROR,
    why="点名的次序就是排名，念反了比念错了还难看。名册（drafter roster）里有排名的照名册；没有的，只看副职有没有排在正职前面。",
    source="本单位的名册（drafter roster）；公文和新闻报道的惯例",
    basis=Basis.CUSTOM,
    bad=(
        Example("市长顾见川、市委书记苏望津出席会议。", roster=_ROSTER),
        Example("请周舟、顾见川同志审阅。", roster=_ROSTER),
        "副市长周舟、市长顾见川出席会议。",
        "副市长周舟和市长顾见川到会。",
    ),
    good=(
        Example("市委书记苏望津、市长顾见川、副市长周舟出席会议。", roster=_ROSTER),
        Example("请周舟同志发言。顾见川同志讲话。", roster=_ROSTER),
        Example("周舟、顾见川、苏望津同志先后讲话。感谢周舟同志，苏望津同志专门作了批示。", roster=_ROSTER),
        "市长顾见川、副市长周舟出席会议。",
        "副市长周舟主持，市长顾见川讲话。",
    ),
    find=find,
)
