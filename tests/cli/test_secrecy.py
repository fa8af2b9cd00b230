"""The mark of secrecy of a paper, through every command."""

import pytest

OUTLINE = """模板: 部署讲话
标题: 在全市督查工作会议上的讲话
密级: 秘密★1年
日期: 2026-03-05
讲话人: {姓名: 周临川, 职务: 市政府秘书长}
场合: {名称: 全市督查工作会议, 时间: 三月五日, 地点: 礼堂, 主持: 李某}
开头: 同志们，今天开会。
任务:
  要点:
    - {标题: 督了要见底, 正文: 重点盯住三件事。}
结尾: 让我们一件一件抓下去。
"""


@pytest.fixture
def marked(tmp_path):
    (tmp_path / "讲话.yaml").write_text(OUTLINE, encoding="utf-8")


@pytest.mark.parametrize(
    "template",
    [
        "部署讲话",
        "原样",
        "通知",
        "工作总结",
        "公报",
        "决议",
        "简报",
        "命令",
        "议程",
        "讲话提纲",
        "数据核对单",
        "责任分工表",
    ],
)
def test_the_mark_prints_at_the_head_of_any_paper(drafter, marked, template):
    """Once, before all else, whatever the genre."""
    printed = drafter("build", "讲话.yaml", "--template", template, "--to", "txt", "-o", "-").out

    assert printed.startswith("秘密★1年\n")
    assert printed.count("秘密★1年") == 1


def test_the_papers_of_a_meeting_bear_the_mark_of_its_outline(drafter, marked, tmp_path):
    """What is made of a marked text is marked."""
    drafter("build", "讲话.yaml", "--papers", "all", "--to", "txt", "-o", "出/")

    papers = list((tmp_path / "出").iterdir())
    assert len(papers) == 6
    assert all(path.read_text(encoding="utf-8").startswith("秘密★1年\n") for path in papers)


def test_a_mark_alone_draws_no_red_rule(drafter, marked, tmp_path):
    """It stands at the head of a speech as a paragraph of its own style."""
    from docx import Document

    drafter("build", "讲话.yaml")

    first, second, *_ = Document(str(tmp_path / "讲话.docx")).paragraphs
    assert (first.style.name, first.text, second.style.name) == ("密级", "秘密★1年", "Title")


@pytest.mark.parametrize(("mark", "said"), [("秘密★1年", 1), ("绝密", 1), ("内部资料", 0), ("无", 0)])
def test_build_says_once_where_state_secrets_may_be_drafted(drafter, marked, tmp_path, mark, said):
    """Not for what is internal only; once a file, whatever papers are made of it."""
    (tmp_path / "讲话.yaml").write_text(OUTLINE.replace("秘密★1年", mark), encoding="utf-8")

    shown = drafter("build", "讲话.yaml", "--papers", "议程,主持词")
    assert shown.code == 0
    assert shown.err.count("涉密内容只能在涉密计算机上起草") == said


def test_a_draft_in_markdown_is_marked_by_its_head(drafter, tmp_path):
    """There the mark is a row of the header block."""
    (tmp_path / "稿.md").write_text("::: 版头\n密级：机密\n:::\n\n# 讲话\n\n同志们：\n", encoding="utf-8")

    assert "标了密级“机密”" in drafter("build", "稿.md").err


def test_a_mark_that_is_none_is_warned_of(drafter, tmp_path):
    """It prints all the same: somebody typed it."""
    (tmp_path / "讲话.yaml").write_text(OUTLINE.replace("秘密★1年", "很秘"), encoding="utf-8")

    assert "讲话.yaml:3:5：提醒：“很秘”不像密级 [odd-element]" in drafter("build", "讲话.yaml").err


@pytest.mark.parametrize("mark", ["秘密★1年", "内部资料", "内部资料 注意保存"])
@pytest.mark.parametrize("template", ["部署讲话", "通知", "原样"])
def test_import_keeps_the_mark_in_any_genre(drafter, tmp_path, mark, template):
    """In the genre's own place for it, and nothing is said to be left out."""
    old = f"{mark}\n在会上的讲话\n（2025年3月6日）\n同志们：\n一、总结经验\n去年办成了三件事。\n二、找准差距\n有的单位报三遍。\n"
    (tmp_path / "旧稿.txt").write_text(old, encoding="utf-8")

    assert (
        "没有放进来（标题" not in drafter("import", "旧稿.txt", "--template", template, "-o", "新.yaml").err
    )
    assert mark in drafter("build", "新.yaml", "--to", "txt", "-o", "-").out


@pytest.mark.parametrize(
    ("own", "code"),
    [("", 0), ("密级: 绝密\n", 0), ("密级: 内部资料\n", 3), ("密级: 无\n", 3), ("密级: 秘密★6个月\n", 0)],
)
def test_what_extends_a_secret_outline_is_no_less_secret(drafter, marked, tmp_path, own, code):
    """Its mark comes along; a lower one is refused with its place."""
    (tmp_path / "接.yaml").write_text(f"继承: 讲话.yaml\n{own}标题: 在会上的另一次讲话\n", encoding="utf-8")
    built = drafter("build", "接.yaml", "--to", "txt", "-o", "-")

    assert built.code == code
    if code:
        assert "接.yaml:1:1：错误：继承的大纲密级是秘密，本稿的密级不能比它低 [above-secrecy]" in built.err
    else:
        assert built.out.startswith(own.removeprefix("密级: ") or "秘密★1年\n")
