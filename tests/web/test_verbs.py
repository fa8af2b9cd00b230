"""What the page can ask, without a browser."""

from __future__ import annotations

import base64
import json
from datetime import datetime
from pathlib import Path

import pytest

from drafter.cli.app import run
from drafter.problems import DrafterError
from drafter.web.uploads import File
from drafter.web.verbs import Desk
from tests.conftest import SAMPLES

OUTLINE = "# 我的\n模板: 部署讲话\n标题: 在会上的讲话 # 定了\n日期: 2026-03-18\n任务:\n  小标题: 抓好落实\n  要点:\n    - 查堤。 # 急\n    - 标题: 备料\n      正文: 备足沙袋,木桩。\n"


class Clock:
    """A clock that a test sets."""

    def __init__(self):
        self.now = datetime(2026, 3, 18, 9, 0, 0)

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def desk(tmp_path, clock):
    return Desk(tmp_path, clock)


@pytest.fixture
def opened(tmp_path, desk):
    """A document that lies in the folder."""
    (tmp_path / "讲话.yaml").write_text(OUTLINE, encoding="utf-8")
    (one,) = desk.answer("list", {})["documents"]
    return desk.answer("open", {"id": one["id"]})


def refused(desk, verb, payload):
    with pytest.raises(DrafterError) as error:
        desk.answer(verb, payload)
    return error.value.problems[0].code


def test_there_is_everything_to_choose_from(desk):
    """Genres by kind, styles, the forms of what is said about a paper."""
    hello = desk.answer("hello", {})

    assert len(hello["genres"]) > 40 and {"name", "category", "about"} <= set(hello["genres"][0])
    assert "讲话稿" in {one["name"] for one in hello["styles"]}
    assert "名称" in {one["key"] for one in hello["forms"]["场合"]}


def test_a_genre_says_its_parts_with_their_prompts(desk):
    """In their order, each in every spelling."""
    genre = desk.answer("genre", {"name": "部署讲话"})

    assert [one["label"] for one in genre["roles"]][:2] == ["开头", "成绩"]
    assert all(one["prompt"] for one in genre["roles"]) and genre["spellings"]["工作任务"] == "tasks"


def test_a_new_outline_is_empty_or_a_filled_sample(desk):
    """Both are of the genre that was asked for."""
    empty = desk.answer("begin", {"genre": "部署讲话"})["tree"]
    sample = desk.answer("begin", {"genre": "部署讲话", "sample": True})["tree"]

    assert (
        empty["模板"] == sample["模板"] == "部署讲话"
        and empty["标题"] == ""
        and empty["日期"] == "2026-03-18"
    )
    assert "任务" in sample


def test_what_is_saved_keeps_comments_and_is_what_the_page_says(tmp_path, desk, opened):
    """The file is changed where it was changed; the state before is kept, closed to others."""
    tree = json.loads(json.dumps(opened["tree"]))
    tree["任务"]["要点"].insert(0, "先开会。")
    saved = desk.answer("save", {"id": opened["id"], "version": opened["version"], "tree": tree})
    text = (tmp_path / "讲话.yaml").read_text(encoding="utf-8")

    assert saved["text"] == text and saved["tree"] == tree
    assert "# 我的" in text and "# 定了" in text and "查堤。 # 急" in text and "- 先开会。" in text
    (stamp,) = desk.answer("states", {"id": opened["id"]})["states"]
    assert desk.answer("state", {"id": opened["id"], "stamp": stamp})["tree"] == opened["tree"]


def test_what_another_changed_is_not_overwritten(tmp_path, desk, opened):
    """It is said; what was written here can go into a file of its own."""
    (tmp_path / "讲话.yaml").write_text(OUTLINE.replace("查堤", "查闸"), encoding="utf-8")
    payload = {"id": opened["id"], "version": opened["version"], "tree": opened["tree"] | {"副标题": "改了"}}

    assert refused(desk, "save", payload) == "changed-meanwhile"
    apart = desk.answer("save", payload | {"apart": True})
    assert apart["name"] == "在会上的讲话.yaml" and "查闸" in (tmp_path / "讲话.yaml").read_text(
        encoding="utf-8"
    )


