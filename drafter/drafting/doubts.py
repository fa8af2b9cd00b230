"""What is wrong, or most likely so, with an outline as a whole: references, settings, parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from drafter.drafting.options import Options
from drafter.drafting.reuse import texts_of
from drafter.model import vocabulary
from drafter.model.document import Document, paragraphs, pieces, text_of
from drafter.model.outline import Facts, Official, Outline, Reference, Section
from drafter.model.template import Template
from drafter.model.words import origin_of
from drafter.numerals import NO_MARK_SPELLINGS
from drafter.patterns import pattern
from drafter.problems import Place, Problem, Severity
from drafter.readers.yaml.reading import Guesses
from drafter.session.session import Session
from drafter.templating.context import missing_roles, points_in

_SHOWN = 12
"""Characters of a text that says which part is meant."""

_LONGEST = 30
"""Characters of what is not on the page that are told."""

_BETWEEN = pattern(r"[\s（）()：:，,。；;、]+")

_ROLES = vocabulary.spellings(vocabulary.ROLES)
_CHINESE = vocabulary.chinese(vocabulary.ROLES)


def find_unknown_references(outline: Outline) -> list[Problem]:
    """References to no fact, to no part of a fact, or to no part of the outline."""
    problems = []
    facts = outline.facts
    guesses, parts = Guesses(lambda: dict.fromkeys(facts, "")), Guesses(lambda: _ROLES)
    points = {role: points_in(outline, role) for role in _counted(outline)}
    for reference in outline.references:
        if reference.attribute == vocabulary.COUNT:
            message, hint = _wrong_count(reference.name, points, parts)
        else:
            message, hint = _wrong(reference, facts, guesses)
        if message:
            problems.append(Problem("unknown-fact", message, reference.place, hint=hint))
    return problems


def find_unused_settings(outline: Outline, options: Options, name: str) -> list[Problem]:
    """Facts that were set one by one and that nothing refers to: most likely misspelt."""
    used = dict.fromkeys(reference.name for reference in outline.references)
    known = {name: "" for name in used if name != vocabulary.COUNT}
    guesses = Guesses(lambda: known)
    if options.letterhead:
        return []  # the letterhead may hold what the text does not
    return [
        Problem(
            "unused-setting",
            f"--set 的“{setting}”文中没有用到",
            Place(name),
            Severity.WARNING,
            guesses.hint(setting) if known else "",
        )
        for setting in options.settings
        if setting not in used
    ]


def _counted(outline: Outline) -> set[str]:
    """The parts whose points references ask for, each once however often it is asked for."""
    asked = {one.name for one in outline.references if one.attribute == vocabulary.COUNT}
    return asked.intersection(_ROLES)


def _wrong_count(name: str, points: Mapping[str, int], parts: Guesses) -> tuple[str, str]:
    """What is wrong with a reference to the number of a part's points and what to write instead; "" where nothing is."""
    if name not in points:
        return f"没有“{name}”这一部分可数", parts.hint(name)
    return ("", "") if points[name] else (f"“{name}”里没有要点可数", "写上那一部分的要点，或改成别的部分")


def _wrong(reference: Reference, facts: Facts, guesses: Guesses) -> tuple[str, str]:
    """What is wrong with a reference to a fact and what to write instead; "" where nothing is."""
    name, attribute = reference.name, reference.attribute
    if name == vocabulary.COUNT and not attribute:
        return "", ""
    if name not in facts:
        return f"数据里没有“{name}”", guesses.hint(name) if facts else f"在“数据”里加一行 {name}: 值"
    if attribute and attribute not in vocabulary.FACT_PARTS:
        return f"数据没有“.{attribute}”这一项", "可以用：.数 .单位 .来源 .截至 .姓名 .职务"
    return "", ""


def find_unheaded_parts(outline: Outline, template: Template, name: str) -> list[Problem]:
    """Parts whose points would count from 一、 beside headings that do so too, or beside points of another part."""
    if template.any_role:
        return []
    sections = [
        (part.role, item) for part in outline.parts for item in part.items if isinstance(item, Section)
    ]
    own = {role.name for role in template.roles if role.layout == "inline" or role.marks}
    bare = [
        (role, _first_words(section))
        for role, section in sections
        if not section.heading and section.points and section.layout != "inline" and not section.marks
        if role not in own or section.layout
    ]
    if len(bare) < 2 and not any(section.heading for _, section in sections):
        return []
    return [
        Problem(
            "no-heading",
            f"“{_called(role, template)}”{begun}没有写小标题，它的要点会和别的部分一样从“一、”排起",
            Place(name),
            Severity.WARNING,
            "写上小标题，或加 排法: 段内",
        )
        for role, begun in bare
    ]


def _first_words(section: Section) -> str:
    """Which points of a part without a heading are meant: by what the first of them says."""
    said = next((text for text in texts_of(section) if text), "")
    return f"（“{said[:_SHOWN]}”那一组）" if said else ""


def _called(role: str, template: Template) -> str:
    """What a part is called: by the template, where it says so."""
    own = template.role(role)
    return (own.chinese if own is not None else "") or _CHINESE.get(role, role)


