"""Where what is found in the draft of an outline stands in its YAML."""

from __future__ import annotations

import pytest

from drafter.checks.draft import Setting
from drafter.checks.engine import Choice
from drafter.checks.rule import Finding
from drafter.drafting.options import Options
from drafter.proofreading import findings, mending
from drafter.proofreading import sheets as checking
from drafter.readers.yaml import parser, scanner
from drafter.session import inputs
from tests.builders import lexicon, session

FACTS = "数据: {量: 12万件, 人: {姓名: 何岸, 职务: 副市长}, 缺: }\n"
HEAD = f"{FACTS}标题: 讲话\n模板: 部署讲话\n任务:\n  小标题: 干\n  要点:\n    - 丙丁。\n"
ANOTHER = "保障: {小标题: 管, 导语: 管。}\n"
"""Behind it: a section alone has no number."""


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def read(yaml, **options):
    data = (yaml + ANOTHER if yaml.startswith(HEAD) else yaml).encode()
    return checking.read(
        session(), "稿.yaml", inputs.by_reader("yaml"), data, Setting(lexicon()), Options(**options)
    )


def position(yaml, words, **options):
    """Where these words of the draft stand, the first time that they do."""
    sheet = read(yaml, **options)
    at = sheet.draft.text.index(words)
    found = sheet.places.locate(sheet.draft, Finding(at, at + len(words), "", ""))
    if found.start is not None:
        assert yaml[found.start : found.end] == words
    return found


def spot(yaml, words, **options):
    """Line, column, and whether the words stand there as they are."""
    found = position(yaml, words, **options)
    return found.place.line, found.place.column, found.start is not None


@pytest.mark.parametrize(
    ("point", "words", "expected"),
    [
        ("甲乙戊。", "乙戊", (8, 8, True)),
        ("甲乙戊。", "戊。", (8, 9, True)),
        ("{标题: 修堤, 正文: 干活。}", "堤。干", (8, 13, False)),
        ("{标题: 修堤, 正文: 干活。}", "干活", (8, 20, True)),
        ('"甲\\u4e59戊。"', "乙", (8, 9, False)),
        ('"甲\\u4e59戊。"', "戊", (8, 15, True)),
        ("甲乙\n      戊己。", "戊己", (9, 7, True)),
        ("甲乙\n      戊己。", "乙戊", (8, 8, False)),
        ("办了{{ 量 }}，好。", "2万", (1, 10, True)),
        ("办了{{ 量 }}，好。", "了12", (8, 8, False)),
        ("办了{{ 量 }}，好。", "件，好", (1, 12, False)),
        ("办了{{ 量 }}，好。", "，好", (8, 16, True)),
        ("由{{ 人 }}抓。", "岸副", (1, 24, False)),
        ("由{{ 人.职务 }}抓。", "副市长", (1, 31, True)),
        ("有{{ 任务.条数 }}件。", "两件", (8, 8, False)),
        ("有{{ 任务.条数 }}件。", "件。", (8, 19, True)),
        ("请××抓好，XX办。", "请××抓", (8, 7, True)),
        ("请××抓好，XX办。", "×抓好，X", (8, 9, True)),
        ("请××{{ 人.姓名 }}办。", "××何", (8, 8, False)),
        ("由{{ 缺 }}抓。", "〔待补：缺〕", (1, 37, False)),
    ],
)
def test_words_of_a_point_stand_where_they_were_typed(point, words, expected):
    """In a fact's value there; over two scalars, or in other characters, where they begin."""
    assert spot(f"{HEAD}    - {point}\n", words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [("（一）丙", (7, 7, False)), ("（一）", (7, 7, False)), ("丙丁", (7, 7, True)), ("两项", (3, 1, False))],
)
def test_what_nobody_typed_stands_beside_what_was(words, expected):
    """A mark at the text that it opens; the template's own sentence at the line that names it."""
    assert spot(f"{HEAD}    - 甲。\n", words) == expected


