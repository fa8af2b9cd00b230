"""The templates of one run, each read once, with what they take from those that they extend."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from drafter.model.template import Template
from drafter.patterns import pattern
from drafter.problems import InputProblem, has_errors
from drafter.readers import template_file
from drafter.session.lookup import path_of
from drafter.storage import catalogue
from drafter.storage.places import Places

_EXTENDS = pattern(r'{%-?\s*extends\s+["\']([^"\']+)["\']')
INHERITED = (
    "category", "style", "form", "audience", "numbering", "roles", "keys", "any_role", "owners", "meeting",
    "digest", "views",
)  # fmt: skip
"""What a template takes from the one that it extends where it says nothing itself."""


class Templates:
    """Finds and keeps templates; paths are looked up below `base`."""

    def __init__(self, places: Places, base: Path) -> None:
        self._places = places
        self._base = base
        self._known: dict[str, Template] = {}

    def named(self, name: str) -> Template:
        """The template of this name, alias or path.

        Raises:
            InputProblem: there is none, or its front matter is wrong.

        """
        if name not in self._known:
            self._known[name] = self._parse(path_of(self._places, self._base, "templates", name))
        return self._known[name]

    def imported(self, name: str) -> Template | None:
        """A template for another's `import`: by name alone, never by a path."""
        path = catalogue.path_of(self._places, "templates", name)
        return self._parse(path) if path is not None else None

    def words_of(self, template: Template) -> str:
        """The template's own text with that of the templates that it stands on."""
        words, met = template.body, {template.name}
        parent = self._parent(template)
        while parent is not None and parent.name not in met:
            words += parent.body
            met.add(parent.name)
            parent = self._parent(parent)
        return words

    def _parent(self, template: Template) -> Template | None:
        """The template that this one extends; None where it extends none, or none that is known."""
        match = _EXTENDS.search(template.body)
        name = match[1].removesuffix(".md.j2") if match else ""
        path = catalogue.path_of(self._places, "templates", name) if name != template.name else None
        return template_file.read(catalogue.text(path), name)[0] if path is not None else None

    def _parse(self, path: Path) -> Template:
        template, problems = template_file.read(catalogue.text(path), path.name.removesuffix(".md.j2"))
        if has_errors(problems):
            raise InputProblem(*(problem.in_source(str(path)) for problem in problems))
        template = self._inherited(template)
        return replace(template, ours=catalogue.is_ours(self._places, path))

    def _inherited(self, template: Template) -> Template:
        """The template with what its front matter leaves out taken from the one that it extends."""
        parent = self._parent(template)
        if parent is None:
            return template
        left_out = {name: getattr(parent, name) for name in INHERITED if not getattr(template, name)}
        return replace(template, **left_out)
