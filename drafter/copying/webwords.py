"""Words by which a page of the web gives itself away, weighed: none is proof alone, several in one short line are."""

from __future__ import annotations

from drafter.patterns import pattern

SURE = (
    "小编", "小編", "楼主", "網友", "本站", "本网站", "下载券", "财富值", "試讀", "试读", "免费预览", "复制链接", "阅读原文", "加微", "微x", r"薇信|加薇|薇\s?[A-Za-z：:]",
    "[Vv]信", "VX", "vx", "扣扣", "QQ", "打赏", "在看", "一键三连", "转载", "侵删", "侵权", "网站地图", "友情链接", "购物车",
    r"[¥￥]\s?\d", "发[新]?帖", "沙发", "板凳", "顶一下", "踩一下", "赞同", "关注者",
    r"(?:回复|查看|浏览|阅读|点击|下载|收藏|赞|踩|评论|支持|反对|有用|没用|在看)\s*[：:(（]?\s*[\d.]+",
    r"扫.{0,6}二维码(?:[^\u4e00-\u9fff]|$|进|加|领|获|下|查|看)", "扫码(?:获取|领取|加入|进群)", "(?:金牌|初级|高级|中级|付费|[成为通升]{1,2})会员",
    "会员(?:登录|专享|可见|免费|火热|招募)", r"支付\s*[\d.]+\s*元", "立即支付", "更多(?:干货|模板|精彩)", "搜索店铺", "打印本页", "关闭窗口", "返回顶部",
    "使用说明】", "人阅读", "条评论", "验证码", "热榜", "猜你", "范文", "文秘", "材料库", "资料[铺库网包]", "往期", "百家号", "百姓号",
    "文库", "扫描全能王", "转发邮件", "精品文档", "欢迎下载", "本文档", "该文档", "文档对您", "引用日期", "定制原创",
    r"[\u4e00-\u9fff]{2,8}：转发", r"用户\d{3,}", "收起全文", "本文由", "本资料", "用户上传", "上传(?:者|人|分享)", "Copyright", "©",
    "蓝字", "网络整理", "相关文[章档]", "相關文[章檔]", "推荐访问", "为您推荐", "喜欢此内容", "公·众·号", 
    "VIP", "vip", "可展开", "广告位", "招租", "扫描(?:创建|生成|大师)", "Evaluation",
    "Spire", "PDF转换", "此邮件", "误收", "发自我的", "从我的手机", "笔友", "不代表本", "自媒体",
    r"[：:]\s?[A-Za-z][\w-]{5,}(?![\w@.])", "附件下载", "字号[：:]", "护眼", "类别[：:]", "热度[：:]", "篇幅[：:]", "可全选", "重新生成",
    "分享对话", "可编辑修改", "人点过", "请收[。，]", "找到约", r"怎么样？\s*○", "干货", "主页自取", "文章来源", "文档贡献", "贡献于",
    "电梯直达", "已下载", r"下载\s*+Word", "查看全文", "继续阅读", "到这儿已超出", "添加评论", "写评论", "写下你的", "只看该作者", "正在加载", "收录于",
    "专属福利", "文末",
)  # fmt: skip
"""What no office says of itself."""

LIKELY = (
    r"(?<![\w.-])[\w.-]++@[\w-]+\.\w+", "关注", "收藏", "分享", "点赞", "转发", "喜欢", "评论", "留言", "投稿", "反馈", "登录", "注册", "购买", "立即",
    "搜索", "标签", "推荐", "热门", "频道", "栏目", "首页", "论坛", "博客", "网页", "网站", "链接", "原创", "首发", "作者", "来源", "编辑", "责编",
    "校对", "审核", "排版", "供稿", "图片", "导读", "全文", "更多", "字数", "格式", "积分", "声明", "版权", "加载", "帮助中心", "关于我们", "联系我们",
    "客服", "阅读", "浏览", "回复", "查看", "点击", "下载", "END", "End", "THANKS", "昨天", "刚刚", r"\d+分钟前", "admin", "参考资料",
    "相关", "打印", "关闭", "顶部", "手机", "邮件", "会员", "互联网", "公众号", "小程序", "扫码", "扫一扫", "二维码", "素材", "支付", "举报", "评分",
    "网友", "粉丝", "APP", "店铺", "温馨提示", "使用说明", "同类", "主题[：:]", "发送", "赞", "踩", "文档", "模板", "资料", "写作", "公文",
    "文稿", "免费", "领取", "福利", "亲[，,！]", "欢迎", "光临", "本文", "平台", "管理员", "会在24小时", "可编辑", "贡献", "精品", "解压", "佚名",
    "分机", r"共\d+页", "上一页", "下一页", "[☞➤▶↓👉💧]", "摘要", "整理", "仅供", r"[>»›]\s*\S+\s*[>»›]", r"\S\s*[|｜]\s*\S",
    r"#\S+#", "按需", "套改", "海量", "预览", "词条", "好文", "博文", "创作者", "转换器", "请查收", "威望", "门户网站", "一图读懂", "折叠", "置顶", "试用版", "倒序", "发件人", "收件人", "手机版", "激活后",
)  # fmt: skip
"""What an office seldom says."""

_SURE, _LIKELY = pattern("|".join(SURE)), pattern("|".join(LIKELY))
OF_TRADE = pattern("[网库吧坊铺馆站]$|文[秘档稿库书]|范文|写作|笔杆|材料|素材|助手|资料|直通车")
"""How those call themselves whose trade texts are."""

_APART = pattern(r"[\s|｜·•/]{2,}|[|｜/]")


_BUTTON = 8
"""Characters of a button at most."""


def weigh(line: str) -> tuple[int, bool]:
    """How much of a line is a page's: two for each word that no office says of itself, one for each that it seldom
    says there; buttons in a row count for what they are. And whether it holds any of the first kind.
    """
    sure, likely = set(_SURE.findall(line)), set(_LIKELY.findall(line))
    pieces = [piece for piece in _APART.split(line) if piece]
    buttons = (
        len(pieces) if len(pieces) > 1 and likely and all(len(piece) <= _BUTTON for piece in pieces) else 0
    )
    return 2 * len(sure) + len(likely) + buttons, bool(sure)


def is_trail(line: str) -> bool:
    """Whether a line says where a page stands on its site."""
    return line.count(">") + line.count("»") + line.count("›") + line.count("＞") > 1
