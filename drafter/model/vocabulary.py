"""Every key and value of an outline, in its English and its Chinese spellings.

One table serves the reader, the writer, the JSON Schema, `drafter schema --key-table` and
the suggestions of error messages, so that they cannot drift apart.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from drafter.records import Record


class Kind(Enum):
    """What a key takes."""

    LINE = "一行文字"
    TEXTS = "一段文字，或几段文字的列表"
    LINES = "几行文字的列表"
    DATE = "日期，如 2026-03-12、2026年3月"
    NUMBER = "数字"
    FLAG = "是/否"
    LAYOUT = "排法"
    ROLE = "部分的角色"
    MARKS = "序号样式"
    SECTIONS = "小节的列表"
    POINTS = "要点的列表"
    TAIL = "文字，或带要点的小节"
    SPEAKER = "讲话人"
    OCCASION = "场合"
    AGENDA = "议程各项的列表"
    OPINIONS = "意见的列表"
    FACTS = "名称与数据"
    OFFICIAL = "公文要素"
    ATTACHMENTS = "附件的列表"
    PEOPLE = "人员的列表"
    TABLE = "表格：各行的列表，第一行是表头"
    PART = "文字、小节，或两者的列表"
    READINGS = "词和它的读音"
    WORDING = "第几种说法，或各处的说法"
    PICTURE = "图片：路径，或路径、图名、宽度"


class Key(Record):
    """One key: its English name, its Chinese spellings (the first is written), its use."""

    name: str
    chinese: tuple[str, ...]
    kind: Kind
    about: str


class Word(Record):
    """One fixed value: its English name and its Chinese spellings (the first is written)."""

    name: str
    chinese: tuple[str, ...]
    about: str = ""


ROLES = (
    Word("opening", ("开头", "导言", "引言", "开场"), "开头：为什么开会、会议干什么"),
    Word("achievements", ("成绩", "成效"), "肯定成绩"),
    Word("experience", ("经验", "体会"), "经验体会"),
    Word("situation", ("形势",), "形势分析"),
    Word("gaps", ("不足", "问题", "差距"), "差距不足"),
    Word("causes", ("原因",), "原因剖析"),
    Word("tasks", ("任务", "工作任务", "下一步打算", "下一步工作"), "工作任务"),
    Word("guarantee", ("保障", "组织保障", "保障措施"), "组织保障"),
    Word("requests", ("请求", "请求事项"), "请求事项"),
    Word("agenda", ("议程",), "议程"),
    Word("body", ("主体",), "一般内容，不属于其他部分"),
    Word("closing", ("结尾", "结束语", "结语"), "结尾：号召、致谢"),
    Word("overview", ("概况", "基本情况"), "基本情况"),
    Word("appraisal", ("评价",), "对会议、活动的评价"),
    Word("significance", ("意义", "重要意义"), "重要意义"),
    Word("rectification", ("整改", "整改情况"), "上次问题的整改情况"),
    Word("views", ("认识", "学习体会"), "认识和体会"),
    Word("goals", ("目标", "总体要求"), "总体要求和目标"),
    Word("matters", ("事项", "有关事项"), "通知、请示、函中的事项"),
    Word("decisions", ("议定事项",), "会议议定的事项"),
    Word("suggestions", ("建议",), "意见建议"),
    Word("integrity", ("廉洁", "廉洁自律"), "廉洁自律"),
    Word("discipline", ("纪律",), "纪律要求"),
    Word("wishes", ("祝愿",), "祝愿"),
    Word("directives", ("传达精神", "上级要求"), "传达的上级精神、上级要求"),
)
LAYOUTS = (
    Word("heading", ("标题", "独立标题"), "标题单独成行"),
    Word("lead", ("段首",), "标题接排在段首"),
    Word("inline", ("段内",), "要点都排在一段之内"),
)
FORMS = {
    "文件": "文件",
    "信函": "信函",
    "函": "信函",
    "命令": "命令",
    "令": "命令",
    "纪要": "纪要",
    "电报": "电报",
    "传真电报": "电报",
    "明电": "电报",
}
"""Forms of the header block (GB/T 9704—2012 10), by how they are written."""

EVEN = {"偶数页": "even", "双面": "even", "even": "even"}
"""Where an imprint may stand but at the foot of the last page."""

REGISTERS = {"庄重": "庄重", "平实": "平实", "亲切": "亲切"}
"""The registers in which a template speaks."""

OPINIONS = "意见"
"""What 各方意见 may be called too, but in a genre that has a part of this name."""

REST = "其余"
"""What 措辞 says for all places that it does not name."""

NONE = Word("none", ("无",), "不要序号")
YES = ("true", "yes", "on", "是")
NO = ("false", "no", "off", "否")

OUTLINE = (
    Key("template", ("模板",), Kind.LINE, "用哪个模板起草，见 drafter templates list"),
    Key("style", ("版式", "样式"), Kind.LINE, "用哪个版式；不写用模板默认的"),
    Key("extends", ("继承",), Kind.LINE, "接着另一份大纲写：编号或路径"),
    Key("title", ("标题",), Kind.LINE, "题目"),
    Key("subtitle", ("副标题",), Kind.LINE, "副题，前面自动加破折号"),
    Key("stage", ("稿次",), Kind.LINE, "稿次，如 送审稿；定稿时不印"),
    Key("date", ("日期",), Kind.DATE, "日期；留空印〔待补：日期〕"),
    Key("speaker", ("讲话人", "报告人"), Kind.SPEAKER, "谁讲"),
    Key("audience", ("称谓",), Kind.LINES, "对谁讲，一行一条"),
    Key("above_title", ("题上",), Kind.LINES, "旧稿标题上面的话，只有“原样”印"),
    Key("under_title", ("题下",), Kind.LINES, "旧稿标题和称谓之间的话，只有“原样”印，另不印日期、讲话人"),
    Key("addressees", ("主送", "主送机关"), Kind.LINES, "公文的主送机关"),
    Key("occasion", ("场合", "会议"), Kind.OCCASION, "什么会"),
    Key("numbering", ("层次序号", "编号", "编号样式"), Kind.LINES, "各层序号，如 一、 （一） 一是"),
    Key("minutes", ("时长", "分钟"), Kind.NUMBER, "预定讲多少分钟"),
    Key(
        "wording", ("措辞", "说法"), Kind.WORDING, "模板代拟的话用第几种：一个数管全文，或各处一个数、一句话"
    ),
    Key("register", ("文风", "语气"), Kind.LINE, "模板代拟的话的语气：庄重、平实、亲切；不写都可能用到"),
    Key("redacted", ("脱敏", "脱密"), Kind.FLAG, "是：文中的 ×× 和 ** 是有意隐去的，不算待补"),
    Key("brief", ("领导交代", "交代", "必讲", "要求"), Kind.LINES, "领导交代必须讲到的事"),
    Key("facts", ("数据",), Kind.FACTS, "数据：一处填写，处处引用"),
    Key("sections", ("小节", "正文"), Kind.SECTIONS, "按自定顺序排列的小节"),
    Key("secrecy", ("密级",), Kind.LINE, "密级和保密期限，如 秘密★1年；印在首页左上角"),
    Key("official", ("公文", "公文要素"), Kind.OFFICIAL, "版头、落款、版记里的各项"),
    Key("attachments", ("附件",), Kind.ATTACHMENTS, "附件，每个另起一页"),
    Key("contents", ("目录",), Kind.FLAG, "是：标题前面排一个目录"),
    Key("readings", ("注音", "读音"), Kind.READINGS, "容易念错的词和拼音，大字版注在字的上方"),
    Key("tags", ("标签",), Kind.LINES, "在素材库里检索用的短词，不印出来"),
    Key("opinions", ("各方意见",), Kind.OPINIONS, "各方对稿子的意见，不印；没有办的出稿时列出来"),
)
OPINION = (
    Key("who", ("谁",), Kind.LINE, "谁提的"), Key("when", ("何时", "什么时候"), Kind.LINE, "什么时候提的"),
    Key("how", ("方式",), Kind.LINE, "怎么提的，如 电话、微信、Word"), Key("at", ("位置",), Kind.LINE, "说的是哪里"),
    Key("words", ("原话",), Kind.LINE, "原话"), Key("state", ("办理",), Kind.LINE, "已改、未改（不采纳）、待定"),
    Key("note", ("说明",), Kind.LINE, "怎么办的，为什么不采纳"),
)  # fmt: skip
SPEAKER = (
    Key("name", ("姓名",), Kind.LINE, "姓名"), Key("post", ("职务",), Kind.LINE, "职务"),
    Key("org", ("单位",), Kind.LINE, "单位"), Key("above_date", ("排在日期前",), Kind.FLAG, "是：讲话人排在日期上面"),
)  # fmt: skip
OCCASION = (
    Key("name", ("名称",), Kind.LINE, "会议名称"),
    Key("place", ("地点",), Kind.LINE, "地点"),
    Key(
        "basis",
        ("上级精神", "依据", "贯彻"),
        Kind.TEXTS,
        "这次会议贯彻什么，照写的印在开头；留空印〔待补：上级精神〕",
    ),
    Key("time", ("时间", "会议时间"), Kind.LINE, "什么时候，如 2026年3月12日（星期四）上午9:00"),
    Key("host", ("主办", "主办单位"), Kind.LINE, "谁召开"),
    Key("chair", ("主持", "主持人"), Kind.LINE, "谁主持，如 周某某秘书长"),
    Key("attendance", ("参会", "参会人员"), Kind.LINES, "哪些人参加，一行一条"),
    Key("people", ("人员", "与会人员"), Kind.PEOPLE, "逐一介绍或列名的人"),
    Key("agenda", ("议程",), Kind.AGENDA, "谁在什么时候做什么"),
)
AGENDA = (
    Key("who", ("谁", "人员"), Kind.LINE, "谁"), Key("does", ("做", "事项"), Kind.LINE, "做什么，如 宣读、发言、讲话"),
    Key("what", ("什么", "内容"), Kind.LINE, "内容，如 《关于通报表扬的决定》"),
    Key("when", ("何时", "时间"), Kind.LINE, "何时，如 刚才、待会儿"), Key("reported_by", ("汇报人",), Kind.LINE, "议题由谁汇报"),
    Key("discussed", ("讨论",), Kind.LINE, "议题怎么议的，纪要写成 会议认为，……"),
    Key("decided", ("议定",), Kind.LINE, "议题定了什么，如 原则同意……"),
)  # fmt: skip
PERSON = (
    Key("name", ("姓名",), Kind.LINE, "姓名"), Key("post", ("职务",), Kind.LINE, "职务"),
    Key("org", ("单位",), Kind.LINE, "单位"), Key("presence", ("身份", "到会"), Kind.LINE, "出席、列席、请假；不写是出席"),
    Key("rank", ("排序", "位次"), Kind.NUMBER, "排名先后，小的在前；不写按列出的先后"),
)  # fmt: skip
OFFICIAL = (
    Key("form", ("格式",), Kind.LINE, "文件、信函、命令、纪要、电报；不写按模板"), Key("copy", ("份号",), Kind.LINE, "份号，6 位数字"),
    Key("secrecy", ("密级",), Kind.LINE, "密级和保密期限，如 秘密★1年"),
    Key("urgency", ("紧急程度", "等级"), Kind.LINE, "特急、加急；电报是 特提、特急、加急、平急"),
    Key("issuers", ("发文机关", "发电单位"), Kind.LINES, "发文机关，联合行文一行一个，主办的在前"),
    Key("banner", ("发文机关标志", "标志"), Kind.LINES, "印在版头的红字；不写是发文机关加“文件”"),
    Key("number", ("发文字号", "文号", "电报号"), Kind.LINE, "如 澜政发〔2026〕3号"),
    Key("signers", ("签发人", "签批", "签批盖章"), Kind.LINES, "上行文的签发人，电报的签批人"),
    Key("seal", ("印章", "盖章"), Kind.FLAG, "否：不盖章；不写是盖章"), Key("note", ("附注",), Kind.LINE, "如 此件公开发布"),
    Key("contact", ("联系人",), Kind.LINE, "找谁，紧急通知和电报要写"),
    Key("phone", ("值班电话", "联系电话"), Kind.LINE, "打哪个电话，紧急通知和电报要写"),
    Key("report_by", ("报送时限",), Kind.LINE, "什么时候报，如 7月18日18时前，紧急通知和电报要写"),
    Key("sent_to", ("发往",), Kind.LINES, "电报发往哪里；不写是主送机关"), Key("copies", ("抄送",), Kind.LINES, "抄送机关"),
    Key("printer", ("印发机关",), Kind.LINE, "印发机关，多是办公室"), Key("printed", ("印发日期",), Kind.DATE, "印发日期"),
    Key("imprint", ("版记",), Kind.LINE, "偶数页：双面印时版记放到最后一面，那一面不编页码；不写放在末页"),
)  # fmt: skip
ATTACHMENT = (
    Key("title", ("标题", "名称"), Kind.LINE, "附件名称"),
    Key("content", ("内容", "正文"), Kind.PART, "文字、小节，或两者的列表"),
    Key("landscape", ("横排",), Kind.FLAG, "是：这个附件横着排"),
)
SECTION = (
    Key("role", ("角色", "部分"), Kind.ROLE, "属于哪一部分"),
    Key("heading", ("小标题", "标题"), Kind.LINE, "小标题，不用写序号"),
    Key("marks", ("序号",), Kind.MARKS, "本节要点的序号"),
    Key("layout", ("排法", "版式"), Kind.LAYOUT, "本节要点的排法：标题、段首、段内"),
    Key("lead", ("导语",), Kind.TEXTS, "要点之前的话"),
    Key("points", ("要点",), Kind.POINTS, "要点"),
    Key("table", ("表格",), Kind.TABLE, "要点之后的表格"),
    Key("tail", ("小结",), Kind.TAIL, "要点之后的话"),
    Key("run_on", ("接排",), Kind.FLAG, "段内排法时，小结不另起段"),
    Key("picture", ("图片", "图"), Kind.PICTURE, "单独一项，或放在本节导语后面的图片"),
    Key("parked", ("暂不用",), Kind.FLAG, "是：先放着，不印、不数、不算待补"),
    Key("source", ("来源",), Kind.LINE, "从素材库取来的，写它的编号"),
    Key("use", ("引用",), Kind.LINE, "取用素材库里的小节：编号"),
)
POINT = (
    Key("role", ("角色", "部分"), Kind.ROLE, "属于哪一部分"),
    Key("title", ("标题", "小标题"), Kind.LINE, "要点的标题"),
    Key("mark", ("本条序号",), Kind.LINE, "只用于本条的序号，如 第二，；无：不要序号"),
    Key("text", ("正文", "内容"), Kind.TEXTS, "要点的正文"),
    Key("marks", ("序号",), Kind.MARKS, "下一层要点的序号"),
    Key("layout", ("排法", "版式"), Kind.LAYOUT, "标题、段首：本条标题的排法；段内：下一层要点排在本段之内"),
    Key("points", ("要点",), Kind.POINTS, "下一层要点"),
    Key("tail", ("小结",), Kind.TAIL, "要点最后的话"),
    Key("picture", ("图片", "图"), Kind.PICTURE, "单独一项，或放在本条后面的图片"),
    Key("owner", ("责任单位", "责任人"), Kind.LINE, "责任单位"),
    Key("deadline", ("时限", "完成时限"), Kind.LINE, "完成时限"),
    Key("source", ("来源",), Kind.LINE, "材料来源"),
    Key("note", ("备注",), Kind.LINE, "给自己看的话，不印出来"),
    Key("parked", ("暂不用",), Kind.FLAG, "是：先放着，不印、不数、不算待补"),
    Key("cut", ("可略", "可删"), Kind.LINE, "是，或 1、2……：时间紧的时候可以略去，1 最先略"),
    Key("use", ("引用",), Kind.LINE, "取用素材库里的要点：编号；不能和正文同写"),
)
PICTURE = (
    Key("file", ("路径", "文件"), Kind.LINE, "图片文件，在大纲的文件夹里，如 图/走势.png"),
    Key("caption", ("图名", "图题"), Kind.LINE, "印在图片下面的名称，如 图1 办件量走势"),
    Key("width", ("宽度", "宽"), Kind.LINE, "如 10厘米、60%；不写是图片自己的大小，最宽到版心"),
)
TAIL = tuple(key for key in SECTION if key.name in {"lead", "points", "tail", "marks", "layout"})
FACT = (
    Key("value", ("数值", "数", "值"), Kind.LINE, "数值"), Key("unit", ("单位", "计量单位"), Kind.LINE, "单位，如 万件"),
    Key("as_of", ("截至",), Kind.LINE, "截至哪天"), Key("source", ("来源",), Kind.LINE, "数据出自哪里"),
    Key("name", ("姓名",), Kind.LINE, "姓名"), Key("post", ("职务",), Kind.LINE, "职务"),
    Key("rank", ("排序", "位次"), Kind.NUMBER, "排名先后，小的在前"),
)  # fmt: skip
TABLES = {
    "outline": OUTLINE,
    "speaker": SPEAKER,
    "occasion": OCCASION,
    "agenda": AGENDA,
    "opinion": OPINION,
    "person": PERSON,
    "official": OFFICIAL,
    "attachment": ATTACHMENT,
    "section": SECTION,
    "point": POINT,
    "picture": PICTURE,
    "fact": FACT,
}
"""Every table of keys, by the thing that it describes."""

FACT_PARTS = {
    "数": "value", "数值": "value", "值": "value", "value": "value",
    "单位": "unit", "unit": "unit",
    "来源": "source", "source": "source",
    "截至": "as_of", "as_of": "as_of",
    "姓名": "name", "name": "name",
    "职务": "post", "post": "post",
}  # fmt: skip
"""What may follow the dot in `{{ 名称.… }}`: its spellings, and the field of a fact."""

COUNT = "条数"
"""The name that stands for the number of a section's points."""


def spellings(table: Iterable[Key | Word]) -> dict[str, str]:
    """Every accepted spelling in the table, with the English name it stands for."""
    known: dict[str, str] = {}
    for entry in table:
        for spelling in (entry.name, *entry.chinese):
            known.setdefault(spelling, entry.name)
    return known


def chinese(table: Iterable[Key | Word]) -> dict[str, str]:
    """The Chinese spelling that is written, by English name."""
    return {entry.name: entry.chinese[0] for entry in table}
