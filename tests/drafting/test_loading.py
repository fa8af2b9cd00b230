"""Loading: inheritance, precedence of facts, references, all problems at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.drafting import loading
from drafter.drafting.options import Options
from drafter.model.outline import FactValue
from drafter.problems import InputProblem
from tests.builders import session

BASE = "模板: 部署讲话\n标题: 旧题\n场合:\n  名称: 会议\n  地点: 礼堂\n数据:\n  甲: 1\n  乙: 2\n称谓: [各位领导, 同志们]\n任务: 旧任务。\n"


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def load(text, name="大纲.yaml", **options):
    Path(name).write_text(text, encoding="utf-8")
    return loading.load(session(), text, name, Options(**options)).outline


def codes(text, **options):
    with pytest.raises(InputProblem) as caught:
        load(text, **options)
    return [(p.code, p.place.line) for p in caught.value.problems]


def test_an_outline_overrides_what_it_extends_key_by_key():
    """Mappings are merged, lists replaced whole, whatever the spelling of keys."""
    Path("基础.yaml").write_text(BASE, encoding="utf-8")

    merged = load("extends: 基础.yaml\ntitle: 新题\n场合: {地点: 会议室}\n数据: {乙: 3}\n称谓: [同志们]\n")

    assert merged.title == "新题"
    assert (merged.occasion.name, merged.occasion.place) == ("会议", "会议室")
    assert merged.facts == {"甲": FactValue("1"), "乙": FactValue("3")}
    assert merged.audience == ("同志们",)
    assert merged.parts[0].items == ("旧任务。",)


def test_a_chain_of_outlines_is_followed():
    """Grandchild over child over parent."""
    Path("祖.yaml").write_text(BASE, encoding="utf-8")
    Path("父.yaml").write_text("继承: 祖\n标题: 父题\n稿次: 讨论稿\n", encoding="utf-8")

    merged = load("继承: 父.yaml\n标题: 子题\n")

    assert (merged.title, merged.stage, merged.template) == ("子题", "讨论稿", "部署讲话")


def test_a_circle_of_outlines_is_refused():
    """Each extends the other."""
    Path("甲.yaml").write_text("继承: 乙.yaml\n", encoding="utf-8")
    Path("乙.yaml").write_text("继承: 甲.yaml\n", encoding="utf-8")

    with pytest.raises(InputProblem) as caught:
        loading.load(
            session(), Path("甲.yaml").read_text(encoding="utf-8"), "甲.yaml", Options(template="原样")
        )
    assert "endless-extends" in [p.code for p in caught.value.problems]


@pytest.mark.parametrize("name", ["../外面.yaml", "/etc/passwd", "没有这份"])
def test_extends_does_not_leave_the_folder(here, name):
    """Nor does it find what is not there."""
    (here.parent / "外面.yaml").write_text(BASE, encoding="utf-8")

    assert ("unknown-outline", 1) in codes(f"继承: {name}\n模板: 原样\n")


def test_a_link_out_of_the_folder_is_not_followed(here):
    """A link is where it points to."""
    (here.parent / "外面.yaml").write_text(BASE, encoding="utf-8")
    (here / "链接.yaml").symlink_to(here.parent / "外面.yaml")

    assert ("unknown-outline", 1) in codes("继承: 链接.yaml\n模板: 原样\n")


def test_set_goes_before_facts_files_before_the_outline_before_what_it_extends():
    """The order of the contract."""
    Path("基础.yaml").write_text(BASE, encoding="utf-8")
    Path("数据.yaml").write_text("乙: 文件\n丙: 文件\n", encoding="utf-8")

    facts = load(
        "继承: 基础.yaml\n数据: {乙: 大纲, 丁: 大纲}\n",
        facts_files=[Path("数据.yaml")],
        settings={"丙": "命令", "丁": ""},
    ).facts

    assert facts == {"甲": FactValue("1"), "乙": FactValue("文件"), "丙": FactValue("命令"), "丁": None}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("模板: 部署讲话\n数据: {办件量: 1}\n任务: 办{{ 办件两 }}件。\n", ("unknown-fact", 3)),
        ("模板: 部署讲话\n数据: {办件量: 1}\n任务: 办{{ 办件量.重量 }}件。\n", ("unknown-fact", 3)),
        ("模板: 部署讲话\n任务: 讲{{ 点缀.条数 }}点。\n", ("unknown-fact", 2)),
        ("模板: 布署讲话\n任务: 甲。\n", ("unknown-template", 1)),
        ("标题: 甲\n", ("no-template", 1)),
    ],
)
def test_a_name_that_is_not_known_is_an_error_with_its_line(text, expected):
    """Facts, parts of facts, parts of the outline, templates, roles."""
    assert expected in codes(text)


def test_the_nearest_known_name_is_in_the_hint():
    """A slip of one character is guessed."""
    with pytest.raises(InputProblem) as caught:
        load("模板: 部署讲话\n数据: {办件量: 1}\n任务: 办{{ 办件两 }}件。\n")
    assert caught.value.problems[0].hint == "是不是“办件量”？"


def test_all_problems_of_a_file_come_in_one_run():
    """Slips, structure, template and references together, in the order of lines."""
    found = codes("模板: 布署讲话\n标题：甲\n标体: 乙\n任务: 办{{ 量 }}件。\n")

    assert found == [("unknown-template", 1), ("fullwidth-colon", 2), ("unknown-key", 3), ("unknown-fact", 4)]


@pytest.mark.parametrize(
    "text",
    [
        "数剧: {量: 1}\n任务: '办{{ 量 }}件。'\n",
        "任五:\n  小标题: 甲\n  要典: [乙]\n结尾: '共{{ 任务.条数 }}点。'\n",
        "场合:\n  议程:\n    - {谁: 甲, 做: 讲话, 何事: 刚才}\n",
        "附件:\n  - {标体: 清单, 内容: 甲}\n",
    ],
)
def test_nothing_is_missed_that_stands_under_a_misspelt_key(text):
    """No fact, no part, no field that has to be there."""
    assert {code for code, _ in codes(f"模板: 原样\n{text}")} == {"unknown-key"}


@pytest.mark.parametrize("key", ["摸板", "模版", "tempalte"])
def test_a_misspelt_template_is_followed(key):
    """It is not said to be missing; its roles are known, and its own name is looked up."""
    assert codes(f"{key}: 部署讲话\n任务: 甲。\n请求: 乙。\n") == [("unknown-key", 1), ("unplaced-role", 3)]
    assert codes(f"{key}: 布署讲话\n任务: 甲。\n") == [("unknown-key", 1), ("unknown-template", 1)]


def test_a_misspelt_base_is_followed():
    """What it gives, template, facts and parts, is not said to be missing."""
    Path("基础.yaml").write_text(BASE, encoding="utf-8")

    assert codes("继成: 基础.yaml\n结尾: '{{ 甲 }}、{{ 丙 }}。'\n") == [
        ("unknown-key", 1),
        ("unknown-fact", 2),
    ]
    assert codes("模板: 部署讲话\n继成: 没有\n") == [("unknown-key", 2), ("unknown-outline", 2)]


def test_a_misspelt_key_is_read_beside_that_of_the_base():
    """The base has the right one; what is wrong under the other comes in the same run."""
    Path("基础.yaml").write_text(BASE, encoding="utf-8")
    text = "继承: 基础.yaml\n数剧: {丙: {数直: 1}}\n任五:\n  要典: 甲\n结尾: '{{ 甲 }}{{ 丙 }}'\n"

    assert codes(text) == [*[("unknown-key", line) for line in (2, 2, 3, 4)], ("wrong-type", 4)]


def test_a_part_that_the_template_needs_is_a_gap_and_a_warning():
    """An early draft can be built; it says what is missing."""
    loaded = loading.load(session(), "模板: 部署讲话\n标题: 甲\n", "x.yaml", Options())

    assert [(p.code, p.severity.value) for p in loaded.problems] == [("missing-part", "warning")]


@pytest.mark.parametrize(("above", "found"), [(8, None), (9, "endless-extends")])
def test_eight_outlines_may_stand_above_one(above, found):
    """A longer chain is taken for a circle."""
    Path(f"{above}.yaml").write_text(BASE, encoding="utf-8")
    for number in range(1, above):
        Path(f"{number}.yaml").write_text(f"继承: {number + 1}.yaml\n", encoding="utf-8")

    if found:
        assert [code for code, _ in codes("继承: 1.yaml\n")] == [found]
    else:
        assert load("继承: 1.yaml\n").title == "旧题"
