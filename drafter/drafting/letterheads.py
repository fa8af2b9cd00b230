"""A draft poured into the unit's own Word file."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping

from drafter.drafting.binding import printed
from drafter.drafting.desk import Desk
from drafter.model.document import Block, Document, Paragraph, Role, plain
from drafter.model.outline import Facts
from drafter.model.stylesheet import Stylesheet
from drafter.problems import InputProblem, Problem
from drafter.problems import Place as Where
from drafter.readers import word_package
from drafter.storage import files
from drafter.writers.docx.letterhead import BODY, DOCUMENT, STYLES, Letterhead, Place

_BY_ROLE = {
    role.value: role
    for role in (
        Role.TITLE, Role.SUBTITLE, Role.STAGE, Role.DATE, Role.SPEAKER, Role.SALUTATION, Role.ADDRESSEE,
        Role.SIGNATURE, Role.SIGNING_DATE, Role.NOTE,
    )
}  # fmt: skip
"""Places that a paragraph of the draft fills: it then leaves the body."""

_SIGNED = (Role.SIGNATURE, Role.SEALED_SIGNATURE, Role.SIGNER)
_PARTS = re.compile(r"word/(?:document|styles|header\d*|footer\d*)\.xml")


def filled(desk: Desk, path: str, document: Document, facts: Facts, sheet: Stylesheet, base: bytes) -> bytes:
    """The Word file at this path with the draft in its places.

    What a place of its own takes (标题, 日期, …) leaves the body, and so does the header block:
    a letterhead brings its own.

    Raises:
        InputProblem: it cannot be read, has no place for the body, or a place of no known name.

    """
    package = word_package.without_reach(word_package.read(files.read_bytes(desk.base / path, path), path))
    roots = {part: package.xml(part) for part in package.parts if _PARTS.fullmatch(part)}
    if STYLES not in roots:
        raise InputProblem(Problem("bad-word-file", "这个 Word 文件里没有样式", Where(path)))
    head = Letterhead(roots, package.parts)
    values = _values(document, facts)
    places = head.places()
    problems = _problems(places, values, path)
    if problems:
        raise InputProblem(*problems)
    used = {_BY_ROLE[place.name] for place in places if place.name in _BY_ROLE}
    rows = {place.name for place in places if place.name in _rows(document, Role.IMPRINT)}
    left = {Role.HEADER} | used | ({Role.IMPRINT} if rows else set())
    left |= set(_SIGNED) if Role.SIGNATURE in used else set()
    body = Document(tuple(block for block in document.blocks if not _is(block, left)))
    return head.fill(values, body, sheet, base)


def _is(block: Block, roles: set[Role]) -> bool:
    return isinstance(block, Paragraph) and block.role in roles


def _values(document: Document, facts: Facts) -> dict[str, str]:
    """What may stand in a place, by name: the draft's own lines, then its facts."""
    values = {name: f"〔待补：{name}〕" if fact is None else printed(fact) for name, fact in facts.items()}
    values |= {name: "".join(_lines(document, role)) for name, role in _BY_ROLE.items()}
    values[Role.SIGNATURE.value] = "　".join(line for role in _SIGNED for line in _lines(document, role))
    return values | _rows(document, Role.HEADER) | _rows(document, Role.IMPRINT)


def _lines(document: Document, role: Role) -> list[str]:
    return [
        plain(block.content)
        for block in document.blocks
        if _is(block, {role}) and isinstance(block, Paragraph)
    ]


def _rows(document: Document, role: Role) -> dict[str, str]:
    """The lines 名称：值 of the header block or the imprint, by name."""
    rows = (line.partition("：") for line in _lines(document, role))
    return {name: value for name, colon, value in rows if colon}


def _problems(places: list[Place], values: Mapping[str, str], path: str) -> list[Problem]:
    """What is wrong with the places of the file, each with its paragraph."""
    problems = []
    bodies = [place for place in places if place.name == BODY]
    for place in places:
        where = Where(path, paragraph=place.paragraph if place.part == DOCUMENT else None)
        shown = f"“{place.text.strip()[:30]}”"
        if not place.name:
            hint = "写成 {{ 标题 }}，花括号成对，中间不要换行"
            problems.append(Problem("bad-field", f"{shown}里的 {{{{ }}}} 没有写完整", where, hint=hint))
        elif place.name == BODY and (place.part != DOCUMENT or place.text.strip().strip("{} ") != BODY):
            hint = "{{ 正文 }} 要在正文里单独占一段"
            problems.append(Problem("bad-field", f"{shown}里的 {{{{ 正文 }}}} 位置不对", where, hint=hint))
        elif place.name != BODY and place.name not in values:
            near = difflib.get_close_matches(place.name, values, n=1, cutoff=0.5)
            hint = (
                f"是不是“{near[0]}”？"
                if near
                else f"可以用：正文、{'、'.join(list(_BY_ROLE))}，和“数据”里的名称"
            )
            problems.append(
                Problem("unknown-field", f"没有“{place.name[:20]}”可填（{shown}）", where, hint=hint)
            )
    if len(bodies) != 1 and not problems:
        message = "没有给正文留地方" if not bodies else f"有 {len(bodies)} 处 {{{{ 正文 }}}}"
        hint = "在要放正文的地方单写一段 {{ 正文 }}，只写一处"
        problems.append(Problem("bad-field", f"这个 Word 模板{message}", Where(path), hint=hint))
    return problems
