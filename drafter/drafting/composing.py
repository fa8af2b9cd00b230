"""An outline through its template: the document that they make, facts still references."""

from __future__ import annotations

from dataclasses import replace

from drafter.model.document import Document
from drafter.model.outline import Outline
from drafter.model.template import Template
from drafter.problems import InputProblem, Place, Problem, has_errors
from drafter.readers.intake import characters
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
        _refuse_unprintable(text, template)
    document, problems = markdown.read(text, f"{template.name}.md.j2", data["part_names"], slots)
    if has_errors(problems):
        # Their lines are those of the rendered text, which nobody has: name the template alone.
        where = Place(f"{template.name}.md.j2")
        raise InputProblem(*(replace(problem, place=where) for problem in problems))
    return document


def _refuse_unprintable(text: str, template: Template) -> None:
    """Says no to what a template prints in its own words and no page can hold; the outline's were looked at before."""
    bad = characters.unprintable(text)
    if bad is not None:
        message = f"模板 {template.name} 印了不能用的字符 U+{ord(bad[0]):04X}"
        hint = "在模板里删去这个字符，引号里的写法（如 \\x02）也算"
        raise InputProblem(Problem("bad-character", message, Place(f"{template.name}.md.j2"), hint=hint))
