"""What the page asks of stages and opinions, without a browser."""

from __future__ import annotations

from datetime import datetime

import pytest

from drafter.web.verbs import Desk
from tests.web.test_verbs import OUTLINE, refused


@pytest.fixture
def desk(tmp_path):
    """The desk of a folder in which an outline lies."""
    (tmp_path / "讲话.yaml").write_text(OUTLINE, encoding="utf-8")
    return Desk(tmp_path, lambda: datetime(2026, 3, 18, 9, 0))


def test_a_print_leads_to_what_is_written_now(desk):
    """The pages of a stage, and where its words stand; what somebody said makes a table."""
    (one,) = desk.answer("list", {})["documents"]
    opened = desk.answer("open", {"id": one["id"]})
    stage = {"id": opened["id"], "number": 1}
    assert desk.answer("keep-stage", {"id": opened["id"], "name": "送审稿"})["version"]["number"] == 1
    pages = desk.answer("stage-pages", stage)["pages"]
    runs = [run for block in pages[0]["blocks"] for line in block["lines"] for run in line["runs"]]
    assert ["沙袋" in text for text, _, key, _ in runs if key == "任务.要点[2].正文"] == [True]
    tree = opened["tree"] | {"任务": {"要点": [{"标题": "备料", "正文": "备足沙袋,木桩。"}]}}

    asked = {"tree": tree, "key": "任务.要点[2].正文", "offset": 2}
    assert desk.answer("now", stage | asked)["now"] == {"key": "任务.要点[1].正文", "offset": 2, "same": True}
    assert desk.answer("now", stage | asked | {"key": "任务.要点[1]"})["now"] is None
    assert refused(desk, "now", stage | asked | {"number": 2}) == "no-version"
    assert refused(desk, "now", {"id": opened["id"]} | asked) == "bad-request"
    said = tree | {"各方意见": [{"谁": "李市长", "原话": "短一点"}]}
    assert desk.answer("opinions", {"tree": said}).name == "意见采纳情况表.docx"
