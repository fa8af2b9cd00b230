"""The facts of a draft: of the outline, of files, set one by one."""

from __future__ import annotations

import pytest

from drafter.drafting.facts import given_facts, merge_facts
from drafter.drafting.options import Options
from drafter.model.outline import FactValue, Outline
from drafter.problems import InputProblem
from tests.builders import lines

OUTLINE = Outline(
    facts={"量": FactValue("12", "万件", "2025-12-31", "年报"), "人": FactValue(name="何岸"), "缺": None}
)


def merged(**options):
    facts, problems = merge_facts(OUTLINE, Options(**options))
    assert problems == []
    return facts


@pytest.fixture
def file(tmp_path):
    """Writes a facts file."""

    def write(name, text):
        (tmp_path / name).write_text(text, encoding="utf-8")
        return tmp_path / name

    return write


def test_without_options_they_are_the_outlines_own():
    """Open ones too, and the outline's are left as they are."""
    facts = merged(settings={"新": "1"})

    assert merged() == OUTLINE.facts
    assert "新" in facts and "新" not in OUTLINE.facts


def test_a_figure_that_is_set_keeps_unit_day_and_source():
    """Where it is one; a person who is set becomes what was said."""
    facts = merged(settings={"量": "99", "人": "林舟", "缺": "3"})

    assert facts["量"] == FactValue("99", "万件", "2025-12-31", "年报")
    assert facts["人"] == FactValue("林舟") and facts["缺"] == FactValue("3")


def test_a_fact_that_is_set_to_nothing_is_open():
    """So is one that comes later, row by row."""
    assert merged(settings={"量": ""})["量"] is None
    later = merged(later=("量", "行"))
    assert (later["量"], later["行"]) == (None, None)


def test_of_two_files_the_later_goes_before(file):
    """Each over the outline; below what is set, and over what comes later."""
    one, other = file("甲.yaml", "量: 1件\n丙: 1\n"), file("乙.yaml", "量: 2件\n")
    facts = merged(facts_files=(one, other), settings={"丙": "3"}, later=("量",))

    assert (facts["量"].value, facts["丙"].value) == ("2件", "3")


def test_facts_alone_are_those_of_the_options(file):
    """For a draft that has none."""
    facts = given_facts(Options(facts_files=(file("甲.yaml", "量: 1件\n"),), settings={"丙": "3"}))

    assert facts == {"量": FactValue("1件"), "丙": FactValue("3")}


def test_a_facts_file_that_cannot_be_used_is_refused(file):
    """With its own name; what is only odd about it is not."""
    bad = file("坏.yaml", "量: [1, {}]\n")
    with pytest.raises(InputProblem) as said:
        given_facts(Options(facts_files=(bad,)))
    assert {problem.place.source for problem in said.value.problems} == {str(bad)}

    _, problems = merge_facts(OUTLINE, Options(facts_files=(bad, file("好.yaml", "丙: 1\n"))))
    assert {problem.place.source for problem in problems} == {str(bad)}


def test_what_is_odd_about_the_bytes_of_a_file_is_told(tmp_path):
    """Beside its facts."""
    (tmp_path / "旧.yaml").write_bytes("量: 一件事\n".encode("gb18030"))
    facts, problems = merge_facts(Outline(), Options(facts_files=(tmp_path / "旧.yaml",)))

    assert facts == {"量": FactValue("一件事")}
    assert [problem.severity.value for problem in problems] == ["warning"]


MEETING = "模板: 部署讲话\n标题: 题\n数据:\n  上级精神:\n场合: {{名称: 全市档案工作会议, 上级精神: {}}}\n开头: 会议要贯彻{{{{ 上级精神 }}}}。\n任务: 抓好落实。\n"


@pytest.mark.parametrize("basis", ["全省档案工作会议精神", "贯彻全省档案工作会议精神"])
def test_what_the_meeting_carries_out_fills_texts_that_refer_to_it(basis):
    """And is not said again."""
    said = "\n".join(lines(MEETING.format(basis)))

    assert "会议要贯彻全省档案工作会议精神。" in said
    assert said.count("全省档案工作会议精神") == 1


def test_what_the_meeting_carries_out_is_one_gap_where_it_is_open():
    """Not one in the text and one beside it."""
    assert "\n".join(lines(MEETING.format(""))).count("待补") == 1


def test_whole_sentences_do_not_run_into_a_text():
    """They are printed as they are; the text keeps its gap."""
    said = "\n".join(lines(MEETING.format("3月2日，省里开了会。")))

    assert "3月2日，省里开了会。" in said and "待补" in said


@pytest.mark.parametrize(
    ("given", "printed"),
    [("7", "7人"), ("7.5", "7.5人"), ("7人", "7人"), ("99件", "99件"), ("三", "三人"), ("50%", "50%")],
)
def test_a_number_alone_keeps_the_unit_at_every_door(drafter, tmp_path, given, printed):
    """Set one by one, in a file, in a table; one that brings a unit has its own."""
    (tmp_path / "稿.yaml").write_text(
        "模板: 原样\n标题: 题\n数据: {人数: {数值: 5, 单位: 人}}\n主体: 有{{ 人数 }}。\n", encoding="utf-8"
    )
    (tmp_path / "数.yaml").write_text(f"人数: {given}\n", encoding="utf-8")
    (tmp_path / "表.csv").write_text(f"县,人数\n甲,{given}\n", encoding="utf-8")
    for options in (("--set", f"人数={given}"), ("--facts", "数.yaml")):
        assert f"有{printed}。" in drafter("build", "稿.yaml", *options, "--to", "txt", "-o", "-").out
    assert drafter("batch", "稿.yaml", "表.csv", "-o", "出", "--name", "{{ 县 }}.txt").code == 0

    assert f"有{printed}。" in (tmp_path / "出" / "甲.txt").read_text(encoding="utf-8")