@pytest.mark.parametrize(
    ("title", "expected"), [("修堤", (8, 13)), ("'修堤'", (8, 14)), ("修堤{{ 量 }}", (1, 13))]
)
def test_what_nobody_typed_between_two_texts_stands_at_the_end_of_the_first(title, expected):
    """The end mark that a title gets; it is not there to be mended."""
    sheet = read(f"{HEAD}    - 标题: {title}\n      正文: 干活。\n")
    at = sheet.draft.text.index("。干活")
    found = sheet.places.locate(sheet.draft, Finding(at, at + 1, "", ""))

    assert (found.place.line, found.place.column, found.start) == (*expected, None)


@pytest.mark.parametrize(
    ("block", "words", "expected"),
    [
        ("|\n    甲戊。\n\n    乙，乙。", "，乙", (10, 6, True)),
        ("|\n    甲戊。\n\n    乙，\n    己。", "，己", (10, 6, False)),
        ("|\n    甲戊。\n\n    乙，\n    己。", "己", (11, 5, True)),
        (">-\n    甲戊，\n    己。", "己", (9, 5, True)),
    ],
)
def test_words_of_a_block_stand_on_their_own_line(block, words, expected):
    """Its text begins on the line of its key, for those who silence it there."""
    found = position(f"{HEAD}    - 甲。\n".replace("  要点", f"  导语: {block}\n  要点"), words)
    line, column, stands = expected

    assert (found.place.line, found.place.column, found.start is not None) == (line - 1, column, stands)
    assert found.text_line == 6


@pytest.mark.parametrize("key", ["继承", "extends"])
def test_what_a_base_says_stands_at_the_line_that_names_it(here, key):
    """And says where it is there; so do its figures."""
    (here / "基.yaml").write_text(f"{HEAD}    - 甲乙戊，{{{{ 量 }}}}。\n", encoding="utf-8")
    yaml = f"标题: 新\n{key}: 基.yaml\n"

    for words, line in (("乙戊", 8), ("12万", 1)):
        found = position(yaml, words)
        assert (found.place.source, found.place.line, found.place.column) == ("稿.yaml", 2, 1)
        assert (found.start, found.text_line, found.beside) == (None, 2, f"基.yaml 第 {line} 行")


def test_the_line_that_names_a_base_goes_before_that_of_the_template(here):
    """What the base says did not come from the template."""
    (here / "基.yaml").write_text(f"{HEAD}    - 甲乙戊。\n", encoding="utf-8")

    assert spot("模板: 部署讲话\n标题: 新\n继承: 基.yaml\n", "乙戊") == (3, 1, False)


def test_a_key_that_is_repeated_below_is_not_the_one_that_names_the_template(here):
    """The first of the file's own is; where it has none, its first line."""
    (here / "基.yaml").write_text(f"{HEAD}    - 甲。\n", encoding="utf-8")

    assert spot(f"{HEAD}    - 甲。\n", "两项") == (3, 1, False)
    own = f"{HEAD}    - 甲。\n".replace("模板: 部署讲话\n", "")
    assert spot(own, "两项", template="部署讲话") == (1, 1, False)


def test_what_a_facts_file_says_stands_in_that(here):
    """Beside the outline, which names no such file; a value set by hand stands nowhere."""
    (here / "数.yaml").write_text("丑: 1\n量: 99件\n", encoding="utf-8")
    yaml = f"{HEAD}    - 办了{{{{ 量 }}}}，好。\n"

    found = position(yaml, "9件", facts_files=(here / "数.yaml",))
    assert (found.place.line, found.start, found.beside) == (3, None, "数.yaml 第 2 行")
    assert spot(yaml, "99", settings={"量": "99"}) == (8, 9, False)


def test_what_a_library_entry_says_stands_in_its_file(here, monkeypatch):
    """Which is called as the library calls it."""
    monkeypatch.setenv("DRAFTER_LIBRARY", str(here / "库"))
    (here / "库").mkdir()
    entry = "素材集: 甲\n素材:\n  - {编号: 甲-要点, 类别: 要点, 标题: 原题, 正文: 要再接再励。}\n"
    (here / "库" / "甲.yaml").write_text(entry, encoding="utf-8")
    found = position(f"{HEAD}    - {{引用: 甲-要点}}\n", "再励")

    assert (found.place.line, found.start, found.beside) == (3, None, "甲 第 3 行")


