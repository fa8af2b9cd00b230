"""What an outline is made of: names of facts, and references to them."""

from __future__ import annotations

import pytest

from drafter.model.outline import REFERENCE, is_fact_name

NAMES = (
    "量",
    "办件_2",
    "总投资（万元）",
    "县(区)",
    "（元）金额",
    "比重（%）",
    "面积（㎡）",
    "工资（元/月）合计",
)
OTHERS = (
    "",
    "（）",
    "（万元）",
    "量（",
    "量（甲）（乙）",
    "A&B",
    "办 件",
    "量（甲{{乙）",
    "量（" + "字" * 17 + "）",
)


@pytest.mark.parametrize("name", NAMES)
def test_a_fact_may_be_called_as_a_column_is(name):
    """With a bracket for the measure, or for what else is meant."""
    assert is_fact_name(name)
    found = REFERENCE.fullmatch(f"{{{{ {name}.数 }}}}")
    assert found and found.groups() == (name, "数")


@pytest.mark.parametrize("name", OTHERS)
def test_other_names_are_none(name):
    """The longest bracket has 16 characters."""
    assert not is_fact_name(name) and not REFERENCE.search(f"{{{{{name}}}}}")
