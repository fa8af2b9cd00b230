"""Lines that a page of the web has around its text, told by what they are made of: buttons, bylines, names of sites,
marks of collections, notices of what is sold. An office writes 来源：县水利局统计 and 编辑：党政办 too: those stay.
"""

from __future__ import annotations

from drafter.patterns import pattern
from drafter.residue.titles import PIECE

TOOLS, BYLINE, SITE, COLLECTION, EDITOR, CUT_OFF, ADVERT, PAID, FILE, GARBLE, ADDRESS = (
    "网页上的导航", "网页上的发布信息", "网站信息", "合集的标记", "网站编辑的话", "试读的提示", "广告或收费提示",
    "付费的标记", "文件名", "论坛防抄的乱码", "网址",
)  # fmt: skip
"""What such a line is called."""

_BUTTON = (
    r"(?:正文|一键|全文)?复制(?:全文|正文|本文|链接|地址|文本)?|(?:加入)?收藏(?:本[文页站])?|分享(?:到|至|给朋友)?|打印(?:本[文页])?|打?赏|点?赞(?:[(（]?\d+[)）]?)?|踩"
    r"|转发|(?:网友|发表|查看|我要)?评论(?:[(（]?\d+[)）]?)?|(?:本页|本文)?评论(?:功能)?已关闭?|举报|投诉|纠错|换稿|换一[换批篇]|(?:我要)?(?:投稿|留言|纠错|评论)|关闭(?:窗口|本页)?"
    r"|返回(?:顶部|列表|首页|目录|上[页级层])?|(?:网站)?首页|上一[篇页条]|下一[篇页条]|字[体号](?:大小)?|默认|繁体|简体|(?:官方)?(?:微信|微博|公众号|订阅号|服务号)(?:订阅号|公众号|服务号|扫一扫)?"
    r"|QQ(?:空间|好友)?|朋友圈|(?:联系|在线|网站)?客服|(?:版权|免责|隐私)(?:声明|政策)|关于我们|网站地图|(?:意见|问题)反馈|(?:大家|别人|网友)[正还都]?在[看读搜]|看了又看|猜你喜欢"
    r"|(?:相关|热门|推荐|精彩|最新|延伸)(?:推荐|阅读|文章|范文|内容|资讯|链接)|登录|注册|(?:免费|立即|点击)?下载(?:本文|文档|全文)?|立即(?:试用|下载|了解|咨询|查看|开通|购买)|设为首页"
    r"|回复|楼主|沙发|板凳|\d{1,4}楼|引用|只看(?:楼主|该作者)|阅读模式|倒序浏览|显示全部楼层|展开(?:全文|更多)?|收起|播放|朗读|听全文|语音播报|[TｔＴ]OP|A[+\-－]|点击(?:查看|阅读|加载)(?:更多|全文)?"
)
_LETTERS = "[大中小]"
_APART = r"[\s【】\[\]()（）|｜/·・,，:：_\-—+>＞»《》…•]*"
_AN_OFFICES = r"复制|收藏|分享|打印|赏|点?赞|踩|转发|评论|举报|投诉|纠错|投稿|留言|回复|引用|播放|朗读|登录|注册|下载|首页|默认|简体|繁体|收起|沙发|板凳|意见反馈|问题反馈|在线客服|关于我们|朋友圈|微信|微博|公众号|订阅号|服务号"
"""What an office too has in a row of its own: by itself it is no button."""

_ALL_BUTTONS = pattern(
    rf"(?!(?:{_AN_OFFICES})$){_APART}(?:(?:{_BUTTON}){_APART})+|{_APART}(?:(?:{_BUTTON}|{_LETTERS}){_APART}){{2,}}"
)
_OF_BUTTONS = pattern(rf"(?:{_APART}(?:{_BUTTON}|{_LETTERS})(?=[\s【】\[\]()（）|｜]))")
_ABOUT = pattern(
    r"(?:用|打开|请用)?微信扫一扫(?:在手机上.{0,10}|[，,：:\s]?(?:分享|关注|打开|阅读|查看|下载|更多).{0,16})?|.{0,30}(?:Copyright|©|\(c\)\s*20).{0,60}|(?:网友|热门|最新)?评论《[^》]{2,60}》|(?:上|下)一[篇页][：:].{0,60}"
)

