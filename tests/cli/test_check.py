"""`drafter check`: what a person sees, what programs read, what is written."""

from __future__ import annotations

import json
from pathlib import Path

import docx
import pytest

from drafter.readers.word import package as word_package
from drafter.readers.word import paragraphs as word_paragraphs

OUTLINE = """模板: 部署讲话
标题: 在全市防汛会上的讲话
日期: 2026-03-12
讲话人: {姓名: 苏望津, 职务: 市水务局局长}
数据:
  巡查人次: 1200
任务:
  小标题: 抓好今年
  导语: 重点抓好三件事：
  要点:
    - 标题: 修堤防
      正文: 要加固堤防,年底前完工，巡查{{ 巡查人次 }}人次。
    - 标题: 抓演练
      正文: 每个村演练一次。
"""


@pytest.fixture
def outline(tmp_path):
    path = tmp_path / "讲话.yaml"
    path.write_text(OUTLINE, encoding="utf-8")
    return path


def codes(result):
    return [problem["code"] for file in result.json["files"] for problem in file["problems"]]


def test_a_finding_is_shown_at_its_line_with_a_caret_under_its_words(drafter, outline):
    """A wide character takes two columns."""
    result = drafter("check", "讲话.yaml")
    lines = result.out.splitlines()
    at = next(i for i, line in enumerate(lines) if "halfwidth-punctuation" in line)

    assert result.code == 1
    assert lines[at].startswith("第 12 行第 16 字 错误：")
    shown, caret = lines[at + 1], lines[at + 2]
    assert caret == " " * (4 + 2 * shown.strip().index(",")) + "^"
    assert lines[at + 3] == "    办法：改成“，”"


def test_the_manual_shows_what_is_printed(drafter, outline):
    """Its transcript is that of this outline."""
    page = (Path(__file__).parents[2] / "docs/命令.md").read_text(encoding="utf-8")
    result = drafter("check", "讲话.yaml")

    assert f"> drafter check 讲话.yaml\n{result.out}" in page


def test_an_outline_is_checked_as_it_prints(drafter, outline):
    """A count is held against the points that the template numbers; its place is the YAML's."""
    result = drafter("check", "讲话.yaml", "--json")
    problem = next(p for p in result.json["files"][0]["problems"] if p["code"] == "count-mismatch")

    assert (problem["line"], problem["column"]) == (9, 11)
    assert "2 条" in problem["message"]


def test_the_json_has_the_contracts_shape(drafter, outline):
    """A problem's keys, and a summary of each file and of all."""
    result = drafter("check", "讲话.yaml", "--format", "json")
    file = result.json["files"][0]

    assert file["path"] == "讲话.yaml"
    assert file["summary"] == result.json["summary"] == {"error": 2, "warning": 0, "info": 0}
    assert set(file["problems"][0]) == {
        "code", "severity", "message", "hint", "line", "column", "paragraph", "excerpt", "fix",
    }  # fmt: skip
    comma = next(p for p in file["problems"] if p["code"] == "halfwidth-punctuation")
    assert comma["fix"] == {"old": ",", "new": "，"}


def test_many_findings_of_one_kind_are_one_line(drafter, tmp_path):
    """A count, some places, one excerpt, one way out."""
    (tmp_path / "稿.txt").write_text("今年,任务很重。\n" * 400, encoding="utf-8")
    result = drafter("check", "稿.txt", "--select", "半角标点")

    assert "半角标点 400 处" in result.out
    assert result.out.count("halfwidth-punctuation") == 1
    assert len(result.out.splitlines()) < 10
    assert "--fix" in result.out


@pytest.mark.parametrize(("fail_on", "code"), [("error", 0), ("warning", 1), ("info", 1)])
def test_the_exit_code_is_that_of_the_level_asked_for(drafter, tmp_path, fail_on, code):
    """A warning alone does not fail a check of errors."""
    (tmp_path / "稿.txt").write_text("会议(试行)开始。", encoding="utf-8")

    assert drafter("check", "稿.txt", "--fail-on", fail_on).code == code


def test_clean_text_passes_and_says_so(drafter, tmp_path):
    """Exit 0."""
    (tmp_path / "稿.txt").write_text("今年任务很重。", encoding="utf-8")
    result = drafter("check", "稿.txt", "--ignore", "time-unanchored")

    assert (result.code, result.out) == (0, "稿.txt：√ 没有发现问题\n")


