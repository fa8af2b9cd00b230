"""`drafter suggest`: a choice of words, and the choice written into the outline."""

from __future__ import annotations

import json

import pytest

SPEECH = """# 给自己看的话
模板: 部署讲话
标题: 在全区安全生产工作会议上的讲话
日期: 2026-11-30
称谓: [同志们]
场合: {名称: 全区安全生产工作会议, 主办: 区政府}
任务:
  小标题: 抓好岁末年初的事
  要点:
    - {标题: 压实责任, 正文: 各单位每月查一次。}
    - {标题: 补齐设备, 正文: 六月底前换完。}
"""


@pytest.fixture
def speech(tmp_path):
    (tmp_path / "讲话.yaml").write_text(SPEECH, encoding="utf-8")
    return tmp_path / "讲话.yaml"


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("titles", "做好安全生产工作——在全区安全生产工作会议上的讲话"),
        ("标题", "← 现在用的"),
        ("headings", "把责任压实"),
        ("小标题", "在补齐设备上求实效"),
        ("wordings", "突出抓好两件事。"),
        ("措辞", "会上讲的，都要到会后去办。"),
        ("formulas", "统筹发展和安全"),
        ("提法", "（党的十九届五中全会 2020-10）"),
    ],
)
@pytest.mark.usefixtures("speech")
def test_each_kind_by_either_name(drafter, kind, text):
    """Numbered, by place."""
    result = drafter("suggest", kind, "讲话.yaml")

    assert result.code == 0
    assert text in result.out


def test_the_wording_that_is_chosen_stands_in_the_draft(drafter, speech):
    """Its number is written into the outline; everything else stays as it was typed."""
    report = json.loads(drafter("suggest", "wordings", "讲话.yaml", "--at", "结尾", "--json").out)
    (file,) = report["files"]
    other = next(one for one in file["suggestions"] if not one["chosen"])

    result = drafter("suggest", "wordings", "讲话.yaml", "--at", "结尾", "--use", str(other["number"]))

    assert result.code == 0 and "√" in result.out
    assert speech.read_text(encoding="utf-8") == SPEECH + f"措辞:\n  结尾: {other['number']}\n"
    assert other["text"].split("\n")[0] in drafter("build", "讲话.yaml", "--to", "txt", "-o", "-").out


def test_every_wording_is_the_one_that_its_number_prints(drafter, speech):
    """The list and 措辞 count alike."""
    (file,) = json.loads(drafter("suggest", "wordings", "讲话.yaml", "--json").out)["files"]
    places = {one["place"] for one in file["suggestions"]}

    assert places == {"开头", "任务", "结尾"}
    for one in file["suggestions"]:
        speech.write_text(SPEECH + f"措辞: {{{one['place']}: {one['number']}}}\n", encoding="utf-8")
        printed = drafter("build", "讲话.yaml", "--to", "txt", "-o", "-").out
        assert all(line in printed for line in one["text"].split("\n")), one


def test_a_choice_for_all_places_is_kept_beside_one_for_a_place(drafter, speech):
    """其余."""
    speech.write_text(SPEECH + "措辞: 2\n", encoding="utf-8")

    drafter("suggest", "wordings", "讲话.yaml", "--at", "结尾", "--use", "4")

    assert "其余: 2\n  结尾: 4" in speech.read_text(encoding="utf-8")
    assert drafter("build", "讲话.yaml").code == 0


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("口号", "讲话.yaml"), 2, "titles（标题）"),
        (("wordings", "讲话.yaml", "--at", "点缀"), 2, "可以用：开头、成绩"),
        (("wordings", "讲话.yaml", "--at", "结尾", "--use", "9"), 2, "没有第 9 种"),
        (("titles", "讲话.yaml", "--use", "1"), 2, "suggest wordings"),
        (("titles", "没有.yaml"), 3, "没有.yaml"),
        (("titles", "稿.md"), 3, "drafter import"),
    ],
)
def test_what_cannot_be_suggested_is_said(drafter, speech, tmp_path, arguments, code, said):
    """And the outline is not touched."""
    (tmp_path / "稿.md").write_text("# 题\n", encoding="utf-8")

    result = drafter("suggest", *arguments)

    assert result.code == code
    assert said in result.err
    assert speech.read_text(encoding="utf-8") == SPEECH


def test_an_unknown_place_of_a_wording_is_told(drafter, speech):
    """A misspelt one would choose nothing, and nobody would know."""
    speech.write_text(SPEECH + "措辞: {结为: 2}\n", encoding="utf-8")

    result = drafter("build", "讲话.yaml")

    assert result.code == 3
    assert "“措辞”没有“结为”" in result.err or "措辞没有“结为”" in result.err
