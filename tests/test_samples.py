"""The shipped samples: they build, they have no gaps, and any part can be taken out."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from drafter import numerals
from drafter.drafting import loading, production
from drafter.drafting.binding import bind
from drafter.model.document import Paragraph, Role, plain
from drafter.model.outline import Section
from tests.builders import desk
from tests.conftest import SAMPLES

TOTAL = re.compile(r"我讲([一二三四五六七八九十两]+)个方面的意见")


def loaded(path):
    return loading.load(desk(), path.read_text(encoding="utf-8"), str(path), loading.Options())


def cases():
    """Every sample without each of the things that an outline may leave out."""
    for path in SAMPLES:
        sample = loaded(path)
        for part in sample.outline.parts:
            yield pytest.param(path, part.role, id=f"{path.stem}-{part.role}")
        for name in (
            "subtitle",
            "stage",
            "date",
            "speaker",
            "audience",
            "occasion",
            "numbering",
            "minutes",
            "title",
        ):
            if getattr(sample.outline, name):
                yield pytest.param(path, name, id=f"{path.stem}-{name}")


def without(outline, name):
    if any(part.role == name for part in outline.parts):
        return replace(outline, parts=tuple(part for part in outline.parts if part.role != name))
    default = {"audience": (), "numbering": (), "title": "", "subtitle": "", "stage": ""}
    return replace(outline, **{name: default.get(name)})


def drafted(outline, template):
    document = desk().draft(outline, template)
    return bind(document, outline.facts)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda p: p.stem)
def test_a_sample_is_whole(path):
    """It builds, has no gap, is as long as a real speech, and comes near its time."""
    at = desk()
    draft = production.from_outline(at, path.read_text(encoding="utf-8"), str(path), loading.Options())
    measures = production.measured(at, draft)

    assert draft.gaps == ()
    assert 2500 <= measures.characters <= 5000
    if draft.minutes:
        assert measures.minutes == pytest.approx(draft.minutes, rel=0.15)


@pytest.mark.parametrize(("path", "name"), list(cases()))
def test_any_part_can_be_taken_out(path, name):
    """Marks, counts and transitions stay right, and no blank paragraph is left."""
    sample = loaded(path)
    outline = without(sample.outline, name)
    outline = replace(outline, references=())
    bound = drafted(outline, sample.template)
    texts = [(block, plain(block.content)) for block in bound.document.blocks if isinstance(block, Paragraph)]

    assert all(text.strip() for _, text in texts)
    headings = [text for block, text in texts if block.role is Role.HEADING and block.level == 1]
    assert [h.split("、")[0] for h in headings] == [numerals.han(n + 1) for n in range(len(headings))]
    added = "".join(bound.added)
    total = TOTAL.search(added)
    if total:
        assert total[1] == numerals.counted(len(headings))
    roles = {part.role for part in outline.parts}
    assert ("在肯定成绩的同时" in added) <= ({"achievements", "gaps"} <= roles)
    assert ("针对" in added) <= ("gaps" in roles)
    for part in outline.parts:
        for item in part.items:
            if isinstance(item, Section) and not item.lead and len(item.points) > 1:
                assert f"{numerals.counted(len(item.points))}" in added


@pytest.mark.parametrize("path", SAMPLES, ids=lambda p: p.stem)
def test_every_level_counts_on_without_a_gap(path):
    """（一）（二）（三） in each part, in order."""
    sample = loaded(path)
    bound = drafted(sample.outline, sample.template)
    expected = 0
    for block in bound.document.blocks:
        text = plain(block.content)
        level = numerals.heading_level(text)
        if level == 1:
            expected = 0
        elif level == 2:
            expected += 1
            assert text.startswith(f"（{numerals.han(expected)}）")


def test_the_shipped_folder_is_the_one_in_the_checkout():
    """What is packed into the wheel is what the tests looked at."""
    assert all(Path(path).is_file() for path in SAMPLES)
    assert len(SAMPLES) >= 4
