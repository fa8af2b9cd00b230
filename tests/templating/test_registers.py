"""The registers that the shipped speeches speak in."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

TEMPLATES = Path(__file__).parents[2] / "templates"
SUITS = {
    "部署讲话": "庄重 平实 亲切",
    "动员讲话": "庄重 平实",
    "总结讲话": "庄重 平实 亲切",
    "培训班讲话": "庄重 平实 亲切",
    "座谈会讲话": "庄重 平实 亲切",
    "表态发言": "庄重 平实",
    "交流发言": "庄重 平实 亲切",
    "研讨发言": "庄重 平实 亲切",
    "党课稿": "庄重 平实 亲切",
    "致辞": "庄重 亲切",
    "主持词": "庄重 平实",
}
MAIN = ("opening", "成绩", "不足", "任务", "保障", "closing")


@pytest.mark.parametrize("genre", SUITS)
def test_each_main_place_has_words_in_every_register_that_suits(genre):
    """A mobilization is never homely, an address needs no plain words; a mark opens its wording."""
    text = (TEMPLATES / f"{genre}.md.j2").read_text(encoding="utf-8")
    blocks = dict(re.findall(r"^{% block (\w+) %}(.*?)^{% endblock %}", text, re.M | re.S))
    for place in (name for name in MAIN if name in blocks):
        for register in SUITS[genre].split():
            marked = [line for line in blocks[place].splitlines() if f"{{{{ {register} }}}}" in line]
            assert marked, (place, register)
            assert all(line.lstrip().startswith("{{ " + register) for line in marked), marked
