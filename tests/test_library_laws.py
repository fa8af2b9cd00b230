"""What must hold for any library: search is substring search, and the index is what the files say."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.actions.opening import open_session
from drafter.library import comparing
from drafter.library.comparing import Text
from drafter.library.library import Library
from drafter.model.library import Entry, Query
from drafter.searching import words
from drafter.storage import places
from drafter.storage.library.index import Kept
from drafter.storage.library.sqlite_index import IN_MEMORY, SqliteIndex

WORDS = st.text(st.sampled_from("政务服务一件事办，。 AaＡ1２"), max_size=12)
ENTRIES = st.lists(
    st.builds(
        lambda title, text, kind, role, year, tags, mark: Entry(
            "", kind, title, text, role, date=f"{year}年" if year else "", tags=tags, secrecy=mark
        ),
        WORDS,
        WORDS,
        st.sampled_from(["point", "section", "phrase"]),
        st.sampled_from(["", "tasks", "gaps"]),
        st.sampled_from(["", "2024", "2025"]),
        st.sampled_from([(), ("政务",), ("政务", "服务")]),
        st.sampled_from(["", "", "内部", "秘密★1年", "绝密"]),
    ),
    max_size=8,
)
QUERIES = st.builds(
    Query,
    terms=st.lists(WORDS.map(str.strip).filter(words.needed), max_size=2).map(tuple),
    without=st.lists(WORDS.map(str.strip).filter(bool), max_size=1).map(tuple),
    kind=st.sampled_from(["", "point"]),
    role=st.sampled_from(["", "tasks"]),
    year=st.sampled_from(["", "2025"]),
    tag=st.sampled_from(["", "服务"]),
    cleared=st.sampled_from([0, 0, 1, 2, 3, 4]),
    hidden=st.booleans(),
)


def numbered(entries, volume="甲"):
    return tuple(replace(entry, id=f"{volume}{n}", volume=volume) for n, entry in enumerate(entries))


def brute(entries, query):
    """The ids of the entries that a reader would pick."""
    return {
        entry.id
        for entry in entries
        if all(words.folded(term) in words.folded(words.searchable(entry)) for term in query.terms)
        and not any(words.folded(term) in words.folded(words.searchable(entry)) for term in query.without)
        and query.kind in ("", entry.kind)
        and query.role in ("", entry.role)
        and query.year in ("", entry.year)
        and (not query.tag or query.tag in entry.tags)
        and (entry.rank > query.cleared) == query.hidden
    }


def answered(index, query):
    return {one.id for one in index.candidates(words.wanted(query)) if words.passes(one, query)}


def in_memory():
    return SqliteIndex(IN_MEMORY, words.keyed, words.VERSION)


@given(ENTRIES, QUERIES)
@settings(max_examples=150)
def test_search_is_substring_search(entries, query):
    """No entry is lost, none is found that does not hold the words."""
    index = in_memory()
    entries = numbered(entries)
    index.put([Kept("甲", "", "", entries)])

    assert answered(index, query) == brute(entries, query)
    index.close()


def test_search_on_a_server_is_substring_search(server):
    """The same law, for the same tokens."""
    from drafter.storage.library.postgres import PostgresIndex

    index = PostgresIndex(server, words.keyed, words.VERSION, lambda _: ())

    @given(ENTRIES, QUERIES)
    @settings(max_examples=60)
    def law(entries, query):
        entries = numbered(entries)
        index.put([Kept("甲", "", "", entries)])
        assert answered(index, query) == brute(entries, query)

    law()
    index.close()


@given(st.lists(st.tuples(st.sampled_from("甲乙丙"), st.one_of(st.none(), ENTRIES)), max_size=8), QUERIES)
@settings(max_examples=100)
def test_an_index_after_any_changes_is_the_index_made_anew(changes, query):
    """Files put in, put in again and dropped, in any order: tables and answers are the same."""
    index, there = in_memory(), {}
    for name, entries in changes:
        if entries is None:
            index.drop([name])
            there.pop(name, None)
        else:
            there[name] = numbered(entries, name)
            index.put([Kept(name, "", "", there[name])])
    anew = in_memory()
    anew.put([Kept(name, "", "", entries) for name, entries in there.items()])

    assert answered(index, query) == answered(anew, query)
    seen = [entry for name, entries in changes for entry in numbered(entries or (), name)]
    assert _prints(index, seen) == _prints(anew, seen)
    assert index.volumes().keys() == there.keys()
    index.close()
    anew.close()


def _prints(index, entries):
    """Every fingerprint of the entries, with the entry and the paragraph that it leads to."""
    every = {mark for entry in entries for mark, _ in words.keyed(entry).prints}
    return {(mark, hit.entry.id, hit.paragraph) for mark in every for hit in index.fingerprint_hits([mark])}


@given(
    st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x4F00), min_size=40, max_size=80), st.data()
)
def test_a_planted_paragraph_is_named(text, data):
    """Whatever stands around it."""
    index = in_memory()
    index.put([Kept("甲", "", "", (Entry("甲", "outline", "甲", text, volume="甲"),))])
    around = data.draw(st.text(st.characters(min_codepoint=0x5000, max_codepoint=0x5100), max_size=20))
    found = comparing.compare(Text(((1, around + text),)), index.fingerprint_hits, [], lambda _: False)

    assert [(one.entry.id, one.similarity) for one in found.copied] == [("甲", 1.0)]
    index.close()


@pytest.fixture
def library(drafter, tmp_path):
    """A library of the sample outlines."""
    from drafter.storage.places import shipped

    for path in shipped("outlines").glob("*.yaml"):
        (tmp_path / "库" / path.name).parent.mkdir(exist_ok=True)
        (tmp_path / "库" / path.name).write_bytes(path.read_bytes())
    return Library(open_session(places.find(tmp_path), tmp_path), [str(tmp_path / "库")])


PLANTED = [
    "安全生产部署会讲话", "社区老年食堂调研", "老旧电梯维修资金专报", "县域医共体经验", "农村公路管养汇报",
    "校园周边交通疏堵工作方案", "竹产业博览会开幕式致辞", "河湖水质提升表态发言", "青年人才座谈会讲话", "食品安全工作要点",
]  # fmt: skip


def reworded(text, every=10):
    """The text with one character in ten changed."""
    return "".join("某" if n % every == every // 2 else char for n, char in enumerate(text))


def test_ten_planted_passages_are_all_named_and_a_fresh_draft_has_none(library):
    """Half of them with a character in ten changed; each by the entry that it comes from."""
    fresh = "今年办公室换了一种法子排班，四个科室轮着管大厅的打印机，坏了当天报修，月底把修理钱公布在墙上。"
    paragraphs, wanted = [], {}
    for number, name in enumerate(PLANTED):
        whole = library.entry(name)
        passage = max(whole.paragraphs, key=len)[:240]
        paragraphs += [fresh[number : number + 20], reworded(passage) if number % 2 else passage]
        wanted[len(paragraphs)] = name
    text = Text(tuple(enumerate(paragraphs, 1)))
    found = comparing.compare(text, library.fingerprint_hits, [], lambda _: False)

    assert {one.paragraph: one.entry.id for one in found.copied} == wanted
    alone = Text(tuple((n, fresh[n:] + fresh[:n]) for n in range(10)))
    assert comparing.compare(alone, library.fingerprint_hits, [], lambda _: False).copied == ()


def test_a_library_says_what_its_folder_says_whatever_was_changed(monkeypatch):
    """Files written, rewritten and removed between looks."""

    @given(st.lists(st.tuples(st.sampled_from("甲乙丙"), st.sampled_from(["", "一", "二"])), max_size=6))
    @settings(max_examples=15)
    def law(changes):
        with tempfile.TemporaryDirectory() as folder:
            home, shelf = Path(folder) / "家", Path(folder) / "库"
            shelf.mkdir()
            where = places.Places(home, home / "cache", home / "site", None, {})
            there = {}
            for name, text in changes:
                path = shelf / f"{name}.yaml"
                if text:
                    path.write_text(
                        f"素材:\n  - {{编号: {name}{text}, 正文: 正文是{text}。}}\n", encoding="utf-8"
                    )
                    there[name] = f"{name}{text}"
                else:
                    path.unlink(missing_ok=True)
                    there.pop(name, None)
                library = Library(open_session(where, shelf), [str(shelf)])
                found = {e.id for e in library.all(Query(terms=("正文是",))) if library.own.is_own(e.volume)}
                assert found == set(there.values())

    law()


def test_a_title_that_says_a_common_word_comes_before_hundreds_of_newer_texts(drafter, tmp_path):
    """Though only some hundred entries are weighed."""
    folder = tmp_path / "库"
    folder.mkdir()
    rows = "".join(
        f"  - {{编号: 新-{n}, 标题: 第{n}件事, 正文: 第{n}件事要抓紧推进，推进。}}\n" for n in range(450)
    )
    (folder / "甲.yaml").write_text(
        "素材:\n  - {编号: 旧, 标题: 按月推进, 正文: 逐件对账。}\n", encoding="utf-8"
    )
    (folder / "乙.yaml").write_text(f"素材:\n{rows}", encoding="utf-8")
    library = Library(open_session(places.find(tmp_path), tmp_path), [str(folder)])
    hits = library.search(Query(terms=("推进",)), 20)

    assert hits.hits[0].entry.id == "旧" and hits.more
