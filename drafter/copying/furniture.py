"""What a file shows between its lines on paper or on a screen: rules, numbers of pages, running heads, watermarks, a table
of contents that somebody typed, numbers to call.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from drafter import numerals
from drafter.copying.webwords import OF_TRADE, weigh
from drafter.patterns import pattern
from drafter.residue.titles import is_title, unnumbered
from drafter.residue.webpages import BYLINE, SITE

CONTENTS, NUMBER, RUNNING, WATERMARK, RULE, CONTACT, FIELD, SPOKEN = (
    "目录", "页码", "页眉", "反复出现的水印", "分隔线", "联系方式", "域代码", "录音转写的记号",
)  # fmt: skip

_SHORT = 60
_ALONE = pattern(r"\d{1,4}(?:\s*/\s*\d{1,4})?")
_OF_FILE = (
    (RULE, pattern(r"[-=_*~—·─━═]{3,}|>+")),
    (NUMBER, pattern(r"[—–\-·]\s*[\d０-９]{1,4}\s*[—–\-·]|第\s*\d{1,4}\s*页(?:[\s，,]*[共/]\s*\d{1,4}\s*页)?|共\s*\d{1,4}\s*页")),
    (FIELD, pattern(r"(?:PAGE|NUMPAGES|TOC|HYPERLINK|REF|PAGEREF)\b[ -~]*(?:MERGEFORMAT|\\)[ -~]*")),
)  # fmt: skip
"""What a file on paper or on a screen shows between its lines."""

_RUNNING = pattern(
    r"[^。，；！？]{2,40}?\s+第?\s?(?P<page>\d{1,4})\s?页?$|(?P<number>\d{1,4})\s{2,}[^。，；！？]{2,30}$"
)
_CONTENTS = pattern(r"[\[【]?(?:目\s*[录錄]|正文).{0,6}|目录[/／]?提纲.{0,8}|[.…。]{2,}|★{3,}")
_LEADERS = pattern(r"(?<![.…·])[.…·]++\d*$|(?<=[\u4e00-\u9fff])(?:\d{1,3}|错误！未定义书签。)$")
_SPOKEN = pattern(r"(?P<who>.{1,12}?)\s+(?:\d{1,2}:)?\d{1,2}:\d{2}")
_LISTS = pattern(r"附\s*[件表：:]|.*[：:]$")
"""What opens a list that is the text's own."""

_MOST_LISTED = 40
"""Lines among which a table of contents stands."""

_HEADED = 12
"""Characters of a running head with a gap in it, at least."""

_TIMES, _SURELY, _WATERMARK = 3, 5, 30
"""How often a short line stands in a file before it is a watermark, if it sounds like a page, and whatever it says; and
how short it is. A small heading comes again under each of three villages.
"""

_MARKS = pattern(r"版权|水印|样[章稿]|[A-Za-z]{3}|[-—|｜·]")
"""What a watermark says beside the name of who put it there."""

_PAGE = 40
"""Characters of the text between two numbers of pages, at least between some."""

_SAYS = tuple("。！？：；，、…）)”》")
_OFFICE = pattern("(?:局|委|委员会|办|办公室|政府|镇|乡|街道|村|学校|医院)$")
"""How the names in a list end, and no site's."""
_CONTACT = pattern(
    r"(?:联系|咨询|服务)?(?:电话|手机|热线|[Qq]{2}|微信|邮箱|[Ee]mail)(?:号码?)?\s*[：:]\s*[\w@.\-－—()（）、 ]{6,40}"
)
_ASKS_BACK = pattern(
    r"联系人|特此|公告|通告|须知|附件|抄送|〔\d{4}〕|咨询|反馈|来信|(?:单位|部门|政府|委员会|公司|局|办)[：:]$"
)
"""What only a paper says that wants to be answered: there a telephone number is its own."""

_DAY = pattern(r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}")
_NEAR = 20
_MAIL = pattern(
    r"(?:发件人|收件人|抄送|主题|发送(?:时间|日期)?|日期|附件|From|To|Cc|Subject|Date|Sent)\s*[：:]"
)


def mail(lines: Sequence[str | None]) -> dict[int, str]:
    """The head of a message that was passed on: who, when, about what."""
    head = [at for at, line in enumerate(lines[:_NEAR]) if line and _MAIL.match(line)]
    return dict.fromkeys(head, BYLINE) if len(head) >= _TIMES else {}


def between(lines: Sequence[str | None], told: Mapping[int, str]) -> dict[int, str]:
    """The lines that are of the file and of nobody's text, by their numbers from 0, and what each is; `told` are known
    already.
    """
    counts = Counter(line for line in lines if line and _may_be_watermark(line))
    found: dict[int, str] = {}
    left: list[tuple[int, str]] = []
    for at, line in enumerate(lines):
        if not line or at in told or len(line) > _SHORT:
            continue
        if kind := _of_file(line, counts[line]):
            found[at] = kind
        else:
            left.append((at, line))
    found |= dict.fromkeys(_page_numbers(lines, left), NUMBER)
    return found | dict.fromkeys(_running_heads(left), RUNNING) | dict.fromkeys(_transcript(left), SPOKEN)


