"""Characters that a speaker may stumble over."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.checks.draft import Draft
from drafter.checks.rule import INFO, Basis, Example, Family, Finding, Rule
from drafter.model.document import Role
from drafter.speaking import readings

_SPEECHES = "讲话发言"
_EASY = frozenset(
    "镇垦渝浙沪皖赣粤琼滇黔桂瓷碳氢氧钙锂钠氨锌砼埠圩堤垃圾疫诊癌炯瑞琪琳晖璐婷娟斌鑫淼骏煜昊轩馨怡涵钰芮蕾薇菲蓓妍婧懿祺琦玮珺晟浩烨瑾瑜嘉绮歆惠您搞咱吗嘛呢吧啊哦嗯啦哪哎唉呀嘴踏蹄辙殡橘筝掰"
)


def find(draft: Draft) -> Iterator[Finding]:
    """The first place of each rare character of a speech, with its reading where that is known."""
    if not _is_speech(draft):
        return
    met: set[str] = set()
    said = dict(draft.outline.readings) if draft.outline is not None else {}
    for at, char in enumerate(draft.text):
        if char < "\u3400" or char in met or char in _EASY or not readings.is_rare(char):
            continue
        if "\u4e00" <= char <= "\u9fff":
            met.add(char)
            if not any(char in word for word in said):
                reading = _reading(draft, at)
                message = f"“{char}”不常用，" + (f"这里读 {reading}" if reading else "念之前查一下读音")
                yield Finding(at, at + 1, message, "在大纲的“注音”里写上，大字版会注在字的上方")


def _reading(draft: Draft, at: int) -> str:
    """How the character at this place is read, where a known word holds it there; else ""."""
    char = draft.text[at]
    for word, said in draft.lexicon.readings.items():
        inside = word.find(char)
        syllables = said.split()
        fits = inside >= 0 and len(syllables) == len(word) and draft.text.startswith(word, at - inside)
        if fits and syllables[inside] != readings.SKIPPED:
            return syllables[inside]
    return ""


def _is_speech(draft: Draft) -> bool:
    """Whether the draft is read aloud: its template says so, or it greets somebody."""
    if draft.template is not None:
        return draft.template.category == _SPEECHES
    return any(paragraph.role is Role.SALUTATION for paragraph in draft.paragraphs)


_HEAD = "模板: 部署讲话\n标题: 在推进会上的讲话\n日期: 2026-03-12\n{}任务:\n  小标题: 抓好任务\n  要点:\n    - {}\n    - 通水到村。\n"

RULE = Rule(
    code="rare-character",
    name="难念的字",
    family=Family.SPEAKING,
    severity=INFO,
    why="领导在台上念错一个字，下面都听得见。GB/T 2312 的二级字（不常用的三千字）和它以外的字，先列出来。",
    source="GB/T 2312—1980 的一级、二级汉字",
    basis=Basis.CUSTOM,
    bad=(
        Example(_HEAD.format("", "请仝勇同志牵头。"), outline=True),
        Example(_HEAD.format("", "攻克瓶颈，不畏龃龉。"), outline=True),
        Example(_HEAD.format("", "在亳州开过会。"), outline=True),
    ),
    good=(
        Example(_HEAD.format("", "请王勇同志牵头。"), outline=True),
        Example(_HEAD.format("注音: {仝勇: tóng yǒng}\n", "请仝勇同志牵头。"), outline=True),
        "亳州的经验，不用念的材料不查。",
    ),
    find=find,
)
