"""Defects to plant in good texts: for each error-level rule, ways in which a typist makes it go wrong.

A mutation takes a random source and a text, and gives the text with one defect, or None where the
text has no place for it.
"""

from __future__ import annotations

import re

SENTENCE_END = r"(?<=[。！？])(?=[^\n”’）。！？])"
PARAGRAPH_END = r"(?<=。)\n"


def _at(rng, pattern, text, new):
    """The text with one match of the pattern replaced; `new` is a text, or makes one of the match."""
    matches = list(re.finditer(pattern, text, re.MULTILINE))
    if not matches:
        return None
    match = rng.choice(matches)
    return text[: match.start()] + (new if isinstance(new, str) else new(match)) + text[match.end() :]


def _paper(*lines):
    """A paper with its defect, before whatever the text says."""

    def mutate(rng, text):
        body, last = lines, ()
        if lines[-1].endswith("日"):
            body, last = lines[:-1], lines[-1:]
        return "\n".join((*body, *(text.split("\n") if not last else ("特此通知。",)), *last))

    return mutate


def _said(*sentences):
    """A mutation that adds a sentence of its own between two others."""

    def mutate(rng, text):
        return _at(rng, SENTENCE_END, text, rng.choice(sentences))

    return mutate


def _line(*lines):
    """A mutation that adds a line of its own between two paragraphs."""

    def mutate(rng, text):
        return _at(rng, PARAGRAPH_END, text, f"\n{rng.choice(lines)}\n")

    return mutate


def _swap(pattern, new):
    return lambda rng, text: _at(rng, pattern, text, new)


_HAN = "一二三四五六七八九十"
_THREE = r"一是(?P<a>[^。\n]{4,60}?)[。；]二是(?P<b>[^。\n]{4,60}?)[。；]三是"
_NUMBERED = r"^（([三四五])）"


def _renumber(shift):
    """A mutation that gives one heading of the second level another number."""

    def mutate(rng, text):
        def new(match):
            return f"（{_HAN[_HAN.index(match[1]) + shift]}）"

        return _at(rng, _NUMBERED, text, new)

    return mutate


def _drop_item(rng, text):
    """Takes the middle one of three running points away."""
    return _at(rng, _THREE, text, lambda match: f"一是{match['a']}。三是")


def _drop_heading(rng, text):
    """Takes a paragraph away that opens with （二） and is followed by （三）."""
    return _at(rng, r"^（二）[^\n]*\n(?=(?:(?!（)[^\n]*\n)*（三）)", text, "")


def _swap_headings(rng, text):
    return _at(
        rng,
        r"^（二）(?P<a>[^\n]*)\n（三）",
        text,
        lambda match: f"（三）{match['a']}\n（二）",
    )


def _miscount(rng, text):
    """Adds one to a count that is announced right before a row."""
    pattern = r"(?P<n>[两三四五])(?P<w>个方面|点意见|件事|项工作|个问题)(?=[：。]\n?(?:一是|一要|一、|第一，|（一）))"
    return _at(
        rng, pattern, text, lambda match: "二两三四五六"["两三四五".index(match["n"]) + 2] + match["w"]
    )


def _repeat_paragraph(rng, text):
    long = [line for line in text.split("\n") if len(line) > 60]
    return f"{text}\n{rng.choice(long)}" if long else None


def _lose(mark):
    """A mutation that loses one of the marks."""
    return lambda rng, text: _at(rng, re.escape(mark), text, "")


def _alternating(*mutations):
    """A mutation that is one of several, at random, or the next that has a place."""

    def mutate(rng, text):
        order = rng.sample(mutations, len(mutations))
        return next((found for one in order if (found := one(rng, text)) is not None), None)

    return mutate


_WORD = r"(?<=[\u4e00-\u9fff])[\u4e00-\u9fff]{2}(?=[\u4e00-\u9fff]{2})"

