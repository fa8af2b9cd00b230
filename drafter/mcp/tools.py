"""The tools that an assistant finds, each described in full: it has nothing else to go by."""

from __future__ import annotations

from drafter.mcp import writing
from drafter.mcp.calls import Tool
from drafter.mcp.parameters import Kind, Parameter, Way, schema
from drafter.mcp.protocol import Json

_OUTLINE, _WORD = (".yaml", ".yml"), (".docx",)
_DRAFT = (*_WORD, ".pdf", ".txt", ".md", ".html")
_OUTPUT = "写到哪里：文件，或以 / 结尾的文件夹"
_FORCE = Parameter(
    "force",
    "覆盖改过的、不是 drafter 写的文件。要先问过用户；稿子在 Word 里改过的，用 absorb 收回来",
    Kind.FLAG,
)
_STYLE = Parameter(
    "style",
    "版式的名称（公文、讲话稿、大字版、审阅稿……），或一份 .docx：照它的样子排。不写用文种自己的",
    way=Way.NAMED,
)
_TEMPLATE = Parameter("template", "改用这个文种", way=Way.NAMED)
_FACTS = Parameter("facts", "数据文件（.yaml，名称: 值），盖过大纲里的数据", Kind.LIST, way=Way.READ)
_SET = Parameter(
    "set", '填几个数据，名称 → 值，例如 {"牵头单位": "市教育局"}。只填用户给的，不编', Kind.MAPPING
)
_DATE = Parameter("date", "成文日期，如 2026-03-12；不写用大纲里的")


def _files(about: str) -> Parameter:
    return Parameter("files", about, Kind.LIST, required=True, way=Way.READ)