def test_of_several_files_each_is_told_and_the_code_is_the_highest(drafter, tmp_path, outline):
    """The one that cannot be read is named."""
    result = drafter("check", "讲话.yaml", "没有.docx", "--json")

    assert result.code == 3
    assert [file["path"] for file in result.json["files"]] == ["讲话.yaml", "没有.docx"]
    assert codes(result)[-1] == "missing-file"


def test_fixes_are_written_and_the_original_is_kept(drafter, outline):
    """Only what is sure; the difference is shown, comments of the YAML stay."""
    result = drafter("check", "讲话.yaml", "--fix")

    assert "[-,-]{+，+}" in result.out
    assert outline.read_text(encoding="utf-8") == OUTLINE.replace("防,", "防，")
    assert outline.with_name("讲话.改前.yaml").read_text(encoding="utf-8") == OUTLINE


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_mended_text_keeps_its_encoding_and_line_ends(drafter, tmp_path, encoding, end):
    """Byte for byte but for the fix."""
    path = tmp_path / "稿.txt"
    text = f"今年,任务很重。{end}明年,任务更重。{end}"
    path.write_bytes(text.encode(encoding))
    drafter("check", "稿.txt", "--fix", "--select", "halfwidth-punctuation")

    assert path.read_bytes() == text.replace(",", "，").encode(encoding)


def test_markdown_is_mended_around_its_marks(drafter, tmp_path):
    """Its own marks are no defects."""
    path = tmp_path / "稿.md"
    path.write_text(
        "# 讲话\n\n**一是快。**要快,要准。\n\n| 甲 | 乙 |\n|---|---|\n| 丙,丁 | 戊 |\n", encoding="utf-8"
    )
    result = drafter("check", "稿.md", "--fix", "--json")

    assert codes(result) == []
    assert "**一是快。**要快，要准。" in path.read_text(encoding="utf-8")


def test_a_comment_in_the_outline_silences_a_rule(drafter, outline):
    """On its own line for what stands below it, or at the end of a line."""
    said = OUTLINE.replace("    - 标题: 修", "    # check: 忽略 halfwidth-punctuation\n    - 标题: 修")
    said = said.replace("导语: 重点抓好三件事：", "导语: 重点抓好三件事：  # check: 忽略 count-mismatch")
    outline.write_text(said, encoding="utf-8")

    assert codes(drafter("check", "讲话.yaml", "--json")) == []


def test_the_workspace_says_what_is_checked_and_how(drafter, tmp_path):
    """Severities, rules left out, the unit's names and people."""
    (tmp_path / "drafter.toml").write_text(
        '[check]\nignore = ["半角标点"]\nseverity = {wrong-word = "info"}\n'
        'people = {"顾见川" = "副市长"}\n[check.units]\n"市政务服务管理局" = {"简称" = ["市政务局"], "旧称" = ["市行政服务中心"]}\n',
        encoding="utf-8",
    )
    (tmp_path / "稿.txt").write_text(
        "各位,要再接再励。下面请市长顾见川讲话，市行政服务中心落实。", encoding="utf-8"
    )
    result = drafter("check", "稿.txt", "--json")

    found = {(p["code"], p["severity"]) for p in result.json["files"][0]["problems"]}
    assert found == {("wrong-word", "info"), ("person-post", "error"), ("unit-name", "error")}


@pytest.mark.parametrize(
    ("settings", "code"),
    [
        ('[check]\nselects = ["a"]\n', "unknown-key"),
        ('[check]\nignore = ["没有这条"]\n', "unknown-rule"),
        ('[check]\nseverity = {wrong-word = "大"}\n', "bad-value"),
        ("[check]\nunits = 3\n", "bad-value"),
    ],
)
def test_wrong_settings_are_said_with_their_file(drafter, tmp_path, settings, code):
    """Exit 3."""
    (tmp_path / "drafter.toml").write_text(settings, encoding="utf-8")
    (tmp_path / "稿.txt").write_text("好。", encoding="utf-8")
    result = drafter("check", "稿.txt", "--json")

    assert result.code == 3
    assert [problem["code"] for problem in result.json["problems"]] == [code]


