"""A paragraph of text that ends with a comma, or without any mark."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checks.draft import HAN, Draft
from drafter.checks.rule import ERROR, WARNING, Basis, Family, Finding, Rule
from drafter.model.document import Role

_STOP = re.compile("[。；！？，]")
_PEOPLE = re.compile(
    "^尊敬|各位[^。；]{0,30}[，,]$|(?:同志们|朋友们|女士们|先生们|来宾们?|代表们?|老师们|同学们|乡亲们)[，,]$"
)
"""What a call to the hearers begins or ends with, of any length."""

_LISTS = re.compile(r"(?:出席|列席|请假|缺席|记录|主持|参会|参加)[^，。：:]{0,4}[：:]|[●•■◆▪]")
"""How a list of names, or an item with a bullet, begins: neither needs a mark at its end."""

_SHORTEST = 20
_CALL = 20
"""Characters up to which a paragraph that ends in a comma may be a call: 各位领导，."""


def find(draft: Draft) -> Iterator[Finding]:
    """Each such paragraph. Headings, tables, calls and lists without any stop are left alone."""
    paragraphs = draft.paragraphs
    for number, paragraph in enumerate(paragraphs):
        if paragraph.role is not Role.BODY or paragraph.cell:
            continue
        words = draft.words(paragraph).rstrip()
        end = paragraph.start + len(words)
        if words.endswith(("，", "、", ",")):
            if len(words) > _CALL and not _PEOPLE.search(words) and number + 1 < len(paragraphs):
                yield Finding(end - 1, end, "段落以逗号、顿号收尾", "改成句号，或接上后面的话", None, ERROR)
        elif (
            len(words) >= _SHORTEST
            and not _LISTS.match(words)
            and re.match(rf"[{HAN}]", words[-1])
            and _STOP.search(words)
        ):
            yield Finding(end - 1, end, "段末没有标点", "补上句号")


RULE = Rule(
    code="end-mark-missing",
    name="段末标点",
    family=Family.PUNCTUATION,
    severity=WARNING,
    why="段落没有收尾的标点，或者停在逗号上，多半是后面的话丢了。",
    source="GB/T 15834—2011 4.1、4.4",
    basis=Basis.RULED,
    bad=(
        "各县区、各部门要把这件事放在心上，六月底前拿出清单，七月底前见到成效",
        "各县区、各部门要把这件事放在心上，六月底前拿出清单，\n要抓好落实。",
        "要把群众反映最多的十件事列成清单，定下牵头单位，\n一件一件办。",
    ),
    good=(
        "各县区、各部门要把这件事放在心上，六月底前拿出清单，七月底前见到成效。",
        "各位领导，\n同志们：",
        "尊敬的各位领导、各位来宾、各位企业家，女士们、先生们，\n大家好！",
        "列席：县住建局赵一刚，县财政局钱一伟，县教育体育局孙一丽",
        "一、认真学习贯彻会议精神，扎实做好各项准备工作，确保圆满完成任务",
    ),
    find=find,
)