def find_parts_left_out(document: Document, outline: Outline, template: Template, name: str) -> list[Problem]:
    """The parts of which not a text is on the page: a person's template may have forgotten them."""
    if template.ours or template.digest:
        return []
    origins = (origin for _, content in paragraphs(document) for _, origin in pieces(content))
    printed = {id(origin.passage) for origin in origins if origin is not None}
    page = text_of(document)
    return [
        Problem(
            "not-printed",
            f"“{_called(part.role, template)}”没有印出来，模板 {template.name} 没有排它",
            Place(name),
            Severity.WARNING,
            "在模板里排上这一部分，或换一个模板",
        )
        for part in outline.parts
        if not any(_prints(text, printed, page) for text in _texts(part.items))
    ]


def find_basis_left_out(document: Document, outline: Outline, template: Template, name: str) -> list[Problem]:
    """What a meeting carries out, where it is given to a guest's speech: there the host says it."""
    if template.style != "speech" or not outline.occasion or not outline.occasion.basis:
        return []
    page = text_of(document)
    return [
        Problem(
            "not-printed",
            f"“上级精神”没有印出来：{text}。{template.name}不说会议贯彻什么",
            Place(name),
            Severity.WARNING,
            "要说的，写进“开头”",
        )
        for text in (basis.rstrip("。；，") for basis in outline.occasion.basis)
        if text not in page
    ]


def find_words_left_out(
    document: Document, outline: Outline, template: Template, name: str, final: bool
) -> list[Problem]:
    """What stands about the text and is not on the page: the genre has no place for it."""
    if template.digest:
        return []
    origins = (origin for _, content in paragraphs(document) for _, origin in pieces(content))
    printed = {id(origin.passage) for origin in origins if origin is not None}
    page = _squeezed(text_of(document))
    return [
        Problem(
            "not-printed",
            f"“{key}”没有印出来：{text[:_LONGEST]}。{template.name}不排{key}",
            Place(name),
            Severity.WARNING,
            f"要印的写进正文，或换一个排{key}的文体；不印就删去",
        )
        for key, texts in _about(outline, final)
        for text in texts
        if "{{" not in text
        and not _prints(_squeezed(text), printed, page)
        and not _prints(text, printed, page)
    ]


def _squeezed(text: str) -> str:
    """A text without white space and without the marks that end a line or go round it."""
    return _BETWEEN.sub("", text)


def _about(outline: Outline, final: bool) -> Iterator[tuple[str, Iterable[str]]]:
    """What an outline says about its text, by its key; a final copy bears no stage."""
    official = outline.official or Official()
    yield "副标题", filter(None, (outline.subtitle,))
    yield "稿次", filter(None, () if final else (outline.stage,))
    yield "题上", outline.above_title
    yield "题下", outline.under_title
    yield "称谓", outline.audience
    yield "主送", outline.addressees
    yield "讲话人", filter(None, (outline.speaker.name if outline.speaker else "",))
    for key, said in (
        ("份号", official.copy), ("紧急程度", official.urgency), ("发文字号", "" if official.number in NO_MARK_SPELLINGS else official.number), ("附注", official.note),
        ("联系人", official.contact), ("值班电话", official.phone), ("报送时限", official.report_by),
    ):  # fmt: skip
        yield key, filter(None, (said,))
    for key, several in (("签发人", official.signers), ("抄送", official.copies), ("发往", official.sent_to)):
        yield key, several


def _texts(items: tuple[str | Section, ...]) -> Iterator[str]:
    for item in items:
        yield from texts_of((item,) if isinstance(item, str) else item)


def _prints(text: str, printed: set[int], page: str) -> bool:
    """Whether a text of an outline is on the page, by where it was typed or by what it says."""
    origin = origin_of(text)
    return (origin is not None and id(origin.passage) in printed) or text in page


_PRINTED_BY = {
    "attachments": ("附件", "attachments"),
    "contents": ("目录", "table_of_contents"),
    "secrecy": ("密级", "secrecy"),
}
"""What an outline may hold and not every genre prints: its key, and what a template calls it."""


def find_unprinted(session: Session, outline: Outline, template: Template, name: str) -> list[Problem]:
    """What the outline holds and its genre has no place for."""
    held = [name for name in _PRINTED_BY if getattr(outline, name)]
    if not held or template.digest:
        return []
    said = session.templates.words_of(template)
    return [
        Problem(
            "not-printed",
            f"{template.name}不排“{key}”",
            Place(name),
            Severity.WARNING,
            f"换一个排{key}的文体，或删去这一项",
        )
        for key, word in (_PRINTED_BY[field_name] for field_name in held)
        if word not in said
    ]


def find_open_opinions(outline: Outline, name: str, severity: Severity = Severity.WARNING) -> list[Problem]:
    """What people said of the draft and nobody has decided about."""
    return [
        Problem(
            "open-opinion",
            f"{one.who or '有人'}的意见还没有办：{one.words[:_LONGEST]}"
            + (f"（{one.at}）" if one.at else ""),
            Place(name),
            severity,
            "办了的写 办理: 已改，不采纳的写 办理: 未改",
        )
        for one in outline.opinions
        if one.is_open
    ]


def find_missing_parts(outline: Outline, template: Template, name: str) -> list[Problem]:
    """The parts that the template cannot do without: they print as gaps for now."""
    return [
        Problem(
            "missing-part",
            f"还没有写“{role.chinese}”，{template.name}要有这一部分",
            Place(name),
            Severity.WARNING,
            role.prompt,
        )
        for role in missing_roles(outline, template)
    ]
