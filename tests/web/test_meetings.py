"""A meeting as one thing: said once, and papers that go on from it."""

from __future__ import annotations

from datetime import datetime

import pytest

from drafter.problems import DrafterError
from drafter.web.verbs import Desk


@pytest.fixture
def desk(tmp_path):
    return Desk(tmp_path, lambda: datetime(2026, 3, 18, 9, 0))


@pytest.fixture
def meeting(desk):
    return desk.answer("begin-meeting", {"name": "全市防汛工作会议"})


def text_of(desk, document):
    payload = {"tree": document["tree"], "name": document["name"], "form": "txt"}
    return desk.answer("take-away", payload).data.decode("utf-8")


def papers(desk, document):
    found = desk.answer("meeting", {"id": document["id"]})["meeting"]
    return found and {one["name"]: one["id"] for one in found["papers"]}


@pytest.mark.parametrize("paper", ["讲话", "通知", "主持词", "新闻稿", "纪要"])
def test_what_all_share_is_said_once(desk, meeting, paper):
    """A place that changes changes in each; each knows of the others."""
    made = desk.answer("begin-meeting", {"id": meeting["id"], "paper": paper})
    occasion = meeting["tree"]["场合"] | {"议程": [{"谁": "市水务局局长秦砚", "做": "通报汛情"}]}
    changed = {**meeting, "tree": {**meeting["tree"], "场合": occasion}}
    desk.answer("save", {key: changed[key] for key in ("id", "version", "tree")})

    assert "秦砚" in text_of(desk, made)
    assert papers(desk, made) == papers(desk, meeting) and papers(desk, meeting)[paper] == made["id"]


@pytest.mark.parametrize("paper", ["新闻稿", "纪要"])
def test_what_is_written_ahead_says_so(desk, meeting, paper):
    """Who came, and what was stressed, nobody knows yet."""
    made = desk.answer("begin-meeting", {"id": meeting["id"], "paper": paper})
    said = text_of(desk, made)

    assert "会前预拟" in said and "〔待补：到会人员，会后核对〕" in said


def test_a_paper_by_itself_is_of_no_meeting(desk, meeting, tmp_path):
    """Nor is one that goes on from a shipped sample."""
    alone = desk.answer("save", {"tree": {"模板": "部署讲话", "标题": "讲话"}})
    shipped = desk.answer("save", {"tree": {"继承": "防汛工作会议", "模板": "主持词", "标题": "主持词"}})

    assert papers(desk, alone) is None and papers(desk, shipped) is None
    with pytest.raises(DrafterError):
        desk.answer("begin-meeting", {"id": alone["id"], "paper": "主持词"})


def test_two_meetings_of_one_name_are_two(desk, meeting):
    """None is written over."""
    again = desk.answer("begin-meeting", {"name": "全市防汛工作会议"})
    made = desk.answer("begin-meeting", {"id": again["id"], "paper": "主持词"})

    assert again["id"] != meeting["id"] and papers(desk, meeting)["主持词"] == ""
    assert papers(desk, again)["主持词"] == made["id"]
