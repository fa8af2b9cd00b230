"""Short ways to the things that tests are about."""

from __future__ import annotations

from pathlib import Path

from drafter.drafting import loading
from drafter.drafting.binding import bind
from drafter.drafting.desk import Desk
from drafter.model import vocabulary
from drafter.model.document import Document
from drafter.readers import markdown, outline_yaml
from drafter.storage import places
from drafter.writers import text

ROLES = vocabulary.spellings(vocabulary.ROLES)


def desk() -> Desk:
    """A desk in the current folder."""
    return Desk(places.find(Path.cwd()), Path.cwd())


def outline(yaml: str):
    """The outline of this YAML; a problem in it fails the test."""
    source, problems = outline_yaml.parse(yaml, "大纲.yaml")
    assert source is not None, problems
    read, problems = outline_yaml.read(source, ROLES)
    assert not problems, problems
    return read


def problems(yaml: str):
    """Every problem of this YAML as (code, line, column)."""
    source, found = outline_yaml.parse(yaml, "大纲.yaml")
    if source is not None:
        _, found = outline_yaml.read(source, ROLES)
    return [(p.code, p.place.line, p.place.column) for p in found]


def lines(yaml: str, template: str = "") -> list[str]:
    """The lines of text that the outline comes out as."""
    at = desk()
    loaded = loading.load(at, yaml, "大纲.yaml", loading.Options(template=template))
    document = at.draft(loaded.outline, loaded.template)
    return text.write(bind(document, loaded.outline.facts).document).splitlines()


def document(md: str) -> Document:
    """The document of this Markdown; a problem in it fails the test."""
    read, problems = markdown.read(md, "草稿.md")
    assert not problems, problems
    return read
