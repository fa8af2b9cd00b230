"""The library of one run: the nearest store's entry holds, and the best come first."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from drafter.actions.opening import open_session
from drafter.library import library as module
from drafter.library.addresses import shown_address
from drafter.library.library import Library
from drafter.model.library import Query
from drafter.problems import InputProblem
from drafter.storage.places import Places


@pytest.fixture
def places(tmp_path):
    """A workspace, a user's folder and a site, each empty, and a cache of their own."""
    return Places(tmp_path / "user", tmp_path / "cache", tmp_path / "site", tmp_path / "work", {})


def opened(places, *folders):
    return Library(open_session(places, places.home.parent), folders)


def put(folder, *entries, name="收"):
    """A collection of entries (id, title, text) in this folder."""
    folder.mkdir(parents=True, exist_ok=True)
    listed = "".join(f"  - {{编号: {i}, 类别: 要点, 标题: {t}, 正文: {x}}}\n" for i, t, x in entries)
    (folder / f"{name}.yaml").write_text(f"素材集: {name}\n素材:\n{listed}", encoding="utf-8")


def found(library, *terms, limit=99):
    return [(hit.entry.id, hit.entry.text) for hit in library.search(Query(terms=terms), limit).hits]


FOLDERS = ["site/library", "user/library", "work/library", "指明"]


def test_ones_own_entry_is_found_before_a_shipped_one_of_its_id(places, tmp_path):
    """Shipped, site, user, workspace, an option: each hides what lies farther, in search, list and by id."""
    for n, folder in enumerate(FOLDERS):
        put(tmp_path / folder, ("同号", "督查督办专用", f"由第{n}处说的话。"))
        library = opened(places, *(["指明"] if folder == "指明" else []))

        assert library.entry("同号").text.endswith(f"由第{n}处说的话。")
        assert [text[-8:] for id_, text in found(library, "督查督办专用")] == [f"由第{n}处说的话。"]
        assert [e.text[-8:] for e in library.all(Query(terms=("督查督办专用",)))] == [f"由第{n}处说的话。"]


def test_of_two_alike_ones_own_comes_first(places, tmp_path):
    """Whatever their ids say of the order."""
    put(tmp_path / "user/library", ("乙-自己的", "甲地办法", "甲地办法如下。"), name="user")
    put(tmp_path / "site/library", ("甲-站点的", "甲地办法", "甲地办法如下。"), name="site")
    put(tmp_path / "work/library", ("丙-工作区", "甲地办法", "甲地办法如下。"), name="work")

    assert [id_ for id_, _ in found(opened(places), "甲地办法")] == ["丙-工作区", "乙-自己的", "甲-站点的"]


def test_what_scores_alike_goes_by_id(places, tmp_path):
    """So that two runs answer alike; `more` says that there are others."""
    put(tmp_path / "user/library", *((id_, "甲地办法", "甲地办法如下。") for id_ in ("3", "1", "2")))
    library = opened(places)
    hits = library.search(Query(terms=("甲地办法",)), 2)

    assert [hit.entry.id for hit in hits.hits] == ["1", "2"] and hits.more
    assert not library.search(Query(terms=("甲地办法",)), 3).more


@pytest.mark.parametrize(("named", "own"), [([], "user/library"), (["甲", "乙"], "甲")])
def test_new_entries_go_to_the_folder_that_was_named_else_to_the_users(places, tmp_path, named, own):
    """Never to the site's or what is shipped."""
    opened(places, *named).own.add(
        "新", "素材集: 新\n素材:\n  - {编号: 新, 类别: 要点, 标题: 新, 正文: 新的一条。}\n"
    )

    assert (tmp_path / own / "新.yaml").is_file()


def test_the_environment_names_the_users_folders(places, tmp_path, monkeypatch):
    """Several, in order, instead of the user's own; below the workspace, before the site's."""
    monkeypatch.setenv("DRAFTER_LIBRARY", os.pathsep.join([str(tmp_path / "一"), "", str(tmp_path / "二")]))
    for folder in ("site/library", "user/library", "二", "一"):
        put(tmp_path / folder, ("同号", "办法", f"在{Path(folder).parts[0]}。"))
        library = opened(places)
        expected = "site" if folder in ("site/library", "user/library") else folder
        assert library.entry("同号").text.endswith(f"在{expected}。")
    put(tmp_path / "work/library", ("同号", "办法", "在工作区。"))

    assert opened(places).entry("同号").text.endswith("在工作区。")
    assert shown_address(open_session(places, tmp_path)) == str(tmp_path / "一")