_BEGINNING = (
    Tool(
        "genres", "文种", "列出能写的文种（讲话、主持词、通知、请示、报告、总结、方案、简报……）。写 name 就讲一种：有哪几个部分，每一部分写什么、哪些必须有。动笔以前先看这个，选定文种再 new。",
        (Parameter("name", "文种名，如 部署讲话；不写就列出全部", way=Way.NAMED),), writing.genres, reads=True,
    ),
    Tool(
        "schema", "大纲的写法", "一种文种的大纲（YAML）的 JSON Schema：有哪些键，各写什么。键写中文。改大纲以前看一遍，键写错了 build 会逐行指出。",
        (Parameter("template", "文种名；尽量写上，不写就是所有文种的，很长", way=Way.NAMED),), writing.schema, reads=True,
    ),
    Tool(
        "new", "新大纲", "生成一份带说明的大纲文件（.yaml），逐项填好再 build。三种起头：template 一个文种；from 去年的大纲（文字留下，数据清空，旧年份标成待补）；outline 把写好的大纲全文存成文件。不覆盖已有的文件。回答里有文件名（path）。",
        (
            Parameter("template", "文种名，如 部署讲话、通知（genres 列出全部）", way=Way.NAMED),
            Parameter("title", "题目，也作文件名"),
            Parameter("output", "大纲写到哪里，.yaml；不写用题目作文件名；- 不写文件，大纲在回答里", way=Way.STREAMED, suffixes=_OUTLINE),
            Parameter("from", "从哪一份开始：文件夹里的大纲 .yaml，素材库编号，或自带样稿的名称", way=Way.NAMED),
            Parameter("outline", "大纲全文（YAML），直接存成新文件；写错的地方会逐行指出，不存", Kind.OUTLINE),
            Parameter("occasion", "什么会，如 全市教育工作会议"),
            Parameter("speaker", "谁讲（姓名）"), Parameter("post", "他的职务"), Parameter("org", "他的单位"),
        ), writing.new,
    ),
    Tool(
        "build", "出稿", "大纲变成排好版的 Word 初稿（按 GB/T 9704），也出 PDF、纯文本、网页。回答里有：写出的文件（outputs），字数、页数、讲多少分钟，还没有填的（gaps），模板代拟的话（added，要请用户逐句看过），大纲里的毛病（problems，带行号）。待补的印成〔待补：名称〕，不要替用户编。",
        (
            _files("大纲 .yaml；也收 Word、文本里打的提纲 .docx、.txt，草稿 .md"),
            Parameter("output", f"{_OUTPUT}；不写就是大纲的名字；- 不写文件，文字在回答里（只限 txt、md、html）", way=Way.STREAMED, suffixes=_DRAFT),
            Parameter("formats", "要哪几种：docx（默认）、pdf（要有 LibreOffice）、txt、md、html", Kind.LIST),
            _STYLE, _TEMPLATE, _FACTS, _SET, _DATE,
            Parameter("final", "出定稿：还有待补就不出，逐处列出。用户说定稿才用", Kind.FLAG),
            Parameter("papers", "同一个会的材料一起出：通知、议程、主持词、新闻稿、纪要，或 all", Kind.LIST),
            Parameter("minutes", "压到这么多分钟，先略去标了“可略”的要点（cut 列出略去了什么）", Kind.NUMBER),
            _FORCE,
        ), writing.build, replaces=True,
    ),
    Tool(
        "check", "校对", "细心的同事再看一遍：序号、条数、占位符、网页残留、旧年份、数字、标点、错别字、提法、人名职务。每一处有行号或段号、怎么改（fix）。error 是一定不对的，warning 要人看，info 供参考；unchecked 是规则看不见的，要用户自己核。交稿以前一定查一遍大纲或成稿。",
        (
            _files("大纲 .yaml，或 .docx、.doc、.txt、.md、.pdf"),
            Parameter("fix", "把有把握的直接改在文件里，原稿留一份“改前”。先给用户看过再用", Kind.FLAG),
            Parameter("annotate", "另存一份 Word，问题写成批注（只限一份 .docx）", way=Way.WRITTEN, suffixes=_WORD),
            Parameter("against", "旧稿：列出一字不差照搬的。写文件，或 library（素材库）", way=Way.NAMED),
            Parameter("select", "只查这些规则：代码、名称或类别", Kind.LIST),
            Parameter("ignore", "不查这些规则", Kind.LIST),
            Parameter("date", "按这一天核对年份；不写按稿子自己的日期"),
        ), writing.check, replaces=True,
    ),
    Tool(
        "stats", "字数和时间", "字数、段数、页数、讲话时间，逐部分算；和大纲里的“时长”差多少，哪几句太长，哪里可删。",
        (
            _files("大纲、草稿或 Word 里打的提纲"), _STYLE, _TEMPLATE, _FACTS, _SET,
            Parameter("rate", "每分钟读多少字；不写按 180 左右", Kind.NUMBER),
        ), writing.stats, reads=True,
    ),
    Tool(
        "suggest", "换个说法", "从大纲和词表里找几种说法供选，不另编：titles 题目，headings 对仗的小标题，wordings 模板在各处备着的话（编了号），formulas 现行提法（带出处），names 照名册排的名单。引用中央提法，用 formulas 查过再写。",
        (
            Parameter("kind", "哪一种", required=True, choices=("titles", "headings", "wordings", "formulas", "names")),
            Parameter("file", "大纲 .yaml", required=True, way=Way.READ),
            Parameter("at", "只看这一部分，如 开头、任务、结尾"),
            Parameter("use", "把这一号措辞写进大纲；只用于 wordings，要和 at 一起写", Kind.WHOLE, most=1000),
            _TEMPLATE, _DATE,
        ), writing.suggest,
    ),
)  # fmt: skip

