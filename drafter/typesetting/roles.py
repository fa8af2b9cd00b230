"""What each paragraph of a Word file is, by its style, its mark, its words and its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from drafter.model.document import Paragraph, Role, Text
from drafter.model.source import Line
from drafter.outlining.form import marks
from drafter.outlining.form.recognition import head_role, opens_call
from drafter.outlining.meaning import about, official
from drafter.patterns import pattern
from drafter.readers.word.document import WordDocument, WordParagraph
from drafter.records import Record
from drafter.residue.titles import is_title

SURE, LIKELY, GUESSED = 0.95, 0.8, 0.6
"""How sure a role is: by a style or a mark; by form and place together; by one of them alone."""

_LEVELS = ("一级标题", "二级标题", "三级标题", "四级标题")
TABLE, EMPTY, KEPT = "表格", "空段", "不动"
"""What is no role of a text: a paragraph of a table, one that says nothing, one that stays as it is."""

NAMES: Mapping[str, tuple[Role, int]] = {
    **{role.value: (role, 0) for role in Role if role not in (Role.HEADING, Role.SEALED_SIGNATURE, Role.SIGNER, Role.HEADER)},
    **{name: (Role.HEADING, level) for level, name in enumerate(_LEVELS, 1)},
}  # fmt: skip
"""The roles by what they are called in a list."""

_LONGEST_HEADING, _LONGEST_LEAD, _LONGEST_TITLE = 40, 40, 60
_TOP, _FOOT, _HEAD = 12, 12, 2
"""Paragraphs from above among which a title stands, from below among which a paper ends, before its attachments too; and
those above which no attachment begins.
"""

_DAY = pattern(
    r"(?:\d{4}|[〇零一二三四五六七八九]{4})年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日"
)
_ENDED = pattern(r"[。；！？：，…]$")
_NOTE = pattern(r"[（(](?:联系人|此件|此文)[^（）()]*[）)]")
_ATTACHED = pattern(r"附件[：:]|附件\s*\d{0,2}[：:.．]")
_LABEL = pattern(r"附件\s*\d{0,2}")
_IMPRINT = pattern(r"(?:抄\s*送|主题词)[：:]|.{2,40}\d{4}年\d{1,2}月\d{1,2}日\s*印发")
_SIGNER = pattern(
    r"[^。；：，！？\d]{1,40}(?:府|局|委|办|厅|部|院|校|会|处|公司|中心|室|组|站|所|队|社|团|司|厂|店|馆|镇|乡|区|县|市)"
)


class Recognised(Record):
    """A paragraph (its number from 1), what it is, how sure that is, and what it says; of a text that begins with a lead
    sentence how many characters that has, and at which level it stands.
    """

    paragraph: int
    name: str
    sure: float
    text: str
    lead: int = 0
    level: int = 0

    def block(self) -> Paragraph:
        """As layout has it."""
        role, level = NAMES[self.name]
        return Paragraph(role, (Text(self.text),), level)


def recognised(document: WordDocument, given: Mapping[int, str]) -> list[Recognised]:
    """Every paragraph, those of tables too; `given` are roles that somebody said, by the number of the paragraph."""
    every = list(document.paragraphs())
    free = [one for one, in_table in every if not in_table and _said(one)]
    known = {one.paragraph: one for one in _free(free)}
    found = []
    for one, in_table in every:
        text = _said(one)
        if in_table:
            made = Recognised(one.number, TABLE, SURE, text)
        elif one.boxes or not text:
            made = Recognised(one.number, KEPT if one.boxes else EMPTY, SURE, text)
        else:
            made = known[one.number]
        name = given.get(one.number, made.name)
        found.append(
            made if name == made.name else Recognised(one.number, name, 1.0, text, *_lead(text, name))
        )
    return found


def _said(paragraph: WordParagraph) -> str:
    return (paragraph.mark + paragraph.text).strip()


def _free(paragraphs: Sequence[WordParagraph]) -> Iterator[Recognised]:
    """The paragraphs outside tables that say something."""
    names = [_by_itself(one) for one in paragraphs]
    texts = [_said(one) for one in paragraphs]
    _head(names, texts)
    _foot(names, texts)
    for one, text, (name, sure) in zip(paragraphs, texts, names, strict=True):
        yield Recognised(one.number, name, sure, text, *_lead(text, name))


def _by_itself(paragraph: WordParagraph) -> tuple[str, float]:
    """What a paragraph is by its style or its mark; text, where neither tells."""
    style, text = paragraph.style, _said(paragraph)
    if style.is_contents or style.role is Role.HEADER:
        return KEPT, SURE
    if style.role is Role.HEADING and 1 <= style.level <= len(_LEVELS):
        return _LEVELS[style.level - 1], SURE
    if style.role is not None and style.role.value in NAMES and style.role is not Role.BODY:
        return style.role.value, SURE
    mark = marks.opening(text)
    level = marks.rank(mark.scheme) - 1 if mark is not None and mark.number else 0
    if (
        mark is not None
        and 1 <= level <= len(_LEVELS)
        and len(text) <= _LONGEST_HEADING
        and not _ENDED.search(text)
    ):
        return _LEVELS[level - 1], LIKELY
    return Role.BODY.value, LIKELY


def _lead(text: str, name: str) -> tuple[int, int]:
    """How many characters the lead sentence of a text has, and its level; zeros where it begins with none."""
    mark = marks.opening(text) if name == Role.BODY.value else None
    level = marks.rank(mark.scheme) - 1 if mark is not None and mark.number else 0
    if mark is None or not 1 <= level <= len(_LEVELS):
        return 0, 0
    end = text.find("。") + 1
    return (end, level) if len(mark.text) < end <= _LONGEST_LEAD and end < len(text) else (0, 0)


def _head(names: list[tuple[str, float]], texts: Sequence[str]) -> None:
    """The title, over several lines where it stands so, and what stands under it."""
    body = Role.BODY.value
    first = official.header([Line(text, n) for n, text in enumerate(texts[:_TOP], 1)]).used
    near = range(first, min(first + _TOP, len(texts)))
    titled = next((at for at in near if names[at][0] == Role.TITLE.value), None)
    if titled is None:
        titled = next((at for at in near if names[at][0] == body and _may_be_title(texts[at])), None)
        if titled is None or any(text.endswith("。") for text in texts[first:titled]):
            return  # what stands behind a sentence is no title
        names[titled] = (Role.TITLE.value, LIKELY if is_title(texts[titled]) or titled == 0 else GUESSED)
    names[:titled] = [(KEPT, names[titled][1])] * titled  # a header block is placed by hand
    at = titled + 1
    while at < len(texts) and at - titled < 3 and names[at][0] == body and _goes_on(texts[at], texts[at - 1]):
        names[at] = (Role.TITLE.value, GUESSED)
        at += 1
    for place in range(at, min(at + 6, len(texts))):
        name = _under_title(texts[place]) if names[place][0] == body else ""
        if not name and names[place][0] == body and opens_call(texts[place : at + 8]):
            name = Role.SALUTATION.value
        if not name:
            break
        names[place] = (name, LIKELY)


def _may_be_title(text: str) -> bool:
    bare = len(text) <= _LONGEST_TITLE and not _ENDED.search(text) and marks.opening(text) is None
    return bare and head_role(text) is None and len(text) > 3


def _goes_on(text: str, before: str) -> bool:
    """Whether a title goes on in the next line: 关于做好…… / 工作的通知."""
    return not _under_title(text) and _may_be_title(text) and is_title(before + text) and not is_title(before)


def _under_title(text: str) -> str:
    role = head_role(text)
    return role.value if role else Role.SPEAKER.value if about.speaker(text) else ""


def _foot(names: list[tuple[str, float]], texts: Sequence[str]) -> None:
    """Attachments, signature, day, note and imprint, among the last lines."""
    body = Role.BODY.value
    attached = next(
        (at for at, text in enumerate(texts) if at > _HEAD and _LABEL.fullmatch(text)), len(texts)
    )
    for at in (
        *range(max(0, attached - _FOOT), attached),
        *range(max(attached, len(texts) - _FOOT), len(texts)),
    ):
        if names[at][0] != body:
            continue
        text = texts[at]
        if _IMPRINT.match(text):
            names[at] = (Role.IMPRINT.value, LIKELY)
        elif _NOTE.fullmatch(text):
            names[at] = (Role.NOTE.value, LIKELY)
        elif _DAY.fullmatch(text.replace(" ", "")):
            names[at] = (Role.SIGNING_DATE.value, LIKELY)
            if at and names[at - 1][0] == body and _SIGNER.fullmatch(texts[at - 1].replace(" ", "")):
                names[at - 1] = (Role.SIGNATURE.value, LIKELY)
        elif _ATTACHED.match(text) and not _LABEL.fullmatch(text):
            names[at] = (Role.ATTACHMENT_NOTE.value, LIKELY)
