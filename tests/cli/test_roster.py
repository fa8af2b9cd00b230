"""`drafter roster`, and what `check` and `new` make of it."""

from __future__ import annotations

import json

import pytest

PEOPLE = "排名,姓名,职务,单位,起,止\n1,苏望津,市委书记,市委,2024-05,\n2,顾见川,市长,市政府,2025-01,\n3,李青,副市长,市政府,2023-03,2025-12\n"
UNITS = "单位名称,简称,旧称\n澜川市政务服务管理局,市政务局,澜川市行政服务中心\n"


@pytest.fixture
def roster(drafter, tmp_path):
    (tmp_path / "班子.csv").write_text(PEOPLE, encoding="utf-8")
    (tmp_path / "单位.csv").write_text(UNITS, encoding="utf-8")
    assert drafter("roster", "add", "班子.csv").code == 0
    assert drafter("roster", "add", "单位.csv").code == 0
    return drafter


def codes(drafter, tmp_path, text):
    (tmp_path / "稿.txt").write_text(text, encoding="utf-8")
    found = json.loads(drafter("check", "稿.txt", "--json").out)["files"][0]["problems"]
    return {one["code"] for one in found}


def test_it_is_listed_by_rank_and_by_day(roster):
    everyone = json.loads(roster("roster", "list", "--json").out)
    then = json.loads(roster("roster", "list", "--json", "--date", "2026-03-12").out)

    assert [one["name"] for one in everyone["people"]] == ["苏望津", "顾见川", "李青"]
    assert [one["name"] for one in then["people"]] == ["苏望津", "顾见川"]
    assert everyone["people"][2]["to"] == "2025-12"
    assert everyone["units"] == [
        {"name": "澜川市政务服务管理局", "short": ["市政务局"], "former": ["澜川市行政服务中心"]}
    ]
    assert "苏望津" in roster("roster", "list").out


def test_adding_again_replaces_and_says_how_many(roster, tmp_path):
    (tmp_path / "班子.csv").write_text(PEOPLE.replace("2,顾见川", "9,顾见川"), encoding="utf-8")
    added = json.loads(roster("roster", "add", "班子.csv", "--json").out)

    assert added["changed"] == {"people": 3, "units": 0}
    assert [one["rank"] for one in added["people"]] == [1, 3, 9]


def test_removing_takes_out_and_an_unknown_name_is_refused(roster):
    assert roster("roster", "remove", "王某").code == 3
    assert roster("roster", "remove", "李青").code == 0
    assert "李青" not in roster("roster", "list").out


def test_a_workspace_keeps_its_own_over_the_users(roster, tmp_path):
    (tmp_path / "drafter.toml").write_text("", encoding="utf-8")
    (tmp_path / "新.csv").write_text("姓名,职务,排名\n周舟,副市长,4\n", encoding="utf-8")
    roster("roster", "add", "新.csv")

    assert "周舟" in (tmp_path / "名册.yaml").read_text(encoding="utf-8")
    assert "苏望津" in roster("roster", "list").out


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("市长顾见川、市委书记苏望津出席会议。", "leader-order"),
        ("请市委书记苏望律讲话。", "person-name"),
        ("在会议上的讲话\n（2026年3月12日）\n请副市长顾见川讲话。", "person-post"),
        ("请澜川市行政服务中心牵头。", "unit-name"),
    ],
)
def test_check_goes_by_it(roster, tmp_path, text, code):
    assert code in codes(roster, tmp_path, text)


def test_a_name_of_the_roster_is_no_slip(roster, drafter, tmp_path):
    """尤如君 holds 尤如, a slip of 犹如."""
    text = "请尤如君同志发言。"
    before = codes(drafter, tmp_path, text)
    (tmp_path / "新.csv").write_text("姓名,职务\n尤如君,科长\n", encoding="utf-8")
    drafter("roster", "add", "新.csv")

    assert "wrong-word" in before
    assert "wrong-word" not in codes(drafter, tmp_path, text)


@pytest.mark.parametrize(
    "content", ["项目,投资\n水库,3\n", "姓名,职务\n", ""], ids=["neither", "no row", "empty"]
)
def test_a_table_that_holds_nothing_is_refused(drafter, tmp_path, content):
    (tmp_path / "表.csv").write_text(content, encoding="utf-8")

    assert drafter("roster", "add", "表.csv").code == 3


def test_what_was_written_by_hand_is_kept_and_said(roster, tmp_path):
    (tmp_path / "drafter.toml").write_text("", encoding="utf-8")
    (tmp_path / "名册.yaml").write_text("# 办公室管\n人员:\n  - {姓名: 周舟}\n", encoding="utf-8")
    removed = roster("roster", "remove", "周舟")

    assert "名册.改前.yaml" in removed.err
    assert "# 办公室管" in (tmp_path / "名册.改前.yaml").read_text(encoding="utf-8")


def test_people_are_counted_by_name_and_the_file_that_was_written_is_named(roster, tmp_path):
    (tmp_path / "drafter.toml").write_text("", encoding="utf-8")
    removed = json.loads(roster("roster", "remove", "顾见川", "--json").out)

    assert removed["changed"]["people"] == 1
    assert removed["files"][0]["path"] != str(tmp_path / "名册.yaml")


def test_a_roster_that_cannot_be_read_is_told_with_its_line(roster, tmp_path):
    (tmp_path / "drafter.toml").write_text("", encoding="utf-8")
    (tmp_path / "名册.yaml").write_text("人员:\n  - {职务: 市长}\n", encoding="utf-8")
    (tmp_path / "稿.txt").write_text("抓好落实。", encoding="utf-8")
    checked = roster("check", "稿.txt")

    assert checked.code == 3
    assert "名册.yaml:2" in checked.err


def test_a_row_of_names_in_another_order_is_offered_in_the_rosters(roster, tmp_path):
    """What stands between them stays; build keeps the order given."""
    (tmp_path / "讲话.yaml").write_text(
        "模板: 原样\n标题: 题\n日期: 2026-03-12\n任务: 市长顾见川、市委书记苏望津出席会议。\n",
        encoding="utf-8",
    )
    offered = roster("suggest", "names", "讲话.yaml")

    assert "市委书记苏望津、市长顾见川　（名册）" in offered.out
    assert "市长顾见川、市委书记苏望津" in roster("build", "讲话.yaml", "-o", "-").out
    assert "没有可以推荐的" in roster("suggest", "名单", "讲话.yaml", "--date", "2020-01-01").out
