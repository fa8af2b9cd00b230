"""Who answers for a task and by when, as it is typed after the task or below it."""

from __future__ import annotations

import re
from dataclasses import dataclass

_OWNERS = "牵头单位|牵头部门|牵头|责任单位|责任部门|责任科室|责任主体|主责单位|负责单位|承办单位|主办单位"
_HELPERS = "配合单位|协办单位|配合部门|参与单位|配合"
_LEADERS = "(?:分管|包保|挂钩|牵头|责任|联系)领导|责任人|负责人"
_DEADLINES = "完成时限|完成时间|完成期限|完成日期|办结时限|时间节点|时间要求|时限|时间|期限"
_DAY = (
    r"(?:(?:\d{4}年)?(?:\d{1,2}|十[一二]?|[一二三四五六七八九])月(?:\d{1,2}[日号]|底|初|中旬|上旬|下旬)?(?:前|底前|以前|之前)?|\d{4}[\-./]\d{1,2}[\-./]\d{1,2}(?:前)?"
    r"|(?:[本这下]个?)?月(?:底|初|中旬|末)前?|[本这下]?周[一二三四五六日末]前?"
    r"|(?:\d{4}年|今年)?(?:[一二三四]季度末?|年底|(?:国庆|春节|元旦|五一|五四|中秋|端午|清明)节?)前?后?|全年|[上下]半年|即日起(?:至.{2,8})?|长期坚持|长期|每[周月季年]度?|持续推进|常态化(?:推进|开展)?|立即)"
)
_KINDS = (("owner", _OWNERS), ("helper", _HELPERS), ("leader", _LEADERS))
_NEXT = rf"(?=(?:{_OWNERS}|{_HELPERS}|{_LEADERS}|{_DEADLINES})\s*[：:])"
_FIELD = re.compile(
    rf"(?P<name>{_OWNERS}|{_HELPERS}|{_LEADERS}|{_DEADLINES})\s*[：:]\s*(?P<value>[^；;]+?)"
    rf"\s*(?:[；;]\s*|[，,。\s]\s*{_NEXT}|[，,]\s*(?={_DAY}(?:完成|办结)?[；;。]?\s*$)|[。]?\s*$)"
)
_LONE_DAY = re.compile(rf"({_DAY})(?:完成|办结)?[；;。]?\s*")
_OFFICE_END = "局|委|办|办公室|部|院|校|公司|集团|中心|队|科|室|处|组|政府|单位|部门|乡镇|街道"
_OFFICE = rf"[^，,；;：:。、\s]{{1,30}}?(?:{_OFFICE_END}|[会联镇街乡县区市厅站所馆社])(?:[（(][^（）()]{{1,8}}[）)])?"
_OFFICES = rf"{_OFFICE}(?:、{_OFFICE})*"
_BARE = re.compile(
    rf"(?P<owner>{_OFFICES})(?:等)?(?P<does>牵头|(?:按职责分工|分别|具体)?负责(?:落实)?|抓落实|承办|主办|盯着?|跟进|督办|配合|来办)?"
    rf"(?:(?:[，,；;]\s*|\s+)(?P<helper>{_OFFICES})(?:等)?(?:配合|协办|参与))?"
    rf"(?:(?:[，,；;]\s*|\s+)(?P<deadline>{_DAY})(?:完成[\u4e00-\u9fff]{{0,4}}|办结)?)?[。；]?|(?P<alone>{_DAY})(?:完成|办结)?"
    rf"|(?P<first>{_DAY})(?:完成|办结)?[，,]\s*(?P<then>{_OFFICES})(?:等)?(?P<did>负责|牵头|承办)[。；]?"
)
_BRACKETED = re.compile(
    r"(?:[（(](?P<round>[^（）()]*(?:[（(][^（）()]*[）)][^（）()]*)*)[）)]|[【\[](?P<square>[^【】\[\]]*)[】\]])(?P<end>[。；]?)$"
)
_OF_PLACE = re.compile(
    "[省市县区州镇乡各](?!级).*(?:局|委|办|办公室|部|厅|政府|队|督查室|公司|集团|中心|街道)$"
)
_SURELY = re.compile(r"[\u4e00-\u9fff]{1,5}(?:局|委|厅)(?:、[^、，。；：]{2,14}){0,6}")
"""An office by its short name (卫健委), with others or alone."""

"""What an office looks like that brackets may name alone: （试点单位） and （市区） are remarks."""

_DUE = re.compile("前|底|完成|办结|长期|持续|常态|立即")
"""What tells that a day alone is a deadline: 动员阶段（2026年3月） is none."""

_OF_EVENTS = frozenset({"时间"})
"""What says when something takes place, where nobody answers for it."""

_SPEAKS = re.compile("[要由靠让被我你他她]|不能|坚持|必须")
"""What an office's name does not hold, and a sentence about offices does (要由公安局负责)."""

_TAIL = re.compile(
    rf"(?:——|，——|[，,](?={_OFFICES}[，,]\s*{_DAY}[。；]?$)|[，,](?=(?:{_OWNERS})\s*[：:]))(?P<said>[^。；]{{2,60}})[。；]?$"
)
"""Who answers, behind a dash, behind a comma with a day, or behind a comma by name."""

