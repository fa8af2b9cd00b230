"""A person with two posts, or with a post that the unit's roster does not give."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checks.draft import Draft
from drafter.checks.rule import ERROR, WARNING, Basis, Example, Family, Finding, Rule
from drafter.checks.text.known import held, posts, units
from drafter.checks.text.people import agree, mentions, told
from drafter.model.roster import Member, Roster

_FORMER = re.compile(r"(?:原|时任|前任|曾任|已任)[\u4e00-\u9fff]{0,8}$")
"""What says that the post is held no more."""

_NEAR = 10
_DAY = re.compile(r"(?<!\d)(20\d{2})年(?:(\d{1,2})月)?")
_UNIT = re.compile(r"(?P<unit>[\u4e00-\u9fff]{2,12}?(?:局|委|办|厅|院|中心|公司|集团))$")
_LONGEST = 14
"""Characters before a post in which a unit begins."""

_AROUND = 30
"""Characters before a post in which others of the same person may stand."""

_OTHERS = re.compile(r"(?:[\u4e00-\u9fff]{0,8}(?:书记|[长员]|主任|主席|总经理)、)+$")


def find(draft: Draft) -> Iterator[Finding]:
    """Each post of a person that is none of those the roster gives him then, or of another kind than the first; each
    unit beside a post that is not his.
    """
    first: dict[str, list[str]] = {}
    now = posts(draft)
    for match in mentions(draft):
        name, post = match["name"], match["post"]
        span = match.start("post"), match.end("post")
        if post in _BESIDE or _FORMER.search(draft.text, max(match.start() - _NEAR, 0), match.start()):
            continue
        if name in now:
            listed = now[name]
            if not any(agree(one, post) for one in (*listed, *_then(draft, match))):
                hint = f"名册里是 {'、'.join(listed)}"
                yield Finding(*span, f"{name}的职务和名册不符：{post}", hint, None, ERROR)
            else:
                yield from _of_unit(draft, match)
            continue
        known = first.setdefault(name, [post, *_beside(draft.text, match.start())])
        if _held_then(draft, match):
            continue
        if not any(agree(one, post) for one in known):
            yield Finding(*span, f"{name}前面是“{known[0]}”，这里是“{post}”", "核对职务；兼任的写全")
    yield from _told(draft)


def _told(draft: Draft) -> Iterator[Finding]:
    """Each person of the outline whom the text does not name, with posts of which the roster gives none."""
    now = posts(draft)
    for one in told(draft):
        listed = now.get(one.name, ())
        strange = [post for post in one.posts if post not in _BESIDE]
        if listed and strange and not any(agree(mine, post) for mine in listed for post in strange):
            message = f"{one.name}的职务和名册不符：{'、'.join(strange)}"
            yield Finding(0, 0, message, f"名册里是 {'、'.join(listed)}", None, ERROR, one.said)


def _then(draft: Draft, match: re.Match[str]) -> list[str]:
    """The posts that a person held on the day which the sentence of a mention speaks of; none where it names no day."""
    return [post for member in _held_then(draft, match) for post in member.posts]


def _held_then(draft: Draft, match: re.Match[str]) -> tuple[Member, ...]:
    start, end = draft.sentence(match.start())
    day = _DAY.search(draft.text, start, end)
    return held(draft, match["name"], (int(day[1]), int(day[2] or 0), 0)) if day else ()


def _of_unit(draft: Draft, match: re.Match[str]) -> Iterator[Finding]:
    """A unit right before a post, where the roster has the person in another."""
    unit = _UNIT.search(draft.text, max(match.start("post") - _LONGEST, 0), match.start("post"))
    orgs = {one.org for one in held(draft, match["name"]) if one.org}
    if unit is None or not orgs:
        return
    short = {called for name in orgs for called in units(draft).get(name, ())}
    said = unit["unit"]
    if not any(_is_named(said, one) for one in orgs | short):
        message = f"{match['name']}的单位和名册不符：{said}"
        hint = f"名册里是 {'、'.join(sorted(orgs))}"
        yield Finding(unit.start("unit"), unit.end("unit"), message, hint, None, WARNING)


def _is_named(said: str, name: str) -> bool:
    """Whether what stands before a post ends with the name of a unit, or with a short one of it: 请市住建局 with
    市住房和城乡建设局, whose characters it takes in their order.
    """
    for at in range(max(len(said) - _SHORTEST, 0) + 1):
        characters = iter(name)
        if all(one in characters for one in said[at:]):
            return True
    return False


_SHORTEST = 3


def _beside(text: str, at: int) -> list[str]:
    """The posts that stand before the one at `at`: 县委书记、 of 县委书记、县长张伟."""
    before = _OTHERS.search(text, max(at - _AROUND, 0), at)
    return before[0].rstrip("、").split("、") if before else []


_BESIDE = ("组长", "会长")
"""Posts that are held beside one's own."""


_HEAD = "模板: 部署讲话\n标题: 在推进会上的讲话\n日期: 2026-03-12\n讲话人: {{姓名: {}, 职务: {}}}\n会议:\n  名称: 推进会\n  议程:\n    - {{谁: {}, 做: 宣读方案}}\n开头: 今天开会。\n任务: {{小标题: 抓好任务, 要点: [修好20条路。]}}\n"
_PEOPLE = Roster((Member("顾见川", "副市长"),))
_CHANGED = Roster(
    (Member("顾见川", "副市长", end=(2025, 12, 0)), Member("顾见川", "市长", begin=(2026, 1, 0)))
)
_HEADS = Roster((Member("周舟", "局长", "澜川市水务局"),))

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
        Example("请市住建局局长周舟发言。", roster=_HEADS),
        Example("在推进会上的讲话\n市长　顾见川\n今天开会。", roster=_PEOPLE),
        Example(_HEAD.format("顾见川", "市长", "周舟"), outline=True, roster=_PEOPLE),
        Example(_HEAD.format("周舟", "局长", "顾见川市长"), outline=True, roster=_PEOPLE),
        "副市长顾见川出席会议。会上，市长顾见川作了讲话。",
        "请苏望津局长宣读。苏望津主任最后强调，要抓落实。",
    ),
    good=(
        Example("下面请副市长顾见川讲话。", roster=_PEOPLE),
        Example("在推进会上的讲话\n副市长　顾见川\n今天开会。", roster=_PEOPLE),
        Example(_HEAD.format("顾见川", "副市长", "顾见川副市长"), outline=True, roster=_PEOPLE),
        Example("在会议上的讲话\n（2025年3月12日）\n下面请副市长顾见川同志讲话。", roster=_CHANGED),
        Example(
            "在会议上的讲话\n（2026年3月12日）\n原副市长顾见川同志作了点评。2025年11月，副市长顾见川到县里调研。",
            roster=_CHANGED,
        ),
        Example("市委副书记、市长顾见川出席会议。", roster=Roster((Member("顾见川", "市委副书记、市长"),))),
        Example("请市水务局局长周舟发言。", roster=_HEADS),
        "副市长顾见川出席会议。会上，顾见川副市长作了讲话。",
        "县委书记王望主持会议，书记王望作了总结。",
        "县委副书记、县长张伟出席会议。张伟县长强调，张伟副书记要求，抓紧办。",
        "县长张伟主持会议。领导小组组长张伟强调，要抓紧。",
    ),
    find=find,
)
