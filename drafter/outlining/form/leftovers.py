"""What copying from web pages and shared files leaves in a text, and no draft wants."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from drafter import residue
from drafter.model.source import Dropped, Line, Source
from drafter.outlining.form import marks, pasted
from drafter.problems import Problem, Severity
from drafter.residue import INVISIBLE, webpages

_TIMES = 3
"""How often a short line stands in a file before it is a watermark."""

_WATERMARK = 30
_OFFICE = re.compile("(?:局|委|委员会|办|办公室|政府|镇|乡|街道|村|学校|医院)$")
"""How the names in a list end, and no site's."""

_HASHES = re.compile(r"#{1,6}(?=[^#\d])|>+ (?=[\u4e00-\u9fff“《])")
_BOLD = re.compile(
    r"(?<![\u4e00-\u9fff\w*])\*\*(?P<bold>[^*]+(?:(?<=[^*]{4}[。：:！？])\*\*|(?<=[^*]{2})\*\*(?![\u4e00-\u9fff\w*])))"
)
"""Words set bold in Markdown. What two stars in a word hide (张**同志, **县**乡) stays hidden."""

_CONTACT = re.compile(
    r"(?:联系|咨询|服务)?(?:电话|手机|热线|QQ|微信|邮箱|Email)(?:号码?)?\s*[：:]\s*[\w@.\-－—()（）、 ]{6,40}",
    re.IGNORECASE,
)
_ASKS_BACK = re.compile(
    r"联系人|特此|附件|抄送|〔\d{4}〕|咨询|反馈|来信|(?:单位|部门|政府|委员会|公司|局|办)[：:]$"
)
"""What only a paper says that wants to be answered: there a telephone number is its own."""

_DAY = re.compile(r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}")
"""A day as pages write it; beside a site's name it is that of the upload."""

_SAYS = tuple("。！？：；，、…）)”》")
_OF_FILES = (
    ("分隔线", re.compile(r"[-=_*~—·─━═…]{3,}")),
    ("页码", re.compile(r"[—–\-]\s*[\d０-９]{1,4}\s*[—–\-]|第\s*\d{1,4}\s*页(?:\s*[共/]\s*\d{1,4}\s*页)?")),
)
"""What a file on paper or on a screen shows between its lines."""


def set_aside(source: Source, part: int = 1) -> Source:
    """The source without such lines, and without characters that nobody sees; each is reported.

    Of several texts in one paste the one of this number is kept; the others are told.

    Raises:
        InputProblem: there are not so many.

    """
    source = pasted.one_of(source, part)
    dropped = list(source.dropped)
    problems = list(source.problems)
    kept = _kept(source.lines, dropped)
    kept = pasted.without_contents(pasted.without_repeats(kept, dropped), dropped)
    if any(one.reason == webpages.CUT_OFF for one in dropped):
        message = "这是试读的一段，后面没有了"
        problems.append(Problem("cut-off", message, severity=Severity.WARNING, hint="找到全文再导入"))
    return replace(source, lines=tuple(kept), dropped=tuple(dropped), problems=tuple(problems))


def _kept(lines: Sequence[Line], dropped: list[Dropped]) -> list[Line]:
    """The lines that are the author's own, each without what is not his."""
    marked = _watermarks(lines)
    answered = any(_ASKS_BACK.search(line.text) for line in lines if not _CONTACT.fullmatch(line.text))
    reasons = ["反复出现的水印" if line.text in marked else _reason(line) for line in lines]
    kept: list[Line] = []
    for at, line in enumerate(lines):
        reason = reasons[at]
        if not reason and not answered and not line.rows and _CONTACT.fullmatch(line.text):
            reason = "联系方式"
        if (
            not reason
            and _DAY.fullmatch(line.text)
            and {webpages.SITE, webpages.BYLINE} & set(reasons[max(at - 1, 0) : at + 2])
        ):
            reason = webpages.BYLINE
        if reason:
            dropped.append(Dropped(line.number, line.text, reason))
        elif line.rows or (line := _cleaned(line, dropped)).text:
            kept.append(line)
    return kept


def _cleaned(line: Line, dropped: list[Dropped]) -> Line:
    """A line without characters that nobody sees, marks of Markdown, and what a site put in."""
    hidden = "".join(INVISIBLE.findall(line.text))
    if hidden:
        dropped.append(Dropped(line.number, hidden, f"看不见的字符 {len(hidden)} 个"))
        line = replace(line, text=INVISIBLE.sub("", line.text))
    for start, end in reversed(webpages.garbled(line.text)):
        dropped.append(Dropped(line.number, line.text[start:end].strip(), webpages.GARBLE))
        line = replace(line, text=(line.text[:start] + line.text[end:]).strip(), lead=0)
    hashes = _HASHES.match(line.text)
    if hashes:
        dropped.append(Dropped(line.number, hashes[0], "行首的 # 或 > 号（Markdown 记号）"))
        line = replace(line, text=line.text[hashes.end() :].lstrip())
    stars = len(_BOLD.findall(line.text))
    if stars:
        dropped.append(Dropped(line.number, "****" * stars, "加粗用的 ** 号（Markdown 记号）"))
        line = replace(line, text=_BOLD.sub(lambda match: match["bold"][:-2], line.text), lead=0)
    return pasted.without_odd_marks(line, dropped)


def _reason(line: Line) -> str:
    """Why a line is a leftover, "" where it is none."""
    if line.rows:
        return ""
    of_file = next((reason for reason, pattern in _OF_FILES if pattern.fullmatch(line.text)), "")
    if of_file or not residue.kind_of(line.text, marked=False):
        return of_file
    kind = residue.kind_of(line.text, marks.opening(line.text) is not None)
    return "" if kind == webpages.FILE and webpages.is_title(line.text) else kind


def _watermarks(lines: Sequence[Line]) -> set[str]:
    """Short lines that come again and again, and neither say anything nor head anything."""
    counts = Counter(line.text for line in lines if _may_be_watermark(line))
    return {text for text, times in counts.items() if times >= _TIMES}


def _may_be_watermark(line: Line) -> bool:
    text = line.text
    plain = not line.rows and line.role is None and not line.level
    plain = plain and "：" not in text and ":" not in text  # 责任单位：… stands under many a task
    plain = plain and not _OFFICE.search(text)
    return plain and 3 < len(text) <= _WATERMARK and not text.endswith(_SAYS) and not marks.opening(text)
