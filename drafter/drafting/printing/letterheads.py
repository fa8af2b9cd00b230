"""A draft poured into the unit's own Word file."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from dataclasses import replace

from drafter.drafting.binding import FoundGap, printed
from drafter.model.document import Block, Document, Paragraph, Role, plain
from drafter.model.outline import Facts, unbracketed
from drafter.model.stylesheet import Stylesheet
from drafter.problems import InputProblem, Place, Problem, Severity
from drafter.readers.intake import limits
from drafter.readers.word import look as word_look
from drafter.readers.word import package as word_package
from drafter.readers.word import styles as word_styles
from drafter.readers.word.package import Package
from drafter.session.session import Session
from drafter.storage import files
from drafter.wordml import W
from drafter.writers.docx.properties import Properties, core
from drafter.writers.word_files.letterheads.letterhead import BODY, LOGIC, WIDE, Letterhead, Slot
from drafter.writers.word_files.letterheads.rebuilt import CORE, Rebuilt, rebuilt

_BY_ROLE = {
    role.value: role
    for role in (
        Role.TITLE, Role.SUBTITLE, Role.STAGE, Role.DATE, Role.SPEAKER, Role.SALUTATION, Role.ADDRESSEE,
        Role.SIGNATURE, Role.SIGNING_DATE, Role.NOTE,
    )
}  # fmt: skip
"""Places that a paragraph of the draft fills: it then leaves the body."""

_MOST_PLACES = 1_000
_WITH_PLACES = ("header", "footer", "footnotes", "endnotes")
"""The parts beside the text that may have places."""

_HEADER = ("份号", "密级", "紧急程度", "发文机关标志", "发文字号", "签发人")
_IMPRINT = ("抄送", "印发机关", "印发日期")
_SIGNED = (Role.SIGNATURE, Role.SEALED_SIGNATURE, Role.SIGNER)


def opened(session: Session, path: str) -> Letterhead:
    """The Word file at this path, ready to be filled; see `_package`."""
    package, _ = _package(session, path)
    styles = next(iter(package.related("styles")), "")
    beside = [part for kind in _WITH_PLACES for part in package.related(kind)]
    roots = {part: package.tree(part) for part in package.parts if part in (package.main, styles, *beside)}
    if styles not in roots or (roots[package.main].tag, roots[styles].tag) != (f"{W}document", f"{W}styles"):
        raise InputProblem(Problem("bad-word-file", "这个 Word 文件里没有样式或正文", Place(path)))
    return Letterhead(roots, package.parts, package.main, styles)


def _package(session: Session, path: str) -> tuple[Package, Rebuilt]:
    """The Word file at this path as far as it may be a letterhead, read once a run, and how it was made anew.

    Raises:
        InputProblem: it cannot be read, or is in Word's strict form.

    """
    return session.once(("letterhead", path), lambda: _rebuilt(session, path))


def _rebuilt(session: Session, path: str) -> tuple[Package, Rebuilt]:
    package = word_package.read(files.read_bytes(session.base / path, path), path)
    if package.is_strict:
        raise package.refuse_strict("不能当信头")
    made = rebuilt(package.parts, package.main, package.tree, word_styles.read(package).hiding)
    return replace(package, parts=made.parts), made


def left_behind(session: Session, path: str) -> tuple[Problem, ...]:
    """Warnings for what did not come along: what of the letterhead acts by itself or reaches elsewhere, and what of a
    draft was in it.
    """
    _, made = _package(session, path)
    said = (
        (made.left, "成稿里不放会自己运行、会去别处取内容的东西", "信头只取文字、版式和图片；链接的图片在 Word 里改成嵌入再来"),
        (made.settled, "成稿里只放印得出来的；修订按接受算，插入的留下，删除的不要", "要印的字，在 Word 里取消隐藏，修订处理完，再来"),
    )  # fmt: skip
    return tuple(
        Problem(
            "left-behind", f"信头里的{'、'.join(names)}没有带过来：{why}", Place(path), Severity.WARNING, hint
        )
        for names, why, hint in said
        if names
    )


def filled(
    session: Session,
    path: str,
    document: Document,
    facts: Facts,
    sheet: Stylesheet,
    properties: Properties,
    pages: Sequence[int] = (),
) -> bytes:
    """The Word file at this path with the draft in its places; `properties` and `pages` as in the Word writer.

    The text looks as the place of the body does, where that is formatted, else as the style says.

    What a place of its own takes (标题, 日期, …) leaves the body, and so does the header block:
    a letterhead brings its own.

    Raises:
        InputProblem: it cannot be read, has no place for the body, or a place of no known name.

    """
    head = opened(session, path)
    head.parts = {**head.parts, CORE: core(properties).encode("utf-8")}
    package = _package(session, path)[0]
    sheet = word_look.on_page_of(package, word_look.read_at_place(package, BODY, sheet))
    values = _values(document, facts)
    places = head.places()
    if (
        len(places) > _MOST_PLACES
        or sum(len(values.get(place.name, "")) for place in places) > limits.MOST_CHARACTERS
    ):
        raise limits.too_large(path, limits.over("信头里要填的", _MOST_PLACES, "处"))
    problems = _problems(places, values, path)
    if problems:
        raise InputProblem(*problems)
    taken = {place.name for place in places}
    body = Document(tuple(block for block in document.blocks if not _has_left(block, taken)))
    return head.fill(values, body, sheet, session.stylesheets.base_of(sheet), pages)


def open_places(session: Session, path: str, facts: Facts) -> list[FoundGap]:
    """The places of the file that wait for a fact which is still open."""
    return [
        FoundGap(place.name, f"〔待补：{place.name}〕", place.paragraph, place.text.strip()[:30])
        for place in opened(session, path).places()
        if place.name in facts and facts[place.name] is None
    ]


def unplaced(session: Session, path: str, document: Document, facts: Facts) -> tuple[Problem, ...]:
    """A warning for what stands in the draft's header block and has no place in the file, and for what looks like a place
    and is none; nothing where the file cannot be filled, since nothing is printed then.
    """
    head = opened(session, path)
    places, values = head.places(), _values(document, facts)
    if _problems(places, values, path):
        return ()
    return (*_almost(head, values, path), *_not_placed(places, document, path))


def _almost(head: Letterhead, values: Mapping[str, str], path: str) -> tuple[Problem, ...]:
    return tuple(
        Problem(
            "looks-like-field",
            f"“{text}”照原样印了",
            Place(path, paragraph=paragraph),
            Severity.WARNING,
            f"要填的位置写成 {{{{ {text.strip('${}【】 ')} }}}}",
        )
        for paragraph, text in head.almost({BODY, *values})
    )


def _not_placed(places: list[Slot], document: Document, path: str) -> tuple[Problem, ...]:
    taken = {place.name for place in places}
    rows = _rows(document, Role.HEADER)
    left = [name for name in _HEADER if name in rows and name not in taken and name != "发文机关标志"]
    if not left:
        return ()
    message = f"信头里没有{'、'.join(left)}的位置，这次没有印"
    hint = "在信头里要印的地方写上 " + "、".join(f"{{{{ {name} }}}}" for name in left)
    return (Problem("not-printed", message, Place(path), Severity.WARNING, hint),)


def _has_left(block: Block, taken: set[str]) -> bool:
    """Whether a block stands in a place of its own, or in none, instead of the body."""
    if not isinstance(block, Paragraph):
        return False
    if block.role is Role.HEADER:
        return True
    if block.role is Role.IMPRINT:
        return plain(block.content).partition("：")[0] in taken
    if block.role in _SIGNED:
        return Role.SIGNATURE.value in taken
    return block.role.value in taken and block.role in _BY_ROLE.values()


def _values(document: Document, facts: Facts) -> dict[str, str]:
    """What may stand in a place, by name: the draft's own lines, then its facts."""
    values = {
        name: f"〔待补：{name}〕" if fact is None else fact.lines or printed(fact)
        for name, fact in facts.items()
    }
    values |= {name: "".join(_lines(document, role)) for name, role in _BY_ROLE.items()}
    values[Role.SIGNATURE.value] = "\u3000".join(line for role in _SIGNED for line in _lines(document, role))
    date, signed = Role.DATE.value, Role.SIGNING_DATE.value
    values[date] = values[date] or values[signed]
    values[signed] = values[signed] or unbracketed(values[date])
    values |= dict.fromkeys((*_HEADER, *_IMPRINT), "")
    return values | _rows(document, Role.HEADER) | _rows(document, Role.IMPRINT)


