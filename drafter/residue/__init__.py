"""What drafting and copying leave in a text: places still open, adverts, page navigation, hidden characters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.patterns import pattern
from drafter.residue import chatbots, webpages

_ASKED_FOR = r"〔待补[^〕]{0,40}〕"
_HIDDEN = r"×(?:\s{0,2}×)+|[□☐]{2,}|(?<!〇)〇{2,}+(?=[\u4e00-\u9fff])|＿{2,}|(?<![A-Za-z])(?<!\d,)(?:X{2,}|x{2,})(?![A-Za-z])(?!染色体)|[Ｘｘ]{1,4}|某{2,}|_{2,}|(?<![一二三四五六七八九十])[○△☓]{2,}(?![一二三四五六七八九十])|(?<=[\u4e00-\u9fff])#{2,}(?=[\u4e00-\u9fff])"
_COUNTED_OR_CALLED = (
    r"(?:书记|[省市县区州镇乡村局处科部厅院校]长|主任|主席|同志|[省市县区州镇乡村](?![场道])|委(?!托)|局(?!限)|厅|办(?!理)|公司|集团|学校"
    r"|[亿万千百]?元|亿|万|[个名人年月%％条项次家处户亩吨班组組]|日(?!万分)|公里)"
)
_CALLED = r"(?:(?:副?[省市县区乡镇村局处科部厅院校]长|(?:副)?书记|主任|主席|同志|经理|总监|老师|代表))"
_ALONE = rf"(?<![A-Za-z0-9×xX*＊+\-/.])(?:[×＊*]|[xX])(?:\.[×xX*])?(?={_COUNTED_OR_CALLED})|(?<![一二三四五六七八九十○△\d])[○△](?={_CALLED})|(?<=\d)[X×*](?=[人名个户亩])|(?<=[\u4e00-\u9fff])N(?=[个条名项次家人小天])|(?<![一二三四五六七八九十\d])○(?=[天名项条次年月日])|某(?=(?:书记|县长|市长|区长|镇长|局长|主任|部长)(?!期))|(?<![A-Za-z\d])\d?[xX]\.[xX](?=[亿万%％])|(?<=[\s，：:])[*＊]{{2,}}(?=[\s，。；、）)]|$)"
_YEAR = r"(?<!\d)20(?:[*＊×xX_～~○△]{1,2}|\d[*＊×xX_○△])(?=年)"
_EMPTY = r"(?<=[\u4e00-\u9fff，、：])(?:〔〕|（）|【】|\[\])(?=[名个项条次家人户亩万亿元年月日%])"
_LATER = r"(?<=第)[×xXＸ](?=[号期次])|[（(][…?？.]{1,6}[）)](?=[万亿千百]?[元人个名户家%％])|(?<![A-Za-z])(?:TBD|TODO)(?![A-Za-z])|(?:数据|数字|金额|人数|名单|时间|地点|人名|地址)(?:后补|待补|待核实?|待填|暂缺)(?=[，。；、）)]|$)"
_PROMPT = r"(?:单击|点击|单击或点击)(?:此处|以|这里)(?:输入|填写|选择)[\u4e00-\u9fff]{0,8}|选择一项(?=[。，；]|$)|(?:Click|Tap|Click or tap)(?: or tap)? here to enter [a-z ]{1,12}|Choose an item"
"""What a box of a form asks for that nobody filled in."""

_NAMED = (
    r"[（(【](?:名称替换|名字和职务|(?:此处)?填[^（）()【】]{1,12}|[\u4e00-\u9fff]{2,4}名称)[）)】]"
    r"|(?:(?<=[，。；：、！？由请向经的\n])|(?<=^))[（(【](?:名称|名字|姓名|职务|时间|日期|地点|单位|(?:会议|单位|公司|学校|活动|人员)名称)[）)】](?=[\u4e00-\u9fff，。\n]|$)"
    r"|(?<=[\u4e00-\u9fff，：])(?:[【\[](?:名称|姓名|职务|时间|日期|地点|数字|金额|单位|(?:填写|输入)[\u4e00-\u9fff]{1,6}|[\u4e00-\u9fff]{2,4}名称)[】\]]|[{‹](?:名称|姓名|职务|时间|日期|地点|数字|金额|单位)[}›])"
)
TYPED_GAP = pattern(f"{_ASKED_FOR}|{_YEAR}|{_HIDDEN}|{_ALONE}|{_NAMED}|{_EMPTY}|{_LATER}|{_PROMPT}")
"""Finds what a person left out by hand (contract §1)."""

_SIGNS = (
    *"×Xx某_〔*○＊N□☐〇＿Ｘｘ△☓击【[{‹", "20～", "20~", "##", "后补", "待补", "待核", "待填", "暂缺", "TBD", "TODO", "选择一项", " here to ",
    "Choose an",
)  # fmt: skip
"""Without one of these a text holds no gap typed by hand, unless a bracket is one."""

_BRACKETED = (
    "（）",
    "…）",
    "？）",
    "?)",
    *(bracket + sign for bracket in "（(" for sign in "名姓职时日地单会公学活人填"),
)
"""How a bracket that is a gap begins or ends."""


def may_hold_gap(text: str) -> bool:
    """Whether a text holds a sign of a gap typed by hand. (All of them take a twentieth of a pattern's time.)"""
    found = text.__contains__
    return any(map(found, _SIGNS)) or (("（" in text or "(" in text) and any(map(found, _BRACKETED)))


_BLANK = r"[ \t\u00a0\u3000]"
_COUNTED = r"(?:[年月日时元](?=[\s\d前底内起份分整，。；、）)]|$)|[万亿]元|[%％])"
_WHITE = pattern(r"\s+")
_TO_FILL = pattern(
    rf"(?<=[（(《“〔\[【])(?:{_BLANK}{{2,}}|\u3000)(?=[）)》”〕\]】])|(?<=[\u4e00-\u9fff][（(〔]) (?=[）)〕][\u4e00-\u9fff])"
    rf"|(?<=[：:]){_BLANK}{{4,}}(?=[\u4e00-\u9fff]{{2,8}}[：:]|[，。；）)])"
    rf"|(?<=[\u4e00-\u9fff，]){_BLANK}{{2,}}(?={_COUNTED})"
    rf"|(?<=[\u4e00-\u9fff，]){_BLANK}{{4,}}(?=[人名个户件项家次号])"
    rf"|(?<=第){_BLANK}+(?=[号期次])|(?<=年){_BLANK}+(?=月)|(?<=月){_BLANK}+(?=日)"
)
"""White space left for a hand to write in: （　　）, 　　年　　月　　日, 　　万元, 经办人：　　　　."""

INVISIBLE = pattern("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\ufeff]")
"""Characters that nobody sees; a joiner is none, since some scripts need it."""

_KINDS = (
    (
        webpages.TOOLS,
        pattern(
            r"(?:上一[篇条页]|下一[篇条页])(?:[：: ].*)?|[【\[]?(?:(?:返回(?:顶部|首页|列表|目录)|打印本页|关闭(?:本页|窗口)|收藏本页|分享)[】\]\s|]*){1,5}"
            r"|(?:首页|网站首页)(?:\s*[>＞»|｜]\s*[^>＞»|｜。，]{1,16})+[>＞»\s]*|(?:相关|推荐|延伸|热门)(?:阅读|文章|链接|推荐)(?:[：:].*)?"
            r"|猜你喜欢|(?:展开|阅读|查看)全文|点赞.{0,8}|评论[（(]\d+[）)]|[-—]?全文完[-—]?|共\d+页，?当前第\d+页[\s\d]{0,20}(?:下一页|尾页|末页)?"
            r"|(?:您的|您现在的|当前)?位置[：:].*[>＞»].*|[【\[]?字[体号][：: ].{0,12}|扫一扫.{0,6}(?:打开|分享|浏览).{0,10}"
            r"|分享(?:到|至)[：:]?.{0,20}|[【\[](?:打印|关闭|收藏|纠错|大|中|小)[】\]].{0,20}"
        ),
    ),
    (
        webpages.BYLINE,
        pattern(
            r"(?:(?:信息|文章|内容)来源|发布(?:时间|日期)|更新时间|浏览(?:次数|量)|阅读(?:次数|量)|点击(?:次数|量|率|数)|访问量)"
            r"[：: ].*|本文编辑(?:整理)?[：:].{1,12}|作者[：:]\s*佚名|发布于\s*\d{4}.{0,20}|\d{4}[-/]\d{1,2}[-/]\d{1,2}(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?\s+.{0,16}来源[：:].{1,50}"
        ),
    ),
    (
        webpages.ADVERT,
        pattern(
            r".{0,30}(?:开通会员|会员(?:专享|可见|免费)|VIP专享|付费(?:阅读|内容|文档|后)|试读(?:结束|已结束)|剩余内容.{0,6}(?:购买|付费))"
            r".{0,30}|.{0,20}(?:点击(?:下载|阅读原文|关注)|关注.{0,10}公众号|长按.{0,6}识别|扫码(?:关注|进群|添加|下载)"
            r"|加(?:微信|QQ)|(?:客服|订购|代写)(?:电话|微信|QQ|热线)|微信号|QQ群?[：:号]).{0,50}"
            r"|.{0,16}(?:来自|来源于?|转载自|选自|摘自)[：:“]?(?:微信)?公众号.{0,60}|.{0,30}(?:\b|[加询系：:])(?:VX|V信|薇信|威信)[：: ]*[\w-]{4,}.{0,40}"
            r"|.{0,6}(?:来自|来源于?|转载自).{1,16}(?:网|文库)(?:[，,].{0,40})?|.{0,20}转载请注明.{0,20}|.{0,12}(?:如有侵权|侵权(?:必究|删除)).{0,20}|免责声明[：:].{0,40}|版权声明[：:].{0,60}|微信扫一扫|下载Word文档|VIP.{0,6}下载|.{0,12}加入知识星球|[（(]完[）)]"
            r"|.{0,10}(?:更多|全套|完整)(?:范文|公文|材料|资料|文稿).{0,6}(?:请|可|关注|搜索|加|私信|下载).{0,40}",
            re.IGNORECASE,
        ),
    ),
    (
        "图片说明",
        pattern(r".{2,60}(?:记者|通讯员|实习生|特约).{1,16}(?:摄|摄影|供图|图)"),
    ),
    (webpages.SITE, pattern(r".{0,40}(?:版权所有|ICP备|公网安备|网站标识码).{0,50}")),
    (webpages.ADDRESS, pattern(r"[^。，；]{0,16}(?:https?://|www\.)[A-Za-z0-9_./?=&%#:~-]+", re.IGNORECASE)),
)
"""What a whole line is that copying from web pages and shared files left, and how it is told."""

_ADVERTISES = pattern(
    "会员|专享|付费|试读|剩余内容|点击|公众号|长按|扫码|微信|Q[Qq]|q[Qq]|客服|订购|代写|V[Xx]|v[Xx]|V信|v信|薇信|威信|来自|来源|转载|侵权|声明"
    "|W[Oo]|w[Oo]|V[Ii\u0130\u0131]|v[Ii\u0130\u0131]|知识星球|完|更多|全套"
)
"""What every advert holds; each alternative begins with a character of its own, so that most lines are passed by
at once.
"""

_OF_PAGES = frozenset({webpages.TOOLS, webpages.ADVERT, webpages.SITE})
"""What an author's own sentence or point may look like."""

LONGEST = 80
"""Characters of the longest line that is taken for a leftover: a paragraph is the author's own."""


def kind_of(line: str, marked: bool) -> str:
    """What a line is that copying left, as people call it; "" where it is the author's own.

    `marked` says that it opens with a mark (（一）): such a line, or a sentence, is more than a page's.
    """
    if len(line) > LONGEST:
        return ""
    said = marked or line.endswith("。")
    if chatbots.says(line):
        return chatbots.KIND
    for kind, form in _KINDS:
        if said and kind in _OF_PAGES:
            continue
        if kind == webpages.ADVERT and not _ADVERTISES.search(line):
            continue
        if form.fullmatch(line):
            return kind
    return "" if marked else webpages.kind_of(line)


def blanks(text: str) -> Iterator[tuple[int, int]]:
    """Where white space is left to be filled in; it is never to be deleted."""
    # White space is found ten times as fast as the blanks among it.
    for white in _WHITE.finditer(text):
        blank = _TO_FILL.match(text, white.start())
        if blank:
            yield blank.span()


def on_one_line(text: str) -> str:
    """The text with each stretch of white space as one space, but for blanks to be filled in."""
    return _WHITE.sub(lambda white: white[0] if _TO_FILL.match(text, white.start()) else " ", text).strip()
