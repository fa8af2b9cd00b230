"""What a section of an old text is for, told by the words of its heading, of its points, and by its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from drafter.model import vocabulary
from drafter.model.outline import Part, Point, Section, Tail
from drafter.model.source import Guess, Line
from drafter.outlining.form import marks
from drafter.outlining.form.enumerations import last_sentence

BODY = "body"
_NAMES = vocabulary.chinese(vocabulary.ROLES)
_FAULTS = "问题|不足|差距|短板|困难|薄弱环节"
_BY_HEADING = tuple(
    (role, re.compile(words))
    for role, words in (
        (
            "achievements",
            r"^(?:充分|全面)?肯定.{0,4}成绩|取得.{0,6}(?:成效|实效|进展|突破)|(?:成效|成果|效果|变化)(?:明显|显著|丰硕|喜人)"
            r"|(?:持续|全面|稳步|加快|扎实|有序)(?:向好|改善|推进|优化|加强|提升|向前)$|总体平稳|(?:部署|开展|落实|完成|推进)情况$"
            r"|^(?:\d{4}年|今年|去年|上半年|年度)?(?:的)?主要工作(?:情况|回顾)?$|亮点|特色(?:做法|工作)",
        ),
        ("tasks", rf"(?:(?<![没未])解决|破解|化解|整治|攻克|补齐|聚焦|针对).{{0,30}}(?:{_FAULTS}|难题)"),
        (
            "significance",
            r"(?:站在|提到|上升到).{0,10}(?:高度|位置)|头等大事|摆(?:在|上).{0,6}(?:位置|日程)|提高(?:政治)?站位|认清.{0,8}重要性|紧迫感",
        ),
        (
            "tasks",
            r"(?:要|需|着力|重点|集中|突出)(?:集中)?(?:抓[好实]|做[好实]|办[好成]|干[好成])|[几一二两三四五六七八九十]件(?:实|大|要)?事",
        ),
        ("guarantee", r"^(?:几|[一二两三四五六七八九十])[点条项](?:工作)?要求$"),
        ("tasks", r"^要(?!素|求|点|闻)(?!.*(?:哪些|什么|怎么|怎样|如何))"),
        ("gaps", r"(?:[得抓管做清学查改]得?|还|仍)(?:还)?(?:不够|不到位|不及时|不扎实|不彻底)$|还不够$"),
        ("appraisal", r"^(?:总体|综合|自我|总的)?评价$|^总体(?:看|来看)$"),
        ("rectification", r"整改(?:落实)?情况|上(?:一)?年度?.{0,8}整改"),
        ("causes", r"原因|根源"),
        (
            "gaps",
            rf"(?:存在|面临|查摆|检视|暴露|反映|正视|看到|看清|找准?|照出?|认领|没解决).{{0,8}}(?:{_FAULTS})"
            rf"|(?<!抓)(?<!补)(?:{_FAULTS})(?:与|和|及|、|表现|分析|是|还|[：，]|$)"
            rf"|[不没]力的|看见[漏弱]|^(?:主要|突出)?(?:{_FAULTS})|还?(?:缺什么|缺哪|欠缺)|[没未]解决的",
        ),
        ("goals", r"总体要求|指导思想|总体思路|总体目标|(?:工作|预期|主要|发展|年度)目标|目标$|对表目标"),
        ("experience", r"体会|经验|启示|规律|感悟"),
        (
            "significance",
            r"意义|理由|事由|缘由|依据|(?:提高|统一|深化)思想|(?:增强|强化|树牢).{0,16}(?:责任感|紧迫感|使命感)"
            r"|(?:充分|深刻|清醒)认识.{0,14}(?:重要|必要|紧迫)|为什么",
        ),
        ("situation", r"形势|机遇|挑战"),
        (
            "achievements",
            r"成绩|成效|回顾|进展|变化|成长|做法|(?:开展|完成|办理|落实)(?:情况|较好)|已经(?:办理|完成)|回头看"
            r"|(?:来|以来|上半年|去年|\d{4}年)的?(?:主要)?工作(?:情况)?$|复盘|履行职责|(?:圆满|较好|全面)完成|(?<!经验)总结$",
        ),
        ("overview", r"基本情况|概况|总体情况|家底|怎么调研"),
        ("suggestions", r"建议"),
        ("requests", r"请求|恳请|(?:请|需).{0,8}(?:支持|解决)"),
        ("discipline", r"纪律|守纪|守规"),
        (
            "guarantee",
            r"保障|组织(?:领导|推进|实施)|(?:加强|强化).{0,4}领导|(?:压实|扛牢|落实|严).{0,4}责任|有关要求|工作要求|自身建设",
        ),
        ("integrity", r"廉洁|廉政"),
        (
            "tasks",
            r"任务|打算|(?:工作|总体)(?:计划|思路)$|思路举措|下[一]?步|接下来|安排|措施|对策|今后|往前看|努力方向|重点|要害|开局|整治|攻坚|堵点|补短板"
            r"|^(?:必须|着力|全力|加快|抓好|抓实|扎实|大力|坚决)",
        ),
        ("decisions", r"议定|会议(?:决定|明确)"),
        ("matters", r"事项"),
        ("views", r"认识|学习|学懂|理解|领悟"),
    )
)
_BY_LEAD = tuple(
    (role, re.compile(words))
    for role, words in (
        ("tasks", rf"(?:对着|针对).{{0,8}}(?:{_FAULTS})"),
        ("gaps", rf"(?:{_FAULTS})(?:主要|集中|突出)?(?:有|在|是|表现|体现)"),
        ("guarantee", r"(?:来|作)保[证障]|强调[^，。]{0,4}[几一二两三四五]点|[几一二两三四五]点要求"),
        ("goals", r"目标.{0,20}[一二两三四五六]个?[条项]"),
    )
)
"""What a sentence says that counts points, and no heading does."""

_URGED = re.compile(
    r"^(?:必须|要|着力|全力|加快|抓|扎实|大力|坚决|进一步|全面|努力|持续|严格|突出|坚持|深化|强化|推动|推进|加强|提升|提高|完善|健全)"
)
_DONE = re.compile(r"了$|取得|实现|完成|明显|显著|新(?:进展|成效|突破|提升)")
_OF_TASKS = re.compile(r"(?:工作要点|工作计划|重点工作|任务(?:清单|安排|分工)|行动(?:计划|方案))$")
"""The titles of papers that say what is to be done, and nothing else."""

_MOST = 0.5

_CLAUSES = re.compile(r"[，。；：！？]")
_SAYS = (
    ("discipline", re.compile(r"^(?:严禁|不得|不准|不许|禁止)")),
    (
        "gaps",
        re.compile(
            r"不够|不足|不强|不高|不实|不严|不到位|不平衡|滞后|偏[低少弱慢]|薄弱|还(?:没有?|不|存在|有)|短缺|困难"
        ),
    ),
    (
        "tasks",
        re.compile(
            r"^(?:要|必须|务必|确保|力争|尽快|逐[个项户一]|今年要)|(?:月底?|年底|\d日)前|年内|[^，]{0,6}[日月]前?要"
        ),
    ),
    ("achievements", re.compile(r"(?:同比|比上年|累计|[完建]成|办结|新增|实现|达到?|下降|增长).{0,12}\d")),
)
"""What the clauses of a section say where its heading does not say what it is for."""

_PAST = re.compile(r"(?<!为)了(?![解望])|[完建]成|达到|(?:去年|上年|上半年|一年来).*\d|比上年|同比|新增|办结")
"""What is done and past."""

_FEWEST_CLAUSES = 3
_CLEAR = 2
"""So many times as often as the next kind."""


def as_parts(
    items: Sequence[tuple[Line, str | Section]], guesses: list[Guess], title: str = ""
) -> tuple[Part, ...]:
    """Sections and texts in order as the parts of an ordered outline, each with its role."""
    found: list[Part] = []
    earlier: set[str] = set()
    for line, item in items:
        role, why = _role(item, earlier) if isinstance(item, Section) else (BODY, "")
        if role == BODY and isinstance(item, Section) and item.heading and _OF_TASKS.search(title):
            role, why = "tasks", "标题说通篇是要做的事"
        earlier.add(role)
        if role != BODY and isinstance(item, Section):
            guesses.append(Guess(f"角色 {_NAMES[role]}", line.number, why))
            item = replace(item, role=role)
        found.append(Part(role, (item,)))
    return tuple(found)


def _role(section: Section, earlier: set[str]) -> tuple[str, str]:
    """The role of a section and what told it; `body` where nothing does."""
    if section.heading:
        mark = marks.opening(section.heading)
        by_words = by_heading(section.heading[len(mark.text) :] if mark else section.heading)
        if by_words != BODY:
            return _put_right(by_words, section, earlier)
    elif section.lead:
        by_words = by_lead(section.lead[-1])
        if by_words != BODY:
            return by_words, "引出要点的那句话"
    titles = [point.title or (point.text[0] if point.text else "") for point in section.points]
    if titles and (section.marks == "一要" or _share(_URGED, titles) > _MOST):
        return "tasks", "要点都是要做的事"
    if section.lead and section.points and not section.heading:
        by_text = _by_text(section)
        if by_text not in (BODY, "gaps"):
            return by_text, "要点的话多是这样说的"
    if titles and _share(_DONE, titles) > _MOST and not {"gaps", "tasks"} & earlier:
        return "achievements", "要点都是做成的事"
    by_text = _by_text(section)
    by_text = by_text if by_text != BODY or not section.heading else _by_tense(section, _FEWEST_CLAUSES)
    if by_text == "achievements" and {"gaps", "tasks"} & earlier:
        return BODY, ""
    return by_text, "这一部分的话多是这样说的"


def _put_right(role: str, section: Section, earlier: set[str]) -> tuple[str, str]:
    """The role that a heading tells, where its text speaks of the same time: 见到成效 over what is still to be done
    heads tasks, 看清家底 over what was done heads achievements.
    """
    tense = _by_tense(section, 1)
    if role == "achievements" and tense == "tasks":
        return "tasks", "小标题说成效，正文都是要做的事"
    if role == "overview" and tense == "achievements" and not earlier:
        return "achievements", "小标题说家底，正文是做成的事"
    return role, "小标题的用词"


def _by_tense(section: Section, fewest: int) -> str:
    """What the clauses under a heading are of, where they are all of one kind: done, to be done, or wanting."""
    clauses = [clause for text in _said(section) for clause in _CLAUSES.split(text)]
    words = dict(_SAYS) | {"achievements": _PAST}
    counts = {
        role: sum(bool(words[role].search(clause)) for clause in clauses)
        for role in ("achievements", "tasks", "gaps")
    }
    said = [role for role, count in counts.items() if count]
    return said[0] if len(said) == 1 and counts[said[0]] >= fewest else BODY


def _by_text(section: Section) -> str:
    """The role that most clauses of a section under a heading tell, where they tell it clearly."""
    if not (section.heading or section.points):
        return BODY
    clauses = [clause for text in _said(section) for clause in _CLAUSES.split(text)]
    counts = sorted(
        ((sum(bool(words.search(c)) for c in clauses), role) for role, words in _SAYS), reverse=True
    )
    (most, role), (next_, _) = counts[:2]
    return role if most >= _FEWEST_CLAUSES and most >= _CLEAR * next_ else BODY


def _said(item: Section | Point | Tail) -> Iterator[str]:
    """Every text under a heading."""
    yield from item.lead if not isinstance(item, Point) else (item.title, *item.text)
    for point in item.points:
        yield from _said(point)
    yield from _said(item.tail) if isinstance(item.tail, Tail) else item.tail


def by_heading(heading: str) -> str:
    """The role that a heading's words tell; `body` where they tell none."""
    return next((role for role, words in _BY_HEADING if words.search(heading)), BODY)


def by_lead(lead: str) -> str:
    """The role that the sentence before a row of points tells."""
    sentence = last_sentence(lead)
    return next((role for role, words in _BY_LEAD if words.search(sentence)), "") or by_heading(sentence)


def _share(words: re.Pattern[str], titles: list[str]) -> float:
    return sum(bool(words.search(title)) for title in titles) / len(titles)
