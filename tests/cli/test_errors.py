"""Wrong inputs of every kind: the exact message, place, way out and exit code.

The messages stand in `tests/fixtures/errors.txt`, to be read as a user would read them. After a
change on purpose, run with DRAFTER_UPDATE_GOLDEN=1 and read the difference.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parents[1] / "fixtures" / "errors.txt"
GOOD = "模板: 部署讲话\n标题: 题\n任务: 甲。\n"
BUILD = ("build", "大纲.yaml")


def outline(text, *arguments):
    return {"大纲.yaml": text}, (*BUILD, *arguments)


def template(body, front="名称: 试\n角色:\n  - 角色: tasks\n"):
    return {"大纲.yaml": "模板: 试.md.j2\n任务: 甲。\n", "试.md.j2": f"---\n{front}---\n{body}"}, BUILD


def style(text):
    return {"大纲.yaml": GOOD, "样.yaml": text}, (*BUILD, "--style", "样.yaml")


def facts(text):
    return {"大纲.yaml": GOOD, "数.yaml": text}, (*BUILD, "--facts", "数.yaml")


def table(text, *arguments):
    return {"大纲.yaml": GOOD, "表.csv": text}, ("batch", "大纲.yaml", "表.csv", "-o", "成稿", *arguments)


CASES = {
    # the slips of the hand
    "全角冒号": outline("模板: 原样\n标题：讲话\n"),
    "冒号后少空格": outline("模板: 原样\n标题:讲话\n"),
    "短横后少空格": outline("模板: 原样\n称谓:\n  -同志们\n"),
    "制表符缩进": outline("模板: 原样\n场合:\n\t名称: 会\n"),
    "全角空格缩进": outline("模板: 原样\n场合:\n　　名称: 会\n"),
    "全角花括号": outline("模板: 原样\n数据: {甲: 1}\n标题: 共｛｛ 甲 ｝｝件\n"),
    "花括号开头": outline("模板: 原样\n数据: {甲: 1}\n标题: {{ 甲 }}件\n"),
    "引号开头": outline('模板: 原样\n标题: "一网通办"改革\n'),
    "井号截断": outline("模板: 原样\n标题: 完成 #1 工程\n"),
    "全角逗号": outline("模板: 原样\n称谓: [同志们，朋友们]\n"),
    "花括号里全角冒号": outline("模板: 原样\n数据:\n  甲: {数值：3，单位：件}\n"),
    "花括号里的引用": outline("模板: 原样\n数据: {甲: 1}\n任务:\n  要点:\n    - {标题: 乙, 正文: 共{{ 甲 }}件}\n"),
    "文字里的冒号": outline("模板: 原样\n标题: 会议指出: 要抓实\n"),
    # YAML that an outline does not use
    "锚": outline("模板: 原样\n称谓: [&甲 一, *甲]\n"),
    "标签": outline("模板: 原样\n数据:\n  甲: {数值: !!int 3}\n"),
    "合并": outline("模板: 原样\n数据:\n  <<: {甲: 1}\n"),
    "两份文档": outline("模板: 原样\n---\n模板: 原样\n"),
    "嵌套太深": outline("模板: 原样\n标题: " + "[" * 60 + "]" * 60 + "\n"),
    "引号没配对": outline('模板: 原样\n标题: "讲话\n日期: 2026-03-12\n'),
    "方括号没配对": outline("模板: 原样\n称谓: [同志们, 朋友们\n日期: 2026-03-12\n"),
    "控制字符": outline("模板: 原样\n标题: 讲\x07话\n"),
    # the structure
    "空文件": outline(""),
    "不是大纲": outline("- 甲\n- 乙\n"),
    "不认识的键": outline("模板: 原样\n标体: 讲话\n"),
    "错键下面也查": outline("模板: 原样\n任物:\n  要典:\n    - {标题: 甲, 时线: 2026-02-30}\n"),
    "重复的键": outline("模板: 原样\n标题: 甲\ntitle: 乙\n"),
    "要写文字写成列表": outline("模板: 原样\n标题:\n  - 甲\n"),
    "要写列表写成文字": outline("模板: 原样\n任务:\n  要点: 甲\n"),
    "不认识的排法": outline("模板: 原样\n任务:\n  排法: 竖排\n  要点: [甲]\n"),
    "不认识的角色": outline("模板: 原样\n小节:\n  - 角色: 点缀\n    导语: 甲\n"),
    "小节和部分混写": outline("模板: 原样\n小节:\n  - 导语: 甲\n成绩: 乙\n"),
    "日期不存在": outline("模板: 原样\n日期: 2026-02-30\n"),
    "时长不是数字": outline("模板: 原样\n时长: 半小时\n"),
    "是否看不懂": outline("模板: 原样\n脱敏: 大概\n"),
    "议程缺人": outline("模板: 原样\n场合:\n  议程:\n    - {做: 发言}\n"),
    "引用和正文同写": outline("模板: 原样\n任务:\n  要点:\n    - {引用: 甲, 正文: 乙}\n"),
    "素材库里没有": outline("模板: 原样\n任务:\n  要点:\n    - {引用: 甲}\n"),
    "没写模板": outline("标题: 讲话\n"),
    "没有这个模板": outline("模板: 布署讲话\n"),
    "模板在文件夹之外": outline("模板: ../外.md.j2\n"),
    "没有这个版式": outline("模板: 原样\n版式: 讲话搞\n标题: 甲\n"),
    "继承的大纲没有": outline("模板: 原样\n继承: 去年\n"),
    "继承自己": outline("模板: 原样\n继承: 大纲.yaml\n"),
    # facts and references
    "没有这个数据": outline("模板: 原样\n数据: {办件量: 1}\n标题: 共{{ 办件两 }}件\n"),
    "没有这一项": outline("模板: 原样\n数据: {办件量: 1}\n标题: 共{{ 办件量.重量 }}件\n"),
    "没有这部分可数": outline("模板: 原样\n标题: 讲{{ 点缀.条数 }}点\n"),
    "没有要点可数": outline("模板: 原样\n标题: 讲{{ 任务.条数 }}点\n"),
    "引用写法不对": outline("模板: 原样\n标题: '共{{ 办 件 }}件'\n"),
    "数据名不能用": outline("模板: 原样\n数据:\n  办 件: 1\n"),
    "数据里引用数据": outline("模板: 原样\n数据:\n  甲: 1\n  乙: 共{{ 甲 }}件\n"),
    "数据文件全角冒号": facts("甲：1\n乙：2\n"),
    "数据文件不存在": ({"大纲.yaml": GOOD}, (*BUILD, "--facts", "没有.yaml")),
    "定稿还有待补": outline(GOOD + "结尾: 由××局和{{ 牵头单位 }}负责。\n数据:\n  牵头单位:\n", "--final"),
    # templates
    "模板没有说明": ({"大纲.yaml": "模板: 试.md.j2\n", "试.md.j2": "# 题\n"}, BUILD),
    "模板说明写错": template("", "名称: 试\n角色:\n  - 脚色: tasks\n"),
    "模板名称写错": template("# {{ titel }}\n"),
    "模板语法写错": template("{% if title %}\n# {{ title }}\n"),
    "模板引入没有的": template("{% import '没有.md.j2' as x %}\n"),
    "模板里容器写错": template("::: 落宽\n甲\n:::\n"),
    "模板跑不完": template("{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}\n"),
    # stylesheets
    "版式键写错": style("继承: gbt9704\n版面:\n  上边据: 30mm\n"),
    "版式值看不懂": style("继承: gbt9704\n版面:\n  上边距: 三十\n"),
    "版式值超出范围": style("继承: gbt9704\n版面:\n  每行字数: 0\n"),
    "版式没写全": style("名称: 我的\n"),
    "版式继承没有的": style("继承: gbt9740\n"),
    "颜色看不懂": style("继承: gbt9704\n段落:\n  标题: {颜色: 大红}\n"),
    # Markdown drafts
    "草稿容器写错": ({"稿.md": "# 题\n\n::: 落宽\n甲\n:::\n"}, ("build", "稿.md")),
    "草稿容器没结束": ({"稿.md": "# 题\n\n::: 落款\n甲\n"}, ("build", "稿.md")),
    "草稿缺数据": ({"稿.md": "# 题\n\n共{{ 甲 }}件\n"}, ("build", "稿.md")),
    "草稿表格多一格": ({"稿.md": "| 甲 |\n| --- |\n| 1 | 2 |\n"}, ("build", "稿.md")),
    # the command itself, and what is around it
    "命令拼错": ({}, ("bulid",)),
    "选项拼错": (outline(GOOD)[0], (*BUILD, "--styel", "讲话稿")),
    "缺文件": ({}, ("build",)),
    "选项缺值": ({}, (*BUILD, "-o")),
    "每分钟字数不是数": ({"大纲.yaml": GOOD}, ("stats", "大纲.yaml", "--rate", "nan")),
    "分钟不是数": ({"大纲.yaml": GOOD}, ("build", "大纲.yaml", "--minutes", "nan")),
    "值不是数字": ({"大纲.yaml": GOOD}, ("stats", "大纲.yaml", "--rate", "快")),
    "格式不认识": ({"大纲.yaml": GOOD}, (*BUILD, "--to", "doc")),
    "后缀和格式不合": ({"大纲.yaml": GOOD}, (*BUILD, "-o", "稿.docx", "--to", "txt")),
    "输出就是输入": ({"稿.md": "# 题\n"}, ("build", "稿.md", "-o", "稿.md")),
    "两份同名": ({"大纲.yaml": GOOD}, ("build", "大纲.yaml", "大纲.yaml")),
    "屏幕上出Word": ({"大纲.yaml": GOOD}, (*BUILD, "--to", "docx", "-o", "-")),
    "设置写错": ({"大纲.yaml": GOOD}, (*BUILD, "--set", "甲")),
    "日期选项写错": ({"大纲.yaml": GOOD}, (*BUILD, "--date", "明天")),
    "文件不存在": ({"讲话稿.yaml": GOOD}, ("build", "讲化稿.yaml")),
    "是文件夹": ({"夹/x": ""}, ("build", "夹")),
    "Word文件当大纲": ({"旧稿.docx": "PK"}, ("build", "旧稿.docx")),
    "文件受保护": ({"大纲.yaml": GOOD, "大纲.docx": "领导改过的"}, BUILD),
    "新建时已存在": ({"甲.yaml": "x"}, ("new", "部署讲话", "-o", "甲.yaml")),
    "新建没说模板": ({}, ("new",)),
    "设置文件写错": ({"大纲.yaml": GOOD, "drafter.toml": "[paths\n"}, BUILD),
    # tables
    "表是空的": table(""),
    "表头全角逗号": table("县，件数\n甲，1\n"),
    "两列同名": table("县,县\n1,2\n"),
    "文件名格式不认识": table("县\n甲\n", "--name", "{{ 县 }}.doc"),
}  # fmt: skip


def run(drafter, folder, case):
    """The transcript of a case: what was typed, what was said, how it ended."""
    named, arguments = CASES[case]
    for name, text in named.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    result = drafter(*arguments)
    said = (result.out + result.err).replace(str(folder), "…").rstrip()
    return f"$ drafter {' '.join(arguments)}\n{said}\n退出码 {result.code}", result


def golden():
    """Every transcript by its case."""
    parts = re.split(r"^## (.+)\n", GOLDEN.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    return {case: said.strip() for case, said in zip(parts[::2], parts[1::2], strict=True)}


@pytest.mark.parametrize("case", CASES)
def test_a_wrong_input_is_answered_with_its_place_and_a_way_out(drafter, tmp_path, case):
    """Word for word; no traceback, no English, never exit 70."""
    transcript, result = run(drafter, tmp_path, case)
    if os.environ.get("DRAFTER_UPDATE_GOLDEN"):
        known = (golden() if GOLDEN.exists() else {}) | {case: transcript}
        page = "\n\n".join(f"## {name}\n{known[name]}" for name in CASES if name in known)
        GOLDEN.write_text(page + "\n", encoding="utf-8")

    assert transcript == golden()[case]
    assert result.code in (1, 2, 3, 4, 5, 6)
    assert "办法：" in result.err and "Traceback" not in result.err


def test_there_are_sixty_of_them_and_more():
    """Of outlines, templates, stylesheets, facts, options and surroundings."""
    assert len(CASES) >= 60
    assert set(golden()) == set(CASES)


def test_a_long_row_of_alike_problems_is_counted(drafter, tmp_path):
    """Twenty are told in full; with --json all are."""
    text = "模板: 部署讲话\n任务:\n" + "  - 标题: 甲\n    正文: 乙\n" * 30
    (tmp_path / "大纲.yaml").write_text(text, encoding="utf-8")
    said = drafter(*BUILD).err

    assert said.count("没有“正文”这个键") == 20
    assert "同样的还有 10 处没有列出 [unknown-key]" in said
    assert len(drafter(*BUILD, "--json").json["files"][0]["problems"]) == 30
