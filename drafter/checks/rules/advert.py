"""An advert, a site's name, page navigation or a paid marker that came with copied text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checks.draft import Draft
from drafter.checks.rule import ERROR, WARNING, Basis, Family, Finding, Rule
from drafter.checks.text.leftovers import begins, copied_along, is_quoted
from drafter.copying import furniture
from drafter.copying.grafts import SITE
from drafter.problems import Severity
from drafter.residue import chatbots, webpages
from drafter.residue.titles import bare_title, is_title

MACHINE, DOUBTED = "机器", "？"
"""The kind of phrases that another rule finds; what stands behind a kind that decent texts say too."""

_CONTACT = re.compile(
    r"(?:加?微信|QQ|Q群|VX|扣扣)(?:号|群)?[：: ]?[A-Za-z0-9_-]{5,20}|(?:代写|订购|客服|售后)[^。；\n]{0,8}1[3-9]\d{9}",
    re.IGNORECASE,
)
_CONTACTS = ("微信", "qq", "q群", "vx", "扣扣", "代写", "订购", "客服", "售后")
"""Words, in small letters, without which no contact need be looked for."""

_NAMED = re.compile("[^：:]{0,6}(?:网址|网站|官网|链接|地址|平台|邮箱|登录)")

_TOLD_ELSEWHERE = (chatbots.KIND, furniture.RULE)
"""What another rule tells, and what a paper may have."""

_NEAR = 3
"""Paragraphs among which the title stands."""

_UNSURE = (webpages.BYLINE, webpages.ADVERT, furniture.CONTACT, furniture.CONTENTS)
"""Kinds of lines that an office writes too: of its own accounts, downloads and members, its number, its contents."""

_SELLS = re.compile(
    r"范文|代写|代发|订购|领取|免费(?:下载|领取|获取|阅读)|(?:下载|查看|阅读|更多)(?:全文|本文|原文|文档|材料|资料|模板)|word|长按|开通会员"
    r"|会员(?:可见|免费)|(?<!工会)会员专享|VIP|付费|试读|剩余内容|进群|加(?:微信|QQ)(?!工作)(?!群)|客服(?:微信|QQ)|VX|扣扣",
    re.IGNORECASE,
)
"""What only who sells says."""


def find(draft: Draft) -> Iterator[Finding]:
    """Each line that is such a leftover, and each such phrase within a text; what an office may say of
    itself is a warning.
    """
    yield from _put_in(draft)
    phrases = {phrase: kind for phrase, kind in draft.lexicon.residue.items() if MACHINE not in kind}
    spots = {
        (at, at + len(phrase)): WARNING if phrases[phrase].endswith(DOUBTED) else ERROR
        for at, phrase in draft.find_words(phrases)
        if not is_quoted(draft, at)
    }
    sure = {draft.paragraph(start).start for (start, _), level in spots.items() if level is ERROR}
    lines = set()
    for finding in _lines(draft):
        if finding.severity is ERROR or finding.start not in sure:
            lines.add(finding.start)
            yield finding
    small = draft.text.lower()
    if any(word in small for word in _CONTACTS):
        spots |= {match.span(): _sureness(draft, match.start()) for match in _CONTACT.finditer(draft.text)}
    for (start, end), level in sorted(spots.items()):
        if draft.paragraph(start).start not in lines:
            said = draft.text[start:end]
            yield Finding(start, end, f"夹进了广告或网站的话：{said}", "删去", None, level)


def _put_in(draft: Draft) -> Iterator[Finding]:
    """What a site put around the title (篇1, （通用5篇）, 标题：), and into lines."""
    copied = draft.once(copied_along)
    for at, paragraph in enumerate(draft.paragraphs[: max(_NEAR, copied.title + 1)]):
        words = draft.words(paragraph).strip()
        bare = bare_title(words)
        titled = at == copied.title or (at < _NEAR and is_title(words))
        if titled and bare != words.rstrip("。．") and not paragraph.cell and at not in copied.lines:
            before, _, behind = words.partition(bare)
            start = paragraph.start + draft.words(paragraph).index(words)
            for said, begun in ((before, start), (behind, start + len(before) + len(bare))):
                if said.strip():
                    message = f"标题前后带着网站的话：{said.strip()}"
                    yield Finding(begun, begun + len(said), message, "删去")
    for at, grafts in copied.grafts.items():
        start = begins(draft, at)
        for graft in grafts:
            if graft.kind != SITE:
                hint = f"改成“{graft.instead}”" if graft.instead else "删去"
                yield Finding(
                    start + graft.start, start + graft.end, f"夹进了{graft.kind}", hint, graft.instead
                )


def _sureness(draft: Draft, at: int) -> Severity:
    """How sure it is that a contact is an advert's: a sentence that sells nothing may be an office's."""
    start, end = draft.sentence(at)
    return ERROR if _SELLS.search(draft.text[start:end]) else WARNING


def _lines(draft: Draft) -> Iterator[Finding]:
    """Each line that is all leftover."""
    for at, kind in draft.once(copied_along).lines.items():
        paragraph = draft.paragraphs[at]
        words = draft.words(paragraph).strip()
        if kind in _TOLD_ELSEWHERE or not _may_be(words, kind):
            continue
        if kind in _UNSURE and not _SELLS.search(words):
            message, hint, sure = (
                f"这一行像是{kind}",
                "是网上带来的，整行删去；是自己要说的不用管",
                WARNING,
            )
        else:
            message, hint, sure = f"这一行是{kind}", "整行删去", ERROR
        yield Finding(paragraph.start, paragraph.end, message, hint, None, sure)


def _may_be(words: str, kind: str) -> bool:
    """Whether a line may be of this kind: 位置： needs more of a page around it, and an address that is
    introduced as one was meant.
    """
    if kind == webpages.ADDRESS:
        return not _NAMED.match(words) and ".gov.cn" not in words
    return (
        kind != webpages.TOOLS or not words.startswith(("位置", "当前位置")) or ">" in words or "＞" in words
    )


RULE = Rule(
    code="advert",
    name="广告、网站留下的话",
    family=Family.LEFTOVERS,
    severity=ERROR,
    why="从网上下载的范文带着广告、联系方式、翻页和收费提示，念出来就是事故。单位自己的公众号、下载、工作群也会这样说，只作提醒。",
    source="定稿的惯例；网站和广告用语见词表 残留",
    basis=Basis.CUSTOM,
    bad=(
        "要抓好落实。\n关注公众号领取更多范文\n要强化督查。",
        "要抓好落实，更多范文请看本站，确保见效。",
        "要抓好落实。\n上一篇：在动员会上的讲话\n下一篇：没有了",
        "如需代写请加微信gongwen2026。",
        "在春耕会上的讲话（精选9篇）\n同志们：\n今天讲讲春耕。",
        "在春耕会上的讲话\n同志们：\n要齐心`协力，办好春耕。",
    ),
    good=(
        "要抓好落实，办好政务公众号，方便群众查询。",
        "统计数据来源于市统计局。",
        "联系人：王望，电话：0570-3021188。",
        "下载地址：\n网址：https://www.example.com/a",
        "会后请关注市政务服务公众号，及时了解进度。",
    ),
    find=find,
)
