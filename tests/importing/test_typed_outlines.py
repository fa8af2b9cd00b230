"""An outline typed in Word or a text editor is drafted as its YAML twin is."""

from __future__ import annotations

import docx
import pytest

from tests.importing.old_texts import SPEECH, squeezed

TWIN = """模板: 部署讲话
标题: 在全市安全生产会议上的讲话
日期: 2026年3月12日
称谓: [同志们]
开头: 今天，我们开个会。
成绩:
  小标题: 充分肯定成绩
  要点:
    - {标题: 事故少了, 正文: 全年事故同比下降12%。}
    - {标题: 隐患清了, 正文: 整改3200处。}
不足:
  小标题: 清醒看到不足
  导语: 突出表现在两个方面：
  版式: 段内
  序号: 一是
  要点: [责任没压实, 基础不牢]
任务:
  小标题: 抓好重点任务
  要点:
    - {标题: 查隐患, 正文: 6月底前全面排查。, 责任单位: 市应急管理局, 时限: 2026-06-30}
    - {标题: 强培训, 正文: 年底前轮训一遍。}
结尾:
  - 同志们，让我们抓紧干起来。
  - 谢谢大家！
"""


def test_an_outline_typed_in_word_builds_the_draft_of_its_yaml_twin(drafter, tmp_path):
    """For a speech and for the table of who does what."""
    made = docx.Document()
    for line in SPEECH.splitlines():
        made.add_paragraph(line)
    made.save(tmp_path / "提纲.docx")
    (tmp_path / "大纲.yaml").write_text(TWIN, encoding="utf-8")

    for template in ("部署讲话", "责任分工表"):
        options = ("--template", template, "--to", "txt", "-o", "-")
        assert drafter("build", "提纲.docx", *options).out == drafter("build", "大纲.yaml", *options).out


def test_an_outline_typed_in_word_is_drafted(drafter, tmp_path):
    """With the sentences of its genre, owners and deadlines in brackets understood."""
    made = docx.Document()
    for line in SPEECH.splitlines():
        made.add_paragraph(line)
    made.save(tmp_path / "提纲.docx")
    speech = drafter("build", "提纲.docx", "--template", "部署讲话", "--to", "txt", "-o", "-")
    table = drafter("build", "提纲.docx", "--template", "责任分工表", "--to", "txt", "-o", "-")

    assert speech.code == 0
    assert "针对这些问题，" in speech.out
    assert "责任单位" not in speech.out
    assert "1\t查隐患\t6月底前全面排查\t市应急管理局\t2026年6月30日" in table.out


TYPED = """全市安全生产工作会议讲话
（提纲）
称谓：同志们
时间：2026年3月
讲话人：市长 王某某
时长：15分钟
一、成绩
1. 事故少了
2、隐患少了
二、任务
（一）压责任【市应急局，6月底】
（二）查隐患（市住建局 9月30日前）
"""


