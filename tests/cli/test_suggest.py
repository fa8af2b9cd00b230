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
        ("wordings", "重点做好两项工作。"),
        ("措辞", "人命关天，责任如山。"),
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
    assert speech.read_text(encoding="utf-8") == SPEECH + f"措辞: {{结尾: {other['number']}}}\n"
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

    assert "措辞: {其余: 2, 结尾: 4}" in speech.read_text(encoding="utf-8")
    assert drafter("build", "讲话.yaml").code == 0


@pytest.mark.parametrize(
    ("own", "then"),
    [
        ("wording: {opening: 1}", "wording: {开头: 2}"),
        ("措辞: {导言: 1}", "措辞: {开头: 2}"),
        ("措辞: {结尾: 就说这一句。}", "措辞: {结尾: 就说这一句。, 开头: 2}"),
        ("措辞:\n  结尾: 3\n\n# ==== 下面是任务 ====", "措辞: {结尾: 3, 开头: 2}\n\n# ==== 下面是任务 ===="),
        ("说法:", "说法: {开头: 2}"),
    ],
)
def test_only_the_choice_changes(drafter, speech, own, then):
    """However it was spelt; the lines below it stay where they are."""
    head, tasks = SPEECH.split("任务:")
    speech.write_text(f"{head}{own}\n任务:{tasks}", encoding="utf-8")

    assert drafter("suggest", "wordings", "讲话.yaml", "--at", "开头", "--use", "2").code == 0
    assert speech.read_text(encoding="utf-8") == f"{head}{then}\n任务:{tasks}"


@pytest.mark.parametrize(
    "long", ["导语: 这是长话\n    分两行写。\n\n    另起一段。", "导语: |\n    这是。\n\n    另起。"]
)
def test_a_text_over_several_lines_is_left_alone(drafter, speech, long):
    """With its line ends, its marks and its file's own."""
    text = SPEECH.replace("  要点:", f"  {long}\n  要点:").replace("\n", "\r\n")
    speech.write_bytes(b"\xef\xbb\xbf" + text.encode())

    drafter("suggest", "wordings", "讲话.yaml", "--at", "开头", "--use", "2")

    assert speech.read_bytes() == b"\xef\xbb\xbf" + (text + "措辞: {开头: 2}\r\n").encode()


def test_an_english_outline_is_spelt_in_english(drafter, speech):
    """As it spells its keys."""
    speech.write_text(
        "template: 部署讲话\ntitle: 在全区安全会上的讲话\ntasks: 抓好落实。\n", encoding="utf-8"
    )

    drafter("suggest", "wordings", "讲话.yaml", "--at", "结尾", "--use", "2")

    assert speech.read_text(encoding="utf-8").endswith("wording: {closing: 2}\n")


def test_what_an_outline_below_chooses_for_all_stays(drafter, speech, tmp_path):
    """A map would hide its number."""
    (tmp_path / "底.yaml").write_text("模板: 部署讲话\n措辞: 3\n", encoding="utf-8")
    speech.write_text("继承: 底.yaml\n标题: 在全区安全会上的讲话\n任务: 抓好落实。\n", encoding="utf-8")

    drafter("suggest", "wordings", "讲话.yaml", "--at", "开头", "--use", "2")

    assert speech.read_text(encoding="utf-8").endswith("措辞: {其余: 3, 开头: 2}\n")


def test_a_file_in_another_encoding_is_not_touched(drafter, speech):
    """It would come back in UTF-8."""
    data = SPEECH.encode("gb18030")
    speech.write_bytes(data)

    result = drafter("suggest", "wordings", "讲话.yaml", "--at", "开头", "--use", "2")

    assert result.code == 3 and "[not-utf8]" in result.err
    assert speech.read_bytes() == data


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("口号", "讲话.yaml"), 2, "titles（标题）"),
        (("wordings", "讲话.yaml", "--at", "点缀"), 2, "可以用：开头、成绩"),
        (("wordings", "讲话.yaml", "--at", "结尾", "--use", "9"), 2, "没有第 9 种"),
        (("titles", "讲话.yaml", "--use", "1"), 2, "suggest wordings"),
        (("wordings", "讲话.yaml", "--use", "1"), 2, "还要用 --at"),
        (
            ("wordings", "讲话.yaml", "--at", "结尾", "--use", "1", "--template", "动员讲话"),
            2,
            "去掉 --template",
        ),
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


@pytest.mark.parametrize(("date", "there"), [("2026-03-12", True), ("2013-03-12", False)])
def test_set_phrases_are_those_of_the_drafts_day(drafter, speech, date, there):
    """Not of today."""
    speech.write_text(SPEECH.replace("2026-11-30", date), encoding="utf-8")

    assert ("人民至上、生命至上" in drafter("suggest", "formulas", "讲话.yaml").out) is there


def test_an_unknown_place_of_a_wording_is_told(drafter, speech):
    """A misspelt one would choose nothing, and nobody would know."""
    speech.write_text(SPEECH + "措辞: {结为: 2}\n", encoding="utf-8")

    result = drafter("build", "讲话.yaml")

    assert result.code == 3
    assert "“措辞”没有“结为”" in result.err or "措辞没有“结为”" in result.err