def _lines(document: Document, role: Role) -> list[str]:
    return [
        plain(block.content)
        for block in document.blocks
        if isinstance(block, Paragraph) and block.role is role
    ]


def _rows(document: Document, role: Role) -> dict[str, str]:
    """The lines 名称：值 of the header block or the imprint, by name; several of one name in one."""
    rows: dict[str, str] = {}
    for name, colon, value in (line.partition("：") for line in _lines(document, role)):
        if colon:
            rows[name] = f"{rows[name]}\u3000{value}" if name in rows else value
    return rows


def _problems(places: list[Slot], values: Mapping[str, str], path: str) -> list[Problem]:
    """What is wrong with the places of the file, each with its paragraph."""
    problems = [problem for place in places for problem in _wrong(place, values, path)]
    bodies = sum(place.name == BODY for place in places)
    if bodies != 1 and not problems:
        message = "没有给正文留地方" if not bodies else f"有 {bodies} 处 {{{{ 正文 }}}}"
        hint = "在要放正文的地方单写一段 {{ 正文 }}，只写一处"
        problems.append(Problem("bad-field", f"这个 Word 模板{message}", Place(path), hint=hint))
    return problems


def _wrong(place: Slot, values: Mapping[str, str], path: str) -> list[Problem]:
    """What is wrong with one place; nothing where it is right."""
    where = Place(path, paragraph=place.paragraph if place.in_text else None)
    shown = f"“{place.text.strip()[:30]}”"
    if place.slip == LOGIC:
        hint = "有的印、没有的不印，由大纲和文种定；信头里只写 {{ 名称 }}"
        return [Problem("bad-field", f"{shown}信头里不能用", where, hint=hint)]
    if place.slip == WIDE:
        name = place.text.strip("｛｝{}%％ \u3000")
        return [Problem("bad-field", f"{shown}用了全角花括号", where, hint=f"写成 {{{{ {name} }}}}")]
    if not place.name and place.beside:
        hint = "改写在段落、表格或文本框里"
        return [Problem("bad-field", f"{shown}写在{place.beside}里，填不了", where, hint=hint)]
    if not place.name:
        hint = "写成 {{ 标题 }}，花括号成对，中间不要换行"
        return [Problem("bad-field", f"{shown}里的 {{{{ }}}} 没有写完整", where, hint=hint)]
    if place.name == BODY:
        return _wrong_body(place, shown, where)
    if place.name in values:
        return []
    near = difflib.get_close_matches(place.name, values, n=1, cutoff=0.5)
    known = "、".join((BODY, *_BY_ROLE, *_HEADER, *_IMPRINT))
    hint = f"是不是“{near[0]}”？" if near else f"可以用：{known}，和“数据”里的名称"
    return [Problem("unknown-field", f"没有“{place.name[:20]}”可填（{shown}）", where, hint=hint)]


def _wrong_body(place: Slot, shown: str, where: Place) -> list[Problem]:
    """What is wrong with the place of the body, which the text takes as a whole paragraph."""
    if not place.in_text or place.text.strip().strip("{} ") != BODY:
        hint = "{{ 正文 }} 要在正文里单独占一段"
        return [Problem("bad-field", f"{shown}里的 {{{{ 正文 }}}} 位置不对", where, hint=hint)]
    if place.beside:
        hint = f"{{{{ 正文 }}}} 要单独占一段：把{place.beside}剪切下来，粘贴到别的段落"
        return [
            Problem("bad-field", f"{{{{ 正文 }}}} 那一段里还有{place.beside}，会被正文盖掉", where, hint=hint)
        ]
    return []
