"""What a template declares about itself, and its text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from drafter.model import vocabulary
from drafter.records import Record

CATEGORIES = ("讲话发言", "会议", "公文", "总结汇报", "计划方案", "信息简报", "书信", "辅助")
"""The kinds that lists group templates by, in their order; a template of no kind goes first."""


LAST = 1000.0
"""The place in its kind of a template that says none."""

_KNOWN = vocabulary.spellings(vocabulary.ROLES)


def place_in_lists(category: str, order: float) -> tuple[int, float]:
    """Where a template stands in lists: by its kind, then by how often it is written."""
    return (CATEGORIES.index(category) if category in CATEGORIES else -1), order


class TemplateRole(Record):
    """A part that the template takes, with what a writer should put there.

    `layout` and `marks` are how its points are set where the outline does not say.
    """

    name: str
    chinese: str
    prompt: str = ""
    required: bool = False
    layout: str = ""
    marks: str = ""


class Template(Record):
    """A template's front matter and body. Roles stand in the order of the finished text.

    `ours`: it is shipped, and so is all that it can import. `form` is that of its header block, `audience` an example
    of whom it addresses. `owners`: points say who answers for them; `meeting`: the occasion is told in sections of its
    own (role agenda); `digest`: it prints only some of what the outline says; `views`: the tables over the outline
    that the template asks for (facts, assignments); `registers`: those that it speaks in where the outline names
    none, all where it says nothing.
    """

    name: str
    category: str = ""
    order: float = LAST
    about: str = ""
    aliases: tuple[str, ...] = ()
    style: str = ""
    form: str = ""
    audience: tuple[str, ...] = ()
    numbering: tuple[str, ...] = ()
    roles: tuple[TemplateRole, ...] = ()
    any_role: bool = False
    owners: bool = False
    meeting: bool = False
    digest: bool = False
    views: tuple[str, ...] = ()
    registers: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    body: str = ""
    body_line: int = 1
    ours: bool = field(default=False, compare=False)

    def role(self, name: str) -> TemplateRole | None:
        """The declaration of the role of this name, None where the template has none."""
        for role in self.roles:
            if role.name == name:
                return role
        return None

    def role_spellings(self) -> Mapping[str, str]:
        """Every accepted spelling of the roles that the template takes, with their names."""
        if self.any_role:
            return _KNOWN
        taken = {role.name for role in self.roles} | {"body"}
        spellings = {spelling: name for spelling, name in _KNOWN.items() if name in taken}
        for role in self.roles:
            spellings.setdefault(role.name, role.name)
            spellings[role.chinese] = role.name  # what the template calls it goes first
        return spellings