def test_a_finding_about_no_words_stands_where_the_outline_begins_to_name_others():
    """So do those of a draft that says nothing."""
    sheet = read(f"{HEAD}    - 甲。\n")
    found = sheet.places.locate(sheet.draft, Finding(0, 0, "", ""))

    assert (found.place.line, found.place.column, found.start) == (3, 1, None)


WRONG = (
    "模板: 部署讲话\n标题: 讲话\n数据: {量: '12,13'}\n任务:\n  小标题: 干\n  导语: |\n    开头,\n    接着。\n\n    再,说。\n"
    "  要点:\n    - 甲,乙。 # 留着,的\n    - '丙''丁戊,己。'\n    - 办了{{ 量 }}件,好。\n"
)


def test_fix_changes_exactly_what_was_told():
    """Each in its scalar, quotes, comments and facts around it as they were."""
    sheet = read(WRONG)
    found = findings.find_all(sheet, Choice(select=("halfwidth-punctuation",)))
    mended = mending.text(sheet.text, found)
    places = [(one.problem.place.line, one.problem.place.column) for one in found]

    assert places == [(7, 7), (10, 6), (12, 8), (13, 13), (14, 17)]
    assert mended.done == tuple(found)
    changed = [(n + 1, at + 1) for n, (old, new) in enumerate(zip(WRONG.split("\n"), mended.text.split("\n"), strict=True))
               for at, (one, other) in enumerate(zip(old, new, strict=True)) if one != other]  # fmt: skip
    assert changed == places
    assert findings.find_all(read(mended.text), Choice(select=("halfwidth-punctuation",))) == []


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("  导语: |", [12, 13, 14]),
        ("    - 甲,乙。 # 留着,的", [7, 10, 13, 14]),
        ("    - '丙''丁戊,己。'", [7, 10, 12, 14]),
        ("    - 办了{{ 量 }}件,好。", [7, 10, 12, 13]),
        ("数据: {量: '12,13'}", [7, 10, 12, 13, 14]),
        ("  小标题: 干", [7, 10, 12, 13, 14]),
    ],
)
def test_a_comment_silences_the_line_where_the_words_stand(line, left):
    """Or that on which the text begins that holds them: inside a block nobody can comment."""
    silenced = WRONG.replace(line, f"{line} # check: 忽略 halfwidth-punctuation")
    found = findings.find_all(read(silenced), Choice(select=("halfwidth-punctuation",)))

    assert [one.problem.place.line for one in found] == left


def test_a_comment_at_the_line_that_names_a_base_silences_what_that_says(here):
    """For the outline that is checked."""
    (here / "基.yaml").write_text(f"{HEAD}    - 要再接再励。\n", encoding="utf-8")
    choice = Choice(select=("wrong-word",))

    assert len(findings.find_all(read("标题: 新\n继承: 基.yaml\n"), choice)) == 1
    assert findings.find_all(read("标题: 新\n继承: 基.yaml # check: 忽略 wrong-word\n"), choice) == []


def test_check_parses_an_outline_once(drafter, here, monkeypatch):
    """And the one that it extends; positions cost no second look."""
    read, parsed = [], []
    scan, loader = scanner.scan, parser._LOADER
    monkeypatch.setattr(scanner, "scan", lambda text, name: read.append(text) or scan(text, name))
    monkeypatch.setattr(parser, "_LOADER", lambda text: parsed.append(text) or loader(text))
    (here / "基.yaml").write_text(WRONG, encoding="utf-8")
    (here / "稿.yaml").write_text("继承: 基.yaml\n标题: 甲,乙\n", encoding="utf-8")
    drafter("check", "稿.yaml", "--json")

    assert [read.count(text) for text in (WRONG, "继承: 基.yaml\n标题: 甲,乙\n")] == [1, 1]
    assert parsed.count(WRONG) == 1