def test_a_new_document_is_named_by_its_title_and_overwrites_none(tmp_path, desk):
    """The second of a title gets a number."""
    tree = {"模板": "原样", "标题": "通知/草"}
    first, second = (desk.answer("save", {"tree": tree})["name"] for _ in range(2))

    assert (first, second) == ("通知草.yaml", "通知草（2）.yaml")
    assert {path.name for path in tmp_path.glob("*.yaml")} == {first, second}


def test_findings_know_their_field_and_are_mended_there(desk, opened):
    """One by one, as their cards say."""
    (report,) = desk.answer("check", {"tree": opened["tree"]})["files"]
    finding = next(one for one in report["problems"] if one["fix"] and one["fix"]["old"] == ",")
    mended = desk.answer("mend", {"tree": opened["tree"], "fixes": [finding | finding["fix"]]})

    assert finding["key"] == "任务.要点[2].正文"
    assert mended["done"] == 1 and mended["tree"]["任务"]["要点"][1]["正文"] == "备足沙袋，木桩。"
    assert (
        desk.answer(
            "mend", {"tree": opened["tree"], "fixes": [{"line": 2, "column": 1, "old": "没有", "new": "x"}]}
        )["done"]
        == 0
    )


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_every_sample_has_its_pages_and_their_words(sample):
    """As many as build says; the lines hold what the draft prints, in order, and each knows its field."""
    desk = Desk(sample.parent, datetime.now)
    tree = next(
        desk.answer("open", {"id": one["id"]})["tree"]
        for one in desk.answer("list", {})["documents"]
        if one["name"] == sample.name
    )
    report = desk.answer("preview", {"tree": tree, "name": sample.name})

    assert report["characters"] > 0 and len(report["pages"]) >= 1
    for page in report["pages"]:
        tops = [block["top"] for block in page["blocks"] if block["kind"] == "text"]
        assert tops == sorted(tops)
        assert all(
            run[3] >= 0
            for block in page["blocks"]
            if block["kind"] == "text"
            for line in block["lines"]
            for run in line["runs"]
        )


@pytest.mark.parametrize("form", ["docx", "md", "txt"])
def test_what_is_taken_away_is_what_build_gives(tmp_path, desk, opened, form):
    """Byte for byte, under the title's name."""
    taken = desk.answer("take-away", {"tree": opened["tree"], "form": form})
    assert run(["build", str(tmp_path / "讲话.yaml"), "--to", form, "-o", str(tmp_path / f"出.{form}")]) == 0

    assert isinstance(taken, File) and taken.name == f"在会上的讲话.{form}"
    assert taken.data == (tmp_path / f"出.{form}").read_bytes()


def test_a_copy_says_what_it_is(desk, opened):
    """Beside the draft of the same title."""
    taken = desk.answer("take-away", {"tree": opened["tree"] | {"稿次": "送审稿"}, "style": "reading"})

    assert taken.name == "在会上的讲话（送审稿）-大字版.docx"


def test_an_old_text_is_read_for_a_genre(desk):
    """What was left out is told."""
    data = base64.b64encode(
        "在会上的讲话\n\n同志们：\n一、抓好落实\n查堤查闸。\n谢谢大家！\n".encode()
    ).decode()
    found = desk.answer("read", {"file": "C:\\旧\\稿.txt", "data": data, "genre": "部署讲话"})

    assert found["tree"]["标题"] == "在会上的讲话" and "查堤查闸" in json.dumps(
        found["tree"], ensure_ascii=False
    )


