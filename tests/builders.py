"""Short ways to the things that tests are about."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from drafter.actions.opening import open_session
from drafter.checks.draft import Draft, Said, Setting
from drafter.checks.engine import Choice, run
from drafter.checks.registry import RULES
from drafter.checks.rule import Example
from drafter.drafting import loading
from drafter.drafting.binding import bind
from drafter.drafting.composing import compose
from drafter.model import vocabulary
from drafter.model.document import Document, Paragraph, Text
from drafter.model.words import Origin, typed
from drafter.problems import Place
from drafter.proofreading import sheets as checking
from drafter.readers import wordlists
from drafter.readers.markdown import document as markdown
from drafter.readers.outline import outline as outline_yaml
from drafter.session import inputs
from drafter.session.session import Session
from drafter.storage import places
from drafter.writers import text

ROLES = vocabulary.spellings(vocabulary.ROLES)


def session() -> Session:
    """A session in the current folder."""
    return open_session(places.find(Path.cwd()), Path.cwd())


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
    at = session()
    loaded = loading.load(at, yaml, "大纲.yaml", loading.Options(template=template))
    document = compose(at, loaded.outline, loaded.template)
    return text.write(bind(document, loaded.outline.facts).document).splitlines()


def document(md: str) -> Document:
    """The document of this Markdown; a problem in it fails the test."""
    read, problems = markdown.read(md, "草稿.md")
    assert not problems, problems
    return read


@cache
def lexicon():
    """The word lists that are shipped."""
    lists = wordlists.Lists()
    for name in wordlists.NAMES:
        path = places.shipped("lexicon") / f"{name}.yaml"
        problems = wordlists.read(lists, name, path.read_text(encoding="utf-8"), path.name)
        assert problems == (), problems
    return lists.lexicon()


def make_draft(text: str, setting: Setting | None = None) -> Draft:
    """A plain text as the draft that rules read, a paragraph a line."""
    return Draft([Said(line) for line in text.split("\n")], setting or Setting())


def draft_to_check(example: str | Example, date: tuple[int, int, int] = (0, 0, 0)) -> Draft:
    """A text, or a rule's example, as the draft that rules read."""
    if isinstance(example, str):
        return make_draft(example, Setting(lexicon(), date))
    setting = Setting(
        lexicon(),
        date,
        (("旧稿", example.older),) if example.older else (),
        example.roster,
        said_before=(("旧稿", example.before),) if example.before else (),
    )
    if not example.outline:
        return make_draft(example.text, setting)
    data = example.text.encode()
    return checking.read(
        session(), "例.yaml", inputs.by_reader("yaml"), data, setting, loading.Options()
    ).draft


def found(text: str | Example, *codes: str, date: tuple[int, int, int] = (0, 0, 0)) -> list[tuple[str, str]]:
    """What the rules of these codes, else all, find in a text: code and words."""
    draft = draft_to_check(text, date)
    hits = run(draft, RULES, Choice(select=codes))
    return [(hit.rule.code, draft.text[hit.finding.start : hit.finding.end]) for hit in hits]


@dataclass
class Passage:
    """A passage on a line of its own."""

    said: str
    source: str = "稿"
    line: int = 1
    key: str = ""

    def place_at(self, offset: int) -> Place:
        return Place(self.source, self.line, offset + 1)

    def span(self, start: int, end: int) -> tuple[int, int]:
        return start, end


def words(text: str) -> str:
    """A text that somebody typed, in a passage of its own."""
    return typed(text, Origin(Passage(text)))


def said(role, text="字", level=0):
    """A paragraph of one text."""
    return Paragraph(role, (Text(text),), level)
