"""Pictures in outlines and in Markdown: where they stand, how large, and what is said of those that cannot be."""

from __future__ import annotations

import json
import zipfile

import docx
import pytest
from docx.shared import Mm

from tests.pictures import gif, jpeg, png
from tests.writers.docx.test_rendered import validate

HEAD = "模板: 部署讲话\n标题: 在推进会上的讲话\n日期: 2026-03-12\n讲话人: {姓名: 王某}\n脱敏: 是\n"


@pytest.fixture
def build(drafter, tmp_path):
    def call(text, *options, name="稿.yaml"):
        (tmp_path / "图").mkdir(exist_ok=True)
        (tmp_path / "图/走势.png").write_bytes(png(600, 300, 150))
        (tmp_path / "图/照片.jpg").write_bytes(jpeg(4000, 3000, 6))
        (tmp_path / "图/坏.png").write_bytes(b"<svg/>")
        (tmp_path / name).write_text(text, encoding="utf-8")
        return drafter("build", name, "--force", *options)

    return call


def printed(result):
    assert result.code == 0, result.err
    return result.out.split("\n")


@pytest.mark.parametrize(
    "part",
    [
        "开头: [今天开会。, @, 先看图。]",
        "任务: [@, 先讲。]",
        "任务: {小标题: 任务, @@, 要点: [做甲事, 做乙事]}",
        "任务: {小标题: 任务, 要点: [做甲事, @, 做乙事]}",
        "任务: {小标题: 任务, 要点: [@, 做甲事, 做乙事]}",
        "任务: {小标题: 任务, 要点: [{标题: 甲, 正文: 做甲事。, @@}, {标题: 乙, 正文: 做乙事。}]}",
        "任务: {小标题: 任务, 要点: [{标题: 甲, 要点: [做丙事, @, 做丁事], @@}, 做乙事]}",
        "任务: {小标题: 任务, 要点: [{标题: 甲, 小结: {导语: 也就是：, 要点: [丙, @, 丁]}, @@}, 做乙事]}",
        "任务: {小标题: 任务, 排法: 段内, 导语: 要做好：, 要点: [做甲事, @, 做乙事]}",
        "任务: {小标题: 任务, 排法: 段内, 要点: [@, 做甲事, 做乙事, @]}",
        "任务: {小标题: 任务, 导语: [先讲。, @], 要点: [做甲事, 做乙事], 小结: [@, 讲完。]}",
    ],
)
@pytest.mark.parametrize("shown", ["图/走势.png", "{路径: 图/走势.png, 宽度: 60%}"])
def test_a_picture_stands_on_a_line_of_its_own_and_changes_no_word(build, part, shown):
    """Wherever a text or a point may stand: numbers, counts and stops are as if it were not there."""
    end = "\n结尾: 谢谢大家！\n"
    drawn = part.replace("@@", f"图片: {shown}").replace("@", f"{{图片: {shown}}}")
    bare = part.replace(", @@", "").replace(", @", "").replace("@, ", "")
    said = printed(build(HEAD + bare + end, "--to", "txt", "-o", "-"))
    assert printed(build(HEAD + drawn + end, "--to", "txt", "-o", "-")) == said

    marked = printed(build(HEAD + drawn + end, "--to", "md", "-o", "-"))
    assert sum(line.startswith("![") for line in marked) == drawn.count("图/走势.png")


def test_its_name_stands_below_it(build, tmp_path):
    text = HEAD + "开头: [{图: {文件: 图/走势.png, 图题: '图1 {{ 甲 }}走势'}}, 先看图。]\n数据: {甲: 办件}\n"
    assert build(text, "-o", "稿.docx").code == 0
    made = docx.Document(str(tmp_path / "稿.docx"))
    at = next(n for n, one in enumerate(made.paragraphs) if one._p.xpath(".//pic:pic"))
    assert (made.paragraphs[at].style.name, made.paragraphs[at + 1].style.name) == ("图片", "Caption")
    assert made.paragraphs[at + 1].text == "图1 办件走势"


def test_it_is_embedded_as_large_as_was_asked_and_never_wider_than_the_text(build, tmp_path, validator):
    wide = "[{图片: {路径: 图/走势.png, 宽度: %s}}]"
    for asked, millimetres in (
        ("10厘米", 100),
        ("80mm", 80),
        ("50%", 78),
        ("9", 90),
        ("40厘米", 156),
        ("''", 101.6),
    ):
        result = build(HEAD + f"开头: {wide % asked}\n", "-o", "稿.docx")
        assert result.code == 0, result.err
        shape = docx.Document(str(tmp_path / "稿.docx")).inline_shapes[0]
        assert shape.width == pytest.approx(Mm(millimetres), rel=0.01)
        assert shape.width / shape.height == pytest.approx(2, rel=0.01)
    assert validate(validator, tmp_path / "稿.docx", "Microsoft365") == []


def test_a_photograph_is_turned_and_fits_the_page(build, tmp_path):
    build(HEAD + "开头: [{图片: 图/照片.jpg}]\n", "-o", "稿.docx")
    shape = docx.Document(str(tmp_path / "稿.docx")).inline_shapes[0]
    assert shape.width < Mm(225) and shape.height < Mm(157)
    with zipfile.ZipFile(tmp_path / "稿.docx") as archive:
        assert b"GPS" not in archive.read("word/media/drImage1.jpeg")
        assert b'rot="5400000"' in archive.read("word/document.xml")


