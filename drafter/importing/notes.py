"""What a person types into an outline for himself: what asks for something stays as a gap at its place, what nobody else is
to read is left out.
"""

from __future__ import annotations

import re

from drafter.model.source import Dropped

REASON = "给自己看的话，没有印"

_OPEN, _PERSONAL = "待补", "不印"
_HAN = "\u4e00-\u9fff"
_LEAST = r"(?:一?下|一遍|一句|一声|清楚?|准)?"
_ASKS = re.compile(
    rf".{{0,20}}(?<![已经])(?:再|先|去|跟.{{1,8}}|和.{{1,8}}|找.{{1,8}})?(?:核[实对一]?|核准|查[证实对]|对|问|确认|敲定|落实){_LEAST}(?:吧|啊)?"
    r"|(?:再|先|去|找.{1,6})(?:核|查|问|要|对|确认).{0,6}|核[实对]?.{0,3}(?:数|名单|日期|时间)|.{0,10}(?:待(?:定|核实?|查|补|填|确认)|没想好|先空着?|号先空|没定|没出来|缺数|等.{0,6}数|没数)"
    r"|.{0,10}(?:要不要|是不是|对不对|写不写).{0,10}|[^哪怎何谁吗么]{0,12}[?？]|.{0,10}(?:待|后面?|再|回头)补(?:上|充)?|补(?:上|一下|个)?(?:数|数字|名字|日期)?|.{0,6}文号查.{0,2}"
)
"""What a whole bracket says that asks for something: （数字再跟支队核一下）, （要不要点名？）; （已核实） and （钱从哪里来？） do not."""

_SAYS_SO = re.compile(
    r"(?<![已经])(?:问|核|对|查)(?:一下|下)|查证|(?:再|先|去|，)问问|找.{1,5}(?:要|问|拿|核)(?:[数的]|$)|等.{1,6}(?:定|回话|通知)$|(?:局|委|办|科|处|股|那边)出数|还没定|没定下?"
)
"""What asks for something wherever it stands in a bracket."""

_ENDS_WEAKLY = re.compile(rf"(?:核|查|对|问|确认|敲定|落实)(?:{_LEAST})$")
_SURELY = re.compile("一?下|一遍|一句|[再去找跟和老小]|数|这|名|是否|领导")
"""What tells a verb at the end of a bracket from the end of a noun (制度落实, 应对): a note has more of talk."""

_VERB = 3
"""Characters of a bracket that is a verb and nothing else: （核实）, （再核）."""

_PRIVATE = re.compile(
    r"(?!.*(?:要不要|是不是)).{0,12}(?:先?别|勿)(?:写|说|讲|点|提(?![前高升速供拔])|念|印|举).{0,16}|.{0,10}(?:(?<!要)不要|不用|不必)(?:写|印|念|举|点名|展开|照念).{0,10}|.{0,10}不(?:写|印|念|点名|展开)了?|.{0,24}不(?:写|举|点|提)(?:真|全|其|他|厂|人|单位)?(?:名|姓)字?.{0,3}|.{0,24}(?:这次|这里|先|就)不(?:点|写|提|讲|说)了?"
    r"|.{0,10}(?:这[块段句个条些]|的事|名字?)(?:就|先|都)?(?:不要|不)(?:讲|说|提|写|点)(?:了|细)?.{0,6}|不要提[^，前高升速供拔]{0,8}"
    r"|(?:.{0,8}，)?(?:先|再|也)?给.{1,6}(?:过目|看看?|看一?下|看一?遍)|(?:这[块段里个句]|此处)?(?:略讲|略写|简单说|展开讲?|多讲几?句?|少讲|讲短点|脱稿讲?|可以不讲|可讲可不讲|备用|自己看|念慢点?|讲慢点?|慢点[念讲]|停一下|顺序别错)"
    r"|(?:每[家人位个].{0,4}|大约|约|讲|控制在|不超过){0,2}\d+分钟(?:左右|以?内|上下)?|.{0,20}二选一|.{0,12}[?？]\s*(?:不用|算了|不写了).*|(?:脱稿|临场)发挥|.{0,6}领导自己(?:发挥|讲|说|定).{0,4}|.{0,16}不外传|(?:备注|注)[：:].*|(?:结尾|开头).{0,6}(?:不要|别).{1,10}"
    r"|[^，。]{1,4}(?:书记|主席|[县市镇乡区]长|主任|局长)[^，。]{0,3}(?:要求|让|交代|叫|说|意思)(?:再|要)?(?:加|写|放|改)[^。]{0,10}"
)
"""What a whole bracket says that is for nobody else."""

