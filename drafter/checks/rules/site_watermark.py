"""A web address, or a site's name, grafted into a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checks.draft import HAN, Draft, Paragraph, within
from drafter.checks.rule import ERROR, Basis, Family, Finding, Rule

_ADDRESS = re.compile(r"(?:https?://|www\s?[.．。]\s?)[A-Za-z0-9._/?=&%#:~-]+", re.IGNORECASE)
_ENDS = re.compile(r"\.(?:com|cn|net|org|cc|top|vip)(?:\.cn)?(?![A-Za-z0-9.])", re.IGNORECASE)
_HOST = re.compile(r"(?<![A-Za-z0-9@.-])[A-Za-z0-9-]{2,20}$")
_NAMED = re.compile(
    r"(?:网址|网站|官网|网上|平台|邮箱|登录|登陆|访问|链接|见|域名|下载地址|客户端)[^。；]{0,24}$"
)
_OFFICIAL = re.compile(r"\.gov\.cn|\.edu\.cn", re.IGNORECASE)
_BLANKS = 8
"""Characters of white space at most beside an address that is a paragraph by itself."""

_BROKEN = re.compile(rf"(?<=[{HAN}，。])(?:[第来]?文秘网|公文网|文库网|范文网|党政网|材料网)(?=[{HAN}])")


def find(draft: Draft) -> Iterator[Finding]:
    """Each address in the middle of a text that does not speak of one."""
    text = draft.text
    for start, end in _addresses(text):
        paragraph = draft.paragraph(start)
        before = text[max(paragraph.start, start - 30) : start]
        said = text[start:end]
        if _NAMED.search(before) or _OFFICIAL.search(said) or _is_alone(draft, paragraph, said):
            continue
        yield Finding(start, end, f"句子里夹了网址：{said[:30]}", "删去；真要写网址，前面写明“网址：”")
    for match in _BROKEN.finditer(text) if draft.beside("秘文库政料", "网") else ():
        yield Finding(*match.span(), f"句子里夹了网站名：{match[0]}", "删去")


def _is_alone(draft: Draft, paragraph: Paragraph, said: str) -> bool:
    """Whether nothing but white space stands beside an address in its paragraph."""
    short = paragraph.end - paragraph.start <= len(said) + _BLANKS
    return short and draft.words(paragraph).strip() == said


def _addresses(text: str) -> list[tuple[int, int]]:
    """Where addresses begin and end: those with http or www, and bare names of hosts."""
    whole = [match.span() for match in _ADDRESS.finditer(text)]
    bare = []
    for match in _ENDS.finditer(text):
        host = _HOST.search(text, max(match.start() - 21, 0), match.start())
        if host is not None and not within(whole, host.start()):
            bare.append((host.start(), match.end()))
    return sorted(whole + bare)


RULE = Rule(
    code="site-watermark",
    name="夹在句子里的网址、网站名",
    family=Family.LEFTOVERS,
    severity=ERROR,
    why="范文网站在句子中间插进自己的网址、名字防抄，一眼看不出来，念出来才知道。",
    source="定稿的惯例",
    basis=Basis.CUSTOM,
    bad=(
        "要全面推进www.example.com各项工作，确保落实。",
        "认真贯彻example.cn会议精神。",
        "统筹抓好公文网改革发展稳定各项工作。",
    ),
    good=(
        "请登录市政府网站（www.lanchuan.gov.cn）查询。",
        "网址：https://www.example.com/a",
        "征求意见稿发至邮箱fzb@example.com。",
    ),
    find=find,
)
