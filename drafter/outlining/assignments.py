"""Who answers for a task and by when, as it is typed after the task or below it."""

from __future__ import annotations

import re
from dataclasses import dataclass

_OWNERS = "牵头单位|牵头部门|牵头|责任单位|责任部门|责任科室|责任领导|责任主体|主责单位|负责单位|负责人|责任人|承办单位|主办单位"
_HELPERS = "配合单位|协办单位|配合部门|参与单位|配合"
_LEADERS = "分管领导|包保领导|挂钩领导"
_DEADLINES = "完成时限|完成时间|完成期限|完成日期|办结时限|时间节点|时间要求|时限|时间|期限"
_DAY = (
    r"(?:(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日|底|中旬|上旬|下旬)?(?:前|底前|以前|之前)?|\d{4}[\-./]\d{1,2}[\-./]\d{1,2}(?:前)?"
    r"|(?:\d{4}年)?(?:[一二三四]季度末?|年底)前?|长期坚持|长期|每[周月季年]度?|持续推进|常态化(?:推进|开展)?|立即)"
)
_NEXT = rf"(?=(?:{_OWNERS}|{_HELPERS}|{_LEADERS}|{_DEADLINES})\s*[：:])"
_FIELD = re.compile(
    rf"(?P<name>{_OWNERS}|{_HELPERS}|{_LEADERS}|{_DEADLINES})\s*[：:]\s*(?P<value>[^；;]+?)"
    rf"\s*(?:[；;]\s*|[，,。\s]\s*{_NEXT}|[，,]\s*(?={_DAY}(?:完成|办结)?[；;。]?\s*$)|[。]?\s*$)"
)
_LONE_DAY = re.compile(rf"({_DAY})(?:完成|办结)?[；;。]?\s*")
_OFFICE_END = "局|委|办|办公室|部|院|校|公司|集团|中心|队|科|室|处|组|政府|单位|部门|乡镇|街道"
_OFFICE = rf"[^，,；;：:。、\s]{{1,30}}?(?:{_OFFICE_END}|[会联镇街乡县区市厅站所馆社])"
_OFFICES = rf"{_OFFICE}(?:、{_OFFICE})*"
_BARE = re.compile(
    rf"(?P<owner>{_OFFICES})(?:等)?(?P<does>牵头|(?:按职责分工|分别|具体)?负责|承办|主办)?"
    rf"(?:(?:[，,；;]\s*|\s+)(?P<helper>{_OFFICES})(?:等)?(?:配合|协办|参与))?"
    rf"(?:(?:[，,；;]\s*|\s+)(?P<deadline>{_DAY})(?:完成|办结)?)?[。；]?|(?P<alone>{_DAY})(?:完成|办结)?"
)
_BRACKETED = re.compile(
    r"(?:[（(](?P<round>[^（）()]*(?:[（(][^（）()]*[）)][^（）()]*)*)[）)]|[【\[](?P<square>[^【】\[\]]*)[】\]])(?P<end>[。；]?)$"
)
_OF_PLACE = re.compile(f"[省市县区州镇乡各](?!级).*(?:{_OFFICE_END})$")
"""What an office looks like that brackets may name alone: （试点单位） and （市区） are remarks."""

_AFTER_SPACE = re.compile(rf"(?:\s+|——)(?=(?:{_OWNERS}|{_LEADERS})\s*[：:])")

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
    while True:
        text, said = _in_brackets(text)
        if not said:
            break
        found = said.joined(found)
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
    return before + ("" if before.endswith(_SAID) else match["end"]), found


def on_a_line(text: str) -> Assignment:
    """What a line says that names nothing but who answers and by when (责任单位：……, 县水务局负责)."""
    text = text.removeprefix("——")
    owner = helper = leader = deadline = ""
    at = 0
    while at < len(text):
        match = _FIELD.match(text, at)
        day = _LONE_DAY.fullmatch(text, at) if match is None and at else None
        if day is not None:
            deadline, at = deadline or day[1], len(text)
            break
        if match is None:
            return _unnamed(text, does=True) if not at else Assignment()
        name, value, at = match["name"], match["value"], match.end()
        if re.fullmatch(_OWNERS, name):
            owner = value
        elif re.fullmatch(_HELPERS, name):
            helper = value
        elif re.fullmatch(_LEADERS, name):
            leader = f"{name}：{value}"
        else:
            deadline = value
    owner = _together(owner, helper)
    return Assignment(f"{owner}（{leader}）" if owner and leader else owner or leader, deadline)


def _unnamed(text: str, does: bool = False) -> Assignment:
    """An office and a day without their names: 县水务局牵头，县住建局配合，6月底前完成. `does`: only
    where it is said that the office does something.
    """
    bare = _BARE.fullmatch(text)
    if bare is None or (does and not bare["does"]):
        return Assignment()
    if not (bare["does"] or bare["deadline"] or bare["alone"] or _OF_PLACE.match(text)):
        return Assignment()
    return Assignment(
        _together(bare["owner"] or "", bare["helper"] or ""), bare["deadline"] or bare["alone"] or ""
    )


def _together(owner: str, helper: str) -> str:
    """Who answers, and who helps."""
    return f"{owner}牵头，{helper}配合" if owner and helper else owner or helper
