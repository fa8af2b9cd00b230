"""What a page put into the lines of a text: code, garble and marks against copying, readings, its own name and address."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from drafter.copying.webwords import OF_TRADE
from drafter.patterns import pattern
from drafter.records import Record
from drafter.residue import webpages

CODE, GARBLE, INSERTED, READING, SITE, CONTACT, REFERENCE, QUOTED, MISREAD = (
    "网页代码", webpages.GARBLE, "网站插在字里防抄的记号", "网站加在字后面的拼音", "夹在句子里的网站名、网址", "夹在句子里的广告",
    "网页上的注码", "转发邮件的 > 号", "认错的序号“一”",
)  # fmt: skip

_HAN = "\u4e00-\u9fff"
_CODE = pattern(
    r"&(?:[a-zA-Z]{2,8}|#\d{2,5}|#x[0-9a-fA-F]{2,5});?(?=[^a-zA-Z0-9]|$|(?<=;))|</?(?:br|p|div|span|font|strong|b|i|a|img|td|tr|table|li|ul|h\d)\b[^<>]{0,80}>|x0dx?0?a?|<!--.{0,80}?-->|=0[AaDd](?![0-9A-Za-z])"
)
_INSERTED = pattern(rf"(?<=[{_HAN}])[`´](?=[{_HAN}])|(?<=的)\.(?=[{_HAN}])")
_TONES = "āáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜ"
_READING = pattern(
    rf"(?<=[{_HAN}。，；：！？])[（(]\s?(?:[a-zü]{{0,12}}+[{_TONES}][a-zü]{{0,12}}+[ ,'’]?){{1,4}}\s?[)）]"
)
_LINK = r"(?:https?://|www\s?[.．。]\s?)[A-Za-z0-9._/?=&%#:~-]+"
_DOMAIN = (
    r"[A-Za-z0-9-]{2,20}\.(?:com|cn|net|org|cc|top|vip|example)(?:\.cn)?(?![A-Za-z0-9.@-])(?:/[\w./?=&%#-]*)?"
)
_ADDRESS = rf"{_LINK}|{_DOMAIN}"
_BRACKETED = pattern(rf"[（(【\[][^（）()【】\[\]]{{0,24}}(?:{_ADDRESS})[^（）()【】\[\]]{{0,24}}[)）】\]]")
_SITE = rf"[{_HAN}]{{0,6}}?(?:网|坊|库|站|吧|馆|之家)"
_BARE = pattern(
    rf"(?<![A-Za-z0-9@.-])(?:(?:{_SITE})?(?:{_LINK})|{_SITE}(?:{_DOMAIN})|(?<!公司)(?<!集团)(?![A-Za-z0-9-]+\.net)(?:{_DOMAIN}))"
)
"""A link, or the address of a site: asp.net in a sentence is none."""

_SAID = "(?:网址|网站|官网|网上|平台|邮箱|登录|登陆|访问|链接|见|域名|下载地址|客户端|网页)"
_NAMED = pattern(rf"{_SAID}[^。；]{{0,24}}$")
_NAMED_HERE = pattern(rf"{_SAID}[：:（(“\s是为在]{{0,2}}$")
_HOST_OF_TRADE = pattern(r"fanwen|wenku|wenmi|gongwen|wendang|sucai|mishu|lunwen|docin|doc88", re.IGNORECASE)
"""Addresses of sites that share papers: a text that names such a one says so right before it."""

_OFFICIAL = pattern(r"\.gov\.cn|\.edu\.cn")
_CONTACT = pattern(
    r"[（(]?(?:请|可)?加(?:老师)?(?:微信|微|[VvＶ]信?|[Qq]{1,2}|薇|扣扣)(?:[xX号群]|信号)?[：:]?\s*[A-Za-z][A-Za-z0-9_-]{4,19}(?![\w ]{0,3}(?:咨询|联系))[)）]?|(?P<sign>[💧🔥⭐★☆◆])[^。，；💧🔥⭐★☆◆]{2,10}(?P=sign)"
    r"|公[·.]众[·.]号[：:]?\s*[\u4e00-\u9fffA-Za-z0-9]{2,10}"
)
_REFERENCE = pattern(r"\[\d{1,2}(?:[-,，]\d{1,2})*\]")
_TRIAL = pattern(r"[【〔\[（(]本段为?试[看读][】〕\]）)]")
_CITED = pattern(r"参考资料|引用日期|参考文献|词条")
_DASHES = ("—、", "-、", "－、", "— 、")
"""How a scanner reads 一、."""

_QUOTE = pattern(r"(?:>\s?)+")
_MAIL_SPACE = pattern(rf"(?<=[。，；：！？])=20(?=[{_HAN}]|$)")
"""How a mail writes the space at the end of a line."""

_EDITED = pattern(r"\s编辑$")
_BROKEN = pattern(
    rf"(?<=[{_HAN}，。])(?:[第来]?文秘网|公文网|文库网|范文网|党政网|材料网)(?=[{_HAN}])|[（(【][{_HAN}]{{2,8}}(?:资料铺|资料库|素材库|范文网|文秘坊|公文网|材料网)[)）】](?=[{_HAN}，。；])"
)
_SITES = (
    pattern(rf"欢迎(?:您)?(?:来到|光临|访问|关注)(?P<name>[{_HAN}]{{2,8}})"),
    pattern(rf"^(?P<name>[{_HAN}]{{3,8}})\s?[-_—–|｜]"),
    pattern(rf"[【（(](?P<name>[{_HAN}]{{3,8}})[】）)]"),
    pattern(rf"(?P<name>[{_HAN}]{{3,8}})\s*(?:https?:|www\.)"),
    pattern(rf"(?:由|[：:]\s?)(?P<name>[{_HAN}]{{3,8}}?)(?:所有|整理|搜集|收集|提供|原创|首发|\s)"),
)
_MOST_NAMES = 20
"""Names by which a page may call its site."""

_FEW = 3
"""Lines with > before them, and readings, from which on no author put them there: he adds one to a rare character."""


class Graft(Record):
    """What a page put in: from where to where in its line, what it is, and what stands there without it."""

    start: int
    end: int
    kind: str
    instead: str = ""


def found(lines: Sequence[str]) -> Iterator[tuple[int, Graft]]:
    """What was put into each line, with the line's number from 0; nothing twice."""
    quoted = sum(line.startswith(">") for line in lines) >= _FEW
    scanned = any(line.startswith(("二、", "二 、")) for line in lines)
    cited = any(_CITED.match(line) for line in lines)
    mailed = sum(len(_MAIL_SPACE.findall(line)) for line in lines if "=20" in line) > 1
    edited = sum(line.endswith("编辑") and _EDITED.search(line) is not None for line in lines) > 1
    readings = sum(len(_READING.findall(line)) for line in lines if "(" in line or "（" in line) >= _FEW
    for at, line in enumerate(lines):
        grafts = list(_in_any(line))
        if readings and ("(" in line or "（" in line):
            grafts += [Graft(*match.span(), READING) for match in _READING.finditer(line)]
        if quoted and (match := _QUOTE.match(line)):
            grafts.append(Graft(*match.span(), QUOTED))
        if scanned and line.startswith(_DASHES):
            grafts.append(Graft(0, 1, MISREAD, "一"))
        if cited and "[" in line:
            grafts += [Graft(*match.span(), REFERENCE) for match in _REFERENCE.finditer(line)]
        if mailed:
            grafts += [Graft(*match.span(), CODE) for match in _MAIL_SPACE.finditer(line)]
        if edited and (match := _EDITED.search(line)):
            grafts.append(Graft(*match.span(), webpages.TOOLS))
        yield from ((at, graft) for graft in apart(grafts))