_WEB_LABEL = r"(?:浏览|阅读|点击|下载|人气|访问|查看|收藏)(?:次数|数|量|率)?|上传(?:人|者|于|时间|日期)?|投稿人?|发布(?:时间|日期|人|者|于)?|更新(?:时间|日期|于)?|字数|编号|格式|大小|页数|价格|金币|积分|标签|关键[词字]|栏目|所属分类|分类"
_LABEL = rf"{_WEB_LABEL}|来源|出处|撰稿|作者|编辑|责编|时间|日期|整理"
_LABELS = pattern(rf"(?:(?<=^)|(?<=[\s【\[|｜]))(?:{_LABEL})\s*[：:]")
_WEB_LABELS = pattern(
    r"(?:(?<=^)|(?<=[\s【\[|｜]))(?:(?:浏览|阅读|点击|下载|访问)(?:次数|数|量|率)|人气|金币|积分)\s*[：:]?\s*\d+(?:\s*次)?(?=[\s|｜】\]]|$)|(?:(?<=^)|(?<=[\s【\[|｜]))(?:发布(?:时间|日期|于)|更新(?:时间|日期|于)|上传(?:于|时间|日期))\s*[：:]?\s*\d{4}|(?:投稿|上传)(?:人|者)?[：:]|上传于"
)
_NOBODY = pattern(
    r"(?<!数据)(?<!资料)(?:来源|出处|作者|撰稿|编辑|整理)[：:]\s*(?:佚名|无名氏|未知|本站|原创|网络|互联网|转载|小编|管理员|admin|.{0,10}(?:文秘|范文|公文|写作|文稿|笔杆|门户)(?:网站?|文库))(?:原创|整理|收集)?\s*$"
)
_CLOCK = pattern(r"(?:^|.{0,12}\s)\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\s+\d{1,2}:\d{2}(?::\d{2})?(?:\s.{0,30})?")
_FORUM = pattern(
    r"本帖最后由.{1,20}编辑|发表于\s*\d{4}.{0,30}|.{0,16}\d{4}[-/]\d{1,2}[-/]\d{1,2}.{0,12}(?:人阅读|次阅读|阅读\s*\d+|浏览\s*\d+|下载本文).{0,10}"
)

_SITE_NAME = (
    r"[\u4e00-\u9fffA-Za-z0-9×*]{1,12}(?:(?:范文|文稿|文秘|公文|素材|写作|作文|稿件?|文书|材料|笔杆子?|秘书)(?:网|库|站|吧|之家)|资料(?:网|站|吧|之家))"
    r"|[\u4e00-\u9fff]{1,6}文库网|(?:百度|豆丁|道客|范文|公文|文秘)文库|[\u4e00-\u9fffA-Za-z0-9]{1,10}(?:\.com|\.cn|\.net)"
)
_SITE = pattern(rf"[【\[（(]?(?:{_SITE_NAME})[】\]）)]?(?:\s*(?:首页|官网|欢迎您?|www\S*))?")
_WELCOME = pattern(rf"欢迎(?:您)?(?:来到|光临|访问|关注|使用).{{0,6}}(?:{_SITE_NAME}).{{0,20}}")
_OF_SITE = pattern(rf"(?:{_SITE_NAME})")

_COLLECTED = pattern(
    rf"{PIECE}|[（(](?:通用|精选|优选|推荐|最新|热门|合集|必备|共)?\s*\d{{0,3}}\s*篇[)）]|(?:范文|优秀|精选|推荐)(?:精选|大全|推荐|范文|合集)(?:[：:])?"
)
_EDITOR = pattern(
    r".{0,20}小编(?:们)?(?:今天|特意|特地|精心|已经|就|也)?(?:为|给|帮|整理|收集|推荐|带来|准备|分享|编辑).{0,70}|(?:以下|下面)(?:就)?是.{0,12}(?:本站|网友(?:分享|整理|为)|为(?:您|你|大家)).{0,40}(?:收集|整理|准备|带来|分享).{0,40}|.{0,30}(?:一稿|一文|本文|此文|文章|范文)由(?:会员|网友|用户).{0,10}(?:分享|上传|提供|整理).{0,60}"
    r"|(?:希望|但愿).{0,8}对(?:您|你|大家|各位读者|读者).{0,6}有(?:所)?(?:帮助|启发|参考).{0,10}|.{0,16}(?:范文|本站|网络).{0,16}仅供(?:参考|学习).{0,16}|【(?:阅读|内容|文章)?(?:指引|导读|导语|提示|摘要)】.{0,70}|亲爱的读者.{0,60}"
)
_CUT_OFF = pattern(
    r"[.…。\s（(【]*(?:[^，。（(]{0,12}网)?(?:[未没]完(?=[，、\s]*(?:待续|全[文篇]|共\s*\d)|[.…。）)】]*$)|待续(?=[.…。）)】]*$)|此处(?:略去|省略|隐藏)\s*\d+\s*字|(?:全[文篇]|本文)共\s*\d+\s*字|(?:当前|这里)?只?(?:显示|放出|展示)\s*\d+|预览已?(?:完|结束)|试读已?(?:完|结束)|剩余\s*\d+\s*[%％]"
    r"|想看(?:完整版|全文)|(?:请先|需要?)(?:登录|注册|入会|开通(?:会员|VIP))(?=[^，。]{0,6}(?:看全文|(?:查看|阅读|下载)(?:全文|完整|剩余|更多|文档|[。！.…）)]*$))|[。！.…）)]*$)"
    r"|(?:入会|登录|注册|付费|购买|开通(?:会员|VIP)?)(?:后|才|即)?(?:可|能|即可|才能)(?:继续)?(?:看|查看|阅读|下载)(?=[^，。]{0,4}(?:文|部|容|档|剩余|余下|隐藏|更多)|[。！.…）)]*$)).{0,60}"
    r"|[（(]全[文篇]?共?约?\s*\d{2,6}\s*字[)）]|.{0,20}只给.{0,8}会员.{0,6}|.{0,16}(?:不(?:允许|得|可)|禁止)二次传播.{0,10}"
)
_ADVERT = pattern(
    r".{0,30}(?:👉|👈|🔥|✅\s*点击).{0,40}|.{0,24}(?:写作|公文|写稿|材料)(?:神器|快手).{0,30}|.{0,24}(?:免费(?:领取|获取)[^，。]{0,6}(?:范文|资料|模板|文档|文稿|材料|素材)|代写(?:同类|各类|稿件|公文|文章)|(?:联系|加)老师(?=[：:\s]*(?:微信|[QqVv]|\d|$))).{0,30}"
)
_PAID = pattern(
    r"#{0,6}\s*(?:paid|pay|vip|hide|content)[-_]?(?:begin|start|end|stop|over)\s*#{0,6}|\[/?(?:hide|pay|vip|reply|free)[^\]]{0,20}\]|(?:&nbsp;|&emsp;|x0dx?0?a?|\\u3000|<br\s*/?>)+|【[^】]{1,14}(?:素材库|文库|公文网|范文网|资料库|文稿网|素材网)】",
)
_FILE = pattern(
    r"(?!附件|\d{1,2}[.．、])[^。，；！？]{1,50}\.(?:docx?|wps|pdf|pptx?|txt)(?:\s*[\d.]+\s*(?:KB|MB|页|K|M))?(?:\s*第?\d+页)?"
)

