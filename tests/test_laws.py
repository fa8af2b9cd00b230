"""The laws that hold for anything: what is written is read back as it was."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import HealthCheck, given, settings

from drafter.drafting import trial
from drafter.drafting.binding import bind
from drafter.drafting.composing import compose
from drafter.model.document import Document
from drafter.model.outline import Outline
from drafter.readers.markdown import document as markdown
from drafter.readers.outline import outline as outline_yaml
from drafter.templating import context
from drafter.writers import markdown as markdown_writer
from drafter.writers import outline_yaml as outline_writer
from drafter.writers import text as text_writer
from tests import strategies
from tests.builders import ROLES, session

relaxed = settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@relaxed
@given(strategies.outlines())
def test_outline_to_yaml_to_outline_is_the_identity(outline):
    """In Chinese keys and in English ones."""
    for keys in ("zh", "en"):
        written = outline_writer.write(outline, keys=keys)
        source, problems = outline_yaml.parse(written, "x")
        assert problems == (), written
        read, problems = outline_yaml.read(source, ROLES)
        assert problems == (), written
        assert read == outline, written


@relaxed
@given(strategies.documents)
def test_document_to_markdown_to_document_is_the_identity(document):
    """Every role, table, attachment, reference and lead sentence comes back."""
    written = markdown_writer.write(document)

    read, problems = markdown.read(written, "x")

    assert problems == (), written
    assert read == document, written


@relaxed
@given(strategies.documents)
def test_markdown_to_document_to_markdown_is_the_identity(document):
    """The writer's own form is stable."""
    written = markdown_writer.write(document)

    assert markdown_writer.write(markdown.read(written, "x")[0]) == written


@relaxed
@given(strategies.outlines())
def test_not_a_text_of_an_outline_is_lost_on_the_page(outline):
    """原样 prints every text, whatever its layout, nesting and tails, and nothing private."""
    at = session()
    document = compose(at, replace(outline, template="原样"), at.templates.named("原样"))
    page = "".join(text_writer.write(bind(document, outline.facts).document).split())

    said = [text for part in outline.parts for item in part.items for text in trial._said(item)]

    assert [text for text in said if "".join(text.split()) not in page] == []
    assert page.isprintable()


@relaxed
@given(strategies.outlines())
def test_parts_stand_by_themselves_as_what_adds_nothing_prints_them(outline):
    """What guesses are tried on is what the page prints."""
    at = session()
    plain = at.templates.named("原样")
    alone = Outline(template="原样", ordered=outline.ordered, parts=outline.parts)

    assert Document(tuple(context.laid_out(alone, plain))) == compose(at, alone, plain)


@relaxed
@given(strategies.outlines())
def test_the_markdown_of_a_draft_reads_back_as_the_same_page(outline):
    """`build --to md`, then `build` of that, loses nothing on the way."""
    at = session()
    document = bind(compose(at, outline, at.templates.named("部署讲话")), outline.facts).document

    again, problems = markdown.read(markdown_writer.write(document), "x")

    assert problems == ()
    assert text_writer.write(again) == text_writer.write(document)