def test_a_unit_adds_its_own_words(drafter, tmp_path, home):
    """In the workspace or the user's folder; 无 takes one of ours away."""
    (tmp_path / "drafter.toml").write_text("", encoding="utf-8")
    (tmp_path / "lexicon").mkdir()
    (tmp_path / "lexicon/错词.yaml").write_text("澜传市: 澜川市\n再接再励: 无\n", encoding="utf-8")
    (tmp_path / "稿.txt").write_text("澜传市要再接再励。", encoding="utf-8")
    result = drafter("check", "稿.txt", "--json", "--select", "wrong-word")

    assert [p["fix"] for p in result.json["files"][0]["problems"]] == [{"old": "澜传市", "new": "澜川市"}]


def test_what_was_accepted_is_hidden(drafter, outline):
    """Until something new comes; two alike are two."""
    assert drafter("check", "讲话.yaml", "--baseline", "基线.json").code == 2
    assert drafter("check", "讲话.yaml", "--baseline", "基线.json", "--accept").code == 1
    again = drafter("check", "讲话.yaml", "--baseline", "基线.json")
    assert again.code == 0
    assert "基线里的 2 处没有列" in again.out

    outline.write_text(OUTLINE.replace("演练一次", "演练,一次"), encoding="utf-8")
    assert codes(drafter("check", "讲话.yaml", "--baseline", "基线.json", "--json")) == [
        "halfwidth-punctuation"
    ]


def test_a_count_that_is_not_kept_is_told_once(drafter, tmp_path):
    """By its word, or by its list, and not by both."""
    (tmp_path / "稿.txt").write_text(
        "要做到四个坚持：坚持党的领导、坚持人民至上、坚持问题导向。", encoding="utf-8"
    )
    assert codes(drafter("check", "稿.txt", "--json", "--select", "count-mismatch")) == ["count-mismatch"]


def test_a_gap_that_is_typed_where_nothing_prints_is_told(drafter, tmp_path):
    """A deadline of last year's, marked by `new --from`: no draft of it shows."""
    text = (
        "模板: 部署讲话\n标题: 题\n任务:\n  - 要点:\n      - 标题: 甲\n        时限: 〔待补：原2025-09-30〕\n"
    )
    (tmp_path / "大纲.yaml").write_text(text, encoding="utf-8")
    problems = drafter("check", "大纲.yaml", "--json").json["files"][0]["problems"]

    (told,) = [problem for problem in problems if problem["code"] == "gap-unprinted"]
    assert (told["severity"], told["line"], told["column"]) == ("warning", 6, 13)


def test_a_file_without_text_is_said(drafter, tmp_path):
    """And not passed as faultless."""
    (tmp_path / "空.txt").write_text("\n\n", encoding="utf-8")
    result = drafter("check", "空.txt", "--json")

    assert result.code == 3
    assert codes(result) == ["no-text"]


def test_an_older_draft_shows_what_was_carried_over(drafter, tmp_path):
    """From a file, or from all in a folder; figures in it are a warning."""
    (tmp_path / "旧").mkdir()
    old = "全市建成便民服务点128个，覆盖所有的乡镇和街道办事处。"
    (tmp_path / "旧/去年.txt").write_text(old, encoding="utf-8")
    (tmp_path / "稿.txt").write_text(f"讲话\n{old}", encoding="utf-8")
    for against in ("旧", "旧/去年.txt"):
        result = drafter("check", "稿.txt", "--against", against, "--json")
        problem = result.json["files"][0]["problems"][0]
        assert (problem["code"], problem["severity"]) == ("carried-over", "warning")
        assert "去年.txt" in problem["message"]


def test_the_library_shows_what_was_carried_over(drafter, tmp_path, home):
    """By either of its names; the draft that stands in it is not held against itself."""
    old = "全市建成便民服务点128个，覆盖所有的乡镇和街道办事处。"
    (tmp_path / "去年.yaml").write_text(
        f"模板: 部署讲话\n标题: 在去年推进会上的讲话\n任务:\n  要点:\n    - 修路\n    - {old}\n",
        encoding="utf-8",
    )
    assert drafter("library", "add", "去年.yaml").code == 0
    (tmp_path / "稿.txt").write_text(f"讲话\n{old}", encoding="utf-8")

    for word in ("library", "素材库"):
        result = drafter("check", "稿.txt", "--against", word, "--json", "--select", "carried-over")
        (problem,) = result.json["files"][0]["problems"]
        assert (problem["code"], problem["severity"]) == ("carried-over", "warning")
        assert "在去年推进会上的讲话" in problem["message"]
    (itself,) = (home / "library").rglob("去年.yaml")
    assert codes(drafter("check", itself, "--against", "素材库", "--json", "--select", "carried-over")) == []


