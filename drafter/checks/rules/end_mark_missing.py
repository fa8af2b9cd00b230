"""A paragraph of text that ends with a comma, or without any mark."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checks.draft import HAN, Draft
from drafter.checks.rule import ERROR, WARNING, Basis, Family, Finding, Rule
from drafter.checks.text.wrapped import broken, carries_on
from drafter.model.document import Role

_STOP = re.compile("[。；！？，]")
_PEOPLE = re.compile(
    "^尊敬|各位[^。；]{0,30}[，,]$|(?:同志们|朋友们|女士们|先生们|来宾们?|代表们?|老师们|同学们|乡亲们)[，,]$"
)
"""What a call to the hearers begins or ends with, of any length."""

_LISTS = re.compile(r"(?:出席|列席|请假|缺席|记录|主持|参会|参加)[^，。：:]{0,4}[：:]|[●•■◆▪]")
"""How a list of names, or an item with a bullet, begins: neither needs a mark at its end."""

_CREDIT = re.compile(r"(?:摄|摄影|供图|图)$")
"""How the line under a picture ends."""

_SHORTEST = 20
_CALL = 20
"""Characters up to which a paragraph that ends in a comma may be a call: 各位领导，."""


def find(draft: Draft) -> Iterator[Finding]:
    """Each such paragraph. Headings, tables, calls and lists without any stop are left alone; of a text whose
    lines were broken, that, once.
    """
    lines = broken(draft)
    if lines:
        first = draft.paragraphs[lines[0]]
        message = f"像是断行的文字：{len(lines)} 行没有写完就换行了"
        yield Finding(first.end - 1, first.end, message, "把断开的行接成段")
        return
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
            and not _CREDIT.search(words)
        ):
            if carries_on(draft, number):
                yield Finding(end - 1, end, "这一段没有写完就换行了", "和下一行接成一段")
            else:
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
        "在会议上的讲话\n要把群众反映最多的十件事列成清单，定下牵头单位和完成\n，一件一件办。",
        "清淤检查材料\n班子成员一起看图纸、各自跑渠段，翻看了有关的\n文件，谈心谈话，走访了二十个村，听了许多意见\n，回来以后坐下来商量，一条一条列出了问题清单\n和责任清单。",
    ),
    good=(
        "各县区、各部门要把这件事放在心上，六月底前拿出清单，七月底前见到成效。",
        "各位领导，\n同志们：",
        "尊敬的各位领导、各位来宾、各位企业家，女士们、先生们，\n大家好！",
        "市长作报告。本报记者王某某，实习生李某某，在现场摄",
        "列席：县住建局赵一刚，县财政局钱一伟，县教育体育局孙一丽",
        "一、认真学习贯彻会议精神，扎实做好各项准备工作，确保圆满完成任务",
    ),
    find=find,
)