def test_so_many_entries_of_a_store_are_looked_at(places, tmp_path, monkeypatch):
    """Those whose title says the word first; the rest are not ranked."""
    monkeypatch.setattr(module, "LOOK", 3)
    put(
        tmp_path / "user/library",
        *((f"正文{n}", "别的", "说到专用词。") for n in range(5)),
        ("标题", "专用词", "别的。"),
    )
    ids = [id_ for id_, _ in found(opened(places), "专用词")]

    assert ids[0] == "标题" and len(ids) <= 3


def test_four_hundred_entries_of_a_store_are_looked_at(places, tmp_path):
    """As many as are ranked in a moment."""
    put(tmp_path / "user/library", *((f"号{n}", "别的", "说到专用词。") for n in range(module.LOOK + 1)))
    library = opened(places)

    assert module.LOOK == 400
    assert len(found(library, "专用词", limit=999)) == 400
    assert len(library.all(Query(terms=("专用词",)))) == 401


def test_an_unknown_id_is_answered_with_the_nearest(places, tmp_path, monkeypatch):
    """Among the ids that share the most characters with it; else with how to look."""
    put(
        tmp_path / "user/library",
        ("督查-立项", "甲", "乙丙丁戊己庚辛。"),
        ("督促-别的", "甲", "乙丙丁戊己庚辛。"),
    )
    library = opened(places)
    with pytest.raises(InputProblem) as near:
        library.entry("督查-立顶")
    with pytest.raises(InputProblem) as far:
        library.entry("q" * 50)
    monkeypatch.setattr(module, "MOST_NEAR", 0)
    with pytest.raises(InputProblem) as none:
        library.entry("督查-立顶")

    assert near.value.problems[0].hint == "是不是“督查-立项”？"
    assert "library search" in far.value.problems[0].hint and f"“{'q' * 40}”" in far.value.problems[0].message
    assert "library search" in none.value.problems[0].hint
    assert library.has("督查-立项") and not library.has("督查-立顶")


SECRET = "模板: 原样\n标题: 专项行动\n密级: 机密\n任务: 行动当晚收网。\n没有的键: 收网\n"


def test_of_a_secret_file_that_is_wrong_neither_name_nor_words_are_told(places):
    """Whatever is wrong with it: a key, or that it cannot be read at all."""
    folder = places.home / "library"
    folder.mkdir(parents=True)
    for name, text in {"收网甲.yaml": SECRET, "收网乙.yaml": SECRET + "乱: [\n"}.items():
        (folder / name).write_text(text, encoding="utf-8")
    library = opened(places)
    library.all(Query())

    told = [f"{one.message}{one.hint}{one.place.source}" for one in library.notes]
    assert len(told) == 2 and not [one for one in told if "收网" in one or "没有的键" in one]


def test_a_file_that_is_wrong_is_told_with_its_place(places):
    """One that bears no mark."""
    put(places.home / "library", ("甲", "乙", "丙"))
    path = places.home / "library" / "收.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "没有的键: 丁\n", encoding="utf-8")
    library = opened(places)
    library.all(Query())

    assert [(one.code, one.place.source, one.place.line) for one in library.notes] == [
        ("unknown-key", "收", 4)
    ]


def test_a_file_is_read_once_however_many_of_its_entries_are_used(places, monkeypatch):
    """Three hundred uses of one collection took a minute."""
    put(places.home / "library", *((f"号{n}", "别的", f"说到专用词{n}。") for n in range(30)))
    library = opened(places)
    library.all(Query())  # the indexes read every file once
    asked = []
    contents = library.contents
    monkeypatch.setattr(library, "contents", lambda volume: asked.append(volume) or contents(volume))

    assert [library.shelved(f"号{n}").entry.id for n in range(30)] == [f"号{n}" for n in range(30)]
    assert len(asked) == 1


def test_what_is_hidden_is_known_by_its_mark(places):
    """From a paper without one."""
    folder = places.home / "library"
    folder.mkdir(parents=True)
    (folder / "密.yaml").write_text(SECRET.replace("没有的键: 收网\n", ""), encoding="utf-8")
    library = opened(places)

    assert library.is_hidden("密", 0) and not library.is_hidden("密", 3)
    assert not library.is_hidden("没有的", 0)
