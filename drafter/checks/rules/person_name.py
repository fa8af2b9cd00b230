"""A name that is nearly one of the roster's, with the post that this one holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from drafter.checks.draft import Draft
from drafter.checks.rule import WARNING, Basis, Example, Family, Finding, Rule
from drafter.checks.text.known import names, serving
from drafter.checks.text.people import kind_of_post, kinds_that_agree, mentions, told
from drafter.model.roster import Member, Roster

_SHORTEST = 3
"""Characters of a name: of two one is half, and another's."""


_Slip = tuple[str, str, str]
"""A name less one character, what stands before and behind it, and what kind of post its bearer holds."""


def find(draft: Draft) -> Iterator[Finding]:
    """Each name with a post that differs in one character from that of a person who holds it."""
    known = names(draft)
    for match in mentions(draft):
        if match["name"] in known:
            continue
        member = meant(draft, match["name"], match["post"])
        if member is not None:
            message = f"姓名像是写错了：{match['name']}"
            yield Finding(*match.span("name"), message, f"名册里的{member.post}是{member.name}")
    for one in told(draft):
        near = [meant(draft, one.name, post) or _only(draft, one.name, post) for post in one.posts]
        member = next((found for found in near if found is not None), None)
        if one.name not in known and member is not None:
            message = f"姓名像是写错了：{one.name}"
            yield Finding(0, 0, message, f"名册里的{member.post}是{member.name}", quote=one.said)


def meant(draft: Draft, name: str, post: str) -> Member | None:
    """The first of the roster who holds the post and whose name differs in one character; None where none does."""
    slips = draft.once(_slips)
    near = [slips[slip] for kind in kinds_that_agree(post) for slip in _less_one(name, kind) if slip in slips]
    return serving(draft)[min(near)] if near else None


def _only(draft: Draft, name: str, post: str) -> Member | None:
    """Who alone holds a post, no unit's, and bears a name of two characters that differs in the second."""
    member = draft.once(_alone).get(post)
    alike = (
        member is not None and len(name) == len(member.name) == _SHORTEST - 1 and name[0] == member.name[0]
    )
    return member if alike else None


def _alone(draft: Draft) -> Mapping[str, Member]:
    """The posts that one person alone holds, and no unit's."""
    count = Counter(post for member in serving(draft) for post in member.posts)
    return {
        post: member
        for member in serving(draft)
        for post in member.posts
        if count[post] == 1 and not member.org
    }


def _slips(draft: Draft) -> Mapping[_Slip, int]:
    """Every name of who serves less each of its characters, with the number of the first who bears it."""
    found: dict[_Slip, int] = {}
    for number, member in enumerate(serving(draft)):
        for post in member.posts:
            for slip in _less_one(member.name, kind_of_post(post)):
                found.setdefault(slip, number)
    return found


def _less_one(name: str, kind: str) -> list[_Slip]:
    """A name less each of its characters; none of one that is too short to be told by the others."""
    if len(name) < _SHORTEST:
        return []
    return [(name[:at], name[at + 1 :], kind) for at in range(len(name))]


_HEAD = "模板: 部署讲话\n标题: 在推进会上的讲话\n日期: 2026-03-12\n讲话人: {{姓名: {}, 职务: {}}}\n会议:\n  名称: 推进会\n  议程:\n    - {{谁: {}, 做: 宣读方案}}\n开头: 今天开会。\n任务: {{小标题: 抓好任务, 要点: [修好20条路。]}}\n"
_ROSTER = Roster(
    (
        Member("苏望津", "市委书记"),
        Member("顾见川", "市长"),
        Member("顾见山", "副市长"),
        Member("何岸", "副秘书长"),
    )
)

RULE = Rule(
    code="person-name",
    name="姓名写错",
    family=Family.TERMS,
    severity=WARNING,
    why="领导的名字打错一个字，哪一处都不能有。照名册（drafter roster）核对：同一个职务、只差一个字的，提醒看一眼。",
    source="本单位的名册（drafter roster）",
    basis=Basis.CUSTOM,
    bad=(
        Example("请市委书记苏望律讲话。", roster=_ROSTER),
        Example("市长顾建川主持会议。", roster=_ROSTER),
        Example("苏旺津书记强调，要抓紧。", roster=_ROSTER),
        Example("在推进会上的讲话\n市长　顾建川\n今天开会。", roster=_ROSTER),
        Example(_HEAD.format("顾建川", "市长", "何岸副秘书长"), outline=True, roster=_ROSTER),
        Example(_HEAD.format("顾见川", "市长", "何安副秘书长"), outline=True, roster=_ROSTER),
    ),
    good=(
        Example("请市委书记苏望津讲话。副市长顾见山主持。", roster=_ROSTER),
        Example("请局长苏望律讲话。", roster=_ROSTER),
        Example("在推进会上的讲话\n市长　顾见川\n今天开会。", roster=_ROSTER),
        Example(_HEAD.format("顾见川", "市长", "何岸副秘书长"), outline=True, roster=_ROSTER),
        Example(_HEAD.format("钱一程", "局长", "赵安副秘书长"), outline=True, roster=_ROSTER),
        "请市委书记苏望律讲话。",
    ),
    find=find,
)
