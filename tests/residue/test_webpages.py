"""Lines that a page of the web has around its text, and those of an office that look like them."""

from __future__ import annotations

import pytest

from drafter.residue import kind_of, titles, webpages


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("全文复制", webpages.TOOLS),
        ("【打印】 【收藏】 【关闭】", webpages.TOOLS),
        ("字体：大 中 小", webpages.TOOLS),
        ("网友还在看", webpages.TOOLS),
        ("回复 引用 举报", webpages.TOOLS),
        ("赞(36) 打赏 分享", webpages.TOOLS),
        ("评论《在动员会上的讲话》", webpages.TOOLS),
        ("投稿：佚名 上传时间：2024/3/1", webpages.BYLINE),
        ("2024-05-06 08:30:11 1204", webpages.BYLINE),
        ("来源：本站原创", webpages.BYLINE),
        ("作者：网络", webpages.BYLINE),
        ("东山范文网", webpages.SITE),
        ("欢迎光临小李公文网！", webpages.SITE),
        ("【第三篇】", webpages.COLLECTION),
        ("篇二：", webpages.COLLECTION),
        ("（精选12篇）", webpages.COLLECTION),
        ("小编今天给大家带来一篇发言稿。", webpages.EDITOR),
        ("希望对大家有所帮助！", webpages.EDITOR),
        ("（此处隐藏350字，登录后可查看）", webpages.CUT_OFF),
        ("试读结束，剩余 60%", webpages.CUT_OFF),
        ("👉点这里进群👈", webpages.ADVERT),
        ("##vipstart##", webpages.PAID),
        ("【大山文库】", webpages.PAID),
        ("动员会讲话.docx", webpages.FILE),
        ("+ k9 J( b@ 3 x; Q2 & m", webpages.GARBLE),
    ],
)
def test_what_a_page_has_around_its_text(line, kind):
    """By what it is made of, not by the name of a site."""
    assert webpages.kind_of(line) == kind
    assert kind_of(line, marked=False)


@pytest.mark.parametrize(
    "line",
    [
        "来源：县水利局统计。",
        "责任编辑：周舟　审核：王望",
        "编辑：清河镇党政办公室",
        "时间：2026年3月12日上午9:00",
        "作者：王望",
        "转发通知的函",
        "请各单位登录政务服务网办理。",
        "在全市公文写作培训班上的讲话",
        "全市材料中心",
        "以下是各单位整理的问题清单。",
        "未完成整改任务的。",
        "31 9.3 18.6 9.3",
        "编号：0023",
        "严禁代写心得体会。",
        "时间：2026年3月12日 14:30　地点：县委三楼会议室",
        "2026年3月12日 09:00",
        "附件：报名表.docx",
        "登录后可查看办理进度。",
        "需要注册登记的企业，要一次办结。",
        "未完工程要抓紧。",
        "待续建项目12个",
        "请用微信扫一扫签到",
        "数据来源：国家统计局网站",
        "来源：中国政府网",
        "人才资料库",
        "法规文库",
        "免费领取种子的农户",
        "问题由网友提供，县信访局办理",
        "县融媒体中心小编讲了他的故事。",
        "联系老师家访",
        "写作机器人上岗",
        "投诉",
        "转发",
        "在线客服",
    ],
)
def test_what_an_office_writes_itself(line):
    """It stays."""
    assert not webpages.kind_of(line)


def test_a_stretch_against_copying_is_found_at_either_end_of_a_line():
    """With the words between left as they are."""
    line = "- s7 N( h; Q4 & x+ L要抓好落实。"

    assert [line[end:] for _, end in webpages.garbled(line)] == ["要抓好落实。"]
    assert webpages.garbled("使用 Word 和 PPT。") == []


@pytest.mark.parametrize("text", ["甲" + " " * 20_000 + "乙", "汉 | " * 5_000, "（精选" * 5_000])
def test_a_long_line_is_no_title_and_takes_no_time(text):
    """Nothing is looked for around it: what is put around a title is short."""
    assert titles.bare_title(text) == text.strip()