def test_what_a_typed_outline_says_of_itself_is_not_its_text(drafter, tmp_path):
    """Labelled lines are fields of the outline; a template that adds nothing leaves them where they are."""
    (tmp_path / "提纲.txt").write_text(TYPED, encoding="utf-8")
    speech = drafter("build", "提纲.txt", "--template", "部署讲话", "--to", "txt", "-o", "-").out
    outline = drafter("import", "提纲.txt", "--template", "部署讲话", "-o", "-").out
    plain = drafter("build", "提纲.txt", "--to", "txt", "-o", "-").out

    assert speech.startswith("全市安全生产工作会议讲话\n（2026年3月）\n市长　王某某\n同志们：\n一、成绩\n")
    assert "（一）事故少了\n（二）隐患少了" in speech and "住建局" not in speech
    assert "时长: 15" in outline and "责任单位: 市住建局\n        时限: 9月30日前" in outline
    assert squeezed(plain) == squeezed(TYPED)


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("标题：在会上的讲话\n总结前段\n一、任务\n1、抓早\n2、抓小\n", ["开头: 总结前段"]),
        ("标题：在会上的讲话\n日期：3月10日\n时长：半小时\n一、任务\n1、抓早\n2、抓小\n", ["日期:\n", "时长: 30"]),
        ("在会上的讲话\n称谓：同志们\n开头：总结前段\n一 成绩\n1 备耕早\n2 农资足\n同志们，干起来。\n结尾：号召大家\n", ["开头: 总结前段", "小标题: 成绩", "标题: 农资足", "  - 同志们，干起来。\n  - 号召大家"]),
        ("在会上的讲话\n（送审稿）\n内部情况\n同志们：\n开会。\n", ["稿次: 送审稿", "开头: 开会。"]),
    ],
)  # fmt: skip
def test_what_a_typed_outline_says_comes_into_the_outline(drafter, tmp_path, text, there):
    """Each line where it belongs; what a genre does not print is said to be left out."""
    (tmp_path / "提纲.txt").write_text(text, encoding="utf-8")
    result = drafter("import", "提纲.txt", "--template", "部署讲话", "-o", "-")

    assert [words for words in there if words not in result.out] == []
    assert "内部情况" not in text or "没有放进来（标题上下的话，这个文体不印）：内部情况" in result.err
    assert "3月10日" not in text or "没有年份" in result.err


def test_owners_are_found_wherever_a_typed_outline_has_them(drafter, tmp_path):
    """In brackets, below the points of a task, in a table; a speech prints none of them."""
    made = docx.Document()
    for line in (
        "在会上的讲话",
        "同志们：",
        "一、任务",
        "（一）抓项目",
        "1.开工50个",
        "2.竣工30个",
        "责任单位：县发改局；完成时限：6月底",
        "（二）抓民生（县民政局牵头，各镇配合，年底前）",
        "二、下步打算",
    ):
        made.add_paragraph(line)
    table = made.add_table(rows=0, cols=3)
    for row in (("任务", "责任单位", "完成时限"), ("修路", "县交通局", "9月底")):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    made.save(tmp_path / "提纲.docx")
    speech = drafter("build", "提纲.docx", "--template", "部署讲话", "--to", "txt", "-o", "-").out
    shared = drafter("build", "提纲.docx", "--template", "责任分工表", "--to", "txt", "-o", "-").out

    assert not any(word in speech for word in ("发改局", "民政局", "交通局", "待补"))
    assert "抓项目\t县发改局\t\t6月底" in shared
    assert "抓民生\t县民政局\t各镇\t年底前" in shared
    assert "修路\t县交通局\t\t9月底" in shared


def test_a_typed_outline_is_rid_of_what_copying_left(drafter, tmp_path):
    """As an import is."""
    (tmp_path / "提纲.txt").write_text(
        "在会上的讲话\n同志们：\n一、任务\n（一）抓早\n（二）抓小\n上一篇：旧文\n", encoding="utf-8"
    )

    assert (
        "上一篇" not in drafter("build", "提纲.txt", "--template", "部署讲话", "--to", "txt", "-o", "-").out
    )


def test_a_bare_date_above_a_typed_outline_is_its_date(drafter, tmp_path):
    """And who speaks stands below it."""
    (tmp_path / "提纲.txt").write_text(
        "在会上的讲话\n2026.3.5\n市长 王明\n同志们：\n开会。\n", encoding="utf-8"
    )
    speech = drafter("build", "提纲.txt", "--template", "部署讲话", "--to", "txt", "-o", "-").out

    assert speech.startswith("在会上的讲话\n（2026年3月5日）\n市长　王　明\n同志们：\n")


