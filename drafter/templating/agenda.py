"""What people did and will do, as a speech says it: 作了发言, 宣读了《…》, 还要讲话."""

from __future__ import annotations

import re

_SPOKEN = re.compile(r".*(?:讲话|发言|报告|说明|部署|表态|总结|小结|点评|交流|通报|汇报)$")
_VERBS = re.compile(
    r"(宣读|宣布|通报|介绍|观看|签订|签署|听取|传达|学习|部署|颁发|解读|审议|讨论|汇报|总结|表彰|点评|观摩|考察|主持|播放|展示)(.*)"
)
_GIVEN = re.compile("颁奖|授奖|授牌|授旗|颁证|揭牌|剪彩")
"""What is done for somebody: 为先进单位颁奖."""

_SEVERAL = re.compile(r"、|和|[两二三四五六七八九十几\d]+(?:个|位|名|家)|各")


def done(who: str, does: str, what: str) -> str:
    """What somebody has done: 三个县区 分别作了发言, 市政府办公室 宣读了《…》."""
    does = re.sub(r"^(?:作|做)了?|了$", "", does)
    if what and _GIVEN.fullmatch(does):
        return f"{who}为{what}{does}"
    if does == "表态":
        does = "表态发言"
    verb = _VERBS.fullmatch(does)
    if verb and (what or verb[2]):
        return f"{who}{verb[1]}了{verb[2]}{what}"
    if _SPOKEN.fullmatch(does):
        each = "分别" if _SEVERAL.search(who) else ""
        about = f"围绕{what}" if what else ""
        return f"{who}{about}{each}作了{does}"
    return f"{who}{does}了{what}" if what or len(does) == 2 else f"{who}{does}"


def plain(who: str, does: str, what: str) -> str:
    """What somebody does, as an agenda lists it: 三个县区发言, 市政府办公室宣读《…》."""
    does = re.sub(r"了$", "", does)
    if what and _GIVEN.fullmatch(does):
        return f"{who}为{what}{does}"
    if what and not _VERBS.match(does):
        return f"{who}围绕{what}{does}"
    return f"{who}{does}{what}"


def to_do(who: str, does: str, what: str) -> str:
    """What somebody is still to do: 李某某副市长 还要讲话."""
    does = re.sub(r"了$", "", does)
    about = f"围绕{what}" if what and not _VERBS.match(does) else ""
    return f"{who}还要{about}{does}{'' if about else what}"