def test_a_draft_in_the_folder_of_older_ones_is_not_held_against_itself(drafter, tmp_path):
    """It would be carried over whole."""
    (tmp_path / "稿.txt").write_text(
        "讲话\n全市建成便民服务点128个，覆盖所有的乡镇和街道办事处。", encoding="utf-8"
    )

    assert codes(drafter("check", "稿.txt", "--against", ".", "--json", "--select", "carried-over")) == []


def test_the_date_decides_what_is_stale(drafter, tmp_path):
    """Given by --date, a mismatch is an error."""
    (tmp_path / "稿.txt").write_text("讲话\n今年是“十四五”收官之年。", encoding="utf-8")

    assert codes(drafter("check", "稿.txt", "--date", "2026-03-12", "--json")) == ["plan-misdated"]
    assert codes(drafter("check", "稿.txt", "--date", "2025-03-12", "--json")) == []


def test_standard_input_is_an_outline_or_a_draft(drafter, monkeypatch):
    """By --from."""
    from drafter.cli import console

    monkeypatch.setattr(console, "stdin", lambda: "# 讲话\n\n今年,任务很重。\n".encode())
    result = drafter("check", "-", "--from", "md", "--json", "--select", "标点")

    assert codes(result) == ["halfwidth-punctuation"]
    assert result.json["files"][0]["path"] == "标准输入"


def test_a_rule_is_explained_with_its_examples(drafter):
    """By code or by name; 全部 lists all."""
    result = drafter("check", "--explain", "count-mismatch")

    assert result.code == 0
    assert "条数不符" in result.out
    assert "依据（惯例）" in result.out
    assert "× 下面，我讲三点意见。" in result.out
    assert drafter("check", "--explain", "条数不符").out == result.out
    assert len(drafter("check", "--explain", "全部").out.splitlines()) >= 60


@pytest.mark.parametrize(
    "arguments",
    [
        [], ["稿.txt", "--fail-on", "bad"], ["稿.txt", "--format", "xml"], ["--explain", "没有"],
        ["稿.txt", "--select", "没有"], ["稿.txt", "--annotate", "b.docx"], ["稿.txt", "--date", "2026-13-01"],
        ["-", "--fix"],
    ],
)  # fmt: skip
def test_wrong_usage_says_the_way_out(drafter, tmp_path, arguments):
    """Exit 2 with a hint, and nothing written."""
    (tmp_path / "稿.txt").write_text("好。", encoding="utf-8")
    result = drafter("check", *arguments, "--json")

    assert result.code == 2
    assert result.json["problems"][0]["hint"]
    assert [path.name for path in tmp_path.iterdir()] == ["稿.txt"]


def test_sarif_names_rules_files_and_places(drafter, outline):
    """Version 2.1.0, columns in characters."""
    result = drafter("check", "讲话.yaml", "--format", "sarif")
    log = json.loads(result.out)
    run = log["runs"][0]

    assert log["version"] == "2.1.0"
    assert run["columnKind"] == "unicodeCodePoints"
    known = {rule["id"] for rule in run["tool"]["driver"]["rules"]}
    assert {found["ruleId"] for found in run["results"]} <= known
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"]) == (9, 11)


def test_an_outline_that_cannot_be_read_is_no_clean_outline(drafter, tmp_path):
    """Its problems are told, exit 3."""
    (tmp_path / "坏.yaml").write_text("模板: 部署讲话\n标提: 讲话\n", encoding="utf-8")
    result = drafter("check", "坏.yaml", "--json")

    assert result.code == 3
    assert codes(result) == ["unknown-key"]


def test_an_open_fact_is_placed_at_its_own_line(drafter, outline):
    """Not where it prints."""
    outline.write_text(OUTLINE.replace("巡查人次: 1200", "巡查人次: null"), encoding="utf-8")
    result = drafter("check", "讲话.yaml", "--json", "--select", "placeholder")
    problem = result.json["files"][0]["problems"][0]

    assert (problem["line"], problem["column"]) == (6, 3)