_TO_SOMEBODY = re.compile(rf"[小老][{_HAN}][：:，,]?(?P<note>.{{2,30}})")
"""【小刘：跟市总报的数对一下】: a note with a name before it."""

_CLAUSES = re.compile("[。；]|，.*，")
"""What an item has that is more than one thing: there a note is of its last words only."""

_BRACKET = re.compile(r"[（【\[](?P<note>[^（）【】\[\]]{1,40})[）】\]]")
_TAIL = re.compile(
    rf"(?:——|[，。；])(?P<note>[{_HAN}、]{{0,12}}[?？]?\s*(?:先?别|不要)(?:写|说|讲|点名?|提(?![前高升速供拔]))[^，。；]{{0,10}}"
    r"|(?!我|大家|借|也|再|向|就)[^我，。；]{2,10}(?:说|讲|提|交代)一[句下])(?=[。；]?$)"
)
_FORBIDS = re.compile(
    r"(?!.*要不要).{0,8}(?:先?别|不要|勿|不|先不)(?:写|讲|说|提|念|印)(?:了|这[条句段个]|进去)?|删掉?|这[条句段个].{0,6}不(?:写|讲|说|提|要)(?:了)?"
)
"""What a note says of the whole item that it stands at: 追责的事（不写）."""

_FORBIDDEN = re.compile(
    r"(?:先?别|不要?|勿|先不)(?:写|说|讲|提|念|印)(?:数字|名字)?[：:].+|(?:PS|ps|注意|备注|提醒|提示)[：:].{0,20}(?:不要|别|请|记得|念|喊|鼓掌|控制|停顿|语气).{0,20}"
    r"|.{2,20}(?:\s|[，。；])(?:不要|别)点名"
)
"""A line that is for nobody else as a whole."""

_DOUBTED = re.compile(r"(?:[?？]{2,}|//)\s*(?P<note>.{2,40})")

_WHOLE = re.compile(
    r"(?:别忘了?|记得|记着|待定[：:]?|待补[：:]?|待核[：:]?|要补[：:]?|回头(?!看))(?P<note>[^，。！!；]{2,24})[。！!]*"
)
"""A line that is a note as a whole: 别忘了加上疾控那块！！"""


def without(text: str, start: int, number: int, dropped: list[Dropped]) -> str:
    """The line without its notes; its mark ends at `start`, `number` is that of its paragraph, and what is left out goes to
    `dropped`.
    """
    if _is_forbidden(text[start:]):
        dropped.append(Dropped(number, text, REASON))
        return ""
    whole = _WHOLE.fullmatch(text, start) or _DOUBTED.fullmatch(text, start)
    if whole:
        return f"{text[:start]}〔{_OPEN}：{whole['note']}〕"
    at = 0
    pieces: list[str] = []
    for match in (*_BRACKET.finditer(text), *filter(None, [_TAIL.search(text)])):
        in_tail = match.re is _TAIL
        kind = _kind(match["note"], in_tail)
        if match.start() < at or not kind:
            continue
        pieces.append(text[at : match.start()])
        at = match.end()
        if kind == _OPEN:
            pieces.append(f"{'，' if in_tail else ''}〔{_OPEN}：{match['note'].strip('？?') or '核实'}〕")
        else:
            dropped.append(Dropped(number, match[0], REASON))
    return "".join(pieces) + text[at:]


def _is_forbidden(text: str) -> bool:
    """Whether an item is not to be written: it says so itself, or a note at its beginning or end does."""
    if _FORBIDDEN.fullmatch(text):
        return True
    for match in _BRACKET.finditer(text):
        rest = (text[: match.start()] + text[match.end() :]).strip("。；")
        at_edge = match.start() == 0 or not text[match.end() :].strip("。；")
        if at_edge and rest and not _CLAUSES.search(rest) and _FORBIDS.fullmatch(match["note"]):
            return True
    return False


def _kind(note: str, in_tail: bool) -> str:
    """What a note is: `_OPEN`, `_PERSONAL`, or "" where the words are the text's own."""
    named = _TO_SOMEBODY.fullmatch(note)
    said = named["note"] if named else note
    if _PRIVATE.fullmatch(said):
        return _PERSONAL
    if in_tail or _SAYS_SO.search(said):
        return _OPEN
    if not _ASKS.fullmatch(said):
        return ""
    weak = _ENDS_WEAKLY.search(said) and not named and not _SURELY.search(said) and len(said) > _VERB
    return "" if weak else _OPEN
