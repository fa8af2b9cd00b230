"""What copying from web pages and shared files leaves in a text, and no draft wants."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from drafter.model.source import Dropped, Line, Source
from drafter.outlining import marks

_MOST = 80
"""Characters of the longest line that is taken for a leftover: a paragraph is the author's own."""

_TIMES = 3
"""How often a short line stands in a file before it is a watermark."""

_WATERMARK = 30
_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\ufeff]")
_HASHES = re.compile(r"#{1,6}(?=[^#])")
_SAYS = tuple("。！？：；，、…）)”》")
_KINDS = (
    (
        "网页上的导航",
        re.compile(
            r"(?:上一[篇条页]|下一[篇条页])(?:[：: ].*)?|[【\[]?(?:(?:返回(?:顶部|首页|列表|目录)|打印本页|关闭(?:本页|窗口)|收藏本页|分享)[】\]\s|]*){1,5}"
            r"|(?:首页|网站首页)(?:\s*[>＞»]\s*[^>＞»。，]{1,16})+"
            r"|(?:您的|您现在的|当前)?位置[：:].*[>＞»].*|[【\[]?字[体号][：: ].{0,12}|扫一扫.{0,6}(?:打开|分享|浏览).{0,10}"
            r"|分享(?:到|至)[：:]?.{0,20}|[【\[](?:打印|关闭|收藏|纠错|大|中|小)[】\]].{0,20}"
        ),
    ),
    (
        "网页上的发布信息",
        re.compile(
            r"(?:(?:信息|文章|内容)?来源|发布(?:时间|日期)|更新时间|浏览(?:次数|量)|阅读(?:次数|量)|点击(?:次数|量|率|数)|访问量)"
            r"[：: ].*"
        ),
    ),
    (
        "广告或收费提示",
        re.compile(
            r".{0,30}(?:开通会员|会员(?:专享|可见|免费)|VIP专享|付费(?:阅读|内容|文档|后)|试读(?:结束|已结束)|剩余内容.{0,6}(?:购买|付费))"
            r".{0,30}|.{0,20}(?:点击(?:下载|阅读原文|关注)|关注.{0,10}公众号|长按.{0,6}识别|扫码(?:关注|进群|添加|下载)"
            r"|加(?:微信|QQ)|(?:客服|订购|代写)(?:电话|微信|QQ|热线)|微信号|QQ群?[：:号]).{0,50}",
            re.IGNORECASE,
        ),
    ),
    ("分隔线", re.compile(r"[-=_*~—·─━═…]{3,}")),
    ("页码", re.compile(r"[—–\-]\s*[\d０-９]{1,4}\s*[—–\-]|第\s*\d{1,4}\s*页(?:\s*[共/]\s*\d{1,4}\s*页)?")),
    ("网站信息", re.compile(r".{0,40}(?:版权所有|ICP备|公网安备|网站标识码).{0,50}")),
    ("网址", re.compile(r"[^。，；]{0,16}(?:https?://|www\.)[\w./?=&%#:-]+", re.IGNORECASE)),
)
_OF_PAGES = frozenset({"网页上的导航", "广告或收费提示", "网站信息"})
"""What an author's own sentence or point may look like."""


def set_aside(source: Source) -> Source:
    """The source without such lines, and without characters that nobody sees; each is reported."""
    marked = _watermarks(source.lines)
    kept: list[Line] = []
    dropped = list(source.dropped)
    for line in source.lines:
        reason = "反复出现的水印" if line.text in marked else _reason(line)
        hidden = "" if line.rows else "".join(_INVISIBLE.findall(line.text))
        if reason:
            dropped.append(Dropped(line.number, line.text, reason))
            continue
        if hidden:
            dropped.append(Dropped(line.number, hidden, f"看不见的字符 {len(hidden)} 个"))
            line = replace(line, text=_INVISIBLE.sub("", line.text))
        hashes = _HASHES.match(line.text) if not line.rows else None
        if hashes:
            dropped.append(Dropped(line.number, hashes[0], "标题前的 # 号（Markdown 记号）"))
            line = replace(line, text=line.text[hashes.end() :].lstrip())
        if line.text:
            kept.append(line)
    return Source(tuple(kept), tuple(dropped))


def _reason(line: Line) -> str:
    """Why a line is a leftover, "" where it is none."""
    text = line.text
    if line.rows or len(text) > _MOST:
        return ""
    said = marks.opening(text) is not None or text.endswith("。")
    return next(
        (
            reason
            for reason, pattern in _KINDS
            if pattern.fullmatch(text) and not (said and reason in _OF_PAGES)
        ),
        "",
    )


def _watermarks(lines: Sequence[Line]) -> set[str]:
    """Short lines that come again and again, and neither say anything nor head anything."""
    counts = Counter(line.text for line in lines if _may_be_watermark(line))
    return {text for text, times in counts.items() if times >= _TIMES}


def _may_be_watermark(line: Line) -> bool:
    text = line.text
    plain = not line.rows and line.role is None and not line.level
    plain = plain and "：" not in text and ":" not in text  # 责任单位：… stands under many a task
    return plain and 3 < len(text) <= _WATERMARK and not text.endswith(_SAYS) and not marks.opening(text)
