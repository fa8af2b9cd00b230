"""Titles of speeches and papers: how they are worded, and what a site puts around one."""

from __future__ import annotations

from drafter.patterns import pattern

LONGEST = 60
"""Characters of a title at most."""

_SHORTEST, _COLUMN, _MOST = 4, 5, 160
_GENRE = (
    r"(?:讲话|发言|致辞|主持词|总结|报告|汇报|方案|计划|要点|通知|通报|请示|函|意见|决定|纪要|提纲|材料|心得(?:体会)?|体会|党课|讲稿|倡议书?|打算|安排|典型|经验"
    r"|简报|信|思路|表态|演讲|贺词|祝词|献词|开场白|工作法|预案|规划|措施|建议|答复|议案|公报|公告|决议|批复)"
)
_TITLE = pattern(rf"{_GENRE}(?:稿|范文|（[^（）]{{1,8}}）)?$")
_SPOKEN = pattern("^(?:在|关于)?.{2,50}(?:会议?|仪式|活动|典礼|座谈|培训班|学习班)上的")
_SENTENCE = pattern("(?:本|此|该|这份?|以下|如下|我的?|上述)[^，]{0,2}.{2}$|^(?:现将?|为|请|特)")
_AFTER_COLON = pattern(rf"^.{{0,8}}{_GENRE}[：:].{{4,50}}$")
"""党课：做实干型的干部."""

_MANY = r"[（(](?:通用|精选|优选|推荐|最新|热门|合集|必备|共)?\s*\d{0,3}\s*篇[)）]"
NTH = r"[一二三四五六七八九十\d]{1,3}"
PIECE = rf"[（(【]?\s*(?:第\s*{NTH}\s*篇|篇\s*{NTH})\s*[】)）]?\s*[：:]?"
"""What numbers a text of a collection: 篇1, 【第二篇】."""

_PRAISED = "(?:最新|完整|全文|精选|通用|优质|热门|经典|简短|优秀|范文|大全|模板|必备|推荐|可下载)"
_TAIL = pattern(
    rf"(?:{PIECE}|{_MANY}|(?:{_PRAISED}|[（(]{_PRAISED}.{{0,6}}[)）])+(?=\s*(?:{PIECE}|{_MANY})|\s*$)|[（(](?:\d{{1,2}}|扫描件|[Ww]ord版|电子版|打印版)[)）]"
    r"|[（(](?:全[文篇]?)?共?约?\s*\d{2,6}\s*字[)）]|\.(?:docx?|wps|pdf|txt)|(?:(?<![-—])[-–—_|｜](?![-—])\s{0,4}[^-_—|｜]{1,16}){0,3}(?<![-—])[-–—_|｜](?![-—])\s{0,4}[^-_—|｜]{1,14}(?:网|文库|之家|站|吧|坊|铺|论坛)"
    r"|[（(]\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?[)）]"
    r"|[_|｜]\s{0,4}[^_|｜]{0,14}|(?<=\s)[-–]\s{1,4}[^-–]{1,12}|[\[【〖](?:复制链接|[^\]】〗]{1,4})[\]】〗]|[●★☆◆■▲※]+|[。．])$"
)
"""What a site puts behind a title: 篇1, （通用5篇）, 范文, （全文1830字）, .docx, _某某网; and a full stop, which none has."""

_LAWFUL = "(?!.{0,8}(?:内部|密|急|稿|讨论|传阅))"
_HEAD = pattern(
    rf"\s*(?:(?:标题|题目|题名|预览|原文标题|(?:材料|范文|稿件|篇){NTH}?|第{NTH}篇)[：:]\s*|[\[【〖]{_LAWFUL}[^\]】〗]{{1,8}}[\]】〗]\s*|[●★☆◆■▲※]+\s*)"
)
"""What a site puts before it: 标题：, 【热门】, ★★★."""

_GLUED = pattern(rf"(?P<title>.{{3,50}}?{_GENRE}稿?)(?:\s+|(?=同志们|各位))[^。！？；]{{2,30}}[：:]$")
"""A title and a salutation on one line."""


_AND_HEADING = pattern(r"(?P<title>[^。！？；]{4,60}?)\s*一、[^。！？；]{2,40}")
_AND_TEXT = pattern(rf"(?P<title>[^。，！？；]{{4,50}}?{_GENRE})\s+(?=[^。]{{2,40}}，.{{12}})")
_LISTED = pattern(r"^\s*\d{1,2}\s*[.．、]\s*")


def is_title(text: str) -> bool:
    """Whether a line is worded as a title, whatever a site put around it."""
    if not _SHORTEST <= len(text) <= LONGEST:
        return False
    bare = bare_title(text).rstrip("！!")
    said = text.endswith(("。", "．")) and ("，" in bare or _SENTENCE.search(bare))  # 制定本方案。 is none
    return bool(_TITLE.search(bare) or _AFTER_COLON.match(bare)) and "。" not in bare and not said


def is_dressed(text: str) -> bool:
    """Whether a title has something around it that a site put there."""
    return bare_title(text) != text.strip().rstrip("。．") and is_title(text)


def is_column(text: str) -> bool:
    """Whether a line names a kind of texts and none of them (心得体会): a column of a site."""
    return len(text) <= _COLUMN


def names_speech(text: str) -> bool:
    """Whether a title says where a speech was held (在……会议上的讲话): nothing is surer a title."""
    return _SPOKEN.match(text) is not None


def _to_call(text: str) -> int:
    """Where a title ends that a salutation follows on its line; 0 where a line is none of the kind."""
    match = _GLUED.match(text)
    return match.end("title") if match else 0


def _to_text(text: str) -> int:
    """Where a title ends that the first paragraph follows on its line, with a space between; 0 for others."""
    match = _AND_TEXT.match(text)
    return match.end("title") if match and is_title(match["title"]) else 0


def _to_heading(text: str) -> int:
    """Where a title ends that the first heading follows on its line; 0 where a line is none of the kind."""
    match = _AND_HEADING.fullmatch(text)
    return match.end("title") if match and is_title(match["title"]) else 0


def glued(text: str) -> int:
    """Where a title ends that the salutation, the first heading or the text follows on its line; 0 for other lines."""
    return _to_call(text) or _to_heading(text) or _to_text(text)


def unnumbered(text: str) -> str:
    """A title without the number that it has in a list of titles."""
    return _LISTED.sub("", text)


def bare_title(text: str) -> str:
    """A title without what a site puts before and behind it."""
    text = text.strip()
    if len(text) > _MOST:
        return text
    while match := _TAIL.search(text):
        if match.start() < _SHORTEST:
            break
        text = text[: match.start()].rstrip()
    match = _HEAD.match(text)
    while match and len(text) - match.end() >= _SHORTEST:
        text = text[match.end() :]
        match = _HEAD.match(text)
    return text.strip()
