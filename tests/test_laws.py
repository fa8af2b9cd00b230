"""The laws that hold for anything: what is written is read back as it was."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings

from drafter.readers import markdown, outline_yaml
from drafter.writers import markdown as markdown_writer
from drafter.writers import outline_yaml as outline_writer
from tests import strategies
from tests.builders import ROLES

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