@pytest.mark.parametrize("file", ["图/没有.png", "图/坏.png", "图"])
def test_what_cannot_be_embedded_is_told_and_leaves_a_gap(build, file):
    text = HEAD.replace("部署讲话", "原样") + f"开头:\n  - 今天开会。\n  - 图片: {file}\n"
    result = build(text, "-o", "稿.docx", "--json")
    told = json.loads(result.out)["files"][0]
    assert [one["code"] for one in told["problems"]] == ["bad-picture"]
    assert told["problems"][0]["line"] == 8
    assert told["gaps"] == [f"图片 {file}"]
    assert build(text, "-o", "稿.docx", "--final").code == 6


@pytest.mark.parametrize("file", ["../外.png", "/etc/passwd", "C:\\外.png", "图/../../外.png"])
def test_nothing_outside_the_outlines_folder_is_read(build, tmp_path, file):
    (tmp_path.parent / "外.png").write_bytes(png())
    result = build(HEAD + f"开头: [{{图片: '{file}'}}]\n", "-o", "稿.docx")
    assert result.code == 3 and "unsafe-path" in result.err


def test_a_link_that_leads_outside_is_refused(build, tmp_path):
    (tmp_path.parent / "外.png").write_bytes(png())
    (tmp_path / "里.png").symlink_to(tmp_path.parent / "外.png")
    assert build(HEAD + "开头: [{图片: 里.png}]\n", "-o", "稿.docx").code == 3


def test_a_slip_in_a_picture_is_said(build):
    result = build(HEAD + "开头: [{图片: {图名: 图1}}]\n", "-o", "稿.docx")
    assert result.code == 3 and "图片没有写路径" in result.err
    result = build(HEAD + "开头: [{图片: {路径: 图/走势.png, 宽度: 很宽}}]\n", "-o", "稿.docx")
    assert result.code == 0 and "宽度“很宽”看不懂" in result.err


def test_markdown_takes_pictures_that_are_at_hand(build, tmp_path):
    text = "# 汇报\n\n干得好。\n\n![图1 走势](图/走势.png){width=10cm}\n\n![](http://a.cn/b.png)\n"
    result = build(text, "-o", "稿.docx", name="稿.md")
    assert result.code == 0 and "图片 1 处" in result.err
    made = docx.Document(str(tmp_path / "稿.docx"))
    assert [p.text for p in made.paragraphs] == ["汇报", "干得好。", "", "图1 走势"]
    assert made.inline_shapes[0].width == pytest.approx(Mm(100), rel=0.01)
    marked = build(text, "--to", "md", "-o", "-", name="稿.md").out
    assert build(marked, "--to", "md", "-o", "-", name="稿.md").out == marked


@pytest.mark.parametrize("format_", ["docx", "html"])
def test_the_same_outline_gives_the_same_bytes(build, tmp_path, format_):
    text = HEAD + "开头: [{图片: 图/走势.png}, {图片: 图/照片.jpg}]\n"
    made = []
    for _ in range(2):
        assert build(text, "-o", f"稿.{format_}").code == 0
        made.append((tmp_path / f"稿.{format_}").read_bytes())
    assert made[0] == made[1]


def test_a_letterhead_takes_pictures_too(build, tmp_path, validator):
    head = docx.Document()
    for line in ("{{ 标题 }}", "{{ 正文 }}", "{{ 日期 }}"):
        head.add_paragraph(line)
    head.save(tmp_path / "信头.docx")
    text = HEAD + "开头: [今天开会。, {图片: 图/走势.png}]\n"
    assert build(text, "--template", "信头.docx", "-o", "稿.docx").code == 0
    assert len(docx.Document(str(tmp_path / "稿.docx")).inline_shapes) == 1
    assert validate(validator, tmp_path / "稿.docx", "Microsoft365") == []


def test_an_attachment_on_its_side_has_its_own_width(build, tmp_path):
    (tmp_path / "宽.gif").write_bytes(gif(3000, 300))
    text = (
        HEAD.replace("部署讲话", "原样")
        + "正文: [说。]\n附件:\n  - {标题: 图, 横排: 是, 内容: [{图片: 宽.gif}]}\n"
    )
    assert build(text, "-o", "稿.docx").code == 0
    assert docx.Document(str(tmp_path / "稿.docx")).inline_shapes[0].width == pytest.approx(Mm(225), rel=0.01)


def test_odd_paths_and_names_are_written_so_that_they_are_read_back(build, tmp_path):
    (tmp_path / "图").mkdir(exist_ok=True)
    (tmp_path / "图/带 空(1).png").write_bytes(png())
    text = HEAD + '开头: [前。, {图片: {路径: "图/带 空(1).png", 图名: "图[1] 甲](b"}}, 后。]\n'
    marked = printed(build(text, "--to", "md", "-o", "-"))
    again = printed(build("\n".join(marked), "--to", "md", "-o", "-", name="稿.md"))
    assert again == marked and any(line.startswith("![") for line in marked)


def test_a_path_refers_to_no_fact(build):
    result = build(HEAD + "数据: {图: 走势}\n开头: [{图片: '图/{{ 图 }}.png'}]\n", "-o", "稿.docx")
    assert result.code == 3 and "reference-in-path" in result.err
