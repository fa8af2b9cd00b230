"""A name that is nearly one of the roster's, with the post that this one holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from drafter.checks.draft import Draft
from drafter.checks.rule import WARNING, Basis, Example, Family, Finding, Rule
from drafter.checks.text.known import names, serving
from drafter.checks.text.people import kind_of_post, kinds_that_agree, mentions
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


def meant(draft: Draft, name: str, post: str) -> Member | None:
    """The first of the roster who holds the post and whose name differs in one character; None where none does."""
    slips = draft.once(_slips)
    near = [slips[slip] for kind in kinds_that_agree(post) for slip in _less_one(name, kind) if slip in slips]
    return serving(draft)[min(near)] if near else None


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
