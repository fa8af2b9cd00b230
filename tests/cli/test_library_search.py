"""`drafter library search`, `list` and the rest, in a folder and on a server: the same answers."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from tests.cli.shelf import SPEECH, ids


def test_what_was_added_is_found_at_once(library):
    """By one character, by words of two, by several, by a phrase."""
    for words in ("账", "督查", "现场 交换", '"先看现场再看账"', "经得起"):
        assert ids(library("search", words, "--json"))


def test_a_hit_says_all_that_the_contract_names(library):
    """The words are marked in the excerpt."""
    hit = next(h for h in library("search", "先报批", "--json").json["hits"] if h["kind"] == "point")

    assert hit["id"] == "督查讲话#该督的才督"
    assert (hit["title"], hit["role"], hit["template"]) == ("该督的才督", "tasks", "部署讲话")
    assert hit["date"] == "2025年3月6日" and "【先报批】" in hit["excerpt"] and hit["used"] == []
    assert hit["score"] > 0


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("督查", "--role", "结尾"), {"结尾-督查"}),
        (("督查", "--kind", "词句"), {"结尾-督查"}),
        (("督查", "--tag", "督查", "--kind", "phrase"), {"结尾-督查"}),
        (("看现场", "--role", "任务", "--kind", "要点"), {"督查讲话#见人见事见结果"}),
        (("台账", "--year", "2025", "--kind", "point"), {"督查讲话#台账建起来了"}),
        (("台账", "--year", "2024"), set()),
        (("年度计划", "--template", "部署讲话", "--kind", "outline"), {"督查讲话"}),
        (("督查组 -交换",), set()),
        (("督查", "-一次", "-账", "-散会"), set()),
        (("督查", "-账", "--kind", "要点"), {"督查讲话#该督的才督"}),
    ],
)
def test_filters_and_exclusions(library, arguments, expected):
    """Each leaves what it says; those of the shipped starter are not asked about."""
    found = set(ids(library("search", "--json", "--limit", "1000", *arguments)))

    assert {id_ for id_ in found if id_.startswith(("督查讲话", "结尾-督查"))} == expected


def test_list_and_show(library):
    """Whole things in a list, all of one in full."""
    listed = {entry["id"] for entry in library("list", "--json").json["entries"]}
    shown = library("show", "督查讲话", "--json").json

    assert {"督查讲话", "结尾-督查"} <= listed and "督查讲话#今年怎么办" not in listed
    assert "办结率96.5%" in shown["entry"]["text"]
    assert "督查讲话#见人见事见结果" in [below["id"] for below in shown["below"]]
    assert "督查讲话#见人见事见结果" in library("show", "督查讲话").out
    assert "督查讲话#见人见事见结果" in {
        e["id"] for e in library("list", "--role", "任务", "--json").json["entries"]
    }


def test_an_unknown_id_is_answered_with_the_nearest(library):
    """Exit 3."""
    result = library("show", "结尾-督察")

    assert result.code == 3 and "是不是“结尾-督查”？" in result.err


def test_the_same_file_is_taken_in_once(library, tmp_path):
    """Another of the same name gets a name of its own."""
    again = library("add", "旧稿/督查讲话.yaml", "--json").json["files"][0]
    (tmp_path / "督查讲话.yaml").write_text(SPEECH.replace("2025-03-06", "2024-03-06"), encoding="utf-8")
    other = library("add", "督查讲话.yaml", "--json").json["files"][0]

    assert (again["id"], again["new"]) == ("督查讲话", False)
    assert (other["id"], other["new"]) == ("督查讲话（2）", True)
    assert library("add", "旧稿").out.rstrip().endswith("收进 0 份，共 0 条可检索；2 份已经在库里")


def test_old_word_files_become_outlines_on_the_way(library, drafter, tmp_path):
    """With tags and a genre, as import reads them."""
    (tmp_path / "去年.txt").write_text(
        "在全市档案工作会上的讲话\n（2024年5月8日）\n同志们：\n一、抓好归档\n（一）应归尽归。各单位六月底前把电子文件归齐。\n",
        encoding="utf-8",
    )
    assert library("add", "去年.txt", "--tag", "档案", "--template", "部署讲话").code == 0
    (hit,) = [h for h in library("search", "归齐", "--json").json["hits"] if h["kind"] == "outline"]

    assert (hit["id"], hit["date"], hit["tags"]) == ("去年", "2024年5月8日", ["档案"])


def test_one_bad_file_stops_no_other(library, tmp_path):
    """Each is named; the exit code is the highest."""
    (tmp_path / "坏.yaml").write_text("模板: 部署讲话\n任务：甲\n", encoding="utf-8")
    (tmp_path / "好.yaml").write_text("模板: 部署讲话\n标题: 好的\n任务: 一句话。\n", encoding="utf-8")
    result = library("add", "坏.yaml", "好.yaml", "没有.yaml")

    assert result.code == 3 and "√ 好" in result.out
    assert "收进 1 份" in result.out and result.out.rstrip().endswith("；2 份没有收")
    assert "坏.yaml:2" in result.err and "没有.yaml" in result.err


def test_a_bad_file_is_told_at_its_place_though_tags_were_to_be_added(drafter, tmp_path):
    """As without tags, by its path."""
    (tmp_path / "坏.yaml").write_text("标题: 甲\n任务：乙\n", encoding="utf-8")
    result = drafter("library", "add", "坏.yaml", "--tag", "旧稿")

    assert result.code == 3 and "坏.yaml:2" in result.err


def test_a_pack_goes_to_a_colleague_and_comes_in_whole(library, tmp_path, monkeypatch, home):
    """Data only, with digests; the same entries make the same pack."""
    assert library("export", "-o", "包.zip").code == 0
    first = (tmp_path / "包.zip").read_bytes()
    assert library("export", "-o", "包").code == 0 and (tmp_path / "包.zip").read_bytes() == first
    with zipfile.ZipFile(tmp_path / "包.zip") as pack:
        assert pack.namelist() == ["manifest.json", "library/收尾.yaml", "library/督查讲话.yaml"]
        assert json.loads(pack.read("manifest.json"))["files"][0]["sha256"]
    monkeypatch.setenv("DRAFTER_LIBRARY", str(tmp_path / "同事的"))

    assert library("add", "包.zip").code == 0
    assert "督查讲话#见人见事见结果" in ids(library("search", "看现场", "--json"))


def test_an_export_of_some(library, tmp_path):
    """By id or by tag: the files that hold them."""
    assert library("export", "结尾-督查", "-o", "甲.zip", "--json").json["files"][0]["names"] == ["收尾"]
    assert library("export", "--tag", "督查", "-o", "乙.zip", "--json").json["files"][0]["names"] == ["收尾"]


def test_what_is_removed_is_found_no_more(library):
    """Whole files only; shipped ones stay, and nobody is told to change them."""
    refused = library("remove", "结尾-督查")
    assert refused.code == 3 and "收尾" in refused.err
    shipped = library("remove", "督查-立项")
    assert shipped.code == 3 and "不在自己的素材库里" in shipped.err and "打开" not in shipped.err
    assert library("remove", "督查讲话").code == 0
    assert library("show", "督查讲话").code == 3
    assert not [id_ for id_ in ids(library("search", "先报批", "--json")) if id_.startswith("督查讲话")]


def test_what_is_removed_can_be_found_again(library, home, request):
    """Its text is set aside: in the folder's bin, in a table of the server's."""
    moved = library("remove", "督查讲话", "--json").json["files"][0]["moved"]

    if "server" in request.node.callspec.id:
        import psycopg

        with psycopg.connect(request.getfixturevalue("postgres")) as database:
            kept = database.execute("SELECT text FROM drafter_removed").fetchone()[0]
    else:
        kept = Path(moved).read_text(encoding="utf-8") if ".回收" in moved else ""
    assert kept == SPEECH


def test_rebuilding_changes_nothing(library):
    """The index is never the truth."""
    before = library("list", "--json", "--kind", "要点").json["entries"]

    assert library("rebuild").code == 0
    assert library("list", "--json", "--kind", "要点").json["entries"] == before


@pytest.mark.parametrize(
    "arguments",
    [
        ("search",),
        ("search", "甲", "--kind", "书"),
        ("search", "甲", "--role", "人物"),
        ("search", "甲", "--year", "去年"),
        ("search", "甲", "--roel", "任务"),
    ],
)
def test_a_question_that_cannot_be_asked(library, arguments):
    """Exit 2, with what to write."""
    result = library(*arguments)

    assert result.code == 2 and "办法：" in result.err


def test_a_word_that_the_terminal_could_not_read_is_said(library):
    """Exit 3, and the index is left as it is."""
    result = library("search", "\udcff电梯")

    assert result.code == 3 and "认不出" in result.err
