"""What changes from one year to the next, proposed as facts."""

from __future__ import annotations

from drafter.model.outline import FactValue, Outline, Part
from drafter.outlining.meaning import variables


def proposed(text, date="2026年1月9日"):
    found = variables.proposed(Outline(date=date, parts=(Part("body", (text,)),)))
    return found.parts[0].items[0], dict(found.facts)


def test_years_near_the_texts_own_are_named_by_their_distance():
    """Older ones are history and stay."""
    text, facts = proposed("1998年建成，2025年扩建，2026年启用。")

    assert text == "1998年建成，{{ 上年 }}年扩建，{{ 本年 }}年启用。"
    assert facts == {"上年": FactValue("2025"), "本年": FactValue("2026")}


def test_a_text_without_a_date_is_of_the_latest_year_that_it_names_twice():
    """One look ahead does not make it next year's."""
    text, _ = proposed("2025年如此，2025年如彼，到2026年再看。", date=None)

    assert text == "{{ 本年 }}年如此，{{ 本年 }}年如彼，到{{ 下年 }}年再看。"


def test_a_figure_is_named_by_the_measure_before_it():
    """With its unit; one that no measure names is numbered, a small count stays a word."""
    text, facts = proposed("好评率达到99.8%，受理286万件，设了2个窗口。")

    assert text == "好评率达到{{ 好评率 }}，受理{{ 数据1 }}，设了2个窗口。"
    assert facts == {"好评率": FactValue("99.8", "%"), "数据1": FactValue("286", "万件")}


def test_the_same_words_are_one_fact():
    """Two measures of one name are two."""
    text, facts = proposed("好评率为99%，好评率为99%，好评率为98%。")

    assert text == "好评率为{{ 好评率 }}，好评率为{{ 好评率 }}，好评率为{{ 好评率2 }}。"
    assert list(facts) == ["好评率", "好评率2"]


def test_people_offices_days_and_sessions_are_facts():
    """A person has a name and a post; the word before a post is no name."""
    text, facts = proposed(
        "由李明副市长牵头，市应急管理局配合，6月底前办结；分管副秘书长督办。第九届委员会第三次会议通过。"
    )

    assert text.startswith("由{{ 副市长 }}牵头，{{ 应急管理局 }}配合，{{ 日期1 }}前办结；分管副秘书长督办。")
    assert facts["副市长"] == FactValue(name="李明", post="副市长")
    assert facts["应急管理局"] == FactValue("市应急管理局")
    assert text.endswith("{{ 届次 }}委员会{{ 届次2 }}会议通过。")


def test_braces_of_the_texts_own_stay_alone():
    """No reference comes to stand beside a literal one."""
    text = r"写作\{{ 数据 }}，2026年用。"

    assert proposed(text) == (text, {})


def test_places_and_the_houses_that_bear_their_names_are_facts():
    """A known one, a town, one named again; 乡镇 and 生态强市 are words."""
    outline = Outline(
        parts=(Part("body", ("到青溪镇调研，建成青溪县人民医院。在临浦区，到乡镇，建设生态强市。",)),)
    )
    found = variables.proposed(outline, frozenset({"临浦区"}))

    assert found.parts[0].items[0] == (
        "到{{ 地名1 }}调研，建成{{ 单位名1 }}。在{{ 地名2 }}，到乡镇，建设生态强市。"
    )
    assert found.facts["单位名1"] == FactValue("青溪县人民医院")


def test_a_count_of_three_digits_is_a_figure():
    """Named by what it counts."""
    assert proposed("新增就业3200人，办了2件事。")[0] == "新增就业{{ 新增就业 }}，办了2件事。"
