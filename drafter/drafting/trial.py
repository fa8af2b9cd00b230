"""Outlines on which a template is tried: with every part, with the needed ones, with none."""

from __future__ import annotations

from drafter.model import vocabulary
from drafter.model.document import Document, text_of
from drafter.model.outline import AgendaItem, Occasion, Outline, Part, Point, Section, Speaker, Tail
from drafter.model.template import Template
from drafter.problems import Place, Problem
from drafter.readers.intake import characters
from drafter.readers.outline import outline as outline_yaml
from drafter.writers import outline_yaml as outline_writer

_KEYS = vocabulary.spellings(vocabulary.OUTLINE)


def outlines(template: Template) -> list[Outline]:
    """Outlines of every size for this template, each text in them told apart by its words."""
    parts = tuple(_part(role.name, role.chinese) for role in template.roles) or (_part("body", "主体"),)
    needed = {role.name for role in template.roles if role.required}
    about = Outline(
        title="试排标题",
        subtitle="试排副标题",
        date="2026年1月1日",
        speaker=Speaker("试排人", "试排职务", "试排单位"),
        audience=("试排称谓",),
        occasion=Occasion(
            name="试排会议",
            place="试排地点",
            host="试排主办",
            agenda=(AgendaItem("试排单位甲", "发言", "", "刚才"),),
        ),
        parts=parts,
    )
    tried = [about, Outline(parts=tuple(part for part in parts if part.role in needed)), Outline()]
    return [_typed(outline, template) for outline in tried]


def _typed(outline: Outline, template: Template) -> Outline:
    """The outline as it is read from a file: its texts know where they were typed, as a person's do."""
    source, _ = outline_yaml.parse(outline_writer.write(outline, template=template), "试排.yaml")
    return outline_yaml.read(source, template.role_spellings())[0] if source is not None else outline


def _part(role: str, chinese: str) -> Part:
    """A part that says something in every place where a part can."""
    if role in ("opening", "closing"):
        return Part(role, (f"{chinese}文字。",))
    points = tuple(
        Point(title=f"{chinese}要点{n}", text=(f"{chinese}正文{n}。",), tail=(f"{chinese}尾{n}。",))
        for n in "甲乙"
    )
    tail = Tail(
        (f"{chinese}再说：",), (Point(text=(f"{chinese}再点",)),), (f"{chinese}小结。",), layout="inline"
    )
    own = Section(heading=f"{chinese}小标题", lead=(f"{chinese}导语。",), points=points, tail=tail)
    bare = Section(heading=f"{chinese}又一节", points=points, layout="inline")
    return Part(role, (own, bare, f"{chinese}另一段。"))


def lost(document: Document, outline: Outline, template: Template, path: str) -> list[Problem]:
    """A problem for each text of the outline that the page does not hold, or that came out wrong."""
    page = text_of(document)
    said = [outline.title, outline.subtitle, *(outline.audience if _takes_audience(template) else ())]
    said += [text for part in outline.parts for item in part.items for text in _said(item)]
    problems = [
        Problem("lost-text", f"大纲里的“{text}”没有印出来", Place(path), hint="模板里把这一部分排上")
        for text in said
        if text and text not in page and not template.digest
    ]
    if characters.unusable(page):
        hint = "文字要单独成段印出来，不要拆开、改写"
        problems.append(Problem("private-character", "印出来的文字里混进了内部记号", Place(path), hint=hint))
    return problems


def _takes_audience(template: Template) -> bool:
    """Whether a salutation belongs to the template: official documents have addressees instead."""
    keys = {_KEYS.get(key, key) for key in template.keys}
    return not keys or "audience" in keys


def _said(item: str | Section | Point | Tail) -> list[str]:
    """Every text of a part's item, titles included."""
    match item:
        case str():
            return [item]
        case Section():
            own = [item.heading, *item.lead]
        case Point():
            own = [item.title, *item.text]
        case Tail():
            own = list(item.lead)
    tail = _said(item.tail) if isinstance(item.tail, Tail) else list(item.tail)
    return [*own, *(text for point in item.points for text in _said(point)), *tail]
