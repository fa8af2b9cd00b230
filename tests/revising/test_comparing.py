"""Two papers as one with the changes marked: taking all gives the new one, refusing all the old one."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.actions.opening import open_session
from drafter.drafting.options import Options
from drafter.readers.word import document as word_document
from drafter.readers.word import package as word_package
from drafter.readers.word.document import ACCEPTED, ORIGINAL, WordTable
from drafter.revising import comparing
from drafter.storage import places


def said(data, revisions=ACCEPTED):
    """The paragraphs and tables of a file; a paragraph that runs on into the next is one with it."""

    def blocks(found):
        out, held = [], ""
        for block in found:
            if isinstance(block, WordTable):
                out.append([[blocks(cell.blocks) for cell in row] for row in block.rows])
            elif block.goes_on:
                held += block.text
            elif held or block.text:
                out.append(held + block.text)
                held = ""
        return out

    return [
        one for one in blocks(word_document.read(word_package.read(data, "a.docx"), revisions).blocks) if one
    ]


def compared(tmp_path, old, new):
    for name, text in (("旧.md", old), ("新.md", new)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    session = open_session(places.find(tmp_path), tmp_path)
    marked = comparing.compare(session, "旧.md", "新.md", Options(), "校")
    before, after = (comparing.word_of(session, name, Options()) for name in ("旧.md", "新.md"))
    assert said(marked.data) == said(after)
    assert said(marked.data, ORIGINAL) == said(before)
    return marked


SENTENCES = st.lists(
    st.sampled_from(["抓项目", "促投资", "保民生", "强基层", "3.2%", "2026年", "用Word", "排隐患"]),
    min_size=1,
    max_size=6,
).map(lambda words: "，".join(words) + "。")
BLOCKS = st.one_of(
    SENTENCES,
    st.sampled_from(["## 一、抓好落实", "## 二、压实责任"]),
    st.lists(
        st.lists(st.sampled_from(["甲", "乙", "12", "3.5"]), min_size=2, max_size=2), min_size=1, max_size=3
    ).map(
        lambda rows: "\n".join(f"| {' | '.join(row)} |" for row in (["项目", "数量"], ["---", "---"], *rows))
    ),
)
PAPERS = st.lists(BLOCKS, min_size=1, max_size=6)


@settings(max_examples=60, deadline=None)
@given(PAPERS, st.randoms(use_true_random=False))
def test_taking_all_gives_the_new_and_refusing_all_the_old(tmp_path_factory, blocks, chance):
    """Whatever was changed, moved, split, joined, put in and taken out; tables too."""
    changed = list(blocks)
    for _ in range(chance.randint(0, 4)):
        at = chance.randrange(len(changed)) if changed else 0
        act = chance.choice(["cut", "add", "move", "word", "split"])
        if act == "cut" and changed:
            del changed[at]
        elif act == "add":
            changed.insert(at, "新添的一段，说另一件事。")
        elif act == "move" and changed:
            changed.insert(chance.randrange(len(changed)), changed.pop(at))
        elif changed and "|" not in changed[at]:
            text = changed[at]
            where = chance.randrange(len(text))
            changed[at] = text[:where] + ("新" if act == "word" else "。\n\n接着说，") + text[where:]
    old, new = ("# 题\n\n" + "\n\n".join(rows) + "\n" for rows in (blocks, changed))

    compared(tmp_path_factory.mktemp("比"), old, new)


@pytest.mark.parametrize("seed", range(3))
def test_a_real_speech_is_compared(tmp_path, seed):
    """Edits of a shipped sample, some at each heading."""
    from tests.conftest import SAMPLES

    chance = random.Random(seed)
    session = open_session(places.find(tmp_path), tmp_path)
    text = SAMPLES[seed].read_text(encoding="utf-8")
    changed = text.replace("的", "之", 4 + chance.randrange(4))
    (tmp_path / "旧.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "新.yaml").write_text(changed, encoding="utf-8")
    marked = comparing.compare(session, "旧.yaml", "新.yaml", Options(), "校")

    assert said(marked.data) == said(comparing.word_of(session, "新.yaml", Options()))
    assert said(marked.data, ORIGINAL) == said(comparing.word_of(session, "旧.yaml", Options()))