MUTATIONS = {
    "phrase-altered": _said(
        "要坚持以习近平新时代特色社会主义思想为指导。", "要团结在以习近平为核心的党中央周围。", "要铸牢中华民族共同体的意识。",
        "要弘扬伟大的建党精神。", "要坚持党对一切工作领导。",
    ),
    "redline-wording": _said(
        "港澳台国家的客商来了。", "要听习总书记的话。", "要建设新疆自治区。", "要看望维族群众。", "世贸组织成员国来访。",
    ),
    "routing-wrong": _paper("关于解决资金的请示", "顾市长：", "请拨付20万元。"),
    "genre-doubled": _paper("关于解决资金的请示报告", "市政府：", "请拨付20万元。"),
    "signature-missing": _paper("关于开展检查的通知", "各县水务局：", "请各地自查。", "2026年3月12日"),
    "request-smuggled": _paper("关于开展检查情况的报告", "市政府：", "问题已经查清，请市政府批准拆除。", "澜川市水务局", "2026年3月12日"),
    "attachment-mismatch": _paper("关于开展检查的通知", "各县水务局：", "请按附件2填报。", "附件：报送表", "澜川市水务局", "2026年3月12日"),
    "order-reversed": _said("市政府、市委研究决定。", "按照国务院、党中央的部署办。", "市政协、市人大的同志到会。"),
    "leader-order": _said("副市长顾见川、市长岑望津到会。", "请顾见川、岑望津同志审阅。", "顾见川和岑望津走访了三个村。"),
    "number-skipped": _alternating(_drop_item, _drop_heading, _said("抓两件事：（1）修路；（3）通水。")),
    "number-repeated": _alternating(_renumber(-1), _said("抓三件事：一是修路。二是通水。二是绿化。")),
    "number-disordered": _alternating(_swap_headings, _said("抓三件事：一是修路。三是绿化。二是通水。")),
    "count-mismatch": _alternating(_miscount, _said("主要抓三个方面：（1）修路；（2）通水。", "这里强调两点：一要快。二要准。三要稳。")),
    "placeholder": _alternating(
        _swap(_WORD, "××"), _swap(_WORD, "XX"), _swap(_WORD, "〔待补：名称〕"), _swap(_WORD, "***"), _swap(_WORD, "____"),
        _swap(_WORD, "某某"),
    ),
    "advert": _line("关注公众号领取更多材料", "上一篇：在动员会上的讲话", "代写文稿请加微信gw20260312", "开通会员查看全文", "返回首页"),
    "site-watermark": _swap(_WORD, lambda match: f"{match[0]}www.fanwen{len(match.string) % 97}.com"),
    "invisible-character": _alternating(*(_swap(_WORD, lambda m, c=c: m[0][0] + c + m[0][1]) for c in "\u200b\ufeff\u00ad\u2060\ue010")),
    "markdown-residue": _alternating(
        _swap(r"^(?=[\u4e00-\u9fff]{6})", "### "), _swap(r"^(?P<a>[\u4e00-\u9fff]{4,12})(?=[，。])", lambda m: f"**{m['a']}**"),
        _line("- 抓好落实，见到成效。"),
    ),
    "chatbot-residue": _line("好的，以下是为您起草的讲话稿：", "希望以上内容对您有所帮助！", "您可以根据实际情况进行修改。"),
    "text-repeated": _repeat_paragraph,
    "year-word": _said("今年是2019年，任务很重。", "去年（2018年）打了基础。", "明年（2035年）还要接着干。"),
    "plan-misdated": _said("2024年是“十四五”收官之年。", "2022年是“十四五”开局之年。", "“十五五”（2025—2030年）要开好局。"),
    "anniversary-misdated": _said("2025年是建党103周年。", "2024年，我们庆祝新中国成立74周年。"),
    "event-misdated": _said("2021年10月召开的党的二十大，描绘了蓝图。", "党的二十大于2023年胜利召开。", "2018年召开的党的十九大，作出了部署。"),
    "session-stale": _said("要以实际行动迎接党的二十大胜利召开。", "喜迎党的二十大，要保平安。", "党的二十大即将胜利召开。"),
    "festival-misdated": _said("9月9日教师节，要去看望老师。", "教师节（9月11日）前后开展慰问。"),
    "date-impossible": _said("请于2026年2月30日前报送。", "定于6月31日开会。", "从2026年13月起执行。", "定在11月31日验收。"),
    "weekday-mismatch": _said("会议定于2026年3月12日（星期五）召开。", "2026年5月1日（周一）起放假。"),
    "share-over": _said("群众满意率达103.5%。", "三类企业分别占46%、38%和26%。", "三次产业结构比为9.8∶66.7∶25.6。"),
    "growth-mismatch": _said("年办件量由80万件增加到120万件，增长60%。", "时间从10天缩短到5天，压缩30%。"),
    "rate-mismatch": _said("共受理诉求1200件，办结1180件，办结率为98.8%。", "完成投资12.5亿元，占年度计划15亿元的73.3%。"),
    "sum-mismatch": _said("全市共派出30人，分为宣传组12人、督导组10人、保障组9人。", "共排查隐患86处：市级20处、县级30处、乡镇40处。"),
    "figure-conflict": _said("统计显示，全市总产值达到32.6亿元。再看一遍，全市总产值达到32.6万元。"),
    "numeral-style": _said("二零二六年三月召开会议。", "比例提高了3.5%个百分点。"),
    "times-decrease": _said("投诉减少了2倍。", "耗时缩短三倍。", "成本下降120%。"),
    "halfwidth-punctuation": _alternating(
        _swap(r"(?<=[\u4e00-\u9fff])，(?=[\u4e00-\u9fff])", ","), _swap(r"(?<=[\u4e00-\u9fff])。$", "."),
    ),
    "quote-halfwidth": _alternating(_swap("“", '"'), _swap("”", '"'), _said('要弘扬"实干"精神。')),
    "quote-unmatched": _alternating(_lose("“"), _lose("”"), _said("要坚持“一盘棋，抓到底。")),
    "quote-nested": _said("文件说：“要有“一盘棋”思想，抓到底。”", "记住：“抓“关键少数”。”"),
    "bracket-unmatched": _alternating(_lose("）"), _lose("（"), _lose("》"), _lose("《"), _said("按照《方案的要求办。")),
    "marks-doubled": _alternating(
        _swap("，", "，，"), _swap("。", "。。"), _swap("，", "、，"), _swap("。", "，。"), _swap("；", "；。"),
    ),
    "mark-after-number": _alternating(
        _swap(r"^（[一二三四五]）", lambda m: f"{m[0]}、"), _swap(r"^([一二三四五])、", lambda m: f"{m[1]}，"), _line("①、修好道路。"),
    ),
    "end-mark-missing": _swap(r"^(?P<a>[^\n]{40,}[\u4e00-\u9fff])。$(?=\n)", lambda m: f"{m['a']}，"),
    "document-number": _said("已印发澜政发[2026]12号文件。", "见澜政办函（2026）3号。", "澜委发〔2026〕第5号已印发。", "澜政发〔2026〕05号已印发。"),
    "place-parent": _said("湖北省张家界市来访。", "浙江省合肥市的经验好。", "请到杭州市江宁区看看。", "山东省洛阳市的做法值得学。"),
    "unit-name": _said("由市行政服务中心牵头。", "请市行政服务中心负责。"),
    "person-post": _said("下面请市长顾见川讲话。", "会上，顾见川市长讲了话。"),
    "wrong-word": _said("要再接再励。", "不能按步就班。", "不能一如继往。"),
    "formula-verb": _said("要坚定“四个意识”。", "要增强“两个维护”。", "统筹推进“四个全面”战略布局。", "要做到“四个自信”。"),
    "formula-items": _said("“四个意识”就是政治意识、大局意识、看齐意识。", "“四个自信”是道路自信、理论自信、文化自信。"),
    "word-doubled": _swap(r"(?<=[\u4e00-\u9fff]{2})(?<![目标有])的(?=[\u4e00-\u9fff]{2})(?!的|确|士)", "的的"),
}  # fmt: skip
"""A mutation for each rule that speaks of errors."""