_OTHERS = (
    Tool(
        "import", "旧稿变大纲", "旧稿（.docx .doc .wps .pdf .txt .md）变成大纲，一个字不丢：题目、称谓、小标题、要点自动认出。没有放进来的列在 dropped，猜的列在 guessed，都要告诉用户。",
        (
            _files("旧稿，可以几份"),
            Parameter("output", f"{_OUTPUT}；不写就是原名.yaml；- 不写文件，大纲在回答里", way=Way.STREAMED, suffixes=_OUTLINE),
            Parameter("template", "认作哪个文种；不写就原样", way=Way.NAMED),
            Parameter("propose_facts", "年份、日期、人名、数字提成“数据”，明年只改那张表", Kind.FLAG),
            _FORCE,
        ), writing.import_, replaces=True,
    ),
    Tool(
        "library_search", "查素材库", "在用户自己的素材库里找写过的大纲、小节、要点、词句。标了密级的不给助手看。写 id 就看一条的全文。先查有没有现成的，再动笔。",
        (
            Parameter("query", "找什么：几个词，空格隔开"),
            Parameter("id", "看这一条的全文（用 query 找到的编号）"),
            Parameter("kind", "哪一类", choices=("outline", "section", "point", "phrase")),
            Parameter("role", "哪一部分，如 开头、成绩、任务"),
            Parameter("template", "哪个文种的"),
            Parameter("year", "哪一年的，如 2025"),
            Parameter("limit", "最多几条，默认 10", Kind.WHOLE, most=50),
        ), writing.search, reads=True,
    ),
    Tool(
        "library_take", "取用素材", "素材库里的一节或一个要点，写到大纲的一个部分末尾，出处记下来。它要的数据列在 facts，要用户填。",
        (
            Parameter("id", "编号，library_search 找到的", required=True),
            Parameter("into", "写到哪份大纲 .yaml", required=True, way=Way.READ),
            Parameter("at", "写到哪个部分，如 成绩、任务", required=True),
        ), writing.take,
    ),
    Tool(
        "compare", "两稿对比", "两份稿子（大纲、Word、文本都行）比：改动标成 Word 修订，另存一份；回答里有改了多少、各部分多少，哪些数字、日期、人名变了。",
        (
            Parameter("old", "旧稿", required=True, way=Way.READ),
            Parameter("new", "新稿", required=True, way=Way.READ),
            Parameter("output", "写到哪里：.docx、.pdf（花脸稿）、.html（左右对照）、.txt；不写是 新稿-对比.docx", way=Way.WRITTEN, suffixes=(*_WORD, ".pdf", ".html", ".txt")),
            Parameter("author", "修订上写谁改的"),
            Parameter("date", "修订上写哪天改的，如 2026-03-12"),
            _FORCE,
        ), writing.compare, replaces=True,
    ),
    Tool(
        "absorb", "收回改动", "领导在 Word 里改过的（修订、批注、直接改的都行）收回大纲：改的字、添的删的段、挪的要点、改的数。数据、责任单位和注释都留着。每一处列在 changes：taken 收了，conflict 几个人改得不一样，unplaced 放不进去；没有收的要告诉用户。旧大纲另存一份“改前”。",
        (
            Parameter("outline", "当初出稿的大纲 .yaml", required=True, way=Way.READ),
            _files("改过的 .docx，可以几份"),
            Parameter("output", "写到别处；不写就写回大纲", way=Way.WRITTEN, suffixes=_OUTLINE),
            Parameter("reviewers", "哪份是谁改的，文件 → 姓名", Kind.MAPPING),
            Parameter("accept_by", "几个人改得不一样时听谁的，按先后", Kind.LIST),
            Parameter("only", "只收一种", choices=("comments", "changes")),
            Parameter("report", "意见采纳情况表写到哪里（.docx）", way=Way.WRITTEN, suffixes=_WORD),
            _FORCE,
        ), writing.absorb, replaces=True,
    ),
    Tool(
        "typeset", "排版", "现成的 Word（也收 .doc .wps .txt .md）排成标准格式，另存 原名-排版.docx：字、图、表、批注都不动，只换版面、字体、字号、缩进、行距。先用 show_roles 看每一段当作什么。",
        (
            _files("Word 文件，可以几份"),
            Parameter("output", f"{_OUTPUT}；不写是 原名-排版.docx", way=Way.WRITTEN, suffixes=_WORD),
            _STYLE,
            Parameter("show_roles", "只列出每一段当作什么，不排", Kind.FLAG),
            _FORCE,
        ), writing.typeset, replaces=True,
    ),
)  # fmt: skip

TOOLS = {one.name: one for one in (*_BEGINNING, *_OTHERS)}


def listed() -> list[Json]:
    """The tools as the protocol lists them."""
    return [_described(one) for one in TOOLS.values()]


def _described(tool: Tool) -> Json:
    return {
        "name": tool.name,
        "title": tool.title,
        "description": tool.about,
        "inputSchema": schema(tool.parameters),
        "annotations": {
            "title": tool.title,
            "readOnlyHint": tool.reads,
            "destructiveHint": tool.replaces,
            "openWorldHint": False,
        },
    }
