"""A mark of secrecy is found wherever it stands, and what bears one is named to nobody who only mistyped."""

from __future__ import annotations

import docx
import pytest
from docx.oxml import parse_xml

TEXT = "关于做好夜间巡护工作的通知\n\n各单位：\n一、巡护路线\n沿北岸巡护，每两小时一次。\n"


def test_a_mark_in_a_page_header_goes_with_the_file(drafter, tmp_path):
    """What stands beside the text counts as what stands in it."""
    made = docx.Document()
    made.sections[0].header.paragraphs[0].text = "秘密★1年"
    for line in TEXT.splitlines():
        made.add_paragraph(line)
    made.save(tmp_path / "巡护.docx")

    assert drafter("library", "add", "巡护.docx").code == 0

    assert "沿北岸" not in drafter("library", "search", "沿北岸").out
    assert "巡护" in drafter("library", "search", "沿北岸", "--secrecy", "秘密").out


def test_a_mark_in_a_page_header_is_the_outlines_after_import(drafter, tmp_path):
    """With a genre and as it is: what is built of it bears the mark, and the library hides it."""
    made = docx.Document()
    made.sections[0].header.paragraphs[0].text = "秘密★1年"
    for line in TEXT.splitlines():
        made.add_paragraph(line)
    made.save(tmp_path / "巡护.docx")

    for genre in ((), ("--template", "通知")):
        assert drafter("import", "巡护.docx", "-o", "巡护.yaml", "--force", *genre).code == 0
        assert "密级: 秘密★1年" in (tmp_path / "巡护.yaml").read_text(encoding="utf-8")
    assert drafter("library", "add", "巡护.yaml").code == 0
    assert "沿北岸" not in drafter("library", "search", "沿北岸").out


def _table(made):
    table = made.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "秘密★1年", "第001号"


def _watermark(made):
    word, vml = (
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "urn:schemas-microsoft-com:vml",
    )
    shape = f'<w:r xmlns:w="{word}" xmlns:v="{vml}"><w:pict><v:shape><v:textpath string="机密"/></v:shape></w:pict></w:r>'
    made.sections[0].header.paragraphs[0]._p.append(parse_xml(shape))


def _beside_a_name(made):
    made.sections[0].header.paragraphs[0].text = "市政府办公室    秘密★1年"


@pytest.mark.parametrize("where", [_table, _watermark, _beside_a_name])
def test_a_mark_is_found_in_whatever_holds_it(drafter, tmp_path, where):
    """A table above the title, a watermark, beside the name of an office."""
    made = docx.Document()
    where(made)
    for line in TEXT.splitlines():
        made.add_paragraph(line)
    made.save(tmp_path / "巡护.docx")

    assert drafter("library", "add", "巡护.docx").code == 0
    assert "沿北岸" not in drafter("library", "search", "沿北岸").out


@pytest.mark.parametrize(
    "mark", ["机密★长期\t0001", "机 密 ★ 长 期", "绝密级", "秘密▲1年", "★秘密", "机密·3年"]
)
def test_a_mark_above_the_title_is_one_in_every_spelling(drafter, tmp_path, mark):
    """It is never glued to the title, and nothing of the paper is offered to others."""
    (tmp_path / "巡护.txt").write_text(f"{mark}\n{TEXT}", encoding="utf-8")
    (tmp_path / "库").mkdir()

    outline = drafter("import", "巡护.txt", "-o", "-").out
    assert "标题: 关于做好夜间巡护工作的通知\n" in outline
    assert drafter("import", "巡护.txt", "-o", "巡护.yaml").code == 0
    assert drafter("library", "add", "巡护.yaml").code == 0
    assert "沿北岸" not in drafter("library", "search", "沿北岸").out


def test_figures_of_a_secret_outline_do_not_come_out_under_a_lower_mark(drafter, tmp_path):
    """As what is extended does not; a file of names and values alone bears no mark."""
    (tmp_path / "密.yaml").write_text(
        "模板: 原样\n标题: 密\n密级: 秘密\n数据: {人数: 37}\n", encoding="utf-8"
    )
    (tmp_path / "数.yaml").write_text("人数: 37\n", encoding="utf-8")
    (tmp_path / "稿.yaml").write_text("模板: 原样\n标题: 稿\n开头: 一共{{ 人数 }}人。\n", encoding="utf-8")

    refused = drafter("build", "稿.yaml", "--facts", "密.yaml", "-o", "稿.docx")
    assert refused.code == 3 and "above-secrecy" in refused.err and not (tmp_path / "稿.docx").exists()
    assert drafter("build", "稿.yaml", "--facts", "数.yaml", "-o", "稿.docx").code == 0


def test_a_mark_that_is_written_with_escapes_is_one(drafter, tmp_path):
    """An outline cannot bring it out under a lower one."""
    (tmp_path / "母.yaml").write_text(
        '模板: 原样\n"\\u5bc6\\u7ea7": "\\u79d8\\u5bc6"\n标题: 母\n小节:\n  - 沿北岸巡护。\n',
        encoding="utf-8",
    )
    (tmp_path / "子.yaml").write_text("继承: 母.yaml\n密级: 内部\n标题: 子\n", encoding="utf-8")

    said = drafter("build", "子.yaml", "-o", "子.docx")

    assert said.code == 3 and "above-secrecy" in said.err


