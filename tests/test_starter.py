"""The starter library: each entry in its form, neutral enough to use, worth taking."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from drafter.actions.opening import open_session
from drafter.drafting import reuse
from drafter.model import vocabulary
from drafter.model.library import PHRASES, Volume
from drafter.readers.library import volume as library_volume
from drafter.searching import fingerprints
from drafter.searching.passages import passages
from drafter.storage import catalogue, places
from drafter.storage.places import shipped

ROLES = vocabulary.spellings(vocabulary.ROLES)
FILES = sorted(shipped("library").glob("*.yaml"))
READ = {
    path.stem: library_volume.read(Volume(path.stem, path.read_text(encoding="utf-8")), lambda _: ROLES)
    for path in FILES
}
SHELVED = [shelved for contents in READ.values() for shelved in contents.shelved]
ENTRIES = [shelved.entry for shelved in SHELVED]
SUBJECTS = [
    "办文",
    "办会",
    "督查",
    "信息",
    "值班",
    "保密",
    "调研",
    "政务公开",
    "后勤",
    "队伍建设",
    "作风",
    "安全",
]
REGISTERS = ("庄重", "平实", "亲切")
_ID = re.compile(r"[\w-]{3,20}")
_LEFT = re.compile(r"×|某某|〔待补|(?:19|20)\d\d年|https?:|下面，我")


@pytest.mark.parametrize("name", READ)
def test_a_file_has_no_fault(name):
    """It reads as a user's own would."""
    assert [(p.message, p.place.line) for p in READ[name].problems] == []


def test_there_are_enough_of_each_kind():
    """A hundred and fifty and more, phrases for every use, the common subjects of office work."""
    kinds = Counter(entry.kind for entry in ENTRIES)
    roles = Counter(entry.role for entry in ENTRIES if entry.kind == "phrase")
    tags = {tag for entry in ENTRIES for tag in entry.tags}

    assert len(ENTRIES) >= 150 and kinds["point"] >= 80 and kinds["section"] >= 10
    assert all(roles[word] >= 15 for word in ("opening", "transition", "closing"))
    assert [subject for subject in SUBJECTS if subject not in tags] == []


def test_phrases_speak_in_three_registers():
    """Each is told by a tag, about a third of each use; some carry what the meeting carries out."""
    for use in ("opening", "transition", "closing"):
        phrases = [entry for entry in ENTRIES if entry.kind == "phrase" and entry.role == use]
        said = Counter(tag for entry in phrases for tag in entry.tags if tag in REGISTERS)

        assert said.total() == len(phrases)
        assert all(said[tag] >= len(phrases) * 0.28 for tag in REGISTERS), (use, said)
        assert any("上级精神" in reuse.names_in((entry.text,)) for entry in phrases)


def test_ids_are_short_and_come_once():
    """Only letters, digits and hyphens: easy to type."""
    ids = [entry.id for entry in ENTRIES]

    assert len(set(ids)) == len(ids)
    assert [id_ for id_ in ids if not _ID.fullmatch(id_) or "-" not in id_] == []


@pytest.mark.parametrize("shelved", SHELVED, ids=lambda shelved: shelved.entry.id)
def test_an_entry_is_in_its_form(shelved):
    """Length, role, tags, genre; no year, no place to fill in by hand, no figure of anybody."""
    entry = shelved.entry
    size = len(entry.text)
    known = {one.name for one in catalogue.entries(places.find(Path.cwd()), "templates")}
    references = reuse.names_in(tuple(reuse.texts_of(shelved.piece)))

    assert entry.tags and (not entry.template or entry.template in known)
    assert entry.role in (ROLES if entry.kind != "phrase" else {word.name for word in PHRASES})
    assert entry.occasion or entry.kind != "phrase"
    assert entry.source or entry.role != "quotation"
    assert (20 <= size <= 130) if entry.kind == "phrase" else (50 <= size <= 600), size
    assert not _LEFT.search(entry.text) and len(references) <= 2
    assert entry.text.count("“") == entry.text.count("”")


def test_no_two_say_the_same():
    """Each was written, none stamped out."""
    seen: dict[int, list[str]] = {}
    for entry in ENTRIES:
        for mark in fingerprints.prints(entry.text):
            seen.setdefault(mark, []).append(entry.id)
    by_id = {entry.id: entry for entry in ENTRIES}
    pairs = {tuple(sorted(set(ids))[:2]) for ids in seen.values() if len(set(ids)) > 1}

    assert [pair for pair in pairs if passages(*(by_id[id_].text for id_ in pair))] == []


def test_every_entry_can_be_used_in_an_outline(tmp_path, monkeypatch):
    """Where its kind stands, and prints."""
    from drafter.drafting import production
    from drafter.drafting.options import Options

    monkeypatch.chdir(tmp_path)
    points = [f"    - 引用: {entry.id}" for entry in ENTRIES if entry.kind == "point"]
    others = [f"  - 引用: {entry.id}" for entry in ENTRIES if entry.kind != "point"]
    text = "\n".join(["模板: 原样", "标题: 全部", "任务:", "  要点:", *points, "主体:", *others, ""])
    draft = production.from_outline(
        open_session(places.find(tmp_path), tmp_path), text, "全部.yaml", Options()
    )

    assert draft.loaded is not None
    assert len(draft.loaded.taken) == len(ENTRIES)
    assert not [problem for problem in draft.problems if problem.severity.value == "error"]
