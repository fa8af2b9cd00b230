"""Who asked for what: one person under several names is one, and of a contradiction the first in order is told first."""

from __future__ import annotations

import pytest

from tests.cli.test_absorb import review, tracked
from tests.revising.test_absorbing import OUTLINE

ROSTER = "姓名,职务,单位,排序\n沈望,县长,县政府,1\n顾青,常务副县长,县政府,2\n"


@pytest.fixture
def sent(drafter, tmp_path):
    """The outline, the Word file that went out, and the unit's roster."""
    (tmp_path / "讲话.yaml").write_text(OUTLINE, encoding="utf-8")
    (tmp_path / "名册.csv").write_text(ROSTER, encoding="utf-8")
    assert drafter("build", "讲话.yaml", "-o", "稿.docx").code == 0
    assert drafter("roster", "add", "名册.csv").code == 0
    return tmp_path


def absorbed(drafter, *options):
    return drafter("absorb", "讲话.yaml", "甲.docx", "乙.docx", "-o", "新.yaml", "--json", *options).json[
        "files"
    ][0]


def test_one_person_under_two_names_does_not_contradict_himself(drafter, sent):
    """He changed his mind at two computers: both are his."""
    review(sent, "甲.docx", tracked("当天就改", "三天内改完", "沈县长"))
    review(sent, "乙.docx", tracked("当天就改", "三天内改完", "沈望"))
    said = absorbed(drafter)["changes"]

    assert {one["author"] for one in said} == {"沈望"} and {one["state"] for one in said} == {"taken"}


def test_who_says_two_things_in_two_files_is_asked(drafter, sent):
    """Neither is taken, let alone both into one another."""
    review(sent, "甲.docx", tracked("当天就改", "三天内改完", "沈县长"))
    review(sent, "乙.docx", tracked("当天就改", "五天内改完", "沈望"))

    assert {one["state"] for one in absorbed(drafter)["changes"]} == {"conflict"}
    assert "当天就改" in (sent / "新.yaml").read_text(encoding="utf-8")


def test_of_a_contradiction_the_first_in_order_is_told_first(drafter, sent):
    """And nobody is decided for; whose word counts may be said by either name."""
    review(sent, "甲.docx", tracked("当天就改", "十天内改完", "顾青"))
    review(sent, "乙.docx", tracked("当天就改", "三天内改完", "沈县长"))
    said = absorbed(drafter)["changes"]

    assert [(one["author"], one["state"]) for one in said] == [("沈望", "conflict"), ("顾青", "conflict")]
    heard = absorbed(drafter, "--accept-by", "沈县长", "--force")["changes"]
    assert {one["author"]: one["state"] for one in heard} == {"沈望": "taken", "顾青": "declined"}
