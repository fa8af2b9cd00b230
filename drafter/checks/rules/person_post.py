"""A person with two posts, or with a post that the unit's roster does not give."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checks.draft import Draft
from drafter.checks.rule import ERROR, WARNING, Basis, Example, Family, Finding, Rule
from drafter.checks.text.known import posts
from drafter.checks.text.people import agree, mentions
from drafter.model.roster import Member, Roster

_AROUND = 30
"""Characters before a post in which others of the same person may stand."""

_OTHERS = re.compile(r"(?:[\u4e00-\u9fff]{0,8}(?:书记|[长员]|主任|主席|总经理)、)+$")


def find(draft: Draft) -> Iterator[Finding]:
    """Each post of a person that is none of those the list gives, or of another kind than the first."""
    first: dict[str, list[str]] = {}
    listed_posts = posts(draft)
    for match in mentions(draft):
        name, post = match["name"], match["post"]
        listed = listed_posts.get(name)
        span = match.start("post"), match.end("post")
        if listed is not None:
            if post not in _BESIDE and not any(agree(one, post) for one in listed):
                yield Finding(
                    *span, f"{name}的职务和名册不符：{post}", f"名册里是 {'、'.join(listed)}", None, ERROR
                )
            continue
        known = first.setdefault(name, [post, *_beside(draft.text, match.start())])
        if post not in _BESIDE and not any(agree(one, post) for one in known):
            yield Finding(*span, f"{name}前面是“{known[0]}”，这里是“{post}”", "核对职务；兼任的写全")


def _beside(text: str, at: int) -> list[str]:
    """The posts that stand before the one at `at`: 县委书记、 of 县委书记、县长张伟."""
    before = _OTHERS.search(text, max(at - _AROUND, 0), at)
    return before[0].rstrip("、").split("、") if before else []


_BESIDE = ("组长", "会长")
"""Posts that are held beside one's own."""


_PEOPLE = Roster((Member("顾见川", "副市长"),))
_CHANGED = Roster(
    (Member("顾见川", "副市长", end=(2025, 12, 0)), Member("顾见川", "市长", begin=(2026, 1, 0)))
)

RULE = Rule(
    code="person-post",
    name="人员职务",
    family=Family.TERMS,
    severity=WARNING,
    why="人员调整以后，旧稿里的职务没有改；或者同一个人前面是副市长、后面是市长。名册用 drafter roster add 收，或写在 drafter.toml 的 [check] people 里；和稿子那天的名册不符的是错误。",
    source="本单位的名册（drafter roster）",
    basis=Basis.CUSTOM,
    bad=(
        Example("下面请市长顾见川讲话。", roster=_PEOPLE),
        Example("在会议上的讲话\n（2026年3月12日）\n下面请副市长顾见川同志讲话。", roster=_CHANGED),
        "副市长顾见川出席会议。会上，市长顾见川作了讲话。",
        "请苏望津局长宣读。苏望津主任最后强调，要抓落实。",
    ),
    good=(
        Example("下面请副市长顾见川讲话。", roster=_PEOPLE),
        Example("在会议上的讲话\n（2025年3月12日）\n下面请副市长顾见川同志讲话。", roster=_CHANGED),
        "副市长顾见川出席会议。会上，顾见川副市长作了讲话。",
        "县委书记王望主持会议，书记王望作了总结。",
        "县委副书记、县长张伟出席会议。张伟县长强调，张伟副书记要求，抓紧办。",
        "县长张伟主持会议。领导小组组长张伟强调，要抓紧。",
    ),
    find=find,
)
