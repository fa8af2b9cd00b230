"""Outlines on which a template is tried: with every part, with the needed ones, with none."""

from __future__ import annotations

from drafter.model.document import Document, text_of
from drafter.model.outline import AgendaItem, Occasion, Outline, Part, Point, Section, Speaker
from drafter.model.template import Template
from drafter.problems import Place, Problem


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
            "试排会议", "试排地点", "试排主办", (AgendaItem("试排单位甲", "发言", "", "刚才"),)
        ),
        parts=parts,
    )
    return [about, Outline(parts=tuple(part for part in parts if part.role in needed)), Outline()]


def _part(role: str, chinese: str) -> Part:
    points = tuple(Point(title=f"{chinese}要点{n}", text=(f"{chinese}正文{n}。",)) for n in "甲乙")
    if role in ("opening", "closing"):
        return Part(role, (f"{chinese}文字。",))
    return Part(role, (Section(heading=f"{chinese}小标题", points=points, tail=(f"{chinese}小结。",)),))


def lost(document: Document, outline: Outline, path: str) -> list[Problem]:
    """A problem for each text of the outline that the page does not hold."""
    page = text_of(document)
    said = [outline.title, *(text for part in outline.parts for item in part.items for text in _said(item))]
    return [
        Problem("lost-text", f"大纲里的“{text}”没有印出来", Place(path), hint="模板里把这一部分排上")
        for text in said
        if text and text not in page
    ]


def _said(item: str | Section) -> list[str]:
    """Every text of a part's item, titles included."""
    if isinstance(item, str):
        return [item]
    points = [text for point in item.points for text in (point.title, *point.text)]
    tail = item.tail if isinstance(item.tail, tuple) else ()
    return [item.heading, *points, *tail]