def test_the_draft_of_a_typed_outline_gets_a_name_of_its_own(drafter, tmp_path):
    """Where its name would be that of the outline."""
    made = docx.Document()
    for line in SPEECH.splitlines():
        made.add_paragraph(line)
    made.save(tmp_path / "提纲.docx")

    assert drafter("build", "提纲.docx", "--template", "部署讲话").out.startswith("√ 提纲-部署讲话.docx")
    assert drafter("build", "提纲.docx", "--template", "部署讲话", "--to", "txt").out.startswith("√ 提纲.txt")


def test_a_typed_outline_without_a_word_is_refused(drafter, tmp_path):
    """No empty draft comes of it."""
    docx.Document().save(tmp_path / "空.docx")
    result = drafter("build", "空.docx", "--template", "部署讲话")

    assert result.code == 3
    assert "没有文字" in result.err


def built(drafter, tmp_path, text, genre):
    (tmp_path / "打.txt").write_text(text, encoding="utf-8")
    result = drafter("build", "打.txt", "--template", genre, "--to", "txt", "-o", "-")
    assert result.code == 0
    return result.out


def test_a_hosts_outline_tells_its_programme(drafter, tmp_path):
    """Who is there, and item by item what is done; what is stressed stands after it."""
    text = built(
        drafter, tmp_path,
        "护林会主持词\n同志们，开会了。\n与会人员：各村支书\n会议议程：\n1，林业站通报火情\n2，乡长讲话\n强调两点：\n一要马上传达\n二要马上动手\n散会\n",
        "主持词",
    )  # fmt: skip

    assert "各村支书" in text and "共有两项议程" in text
    assert (
        text.index("林业站通报火情")
        < text.index("请乡长讲话")
        < text.index("马上传达")
        < text.index("散会。")
    )
    assert "待补" not in text


def test_a_typed_request_names_its_parts_and_whom_to_call(drafter, tmp_path):
    """请求：…… is what is asked for; whom to call stands in the note."""
    text = built(
        drafter, tmp_path,
        "关于增配护林员的请示\n县林业局:\n一、缘由：林区大人手少\n二、请求：请增配护林员6名\n当否,请批示\n东山乡人民政府\n2026年4月2日\n联系人：林边 0000-123456\n",
        "请示",
    )  # fmt: skip

    assert "待补" not in text
    assert "请增配护林员6名。" in text and "当否，请批示。" in text
    assert text.rstrip().endswith("东山乡人民政府\n2026年4月2日\n（联系人：林边 0000-123456）")


def test_a_typed_outline_takes_full_width_marks_and_end_marks(drafter, tmp_path):
    """Points that are sentences are texts; 1. in a paragraph is nobody's mark aloud."""
    text = built(
        drafter, tmp_path,
        "护林会讲话\n同志们:\n一,去年的事\n1.巡山勤了。2.火少了。\n二,还差什么\n1、有的村没人管,路口空着\n2、有的村说了不算\n三,今年要抓好两件事\n1.3月底设卡\n2.4月底演练\n四,几点要求\n各村照办\n",
        "部署讲话",
    )  # fmt: skip

    assert "（一）巡山勤了。" in text and "1." not in text
    assert "有的村没人管，路口空着。" in text
    assert "四、几点要求" in text and "各村照办。" in text


@pytest.mark.parametrize("day", ["二〇二六年四月二十日", "二○二六年四月二十日", "2026.4.20", "2026-04-20"])
def test_the_end_of_an_old_paper_is_put_in_todays_form(drafter, tmp_path, day):
    """Its day, and those who signed jointly on one line."""
    text = built(
        drafter, tmp_path,
        f"东山县林业局\n关于做好护林工作的\n通 知\n各乡镇：\n现将有关事项通知如下：\n一、设卡\n清明前设好。\n二、巡山\n每天一遍。\n东山县林业局、东山县公安局\n{day}\n",
        "通知",
    )  # fmt: skip

    assert "\n东山县林业局\n东山县公安局\n" in text
    assert "东山县林业局关于做好护林工作的通知" in text
    assert text.rstrip().endswith("2026年4月20日")
