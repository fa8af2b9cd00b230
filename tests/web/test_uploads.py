"""What the page brings of one's own: a template, which is a genre from then on."""

from __future__ import annotations

import base64
from datetime import datetime

import pytest

from drafter.web.verbs import Desk
from tests.web.test_verbs import refused

TEMPLATE = """---
名称: 科室例会讲话
说明: 科室例会
版式: speech
题头: [标题]
角色:
  - 角色: opening
    提示: 开头的话
---
{% extends "_底稿.md.j2" %}
{% block opening %}SAID{% endblock %}
"""


@pytest.fixture
def desk(tmp_path, home):
    return Desk(tmp_path, lambda: datetime(2026, 3, 18, 9, 0))


def brought(text, name="随便.md.j2"):
    return {"file": name, "data": base64.b64encode(text.encode("utf-8")).decode("ascii")}


def test_a_template_is_a_genre_under_its_own_name(desk):
    """Listed, and printed with its words; brought twice it is one."""
    mine = brought(TEMPLATE.replace("SAID", "今天例会。"))

    assert (
        desk.answer("bring-template", mine)
        == desk.answer("bring-template", mine)
        == {"genre": "科室例会讲话"}
    )
    assert "科室例会讲话" in [one["name"] for one in desk.answer("hello", {})["genres"]]
    pages = desk.answer("preview", {"tree": {"模板": "科室例会讲话", "标题": "例会"}})["pages"]
    assert "今天例会。" in str(pages)


def test_another_of_its_name_and_what_is_none_are_refused(desk):
    """Neither takes the place of what is there."""
    desk.answer("bring-template", brought(TEMPLATE))

    assert refused(desk, "bring-template", brought(TEMPLATE.replace("SAID", "别的"))) == "exists"
    assert refused(desk, "bring-template", brought("没有说明的文字", "坏.md.j2"))
    assert refused(desk, "bring-template", brought(TEMPLATE.replace("科室例会", "科/室"))) == "bad-name"
    assert refused(desk, "bring-template", brought("---\n名称: [甲\n---\n", "坏.md.j2"))
