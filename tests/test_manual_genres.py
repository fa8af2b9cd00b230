"""The page on the genres quotes what templates say, and they still say it."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from drafter.drafting import loading
from drafter.drafting.options import Options
from drafter.model.outline import Section
from drafter.suggesting import wordings
from tests.builders import session

ROOT = Path(__file__).parents[1]
SAMPLE = re.compile(r"样例：`(.*?)`")
SAYS = re.compile(r"(?m)^- 补写：(.*)$")
QUOTE = re.compile(r"([^；，。：“”]{1,12}?)“([^“”]*)”")
GENRES = {
    block.split("\n")[0]: block
    for block in re.split(r"(?m)^### ", (ROOT / "docs/文体.md").read_text(encoding="utf-8"))[1:]
    if SAMPLE.search(block) and SAYS.search(block)
}


def unsaid(path):
    """The sample of a genre without what it says itself where the template else would."""
    loaded = loading.load(session(), path.read_text(encoding="utf-8"), str(path), Options())
    parts = tuple(
        replace(part, items=tuple(replace(i, lead=()) if isinstance(i, Section) else i for i in part.items))
        for part in loaded.outline.parts
        if part.role not in ("opening", "closing")
    )
    return replace(loaded, outline=replace(loaded.outline, parts=parts, wording={}))


@pytest.mark.parametrize("genre", GENRES)
def test_a_quoted_sentence_is_one_of_the_wordings_of_its_place(genre):
    """Of places with several; inner marks are single in a quotation, long ones are cut."""
    block = GENRES[genre]
    there: dict[str, str] = {}
    for one in wordings.suggest(session(), unsaid(ROOT / f"outlines/{SAMPLE.search(block)[1]}.yaml")):
        there[one.place] = there.get(one.place, "") + "\n" + one.text

    for place, said in QUOTE.findall(SAYS.search(block)[1]):
        words = said.removesuffix("……").replace("‘", "“").replace("’", "”")
        if place in there:
            assert words in "".join(there.values()).replace("\n", ""), (place, said)
