"""The keys of a stylesheet's YAML: our names by their Chinese spellings."""

from __future__ import annotations

from drafter.model.stylesheet import CHARACTER_STYLES, PARAGRAPH_STYLES

TOP = {
    "名称": "name", "别名": "aliases", "说明": "about", "继承": "extends", "字体": "fonts", "字体集": "font_set",
    "版面": "page", "页码": "page_number", "版头位置": "header", "段落": "paragraphs", "文字": "characters", "朗读": "reading", "副本": "copy", "依据": "basis",
}  # fmt: skip
PAGE = {
    "纸宽": "width", "纸高": "height", "上边距": "top", "下边距": "bottom", "左边距": "left",
    "右边距": "right", "页脚": "footer", "每页行数": "lines", "每行字数": "chars", "行距": "line",
    "字距": "char_spacing", "行号": "numbered_lines", "装订线": "gutter",
}  # fmt: skip
PAGE_NUMBER = {"格式": "form", "字体": "font", "字号": "size", "位置": "outer", "空": "indent"}
HEADER = {
    "标志上距": "top", "命令标志上距": "order_top", "信函标志上距": "letter_top", "红线上距": "rule_gap",
    "红线粗": "rule", "版记粗线": "imprint_rule",
}  # fmt: skip
PARAGRAPH = {
    "样式名": "word_name", "字体": "font", "字号": "size", "加粗": "bold", "颜色": "color",
    "对齐": "align", "首行缩进": "first_line", "左缩进": "left", "悬挂": "hanging",
    "右缩进": "right", "行距": "line", "段前": "before", "段后": "after",
    "大纲级别": "outline_level", "与下段同页": "keep_next", "段中不分页": "keep_lines",
}  # fmt: skip
ALIGN = {"两端": "both", "居中": "center", "左": "left", "右": "right", "分散": "distribute"}
CHARACTER = {
    "样式名": "word_name", "字体": "font", "加粗": "bold", "颜色": "color", "突出显示": "highlight",
}  # fmt: skip
READING = {"注音": "pinyin", "停顿": "pauses", "分钟": "minutes", "读法": "figures"}
STYLE_NAMES = {chinese: name for name, chinese in PARAGRAPH_STYLES.items()}
CHARACTER_NAMES = {chinese: name for name, chinese in CHARACTER_STYLES.items()} | {"模板补写": "added"}
"""With the spelling that stylesheets of before may have."""
BELOW = {
    "page": PAGE, "page_number": PAGE_NUMBER, "header": HEADER, "reading": READING,
    "paragraphs": STYLE_NAMES, "characters": CHARACTER_NAMES,
}  # fmt: skip