def naming_site(lines: Sequence[str | None], page: Sequence[str]) -> Iterator[tuple[int, Graft]]:
    """Where lines hold the name by which the lines of `page`, a page's as a whole, call their site."""
    said = (match["name"] for line in page for form in _SITES for match in form.finditer(line))
    names = Counter(name for name in said if OF_TRADE.search(name))
    for name in sorted(name for name, _ in names.most_common(_MOST_NAMES)):
        for at, line in enumerate(lines):
            if line and name in line and len(line) > len(name):
                for match in re.finditer(rf"[（(]{re.escape(name)}[)）]|{re.escape(name)}", line):
                    yield at, Graft(*match.span(), SITE)


def _in_any(line: str) -> Iterator[Graft]:
    """What is one in any text."""
    if "&" in line or "<" in line or "x0d" in line or "=" in line:
        for match in _CODE.finditer(line):
            instead = html.unescape(match[0]) if match[0].startswith("&") else ""
            if instead != match[0]:
                yield Graft(*match.span(), CODE, "" if instead.isspace() else instead)
    if "`" in line or "´" in line or "的." in line:
        yield from (Graft(*match.span(), INSERTED) for match in _INSERTED.finditer(line))
    yield from (Graft(*span, GARBLE) for span in webpages.garbled(line))
    if "." in line or "．" in line or "://" in line:
        yield from _addresses(line)
    if "试" in line:
        yield from (Graft(*match.span(), webpages.CUT_OFF) for match in _TRIAL.finditer(line))
    if "网" in line or "资料" in line or "文秘" in line or "素材" in line:
        yield from (Graft(*match.span(), SITE) for match in _BROKEN.finditer(line))
    if "加" in line or "公" in line or not line.isprintable() or any(sign in line for sign in "💧🔥⭐"):
        yield from (Graft(*match.span(), CONTACT) for match in _CONTACT.finditer(line))


def _addresses(line: str) -> Iterator[Graft]:
    """Addresses in a sentence that does not speak of one, with the bracket or the name that they stand in."""
    first, last = len(line) - len(line.lstrip()), len(line.rstrip())
    for form in (_BRACKETED, _BARE):
        for match in form.finditer(line):
            alone = match.start() <= first and match.end() >= last
            named = _NAMED_HERE if _HOST_OF_TRADE.search(match[0]) else _NAMED
            if (
                not alone
                and not _OFFICIAL.search(match[0])
                and not named.search(line, max(match.start() - 30, 0), match.start())
            ):
                yield Graft(*match.span(), SITE)


def apart(grafts: list[Graft]) -> list[Graft]:
    """The grafts in order, those left out that stand in a longer one."""
    kept: list[Graft] = []
    for graft in sorted(grafts, key=lambda one: (one.start, -one.end)):
        if not kept or graft.start >= kept[-1].end:
            kept.append(graft)
    return kept


def without(line: str, grafts: Sequence[Graft]) -> str:
    """A line without what was put into it, in order and apart."""
    kept, at = [], 0
    for graft in grafts:
        kept += [line[at : graft.start], graft.instead]
        at = graft.end
    return "".join((*kept, line[at:])).strip()