def test_an_escaped_quote_of_yaml_is_told_and_not_mended(drafter, outline):
    """The outline can still be read afterwards."""
    said = OUTLINE.replace("正文: 每个村演练一次。", '正文: "要讲\\"实干\\"二字，每个村演练一次。"')
    outline.write_text(said, encoding="utf-8")
    result = drafter("check", "讲话.yaml", "--fix", "--json", "--select", "quote-halfwidth")

    assert codes(result) == ["quote-halfwidth"] * 2
    assert outline.read_text(encoding="utf-8") == said


def test_the_same_slip_on_three_lines_is_three_places(drafter, tmp_path):
    """Each silenced by its own comment, which may name the rule in Chinese."""
    text = "模板: 原样\n标题: 题\n小节:\n  - 要再接再励。\n  - 要再接再励。\n  # check: 忽略 {}\n  - 要再接再励。\n"
    (tmp_path / "a.yaml").write_text(text.format("半角标点"), encoding="utf-8")
    (tmp_path / "b.yaml").write_text(text.format("错别字"), encoding="utf-8")

    def places(name):
        report = drafter("check", name, "--select", "wrong-word", "--json").json["files"][0]
        return [problem["line"] for problem in report["problems"]]

    assert places("a.yaml") == [4, 5, 7]
    assert places("b.yaml") == [4, 5]


def test_accepted_changes_give_what_fix_gives(drafter, tmp_path):
    """Several in one paragraph, some of them longer or shorter than what they replace."""
    made = docx.Document()
    made.add_paragraph("按照（澜政办发[2026]03号）要求,请各单位负责,于6月底前落实,按步就班推进。")
    made.save(tmp_path / "甲.docx")
    drafter("check", "甲.docx", "--annotate", "批.docx", "--fix")
    noted = word_package.read((tmp_path / "批.docx").read_bytes(), "批.docx")
    drafter("check", "甲.docx", "--fix")
    fixed = word_package.read((tmp_path / "甲.docx").read_bytes(), "甲.docx")

    accepted, mended = (word_paragraphs.read(package)[0].text for package in (noted, fixed))
    assert accepted == mended
    assert mended.startswith("按照") and mended.endswith("推进。") and "," not in mended


def test_an_old_format_is_checked_and_never_written(drafter, tmp_path):
    """What is a Word file in truth needs no LibreOffice; a paragraph is told by its number."""
    made = docx.Document()
    for text in ("在会上的讲话", "", "要再接再励。"):
        made.add_paragraph(text)
    made.save(tmp_path / "旧稿.docm")
    before = (tmp_path / "旧稿.docm").read_bytes()
    found = drafter("check", "旧稿.docm", "--json")
    refused = drafter("check", "旧稿.docm", "--fix")

    assert [(p["code"], p["paragraph"]) for p in found.json["files"][0]["problems"]] == [("wrong-word", 3)]
    assert (refused.code, "另存为 .docx" in refused.err) == (2, True)
    assert (tmp_path / "旧稿.docm").read_bytes() == before


def test_an_old_format_is_checked_through_libreoffice(drafter, soffice, tmp_path):
    """RTF, as WordPad writes it."""
    words = "".join(f"\\'{byte:02x}" for byte in "要再接再励。".encode("gbk"))
    (tmp_path / "稿.rtf").write_text(f"{{\\rtf1\\ansi\\ansicpg936 {words}}}", encoding="ascii")

    assert codes(drafter("check", "稿.rtf", "--json")) == ["wrong-word"]


def test_headers_and_footers_are_checked_too(drafter, tmp_path):
    """Page numbers aside; a comment about them stands at the first paragraph."""
    made = docx.Document()
    made.add_paragraph("在会上的讲话")
    made.sections[0].header.paragraphs[0].text = "要再接再励。"
    made.sections[0].footer.paragraphs[0].text = "— 1 —"
    made.save(tmp_path / "稿.docx")
    found = drafter("check", "稿.docx", "--json").json["files"][0]["problems"]
    noted = drafter("check", "稿.docx", "--annotate", "批注.docx")
    fixed = drafter("check", "稿.docx", "--fix")

    assert [(p["code"], p["paragraph"], p["message"]) for p in found] == [
        ("wrong-word", None, "页眉里：错别字：再接再励")
    ]
    assert noted.code == 1 and (tmp_path / "批注.docx").is_file()
    assert fixed.code == 1 and "再接再励" in fixed.out
