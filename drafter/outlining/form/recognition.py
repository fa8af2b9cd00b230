"""Salutation, date, signature of a Markdown file that came from elsewhere, without containers.

A paragraph's form alone is not enough (任务如下： is no salutation), so form and place are
asked together: what stands under the title, and what stands at the end.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from drafter.model.document import Block, Document, Paragraph, Role, plain
from drafter.patterns import pattern

_DATE = pattern(r"[（(]?\d{4}年\d{1,2}月(?:\d{1,2}日)?[）)]?")
_SIGNING_DATE = pattern(r"\d{4}年\d{1,2}月\d{1,2}日")
_SALUTATION = pattern(r"[^。！？；：:]{2,40}[：:]")
_CALL = pattern(r"[^。！？；：:]{2,40}[，,]")
_NEAR = 8
"""Lines under a title among which its date, its speaker and a salutation stand."""

_STAGE = pattern(r"[（(][^（）()]*稿[）)]")
_SUBTITLE = pattern(r"——[^。]{2,60}")
_SIGNATURE = pattern(r"[^。！？；：:，、]{2,30}")
OFFICES = pattern(
    r"(?:府|局|委|办|厅|部|院|校|园|站|所|司|会|处|单位|部门|街道|企业|幼儿园|机构|科室|公司|集团|中心|支部|[省市县区乡镇村]|[区村]）)[：:]$"
)
"""What tells a line of addressees."""

PEOPLE = pattern(
    r"同志|领导|代表|委员|来宾|朋友|同事|老师|同学|乡亲|各位|大家|主任|书记|[市县区州镇乡局部省厅院校会处科]长|总经理|女士|先生|教师|教育工作者|职工|干部|群众|战友|员工|家长|居民|村民|企业家"
)
"""What tells a salutation from any other line that ends in a colon."""


def recognise(document: Document) -> Document:
    """The document with the roles that its paragraphs' form and place tell.

    One that holds any role of its own beside headings and text is left as it is.
    """
    blocks = list(document.blocks)
    if any(isinstance(b, Paragraph) and b.role not in (Role.TITLE, Role.HEADING, Role.BODY) for b in blocks):
        return document
    _head(blocks)
    _foot(blocks)
    return Document(tuple(blocks))


def _head(blocks: list[Block]) -> None:
    """Subtitle, stage, date and salutation, in the lines right under the title."""
    start = next((i for i, block in enumerate(blocks) if _role(block) is Role.TITLE), None)
    if start is None:
        return
    near = takewhile(lambda one: _role(one) is Role.BODY, blocks[start + 1 : start + _NEAR])
    texts = [plain(one.content) for one in near if isinstance(one, Paragraph)]
    for index in range(len(texts)):
        block = blocks[start + 1 + index]
        role = head_role(texts[index]) or (Role.SALUTATION if opens_call(texts[index:]) else None)
        if role is None or not isinstance(block, Paragraph):
            return
        blocks[start + 1 + index] = replace(block, role=role)


def head_role(text: str) -> Role | None:
    """What a line right under the title is, by its form; None where that does not tell."""
    for form, role in ((_DATE, Role.DATE), (_STAGE, Role.STAGE), (_SUBTITLE, Role.SUBTITLE)):
        if form.fullmatch(text):
            return role
    if not _SALUTATION.fullmatch(text):
        return None
    if PEOPLE.search(text):
        return Role.SALUTATION
    return Role.ADDRESSEE if OFFICES.search(text) else None


def opens_call(texts: Sequence[str]) -> bool:
    """Whether the first of these lines opens a salutation that goes on in the next: 各位领导， / 同志们：."""
    ends = next((text for text in texts if not (_CALL.fullmatch(text) and PEOPLE.search(text))), "")
    return ends is not texts[0] and head_role(ends) is Role.SALUTATION


def _foot(blocks: list[Block]) -> None:
    """A signature and its date, in the last two lines."""
    if not blocks or _role(blocks[-1]) is not Role.BODY:
        return
    last = blocks[-1]
    assert isinstance(last, Paragraph)
    if not _SIGNING_DATE.fullmatch(plain(last.content)):
        return
    blocks[-1] = replace(last, role=Role.SIGNING_DATE)
    before = blocks[-2] if len(blocks) > 1 else None
    if (
        isinstance(before, Paragraph)
        and before.role is Role.BODY
        and _SIGNATURE.fullmatch(plain(before.content))
    ):
        blocks[-2] = replace(before, role=Role.SIGNATURE)


def _role(block: Block) -> Role | None:
    return block.role if isinstance(block, Paragraph) else None
