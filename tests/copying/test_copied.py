"""What an office says itself stays, however much of a page it sounds; for import and for check, which ask here."""

from __future__ import annotations

import pytest

from drafter.copying import copied

SPEECH = (
    "在全县工作会议上的讲话",
    "同志们：",
    "今天我们开个会，主要是部署下一步的工作。",
    "一、看清形势",
    "今年以来，各项工作稳中有进，基础比去年更实。",
    "{}",
    "二、抓紧干活",
    "各单位要把任务分到人头，六月底前见到成效。",
)


@pytest.mark.parametrize(
    "line",
    [
        "规范会员管理",
        "互联网建设",
        "开通举报电话",
        "推广小程序和公众号",
        "扫码报名",
        "公众号：兰川人社",
        "附件：报名二维码",
        "满分合计=20",
        "系统采用asp.net开发，年内上线。",
        "有问题请加微信 wx_8899 咨询王科长。",
    ],
)
def test_a_line_of_the_text_stays_whole(line):
    lines = [one.format(line) for one in SPEECH]
    found = copied.read(lines)

    assert not found.lines
    assert not found.grafts


@pytest.mark.parametrize(
    "line",
    [
        "城区人力三轮www.fanwen68.com车管理办法",
        "平台归www.gongwen5.com我们建。",
        "一、看清www.wenku3.cn/a形势",
    ],
)
def test_an_address_in_a_line_goes_and_the_line_stays(line):
    """However short the line is, and whatever else in it could have spoken of a site."""
    found = copied.read([*SPEECH[:-1], line])

    assert not found.lines
    assert [graft.kind for graft in found.grafts[len(SPEECH) - 1]] == ["夹在句子里的网站名、网址"]


@pytest.mark.parametrize(
    "line", ["规范会员管理", "扫码报名", "推广小程序和公众号", "按需调配人手", "王小薇", "海量数据归集"]
)
def test_it_stays_by_every_door(drafter, tmp_path, line):
    """Import and build keep it and say nothing, check tells nothing of it."""
    text = "\n".join(one.format(line) for one in SPEECH)
    (tmp_path / "稿.txt").write_text(text, encoding="utf-8")
    imported = drafter("import", "稿.txt", "-o", "大纲.yaml", "--json").json["files"][0]
    built = drafter("build", "稿.txt", "--template", "部署讲话", "--to", "txt", "-o", "-")
    checked = drafter("check", "稿.txt", "--json").json["files"][0]

    assert not imported["dropped"]
    assert line in drafter("build", "大纲.yaml", "--to", "txt", "-o", "-").out
    assert line in built.out and "没有放进来" not in built.err
    assert not {"advert", "site-watermark"} & {problem["code"] for problem in checked["problems"]}


@pytest.mark.parametrize(
    "lines",
    [
        ("会议议程", "签到 8:30", "开幕式 9:00", "主旨报告 9:30", "茶歇 10:30"),
        ("名单", "1", "王明", "2", "李华", "3", "张三"),
        ("指标", "指标一", "3", "指标二", "5", "指标三", "7"),
        ("完成情况", "完成投资  12", "要抓紧后面的项目。", "完成产值  13", "要抓紧收尾。"),
        ("三个村的经验", "东岭村", "主要做法", "先定规矩。", "西坞村", "主要做法", "先修路。", "北塘村", "主要做法", "先治水。"),
        ("兰川县互联网信息办公室", "关于开展清查的通知", "各乡镇人民政府：", "请抓好落实。"),
        ("工作报告", "（2026年4月2日在县总工会第五次会员代表大会上）", "各位代表：", "现在报告工作。"),
        ("年度总结", "今年的工作有声有色，成绩来之不易。", "会员发展情况", "今年发展会员三百人。"),
        ("关于印发办法的通知", "各乡镇党委、政府，县直各部门：", "现将《值班办法》印发给你们，请遵照执行。", "兰川县人民政府办公室"),
        ("会场须知", *(f"第{n}条讲清规矩" for n in "一二三四五六七八九"), "请扫码关注会议公众号", "按时入场", "手机静音", "对号入座",
         "不随意走动", "不大声说话", "散会有序离场", "车辆停在东门", "午餐在一楼", "茶水自取", "有事找会务", "雨伞放门口"),
    ],
    ids=lambda lines: lines[0],
)  # fmt: skip
def test_a_paper_of_short_lines_is_nobody_elses(lines):
    """A programme is no transcript, a list of cells no page numbers, a heading that comes again no watermark; and no
    paper goes for where its lines stand.
    """
    gone = [lines[at] for at in copied.read(lines).lines]

    assert [line for line in gone if "公众号" not in line] == []


@pytest.mark.parametrize(
    ("between", "gone"),
    [
        (("第 1 页 共 3 页",), True),
        (("某某文库网 2", "某某文库网 3"), True),
        (("老笔头资料库", "老笔头资料库", "老笔头资料库"), True),
    ],
)
def test_what_stands_between_pages_goes(between, gone):
    lines = [SPEECH[0], SPEECH[1], SPEECH[2]]
    for line in between:
        lines += [line, SPEECH[4]]

    assert {lines[at] for at in copied.read(lines).lines} == (set(between) if gone else set())
