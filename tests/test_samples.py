"""The shipped samples: they build, they have no gaps, and any part can be taken out."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from drafter import numerals
from drafter.drafting import loading, production
from drafter.drafting.binding import bind
from drafter.drafting.composing import compose
from drafter.model.document import Added, Attachment, Paragraph, Role, plain, text_of
from drafter.model.outline import Section
from tests.builders import session
from tests.conftest import ROOT, SAMPLES

HAN = "一二三四五六七八九十两"
COUNTED = re.compile(
    rf"(?<![第十{HAN}])([{HAN}]{{1,3}})(?:个方面|方面|项工作|项任务|项措施|点意见|点体会|条措施|个问题)"
)
SLIPS = re.compile(r"[，。；：、！？][，。；：、！？]|“”|《》|（）|\s|None|\{|\[|^[，。；、）]")
ABOUT = {
    "subtitle": "", "stage": "", "date": None, "speaker": None, "audience": (), "addressees": (),
    "occasion": None, "official": None, "attachments": (), "numbering": (), "minutes": None, "title": "",
}  # fmt: skip
"""What an outline may leave out beside its parts, and how it is left out."""


@cache
def the_session():
    """One session for all: what it prepares does not change from sample to sample."""
    return session()


@cache
def loaded(path):
    return loading.load(the_session(), path.read_text(encoding="utf-8"), str(path), loading.Options())


def cases():
    """Every sample without each of the things that an outline may leave out."""
    for path in SAMPLES:
        outline = loaded(path).outline
        for part in dict.fromkeys(part.role for part in outline.parts):
            yield pytest.param(path, part, id=f"{path.stem}-{part}")
        for name in ABOUT:
            if getattr(outline, name):
                yield pytest.param(path, name, id=f"{path.stem}-{name}")


def without(outline, name):
    if name in ABOUT:
        return replace(outline, **{name: ABOUT[name]})
    return replace(outline, parts=tuple(part for part in outline.parts if part.role != name))


def drafted(outline, template):
    return bind(compose(the_session(), outline, template), outline.facts)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda p: p.stem)
def test_a_sample_is_whole(path):
    """It builds without a warning or a gap, keeps its time, and says what it was told to say."""
    at = the_session()
    draft = production.from_outline(at, path.read_text(encoding="utf-8"), str(path), loading.Options())
    measures = production.measured(at, draft)
    text = text_of(draft.bound.document)

    assert draft.gaps == ()
    assert draft.problems == ()
    assert 250 <= measures.characters <= 7000
    assert [must for must in loaded(path).outline.brief if must.strip("“”《》") not in text] == []
    if draft.minutes:
        assert measures.minutes == pytest.approx(draft.minutes, rel=0.1)


@pytest.mark.parametrize(("path", "name"), list(cases()))
def test_any_part_can_be_taken_out(path, name):
    """Marks, counts and transitions stay right, and no blank paragraph is left."""
    sample = loaded(path)
    outline = without(sample.outline, name)
    bound = drafted(outline, sample.template)

    blocks = [block for block in bound.document.blocks if isinstance(block, Paragraph)]
    assert all(plain(block.content).strip() for block in blocks)
    headings = [plain(block.content) for block in blocks if block.role is Role.HEADING and block.level == 1]
    marks = [h.split("、")[0] for h in headings if numerals.heading_level(h) == 1]
    assert marks == [numerals.han(n + 1) for n in range(len(marks))]

    roles = {part.role for part in outline.parts} | {r.name for r in sample.template.roles if r.required}
    added = "".join(bound.added)
    assert [passage for passage in bound.added if SLIPS.search(passage)] == []
    assert ("在肯定成绩的同时" in added) <= ({"achievements", "gaps"} <= roles)
    assert (re.search("针对(?:这些|上述|以上)", added) is not None) <= bool(
        roles & {"gaps", "causes", "rectification"}
    )
    assert wrong_counts(outline, blocks) == []


def wrong_counts(outline, blocks):
    """The passages in which the template announces a number that is not there."""
    headed = sum(isinstance(i, Section) and bool(i.heading) for part in outline.parts for i in part.items)
    counts = {part.role: set() for part in outline.parts}
    for part in outline.parts:
        counts[part.role] |= {len(item.points) for item in part.items if isinstance(item, Section)}
        counts[part.role].add(len(part.items))
    wrong = []
    here = ""
    for block in blocks:
        here = block.part or here
        true = {headed} | counts.get(here, set()) | counts.get("gaps", set())
        for inline in block.content:
            if isinstance(inline, Added):
                for match in COUNTED.finditer(plain((inline,))):
                    if match[1] not in {numerals.counted(n) for n in true}:
                        wrong.append(plain((inline,)))
    return wrong


def in_order(blocks):
    """Whether （一）（二）（三） count on in each part; an attachment counts for itself."""
    expected = 0
    for block in blocks:
        if isinstance(block, Attachment):
            in_order(block.blocks)
        if not isinstance(block, Paragraph):
            continue
        text = plain(block.content)
        level = numerals.heading_level(text)
        if level == 1 or (block.role is Role.HEADING and not level):
            expected = 0
        elif level == 2:
            expected = expected + 1 if not text.startswith("（一）") else 1
            assert text.startswith(f"（{numerals.han(expected)}）"), text


@pytest.mark.parametrize("path", SAMPLES, ids=lambda p: p.stem)
def test_every_level_counts_on_without_a_gap(path):
    """（一）（二）（三） in each part, in order."""
    sample = loaded(path)
    in_order(drafted(sample.outline, sample.template).document.blocks)


def test_every_genre_has_a_sample():
    """Each shipped template but the helpers and 原样, which take any outline."""
    genres = {path.name.removesuffix(".md.j2") for path in (ROOT / "templates").glob("[!_]*.md.j2")}
    helpers = {name for name in genres if the_session().templates.named(name).any_role}

    assert genres - helpers == {loaded(path).template.name for path in SAMPLES}


def test_the_shipped_folder_is_the_one_in_the_checkout():
    """What is packed into the wheel is what the tests looked at."""
    assert all(Path(path).is_file() for path in SAMPLES)
    assert len(SAMPLES) >= 45
