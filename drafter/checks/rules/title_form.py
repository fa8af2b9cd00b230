"""The title of an official paper without its genre, without 关于, or with its genre twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from drafter.checks.draft import HAN, Draft, Paragraph
from drafter.checks.rule import INFO, WARNING, Basis, Family, Finding, Rule
from drafter.checks.text.papers import is_addressed, paper
from drafter.model.document import Role

_GENRE = "请示|批复|通知|通报|决定|通告|公告|函"
_NO_ABOUT = re.compile(rf"[{HAN}（）()、]{{4,40}}的(?:{_GENRE})")
_ABOUT = re.compile(r"(?:[\u4e00-\u9fff（）()]{2,20})?关于[^。；：\n]{4,60}")
_ENDS = re.compile(
    r"(?:请示|批复|通知|通报|决定|决议|通告|公告|公报|函|报告|意见|纪要|议案|命令|令|答复|措施|指引|倡议|提示|提醒|督办单|清单|通告|实施细则|行动|安排|建议书|函复|声明|证明|复函|指南|标准|[告通承催提建意]\w{0,2}书|方案|办法|规定|细则|计划|要点|规划|总结|讲话|发言|说明|建议|提案|汇报|公示|简报|情况|名单|条例|规则|制度|预案|倡议书|合同|协议)(?:[（(][^）)]{0,80}[）)]|[。！？：:])?$"
)
_TWICE = re.compile(r"的(通知|请示|报告|函|意见)的\1[。]?$")
_HEAD = 6


def find(draft: Draft) -> Iterator[Finding]:
    """What is wrong with the title of a paper that is addressed to someone."""
    found = draft.once(paper)
    title = found.title if found is not None else _untold(draft)
    if title is None:
        return
    words = draft.words(title).strip()
    start = title.start + draft.words(title).index(words[0])
    if found is None or not _ENDS.search(words):
        yield Finding(start, start + len(words), "标题没有文种", "末尾写上文种：……的通知、……的请示、……的报告")
        return
    twice = _TWICE.search(words)
    if twice:
        message = f"标题里文种叠了两遍：{twice[0].rstrip('。')}"
        yield Finding(
            start + twice.start(),
            start + twice.end(),
            message,
            "转发、印发的只留一个：关于转发《……》的通知",
            None,
            INFO,
        )
    elif "关于" not in words and _NO_ABOUT.fullmatch(words.rstrip("。")) and found.addressees is not None:
        yield Finding(
            start,
            start + len(words),
            "标题的事由前面没有“关于”",
            "写成：机关名称＋关于＋事由＋的＋文种",
            None,
            INFO,
        )


def _untold(draft: Draft) -> Paragraph | None:
    """What stands where a title does and says 关于, but no genre, before a line of addressees."""
    head = [one for one in draft.paragraphs[:_HEAD] if draft.words(one).strip()]
    for one, after in pairwise(head):
        words = draft.words(one).strip()
        if (
            one.role in (Role.TITLE, Role.BODY)
            and _ABOUT.fullmatch(words)
            and not _ENDS.search(words)
            and is_addressed(draft, after)
        ):
            return one
    return None


RULE = Rule(
    code="title-form",
    name="公文标题的写法",
    family=Family.RULES,
    severity=WARNING,
    why="公文标题由发文机关、事由、文种组成。少了文种，收文的人不知道是要办、要批还是要看。",
    source="《党政机关公文处理工作条例》（中办发〔2012〕14号）第九条",
    basis=Basis.RULED,
    bad=(
        "关于开展防汛检查\n各县水务局：\n请自查。\n澜川市水务局\n2026年3月5日",
        "澜川市水务局关于解决管网改造资金\n市政府：\n请拨付20万元。",
        "关于转发防汛工作的通知的通知。\n各县水务局：\n请自查。",
    ),
    good=(
        "澜川市水务局关于开展防汛检查的通知\n各县水务局：\n请自查。",
        "关于转发《防汛工作规定》的通知\n各县水务局：\n请自查。",
        "关于这件事，我说几句\n同志们：\n抓紧办。",
    ),
    find=find,
)