def _page_numbers(lines: Sequence[str | None], left: Sequence[tuple[int, str]]) -> list[int]:
    """Numbers alone that go up with the text of pages between them; 01 counts headings, and a list of cells is short."""
    row = [
        (at, int(line.partition("/")[0]))
        for at, line in left
        if _ALONE.fullmatch(line) and not line.startswith("0")
    ]
    if not _count_pages(row):
        return []
    places = [at for at, _ in row]
    between = [sum(len(line or "") for line in lines[a + 1 : b]) for a, b in pairwise(places)]
    return places if max(between) >= _PAGE else []


def _running_heads(left: Sequence[tuple[int, str]]) -> list[int]:
    """Words with a number that goes up, some of them the same again: figures stand behind other words each time."""
    found = [(at, line, match) for at, line in left if (match := _RUNNING.match(line))]
    row = [(at, int(match["page"] or match["number"])) for at, _, match in found]
    words = {line.replace(match["page"] or match["number"], "").strip() for _, line, match in found}
    return [at for at, _ in row] if len(words) < len(row) and _count_pages(row) else []


def _transcript(left: Sequence[tuple[int, str]]) -> list[int]:
    """Who spoke and when, somebody again; in a programme each point comes once."""
    found = [(at, match["who"]) for at, line in left if (match := _SPOKEN.fullmatch(line))]
    again = len({who for _, who in found}) < len(found)
    return [at for at, _ in found] if again and len(found) >= _TIMES else []


def _of_file(line: str, times: int) -> str:
    """What a line is that no text has, by itself or for how often it stands there; "" for others."""
    if times >= _TIMES and (
        times > _SURELY or weigh(line)[0] or OF_TRADE.search(line) or _MARKS.search(line)
    ):
        return WATERMARK
    if times > 1 and len(line) >= _HEADED and any(map(str.isspace, line)):
        return RUNNING
    return next((kind for kind, form in _OF_FILE if form.fullmatch(line)), "")


def _count_pages(row: Sequence[tuple[int, int]]) -> bool:
    """Whether numbers, each with its line, go up as those of pages do, with lines of a text between them."""
    numbers = [number for _, number in row]
    goes_up = len(row) > 1 and numbers == sorted(set(numbers)) and numbers[-1] - numbers[0] < 3 * len(row)
    return goes_up and all(after - before > 1 for (before, _), (after, _) in pairwise(row))


def contacts(lines: Sequence[str | None], told: Mapping[int, str]) -> dict[int, str]:
    """Numbers to call that nobody asked for, and the day of an upload beside a site's name."""
    answered = any(line and _ASKS_BACK.search(line) and not _CONTACT.fullmatch(line) for line in lines)
    found: dict[int, str] = {}
    for at, line in enumerate(lines):
        if not line or at in told or len(line) > _SHORT:
            continue
        if not answered and _CONTACT.fullmatch(line):
            found[at] = CONTACT
        elif _DAY.fullmatch(line) and {SITE, BYLINE} & {told.get(at - 1), told.get(at + 1)}:
            found[at] = BYLINE
    return found


def contents(lines: Sequence[str | None]) -> list[int]:
    """The lines, by their numbers, of a typed table of contents: headings or titles that come again below, and what
    stands among them.
    """
    plain = ["".join((line or "").split()) for line in lines]
    last = {text: at for at, text in enumerate(plain)}
    said = [text if last[text] > at else _LEADERS.sub("", text) for at, text in enumerate(plain)]
    listed: list[int] = []
    for at, line in enumerate(lines[:_MOST_LISTED]):
        opens = line and (numerals.opens_with_mark(line) or line[0].isdigit() or is_title(line))
        again = max(last.get(said[at], 0), last.get(unnumbered(said[at]), 0))
        if opens and not again:  # the first heading may be glued to the title
            again = next((n for n in range(at + 1, len(plain)) if plain[n].endswith(said[at])), 0)
        if opens and again > at and again not in listed:
            listed.append(at)
        elif listed and line and not _CONTENTS.fullmatch(line):
            break
    if len(listed) < 2 or listed[-1] - listed[0] > 2 * len(listed) or _is_of_text(lines, listed[0]):
        return []
    near = range(max(listed[0] - 2, 0), min(listed[-1] + 2, len(lines)))
    return sorted({*listed, *(at for at in near if _CONTENTS.fullmatch(lines[at] or ""))})


def _is_of_text(lines: Sequence[str | None], first: int) -> bool:
    """Whether a list is one that the text itself gives, since what stands before it says so: 附件：1.……, 议程如下：."""
    above = next((line for line in reversed(lines[:first]) if line), "")
    return _LISTS.match(lines[first] or "") is not None or (
        _LISTS.match(above) is not None and not _CONTENTS.fullmatch(above)
    )


def _may_be_watermark(line: str) -> bool:
    return (
        3 < len(line) <= _WATERMARK
        and "：" not in line and ":" not in line  # 责任单位：… stands under many a task
        and not line.endswith(_SAYS) and not _OFFICE.search(line) and not numerals.opens_with_mark(line)
    )  # fmt: skip