_AFTER_SPACE = re.compile(rf"(?:(?<!\s)\s+|——|(?<=。))(?=(?:{_OWNERS}|{_LEADERS})\s*[：:])")

_MOST_BRACKETS = 4
"""Brackets at one end that are read; people write two."""

_SAID = ("。", "；", "！")


@dataclass(frozen=True, slots=True)
class Assignment:
    """Who answers for a task and by when; "" where it is not said."""

    owner: str = ""
    deadline: str = ""

    def __bool__(self) -> bool:
        return bool(self.owner or self.deadline)

    def joined(self, other: Assignment) -> Assignment:
        """Both; what is said twice, once."""
        return Assignment(_both(self.owner, other.owner), _both(self.deadline, other.deadline))


def _both(one: str, other: str) -> str:
    return one if other in one else other if one in other else f"{one}；{other}"


def apart(text: str) -> tuple[str, Assignment]:
    """A text without what its end says of who and when, in brackets or after a space, and what that says."""
    found = Assignment()
    for _ in range(_MOST_BRACKETS):
        text, said = _in_brackets(text)
        if not said:
            break
        found = said.joined(found)
    tail = _TAIL.search(text)
    said = on_a_line(tail["said"]) or _unnamed(tail["said"]) if tail else Assignment()
    if tail and said:
        return text[: tail.start()].rstrip("，,"), said.joined(found)
    space = _AFTER_SPACE.search(text)
    said = on_a_line(text[space.end() :]) if space else Assignment()
    if space and said:
        return text[: space.start()].rstrip(), said.joined(found)
    return text, found


def _in_brackets(text: str) -> tuple[str, Assignment]:
    """A text without the brackets at its end that say who and when, and what they say."""
    match = _BRACKETED.search(text)
    if match is None:
        return text, Assignment()
    inner = (match["round"] or match["square"] or "").strip()
    found = on_a_line(inner) or _unnamed(inner)
    if not found:
        return text, found
    before = text[: match.start()].rstrip()
    return before + ("" if not before or before.endswith(_SAID) else match["end"]), found


def offices(text: str) -> tuple[str, str]:
    """A text without the brackets at its end that name offices alone (城管局、消防大队), and those."""
    match = _BRACKETED.search(text)
    inner = (match["round"] or match["square"] or "").strip() if match else ""
    if match is None or not re.fullmatch(_OFFICES, inner):
        return text, ""
    return text[: match.start()].rstrip(), inner


def on_a_line(text: str) -> Assignment:
    """What a line says that names nothing but who answers and by when (责任单位：……, 县水务局负责)."""
    text = text.removeprefix("——")
    said: dict[str, list[str]] = {"owner": [], "helper": [], "leader": [], "deadline": []}
    names: set[str] = set()
    at = 0
    while at < len(text):
        match = _FIELD.match(text, at)
        day = _LONE_DAY.fullmatch(text, at) if match is None and at else None
        if day is not None:
            said["deadline"].append(day[1])
            break
        if match is None:
            return _unnamed(text, does=True) if not at else Assignment()
        name, at = match["name"], match.end()
        names.add(name)
        kind = next((kind for kind, called in _KINDS if re.fullmatch(called, name)), "deadline")
        if kind == "owner" and name.startswith("牵头"):
            said[kind].insert(0, match["value"])
        else:
            said[kind].append(f"{name}：{match['value']}" if kind == "leader" else match["value"])
    if names <= _OF_EVENTS:
        return Assignment()
    owner = together("、".join(said["owner"]), "、".join(said["helper"]))
    leaders = "，".join(said["leader"])
    if owner and leaders:
        owner += f"（{leaders}）"
    return Assignment(owner or leaders.partition("：")[2], "；".join(said["deadline"]))


def in_note_form(text: str) -> Assignment:
    """What a few words say that stand apart from a task: 各街道，11月底前; 区委宣传部."""
    return on_a_line(text) or _unnamed(text)


def _unnamed(text: str, does: bool = False) -> Assignment:
    """An office and a day without their names: 县水务局牵头，县住建局配合，6月底前完成. `does`: only
    where it is said that the office does something, and the line is no sentence.
    """
    if not does and _SURELY.fullmatch(text) and re.fullmatch(_OFFICES, text):
        return Assignment(text)
    bare = _BARE.fullmatch(text)
    if bare is None or (does and (not (bare["does"] or bare["did"]) or _SPEAKS.search(text))):
        return Assignment()
    if bare["did"]:
        return Assignment(bare["then"], bare["first"])
    due = bare["alone"] and _DUE.search(text)
    if not (bare["does"] or bare["deadline"] or due or _OF_PLACE.match(text)):
        return Assignment()
    return Assignment(
        together(bare["owner"] or "", bare["helper"] or ""), bare["deadline"] or bare["alone"] or ""
    )


def together(owner: str, helper: str) -> str:
    """Who answers, and who helps."""
    return f"{owner}牵头，{helper}配合" if owner and helper else owner or helper
