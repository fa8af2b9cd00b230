"""The documents of a folder: what is listed, saved and kept, whoever else works there."""

from __future__ import annotations

import json
import os
from datetime import datetime

import pytest

from drafter.actions.page import documents
from drafter.problems import DrafterError
from drafter.web.verbs import Desk

OUTLINE = "模板: 原样\n标题: 讲话\n任务: 一句话。\n"


@pytest.fixture
def desk(tmp_path):
    return Desk(tmp_path, lambda: datetime(2026, 3, 18, 9, 0))


def opened(desk, name):
    (one,) = [one for one in desk.answer("list", {})["documents"] if one["name"] == name]
    return desk.answer("open", {"id": one["id"]})


def test_a_link_that_leads_out_of_the_folder_is_none(tmp_path, desk):
    """It is neither listed nor written."""
    outside = tmp_path.parent / "外.yaml"
    outside.write_text(OUTLINE, encoding="utf-8")
    os.symlink(outside, tmp_path / "链接.yaml")

    assert desk.answer("list", {})["documents"] == []
    assert json.loads(desk.answer("export", {}).data) == {}


def test_of_many_the_latest_are_listed_and_all_are_found(tmp_path, desk, monkeypatch):
    """Saved again, and taken away with the others."""
    monkeypatch.setattr(documents, "_MOST", 2)
    for number in range(4):
        (tmp_path / f"稿{number}.yaml").write_text(OUTLINE, encoding="utf-8")
        os.utime(tmp_path / f"稿{number}.yaml", (number, number))
    first = desk.answer("save", {"tree": {"模板": "原样", "标题": "新的"}})

    listing = desk.answer("list", {})
    assert [one["name"] for one in listing["documents"]] == ["新的.yaml", "稿3.yaml"] and listing[
        "older"
    ] == 3
    assert desk.answer("open", {"id": first["id"]})["name"] == "新的.yaml"
    assert len(json.loads(desk.answer("export", {}).data)) == 5


def test_what_cannot_be_read_is_named(tmp_path, desk):
    """It is not as if it were not there."""
    (tmp_path / "坏的.yaml").write_text("模板: 原样\n任务: [甲\n", encoding="utf-8")
    (tmp_path / "好的.yaml").write_text(OUTLINE, encoding="utf-8")
    listing = desk.answer("list", {})

    assert [one["name"] for one in listing["documents"]] == ["好的.yaml"]
    assert [(one["name"], bool(one["line"])) for one in listing["broken"]] == [("坏的.yaml", True)]


def test_two_servers_do_not_save_over_each_other(tmp_path, desk):
    """Of two on one version one is told; the lock is that of all edits."""
    (tmp_path / "讲话.yaml").write_text(OUTLINE, encoding="utf-8")
    document = opened(desk, "讲话.yaml")
    payload = {"id": document["id"], "version": document["version"]}
    desk.answer("save", payload | {"tree": document["tree"] | {"副标题": "甲"}})

    with pytest.raises(DrafterError) as error:
        Desk(tmp_path, datetime.now).answer("save", payload | {"tree": document["tree"] | {"副标题": "乙"}})
    assert error.value.problems[0].code == "changed-meanwhile"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (OUTLINE + "# 记得核对\n", []),
        ("模板：原样\n标题：讲话\n# 记得核对\n任务：一句话。\n", ["comments-lost"]),
        ("模板：原样\n标题：讲话\n任务：一句话。\n", []),
    ],
    ids=["in place", "anew", "anew without comments"],
)
def test_comments_that_are_lost_are_told(tmp_path, desk, text, told):
    """A file that cannot be changed in place is written anew; how it stood is in its history."""
    (tmp_path / "讲话.yaml").write_text(text, encoding="utf-8")
    document = opened(desk, "讲话.yaml")
    tree = document["tree"] | {"副标题": "改了"}
    saved = desk.answer("save", {"id": document["id"], "version": document["version"], "tree": tree})

    assert [one["code"] for one in saved["problems"]] == told
    assert ("记得核对" in (tmp_path / "讲话.yaml").read_text(encoding="utf-8")) == (not told and "#" in text)
    assert saved["tree"] == tree


def test_what_stood_before_a_minutes_work_is_kept(tmp_path, desk):
    """However often that was saved."""
    (tmp_path / "讲话.yaml").write_text(OUTLINE, encoding="utf-8")
    document = opened(desk, "讲话.yaml")
    for number in range(5):
        tree = document["tree"] | {"副标题": f"改{number}"}
        document = desk.answer("save", {"id": document["id"], "version": document["version"], "tree": tree})
    (stamp,) = desk.answer("states", {"id": document["id"]})["states"]

    assert "副标题" not in desk.answer("state", {"id": document["id"], "stamp": stamp})["tree"]


def test_a_new_paper_has_no_other_papers_past(tmp_path, desk):
    """One of the same title that is gone may have been secret."""
    secret = desk.answer("save", {"tree": {"模板": "原样", "标题": "通报", "密级": "机密"}})
    desk.answer(
        "save", {"id": secret["id"], "version": secret["version"], "tree": {"模板": "原样", "标题": "通报"}}
    )
    (tmp_path / "通报.yaml").unlink()
    fresh = desk.answer("save", {"tree": {"模板": "原样", "标题": "通报"}})

    assert fresh["name"] == "通报（2）.yaml" and desk.answer("states", {"id": fresh["id"]})["states"] == []


def test_a_key_that_is_written_twice_is_refused(tmp_path, desk):
    """Half of what the file says would be gone with the next save."""
    (tmp_path / "两次.yaml").write_text(OUTLINE + "工作任务: 九十九万元。\n", encoding="utf-8")

    with pytest.raises(DrafterError) as error:
        opened(desk, "两次.yaml")
    assert error.value.problems[0].code == "repeated-key"


def test_the_mark_of_secrecy_is_told_wherever_it_was_said(tmp_path, desk, monkeypatch):
    """Among 公文, in what is extended."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "底.yaml").write_text("模板: 原样\n标题: 底\n密级: 机密\n", encoding="utf-8")
    marks = [
        desk.answer(
            "preview",
            {"tree": {"模板": "通知", "标题": "题", "公文": {"密级": "机密★10年"}, "事项": "一句话。"}},
        ),
        desk.answer(
            "preview", {"tree": {"模板": "原样", "标题": "题", "继承": "./底.yaml", "任务": "一句话。"}}
        ),
        desk.answer("preview", {"tree": {"模板": "原样", "标题": "题", "任务": "一句话。"}}),
    ]

    assert [one["secrecy"] for one in marks] == ["机密★10年", "机密", ""]


def test_a_roster_that_is_added_is_asked_at_once(tmp_path, desk, home):
    """What stays warm is read anew when it changed."""
    tree = {"模板": "原样", "标题": "题", "任务": "请陆文舟副市长讲话。"}
    before = desk.answer("check", {"tree": tree})["files"][0]["problems"]
    (home / "名册.yaml").write_text("人员:\n  - {姓名: 陆闻舟, 职务: 副市长}\n", encoding="utf-8")
    after = desk.answer("check", {"tree": tree})["files"][0]["problems"]

    assert "person-name" not in {one["code"] for one in before}
    assert "person-name" in {one["code"] for one in after}
