"""An advert, a site's name, page navigation or a paid marker that came with copied text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter import numerals
from drafter.checks.draft import Draft
from drafter.checks.rule import ERROR, WARNING, Basis, Family, Finding, Rule
from drafter.residue import LONGEST, kind_of

_MACHINE = "机器"
_CONTACT = re.compile(
    r"(?:加?微信|QQ|Q群|VX|扣扣)(?:号|群)?[：: ]?[A-Za-z0-9_-]{5,20}|(?:代写|订购|客服|售后)[^。；\n]{0,8}1[3-9]\d{9}",
    re.IGNORECASE,
)
_CONTACTS = ("微信", "QQ", "qq", "Q群", "VX", "vx", "扣扣", "代写", "订购", "客服", "售后")
"""Words without which no contact need be looked for."""

_NAMED = re.compile("[^：:]{0,6}(?:网址|网站|官网|链接|地址|平台|邮箱|登录)")


def find(draft: Draft) -> Iterator[Finding]:
    """Each line that is such a leftover, and each such phrase within a text."""
    lines = set()
    for paragraph in draft.paragraphs:
        if paragraph.cell or paragraph.end - paragraph.start > LONGEST:
            continue
        words = draft.words(paragraph).strip()
        if words:
            kind = kind_of(words, numerals.opens_with_mark(words))
            if kind and _may_be(words, kind):
                lines.add(paragraph.start)
                sure = None if kind != "网页上的发布信息" else WARNING
                yield Finding(paragraph.start, paragraph.end, f"这一行是{kind}", "整行删去", None, sure)
    phrases = [phrase for phrase, kind in draft.lexicon.residue.items() if kind != _MACHINE]
    spots = [(at, at + len(phrase)) for at, phrase in draft.spots(phrases)]
    if any(word in draft.text for word in _CONTACTS):
        spots += [match.span() for match in _CONTACT.finditer(draft.text)]
    for start, end in sorted(set(spots)):
        if draft.paragraph(start).start not in lines:
            yield Finding(start, end, f"夹进了广告或网站的话：{draft.text[start:end]}", "删去")


def _may_be(words: str, kind: str) -> bool:
    """Whether a line may be of this kind: 位置： needs more of a page around it, and an address that is
    introduced as one was meant.
    """
    if kind == "网址":
        return not _NAMED.match(words) and ".gov.cn" not in words
    return (
        kind != "网页上的导航" or not words.startswith(("位置", "当前位置")) or ">" in words or "＞" in words
    )


RULE = Rule(
    code="advert",
    name="广告、网站留下的话",
    family=Family.LEFTOVERS,
    severity=ERROR,
    why="从网上下载的范文带着广告、联系方式、翻页和收费提示，念出来就是事故。",
    source="定稿的惯例；网站和广告用语见词表 残留",
    basis=Basis.CUSTOM,
    bad=(
        "要抓好落实。\n关注公众号领取更多范文\n要强化督查。",
        "要抓好落实，更多范文请看本站，确保见效。",
        "要抓好落实。\n上一篇：在动员会上的讲话\n下一篇：没有了",
        "如需代写请加微信gongwen2026。",
    ),
    good=(
        "要抓好落实，办好政务公众号，方便群众查询。",
        "统计数据来源于市统计局。",
        "联系人：王望，电话：0570-3021188。",
        "下载地址：\n网址：https://www.example.com/a",
    ),
    find=find,
)
