"""Each reader with all that follows it, and the laws that hold for whatever it takes.

Each is a generator that yields once, when the file has got past the door: it was understood as a file of its kind.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from functools import cache

import jinja2

from drafter.actions.opening import open_session
from drafter.drafting import binding, loading
from drafter.drafting.composing import compose
from drafter.importing import fitting
from drafter.importing import guesses as importing
from drafter.measuring import paging
from drafter.model import vocabulary
from drafter.model.document import Document, Paragraph, Role, Text
from drafter.model.library import Volume
from drafter.outlining.form import leftovers
from drafter.problems import InputProblem
from drafter.readers import lines, pdf_text, stylesheet_yaml, template_file
from drafter.readers.library import volume as library_volume
from drafter.readers.markdown import document as markdown_reader
from drafter.readers.outline import outline as outline_yaml
from drafter.readers.tables import delimited, workbook
from drafter.readers.word import look as word_look
from drafter.readers.word import package as word_package
from drafter.readers.word import text as word_text
from drafter.readers.yaml.stretches import yaml_text
from drafter.searching import words
from drafter.session.session import Session
from drafter.storage import places
from drafter.templating import render
from drafter.wordml import W
from drafter.writers import markdown as markdown_writer
from drafter.writers import outline_yaml as outline_yaml_writer
from drafter.writers import text as text_writer
from drafter.writers.docx.properties import Properties
from drafter.writers.in_place import edit
from drafter.writers.word_files.letterheads.letterhead import BODY, Letterhead
from drafter.writers.word_files.letterheads.places import PLACE
from tests.fuzzing.seeds import ROOT

ROLES = vocabulary.spellings(vocabulary.ROLES)


@cache
def _session() -> Session:
    return open_session(places.find(ROOT), ROOT)


def _printed(document: Document, facts: dict, title: str = "", date: str = "") -> None:
    writer = _session().stylesheets.writer("讲话稿")
    writer.write(binding.bind(document, facts).document, Properties(title, date=date))


def outline(data: bytes) -> Iterator[None]:
    """An outline prints by three templates."""
    source, _ = outline_yaml.parse(data.decode(), "x")
    if source is None:
        return
    yield
    found, _ = outline_yaml.read(source, ROLES)
    for name in ("原样", "部署讲话", "通知"):
        document = compose(_session(), found, _session().templates.named(name))
        _printed(document, found.facts, found.title, found.date or "")


def markdown(data: bytes) -> Iterator[None]:
    """What is written of a draft can be read again."""
    yield
    document, _ = markdown_reader.read(data.decode(), "x")
    markdown_writer.write(markdown_reader.read(markdown_writer.write(document), "x")[0])
    _printed(document, {})


def stylesheet(data: bytes) -> Iterator[None]:
    """A stylesheet is read and listed."""
    root, _ = stylesheet_yaml.parse(data.decode(), "x")
    if root is not None:
        yield
        stylesheet_yaml.read(root)
        stylesheet_yaml.values(root)


def collection(data: bytes) -> Iterator[None]:
    """Entries can be found, and an edited file is still YAML."""
    text = data.decode()
    if outline_yaml.parse(text, "x")[0] is not None:
        yield
    contents = library_volume.read(Volume("x", text), lambda _: ROLES)
    for shelved in contents.shelved:
        words.keyed(shelved.entry)
    edited, _ = edit.renewed(yaml_text(edit.with_tags(yaml_text(text, "x"), ["甲"]), "x"), "", str.upper)
    outline_yaml.parse(edited, "x")


def template(data: bytes) -> Iterator[None]:
    """A template is read and taken apart."""
    found, _ = template_file.read(data.decode(), "x")
    with contextlib.suppress(jinja2.TemplateSyntaxError):
        render.parsed(found.body)
        yield


def old_text(data: bytes) -> Iterator[None]:
    """An old text: its outline, written and read, prints the text; a genre takes it."""
    yield
    source = leftovers.set_aside(lines.split_text(data.decode()))
    session = _session()
    found = importing.imported(session, source)
    for imported in (found, importing.with_facts(session, found)):
        written = outline_yaml_writer.write(imported.outline)
        loaded = loading.load(session, written, "x", loading.Options())
        document = compose(session, loaded.outline, loaded.template)
        page = text_writer.write(binding.bind(document, loaded.outline.facts, redacted=True).document)
        assert "".join(page.split()) == "".join("".join(line.text.split()) for line in source.lines)
    speech = session.templates.named("部署讲话")
    fitted, _ = fitting.for_template(found.outline, speech)
    yield from outline(outline_yaml_writer.write(fitted, template=speech).encode())


def word(data: bytes) -> Iterator[None]:
    """A Word file: its lines as an outline, its look as a stylesheet, its places filled."""
    package = word_package.read(data, "x")
    package.text()
    yield
    session = _session()
    importing.imported(session, word_text.read(package))
    base = session.stylesheets.named("讲话稿")
    sheet = word_look.read(package, base, "x")
    word_look.read_at_place(package, "正文", sheet)
    paging.pages(Document((Paragraph(Role.BODY, (Text("文字" * 999),)),)), sheet)
    styles = next(iter(package.related("styles")), "")
    trees = {part: package.tree(part) for part in (package.main, styles) if part in package.parts}
    if [tree.tag for tree in trees.values()] != [f"{W}document", f"{W}styles"]:
        return
    head = Letterhead(trees, package.parts, package.main, styles)
    names = [place.name for place in head.places()]
    bodies = [place for place in head.places() if place.name == BODY]
    fits = len(bodies) == 1 and bodies[0].in_text and not bodies[0].beside
    if "" not in names and fits and PLACE.fullmatch(bodies[0].text.strip()):  # others are refused
        values = dict.fromkeys(names, "填上的字")
        head.fill(values, Document(()), base, session.stylesheets.base_of(base))


def sheet(data: bytes) -> Iterator[None]:
    """A workbook has lines."""
    workbook.read_workbook(data, "x")
    yield


def rows(data: bytes) -> Iterator[None]:
    """A table as text has lines."""
    delimited.read_csv(data.decode(), "x")
    yield


def pdf(data: bytes) -> Iterator[None]:
    """A PDF has paragraphs, or no text at all."""
    try:
        pdf_text.read(data, "x")
    except InputProblem as error:
        if error.problems[0].code != "no-text":
            raise
    yield