_SYMBOLS = pattern(r"[!-/:-@\[-`{-~]")
_ASCII = pattern(r"[ -~]+")
_HEAD_OF_GARBLE = pattern(r"[ -~]{6,}(?:(?=[\u4e00-\u9fff“《（])|(?<= )(?=\d{1,2}、))")
_TAIL_OF_GARBLE = pattern(
    r"(?<=[\u4e00-\u9fff。，；：！？”）\x22])\s?[ -~]{8,}(?:$|(?=[\u4e00-\u9fff“《（。，；]))"
)
_FEWEST_SYMBOLS, _FEWEST_PIECES, _MANY_PIECES = 3, 4, 6
_SHORT = 0.6
"""The share of pieces of at most three characters."""


_SAID = (
    (TOOLS, _ABOUT),
    (BYLINE, _CLOCK),
    (BYLINE, _FORUM),
    (SITE, _WELCOME),
    (CUT_OFF, _CUT_OFF),
    (EDITOR, _EDITOR),
)
"""What may be a sentence, and so end as one: most lines of a text do, and need not be held against the rest."""

_OPEN = (
    (PAID, _PAID),
    (TOOLS, _ALL_BUTTONS),
    (COLLECTION, _COLLECTED),
    (SITE, _SITE),
    (FILE, _FILE),
    (ADVERT, _ADVERT),
)


def kind_of(line: str) -> str:
    """What a line is of a page, in one of the words above; "" where it is the author's own."""
    for kind, form in _SAID:
        if form.fullmatch(line):
            return kind
    if line.endswith(("。", "；")):
        return ""
    if _is_garble(line):
        return GARBLE
    if _is_byline(line):
        return BYLINE
    for kind, form in _OPEN:
        if form.fullmatch(line):
            return kind
    return ""


def _is_byline(line: str) -> bool:
    """Whether a line says who put a text on a site, and when; one label of an office's own is no byline."""
    if "：" not in line and ":" not in line:
        return False
    if _NOBODY.search(line):
        return True
    labels = len(_LABELS.findall(line))
    return bool(
        labels
        and (_WEB_LABELS.search(line) or (labels > 1 and (_OF_SITE.search(line) or _OF_BUTTONS.search(line))))
    )


def garbled(line: str) -> list[tuple[int, int]]:
    """Where a line of words has a stretch of characters that a forum put in against copying."""
    head = _HEAD_OF_GARBLE.match(line)
    spans = [*([head.span()] if head else []), *(match.span() for match in _TAIL_OF_GARBLE.finditer(line))]
    return [(start, end) for start, end in spans if _is_garble(line[start:end].strip())]


def _is_garble(text: str) -> bool:
    """Whether a text is of single letters, figures and signs with spaces between them, and of nothing else."""
    if not _ASCII.fullmatch(text):
        return False
    pieces = text.split()
    short = sum(len(piece) <= 3 for piece in pieces)
    lettered = sum(any(map(str.isalpha, piece)) for piece in pieces)
    mixed = sum(any(map(str.isdigit, piece)) for piece in pieces) > 1  # ] 5 x8 S;
    few = 1 if len(pieces) >= _MANY_PIECES else _FEWEST_SYMBOLS - mixed
    return (
        len(_SYMBOLS.findall(text)) >= few
        and min(len(pieces), lettered + 1) >= _FEWEST_PIECES
        and short > len(pieces) * _SHORT
    )