def test_removing_what_is_not_there_names_nothing_secret(drafter, tmp_path):
    """The hint is for whoever may see it."""
    (tmp_path / "夜莺.yaml").write_text(
        "模板: 原样\n密级: 秘密\n标题: 夜莺行动\n小节:\n  - 沿北岸巡护。\n", encoding="utf-8"
    )
    assert drafter("library", "add", "夜莺.yaml").code == 0

    said = drafter("library", "remove", "夜莺行")

    assert said.code == 3 and "夜莺" not in said.err.replace("夜莺行”", "")


MISSHAPEN = {
    "a list": "密级: [秘密★1年]\n",
    "a mapping": "密级: {级别: 机密, 期限: 3年}\n",
    "twice": "密级: 无\n密级: 机密\n",
    "a list in the header block": "公文:\n  - 密级: 机密\n",
    "on a point": "成绩: {小标题: 甲, 密级: 机密, 要点: [办成了二十件事。]}\n",
}


@pytest.mark.parametrize("said", MISSHAPEN.values(), ids=MISSHAPEN)
def test_a_mark_in_a_wrong_shape_is_guarded(drafter, tmp_path, said):
    """By hand into the library's folder, as a figure, and from there into a paper without a mark: none comes out."""
    (tmp_path / "drafter.toml").write_text("", encoding="utf-8")
    shelf = tmp_path / "library"
    shelf.mkdir()
    body = "主体:\n  要点:\n    - {标题: 选址, 正文: 库房选在北岸三号洞。}\n数据: {库房数: 37座}\n"
    (shelf / "甲.yaml").write_text(f"模板: 原样\n标题: 库房\n{said}{body}", encoding="utf-8")
    (shelf / "集.yaml").write_text(
        f"素材集: 集\n{said}素材:\n  - {{类别: 要点, 标题: 守库, 正文: 夜里北岸双岗。}}\n", encoding="utf-8"
    )
    (tmp_path / "稿.yaml").write_text("模板: 原样\n标题: 稿\n开头: 有{{ 库房数 }}。\n", encoding="utf-8")

    for words in ("北岸三号洞", "夜里北岸双岗"):
        assert words not in drafter("library", "search", "北岸").out
    facts = drafter("build", "稿.yaml", "--facts", "library/甲.yaml", "--to", "txt", "-o", "-")
    assert facts.code == 3 and "37座" not in facts.out


def test_a_file_of_names_and_values_that_says_a_mark_bears_it(drafter, tmp_path):
    """It need not be an outline."""
    (tmp_path / "数.yaml").write_text("人数: 37\n密级: 机密\n", encoding="utf-8")
    (tmp_path / "稿.yaml").write_text("模板: 原样\n标题: 稿\n开头: 一共{{ 人数 }}人。\n", encoding="utf-8")

    assert drafter("build", "稿.yaml", "--facts", "数.yaml", "--to", "txt", "-o", "-").code == 3


@pytest.mark.parametrize("mark", ["机密　　　　甲政函〔2026〕3号", "甲市委办公室　　机密", "（机密）"])
def test_a_mark_that_shares_its_line_goes_with_an_old_file(drafter, tmp_path, mark):
    """The letter form of official papers sets the mark and the number on one line."""
    (tmp_path / "巡护.txt").write_text(f"{mark}\n{TEXT}", encoding="utf-8")

    assert drafter("library", "add", "巡护.txt").code == 0
    assert "沿北岸" not in drafter("library", "search", "沿北岸").out


@pytest.mark.parametrize("final", [(), ("--final",)])
def test_of_two_marks_the_higher_is_printed(drafter, tmp_path, final):
    """On whichever key it stands, its own or that of what it goes on from."""
    text = "模板: 通知\n标题: 关于某事的通知\n公文: {发文机关: 市局, 密级: 内部, 发文字号: 无}\n主送: [各县]\n事项: 请照办。\n"
    (tmp_path / "两样.yaml").write_text(f"密级: 机密\n{text}", encoding="utf-8")
    (tmp_path / "母.yaml").write_text("模板: 原样\n标题: 母\n密级: 秘密★1年\n主体: 甲。\n", encoding="utf-8")
    (tmp_path / "子.yaml").write_text(f"继承: 母\n{text}", encoding="utf-8")

    assert drafter("build", "两样.yaml", *final, "--to", "txt", "-o", "-").out.startswith("机密")
    assert drafter("build", "子.yaml", *final, "--to", "txt", "-o", "-").out.startswith("秘密★1年")


@pytest.mark.parametrize(
    "head",
    [
        "---\n密级: 秘密\n标题: 己\n---\n",
        "秘密文件，注意保存\n",
        "机密，请妥善保管\n",
        "机密—3年\n",
        "秘密/★1年\n",
        "此件属机密\n",
        "本文件属秘密级\n",
    ],
)
def test_a_mark_that_comes_with_other_words_is_one(drafter, tmp_path, head):
    """Before the text of a Markdown file, or with a remark on its own line."""
    (tmp_path / "巡护.md").write_text(f"{head}\n{TEXT}", encoding="utf-8")
    assert drafter("library", "add", "巡护.md").code == 0

    assert "沿北岸" not in drafter("library", "search", "沿北岸").out
