"""What a file shows between its lines on paper or on a screen: rules, numbers of pages, running heads, watermarks, a table
of contents that somebody typed, numbers to call.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from drafter import numerals
from drafter.patterns import pattern
from drafter.residue.titles import is_title, unnumbered
from drafter.residue.webpages import BYLINE, SITE

CONTENTS, NUMBER, RUNNING, WATERMARK, RULE, CONTACT = (
    "目录",
    "页码",
    "页眉",
    "反复出现的水印",
    "分隔线",
    "联系方式",
)

_SHORT = 60
_ALONE = pattern(r"\d{1,4}(?:\s*/\s*\d{1,4})?")
_OF_FILE = (
    (RULE, pattern(r"[-=_*~—·─━═…]{3,}|>+")),
    (NUMBER, pattern(r"[—–\-]\s*[\d０-９]{1,4}\s*[—–\-]|第\s*\d{1,4}\s*页(?:[\s，,]*[共/]\s*\d{1,4}\s*页)?|共\s*\d{1,4}\s*页")),
)  # fmt: skip
"""What a file on paper or on a screen shows between its lines."""

_RUNNING = pattern(r"[^。，；！？]{2,30}?\s+(?P<page>\d{1,4})$|(?P<number>\d{1,4})\s{2,}[^。，；！？]{2,30}$")
_CONTENTS = pattern(r"[\[【]?(?:目\s*[录錄]|正文).{0,6}|目录[/／]?提纲.{0,8}|[.…。]{2,}|★{3,}")
_LEADERS = pattern(r"[.…·]+\d*$")
_MOST_LISTED = 40
"""Lines among which a table of contents stands."""

_TIMES, _WATERMARK = 3, 30
"""How often a short line stands in a file before it is a watermark, and how short it is."""

_SAYS = tuple("。！？：；，、…）)”》")
_OFFICE = pattern("(?:局|委|委员会|办|办公室|政府|镇|乡|街道|村|学校|医院)$")
"""How the names in a list end, and no site's."""
_CONTACT = pattern(
    r"(?:联系|咨询|服务)?(?:电话|手机|热线|[Qq]{2}|微信|邮箱|[Ee]mail)(?:号码?)?\s*[：:]\s*[\w@.\-－—()（）、 ]{6,40}"
)
_ASKS_BACK = pattern(
    r"联系人|特此|附件|抄送|〔\d{4}〕|咨询|反馈|来信|(?:单位|部门|政府|委员会|公司|局|办)[：:]$"
)
"""What only a paper says that wants to be answered: there a telephone number is its own."""

_DAY = pattern(r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}")


def between(lines: Sequence[str | None], told: Mapping[int, str]) -> dict[int, str]:
    """The lines that are of the file and of nobody's text, by their numbers from 0, and what each is; `told` are known
    already.
    """
    counts = Counter(line for line in lines if line and _may_be_watermark(line))
    found: dict[int, str] = {}
    alone: list[tuple[int, int]] = []
    running: list[tuple[int, int]] = []
    for at, line in enumerate(lines):
        if not line or at in told:
            continue
        if counts.get(line, 0) >= _TIMES:
            found[at] = WATERMARK
        elif len(line) <= _SHORT:
            kind = next((kind for kind, form in _OF_FILE if form.fullmatch(line)), "")
            if kind:
                found[at] = kind
            elif _ALONE.fullmatch(line) and not line.startswith("0"):  # 01 counts headings
                alone.append((at, int(line.partition("/")[0])))
            elif match := _RUNNING.match(line):
                running.append((at, int(match["page"] or match["number"])))
    for row, kind in ((alone, NUMBER), (running, RUNNING)):
        if _count_pages(row):
            found |= dict.fromkeys((at for at, _ in row), kind)
    return found


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
    said = [_squeezed(line or "") for line in lines]
    last = {text: at for at, text in enumerate(said)}
    listed: list[int] = []
    for at, line in enumerate(lines[:_MOST_LISTED]):
        opens = line and (numerals.opens_with_mark(line) or line[0].isdigit() or is_title(line))
        again = max(last[said[at]], last.get(unnumbered(said[at]), 0))
        if opens and again > at and again not in listed:
            listed.append(at)
        elif listed and line and not _CONTENTS.fullmatch(line):
            break
    if len(listed) < 2 or listed[-1] - listed[0] > 2 * len(listed):
        return []
    near = range(max(listed[0] - 2, 0), min(listed[-1] + 2, len(lines)))
    return sorted({*listed, *(at for at in near if _CONTENTS.fullmatch(lines[at] or ""))})


def _may_be_watermark(line: str) -> bool:
    return (
        3 < len(line) <= _WATERMARK
        and "：" not in line and ":" not in line  # 责任单位：… stands under many a task
        and not line.endswith(_SAYS) and not _OFFICE.search(line) and not numerals.opens_with_mark(line)
    )  # fmt: skip


def _squeezed(line: str) -> str:
    """A line without white space, nor the dots and the page that an entry of contents ends in."""
    return _LEADERS.sub("", "".join(line.split()))
