"""Who answers for a task and by when, as it is typed after the task or below it."""

from __future__ import annotations

import re
from dataclasses import dataclass

_OWNERS = "牵头单位|责任单位|责任部门|责任科室|责任领导|责任人|承办单位|主办单位|牵头"
_HELPERS = "配合单位|协办单位|配合部门|配合"
_DEADLINES = "完成时限|完成时间|办结时限|时限|时间节点|完成期限|期限"
_FIELD = re.compile(
    rf"(?P<name>{_OWNERS}|{_HELPERS}|{_DEADLINES})\s*[：:]\s*(?P<value>[^；;]*?)\s*(?:[；;，,。]\s*(?={_OWNERS}|{_HELPERS}|{_DEADLINES})|[；;。]?\s*$|[；;]\s*)"
)
_BRACKETED = re.compile(
    r"[（(](?P<inner>[^（）()]*(?:[（(][^（）()]*[）)][^（）()]*)*)[）)](?P<end>[。；]?)$"
)
_OFFICE = r"[^，,；;：:。]{2,30}?(?:局|委|办|办公室|部|院|校|公司|集团|中心|队|科|室|处|组|政府|单位|部门|乡镇|街道)"
_DAY = r"(?:(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日|底|中旬|上旬|下旬)?(?:前|底前|以前|之前)?|\d{4}-\d{1,2}-\d{1,2}|长期坚持|持续推进|全年)"
_BARE = re.compile(
    rf"(?P<owner>{_OFFICE}(?:、{_OFFICE})*)(?:[，,；;]\s*(?P<deadline>{_DAY}))?|(?P<alone>{_DAY})"
)


@dataclass(frozen=True, slots=True)
class Assignment:
    """Who answers for a task and by when; "" where it is not said."""

    owner: str = ""
    deadline: str = ""

    def __bool__(self) -> bool:
        return bool(self.owner or self.deadline)

    def joined(self, other: Assignment) -> Assignment:
        """Both; what this one says goes first."""
        return Assignment(self.owner or other.owner, self.deadline or other.deadline)


def in_brackets(text: str) -> tuple[str, Assignment]:
    """A text without the brackets at its end that say who and when, and what they say."""
    match = _BRACKETED.search(text)
    found = _read(match["inner"]) if match else Assignment()
    return (text[: match.start()] + match["end"], found) if match and found else (text, found)


def on_a_line(text: str) -> Assignment:
    """What a line says that names nothing but who answers and by when."""
    return _fields(text)


def _read(inner: str) -> Assignment:
    """What stands in brackets: named fields, or an office and a day."""
    named = _fields(inner)
    if named:
        return named
    bare = _BARE.fullmatch(inner)
    return Assignment(bare["owner"] or "", bare["deadline"] or bare["alone"] or "") if bare else Assignment()


def _fields(text: str) -> Assignment:
    """Fields with names, and nothing else around them."""
    owner = helper = deadline = ""
    at = 0
    while at < len(text):
        match = _FIELD.match(text, at)
        if match is None or not match["value"] or match.end() == at:
            return Assignment()
        name, value, at = match["name"], match["value"].rstrip("，,。"), match.end()
        if re.fullmatch(_OWNERS, name):
            owner = value
        elif re.fullmatch(_HELPERS, name):
            helper = value
        else:
            deadline = value
    if helper:
        owner = f"{owner}牵头，{helper}配合" if owner else helper
    return Assignment(owner, deadline)