def test_a_passage_is_taken_by_whoever_may_see_it(tmp_path, desk, monkeypatch):
    """With the figures that have to be filled in; a secret one is neither found nor taken."""
    folder = tmp_path / "库"
    folder.mkdir()
    (folder / "密.yaml").write_text(
        "模板: 原样\n标题: 密\n密级: 秘密\n任务:\n  要点: [{标题: 夜查, 正文: 夜里查北岸。}]\n",
        encoding="utf-8",
    )
    (folder / "甲.yaml").write_text(
        "素材集: 甲\n素材:\n  - {编号: 甲, 类别: 要点, 标题: 查北岸, 正文: '查了{{ 处数 }}。'}\n",
        encoding="utf-8",
    )
    monkeypatch.setenv("DRAFTER_LIBRARY", str(folder))

    assert [one["id"] for one in desk.answer("search", {"text": "北岸"})["hits"]] == ["甲"]
    assert desk.answer("passage", {"id": "甲"})["facts"] == ["处数"]
    assert refused(desk, "passage", {"id": "密#夜查"}) == "above-secrecy"
    assert desk.answer("passage", {"id": "密#夜查", "secrecy": "秘密"})["point"]


@pytest.mark.parametrize(
    ("verb", "payload"),
    [
        ("sesame", {}), ("open", {}), ("preview", {}), ("preview", {"tree": [1]}), ("read", {"file": "a.txt", "data": "!"}),
        ("preview", {"tree": {"任务": None, "模板": {"a": []}}}), ("preview", {"tree": {"标题": "\ud800"}}),
        ("mend", {"tree": {"模板": "原样"}, "fixes": 3}), ("mend", {"tree": {"模板": "原样"}, "fixes": [3]}),
        ("take-away", {"tree": {"模板": "原样", "标题": "题"}, "form": "exe"}), ("bring", {"data": "!"}),
    ],
)  # fmt: skip
def test_what_the_page_would_never_send_is_refused(desk, verb, payload):
    """In Chinese, with what is missing."""
    assert refused(desk, verb, payload)


def test_a_tree_that_is_too_deep_is_refused(desk):
    """Before anything walks it."""
    tree = "x"
    for _ in range(100):
        tree = {"任务": tree}

    assert refused(desk, "preview", {"tree": tree}) == "too-large"


def test_a_file_that_comes_keeps_no_folder_of_its_name(desk, tmp_path):
    """It lies in a temporary folder of ours, which is gone afterwards."""
    data = base64.b64encode("各位领导：\n今天汇报,三件事。\n".encode()).decode()
    report = desk.answer("proofread", {"file": "../../稿.txt", "data": data})

    assert report["files"][0]["problems"] and not list(Path(tmp_path).parent.glob("稿.txt"))


def test_all_documents_go_out_in_one_file_and_come_back(tmp_path, desk, opened):
    """To another computer; what is there already is not overwritten."""
    taken = desk.answer("export", {})
    data = base64.b64encode(taken.data).decode()

    assert desk.answer("bring", {"data": data})["names"] == ["讲话（2）.yaml"]
    assert (tmp_path / "讲话（2）.yaml").read_text(encoding="utf-8") == OUTLINE


@pytest.mark.parametrize("said", [b"x", b"[1]", b'{"a": 1}', '{"../a.yaml": "- 不是大纲"}'.encode()])
def test_what_was_never_taken_away_is_not_brought(tmp_path, desk, said):
    """Nothing is written."""
    assert refused(desk, "bring", {"data": base64.b64encode(said).decode()})
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("path", ["./t.md.j2", "../t", "/etc/passwd", "a\\b", ".x"])
@pytest.mark.parametrize(("verb", "key"), [("begin", "genre"), ("take-away", "style"), ("preview", "style")])
def test_a_genre_and_a_style_are_names(desk, verb, key, path):
    """What an outline names itself is confined as everywhere; a request names no path at all."""
    assert refused(desk, verb, {"tree": {"模板": "原样", "标题": "题"}, key: path}) == "bad-request"


@pytest.mark.parametrize(
    "tree",
    [{"主体": [["甲", {"标题": "乙"}]]}, {"主体": {"表格": [["a", {"b": "c"}]]}}, {"主体": [[["甲"], None]]}],
)
@pytest.mark.parametrize("verb", ["as-text", "save", "preview", "check", "take-away"])
def test_a_tree_of_any_shape_is_answered(desk, verb, tree):
    """Where it is no outline, it is said."""
    try:
        desk.answer(verb, {"tree": {"模板": "原样", "标题": "题", **tree}, "name": "甲.yaml", "form": "txt"})
    except DrafterError as error:
        assert error.problems
