"""What people did and will do, as a speech says it: 作了发言, 宣读了《…》, 还要讲话."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from drafter.model.outline import AgendaItem, Speaker
from drafter.model.words import chained, cut, phrase
from drafter.patterns import pattern
from drafter.templating.around import programme

JUST_NOW, STILL_TO_COME = "刚才", "待会儿"
LATER = (STILL_TO_COME, "稍后", "接下来", "随后", "下面", "会后", "之后")

_TALKS = ("讲话", "发言", "授课")
"""What is made of words however it begins: 总结讲话 is no 总结 of a 讲话."""

ALL = "大家"
_THOSE_PRESENT = frozenset(("与会人员", "全体与会人员", "全体人员", "参会人员"))
"""Who is told of like this on paper, and spoken to in the room as 大家."""

_SPOKEN = pattern(r".*(?:讲话|发言|报告|说明|部署|表态|总结|授课|小结|点评|交流|通报|汇报)$")
_VERBS = pattern(
    r"(宣读|宣布|通报|介绍|观看|签订|签署|听取|传达|学习|部署|安排|颁发|解读|审议|讨论|汇报|总结|表彰|点评|观摩|考察|主持|播放|展示)(.*)"
)
_GIVEN = pattern("颁奖|授奖|授牌|授旗|颁证|揭牌|剪彩")
"""What is done for somebody: 为先进单位颁奖."""

_EACH = "分别"
_SEVERAL = pattern(r"、|和|[两二三四五六七八九十几\d]+(?:个|位|名|家)|各")


def done(who: str, does: str, what: str) -> str:
    """What somebody has done: 三个县区 分别作了发言, 市政府办公室 宣读了《…》."""
    each, does = apart(does)
    does = _without_particles(does)
    if what and _GIVEN.fullmatch(does):
        return phrase(who, "为", what, does)
    if does == "表态":
        does = phrase(does, "发言")
    if does == "领奖":
        return phrase(who, "上台", does)
    verb = None if does.endswith(_TALKS) else _VERBS.fullmatch(does)
    if verb and (what or verb[2]):
        return phrase(who, each, cut(does, 0, verb.end(1)), "了", cut(does, verb.end(1)), what)
    if _SPOKEN.fullmatch(does):
        each = each or ("分别" if _SEVERAL.search(who) else "")
        return phrase(who, *_about(what), each, "作了", does)
    return phrase(who, each, does, "了", what) if what or len(does) == 2 else phrase(who, each, does)


def apart(does: str) -> tuple[str, str]:
    """What several do, each for himself, as 分别 and what they do; "" and that for what is done once."""
    return (_EACH, cut(does, len(_EACH))) if does.startswith(_EACH) and len(does) > len(_EACH) else ("", does)


def _without_particles(does: str) -> str:
    """What is done without what only says that it is over: 作了发言 is 发言."""
    start = re.match(r"(?:作|做(?![好强大优细实精到]))了?", does)
    return cut(does, start.end() if start else 0, len(does) - does.endswith("了"))


def _undone(does: str) -> str:
    """What is done, without what says that it is over: 通报了 is 通报."""
    return cut(does, 0, len(does) - does.endswith("了"))


def _about(what: str) -> tuple[str, ...]:
    return ("围绕", what) if what else ()


def plain(who: str, does: str, what: str) -> str:
    """What somebody does, as an agenda lists it: 三个县区发言, 市政府办公室宣读《…》."""
    does = _undone(does)
    if what and _GIVEN.fullmatch(does):
        return phrase(who, "为", what, does)
    if what and not _VERBS.match(does):
        return phrase(who, *_about(what), does)
    return phrase(who, does, what)


def to_do(who: str, does: str, what: str) -> str:
    """What somebody is still to do: 李某某副市长 还要讲话."""
    does = _undone(does)
    if what and not _VERBS.match(does):
        return phrase(who, "还要", *_about(what), does)
    talk = does.endswith(_TALKS) or not _VERBS.match(does)
    making = "作" if len(does) > 2 and does[:1] not in "作做" and _SPOKEN.fullmatch(does) and talk else ""
    return phrase(who, "还要", making, does, what)


def bare(what: str) -> str:
    """What an entry is about, without the end mark that somebody typed behind it."""
    return cut(what, 0, len(what.rstrip("。；，")))


def as_told(items: Sequence[AgendaItem], speaker: Speaker, say: Callable[[str], str]) -> list[dict[str, Any]]:
    """The agenda as the speaker refers to it: what is over and what is still to come, and who spoke last of each.

    The speaker's own item is left out: nobody announces himself. Where an item does not say
    when, what stands before the speaker's own is over and what stands after it is to come.
    """
    groups: list[dict[str, Any]] = []
    has_spoken = False
    for item in items:
        if programme.is_own(item, speaker):
            has_spoken = True
            continue
        before = groups[-1]["when"] if groups else say(JUST_NOW)
        when = say(item.when) or (say(STILL_TO_COME) if has_spoken else before)
        if not groups or groups[-1]["when"] != when:
            groups.append({"when": when, "later": when.startswith(LATER), "spoken": "", "items": []})
        if programme.kind(item) == programme.SPEECH:
            groups[-1]["spoken"] = item.who
        tell = to_do if groups[-1]["later"] else done
        who = ALL if item.who in _THOSE_PRESENT else say(item.who)
        groups[-1]["items"].append(tell(who, say(item.does), bare(say(item.what))))
    return groups


def last_speaker(groups: Sequence[dict[str, Any]]) -> str:
    """Who made the last speech of those that are over, "" for none: he is owed an answer."""
    return next((group["spoken"] for group in reversed(groups) if group["spoken"] and not group["later"]), "")


def considered(item: AgendaItem, say: Callable[[str], str], open_: str) -> str:
    """What minutes say of an item that the meeting considered: how it was taken, what was said, what was decided.

    Nothing is agreed that the outline does not say: `open_` stands where a decision is due and not given.
    """
    what = bare(say(item.what))
    learning = is_learning(item)
    if item.reported_by and not learning:
        sentences = [phrase("会议听取了", say(item.reported_by), "关于", what, "的汇报")]
    else:
        sentences = [phrase("会议", _undone(say(item.does)), "了", what)]
    if item.discussed:
        sentences.append(_by_meeting("会议认为，", bare(say(item.discussed))))
    if item.decided:
        plain_verb = item.decided.startswith(_RESOLVED)
        sentences.append(_by_meeting("会议" if plain_verb else "会议决定，", bare(say(item.decided))))
    elif not learning and not _DECIDED.search(item.discussed):
        sentences.append(open_)
    return phrase(chained(sentences, "。"), "。")


def is_learning(item: AgendaItem) -> bool:
    """Whether the item is something that the meeting studies: such come first."""
    return item.does.startswith(("传达", "学习"))


_DECIDED = pattern("同意|决定|通过|议定")
"""What says in the discussion itself what came of it."""

_RESOLVED = (
    "原则同意",
    "原则通过",
    "同意",
    "不同意",
    "决定",
    "要求",
    "明确",
    "议定",
    "审议通过",
    "通过",
    "责成",
    "指出",
)


def _by_meeting(before: str, text: str) -> str:
    return text if text.startswith("会议") else phrase(before, text)
