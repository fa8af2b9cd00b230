"""A name that is nearly one of the roster's, with the post that this one holds."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.checks.draft import Draft
from drafter.checks.rule import WARNING, Basis, Example, Family, Finding, Rule
from drafter.checks.text.known import names, serving
from drafter.checks.text.people import agree, mentions
from drafter.model.roster import Member, Roster

_SHORTEST = 3
"""Characters of a name: of two one is half, and another's."""


def find(draft: Draft) -> Iterator[Finding]:
    """Each name with a post that differs in one character from that of a person who holds it."""
    known = names(draft)
    for match in mentions(draft):
        if match["name"] in known:
            continue
        for member in serving(draft):
            if any(agree(post, match["post"]) for post in member.posts) and _differ_in_one(
                member.name, match["name"]
            ):
                message = f"姓名像是写错了：{match['name']}"
                yield Finding(*match.span("name"), message, f"名册里的{member.post}是{member.name}")
                break


def _differ_in_one(one: str, other: str) -> bool:
    """Whether two names of one length differ in a single character, and have others enough to be the same."""
    return _SHORTEST <= len(one) == len(other) and sum(a != b for a, b in zip(one, other, strict=True)) == 1


_ROSTER = Roster((Member("苏望津", "市委书记"), Member("顾见川", "市长"), Member("顾见山", "副市长")))

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
    ),
    good=(
        Example("请市委书记苏望津讲话。副市长顾见山主持。", roster=_ROSTER),
        Example("请局长苏望律讲话。", roster=_ROSTER),
        "请市委书记苏望律讲话。",
    ),
    find=find,
)
