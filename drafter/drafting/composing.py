"""An outline through its template: the document that they make, facts still references."""

from __future__ import annotations

from dataclasses import replace

from drafter.model.document import Document
from drafter.model.outline import Outline
from drafter.model.template import Template
from drafter.problems import InputProblem, Place, has_errors
from drafter.readers.markdown import document as markdown
from drafter.session.session import Session
from drafter.templating import context, guard


def compose(session: Session, outline: Outline, template: Template, final: bool = False) -> Document:
    """What the template makes of the outline; with `final` the stage is left out.

    Raises:
        InputProblem: the template is broken.

    """
    data = context.build(outline, template, final)
    if template.ours:
        text, slots = session.renderer.markdown(template, data)
    else:  # others run in a process of their own, with limits
        text, slots = guard.markdown(template, data, session.templates.imported)
    document, problems = markdown.read(text, f"{template.name}.md.j2", data["part_names"], slots)
    if has_errors(problems):
        # Their lines are those of the rendered text, which nobody has: name the template alone.
        where = Place(f"{template.name}.md.j2")
        raise InputProblem(*(replace(problem, place=where) for problem in problems))
    return document
