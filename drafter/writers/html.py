"""A `Document` as one HTML page that looks like the printed one, nothing fetched from outside."""

from __future__ import annotations

import base64
from html import escape

from drafter.layout import pictures
from drafter.model.document import (
    Added,
    Aid,
    Attachment,
    Block,
    Contents,
    Document,
    Gap,
    Inlines,
    Lead,
    PageBreak,
    Paragraph,
    Picture,
    Role,
    Ruby,
    Table,
    plain,
)
from drafter.model.stylesheet import ParagraphStyle, Stylesheet, style_name
from drafter.patterns import pattern
from drafter.writers.rows import printed

_NO_FONT = pattern(r"[^\w \-]")
"""What no font is called, and what would end the string of a CSS rule."""

_FALLBACKS = {
    "小标宋": "'FZXiaoBiaoSong-B05S','华文中宋',STZhongsong,'Noto Serif CJK SC',serif",
    "黑体": "SimHei,'Heiti SC','Noto Sans CJK SC',sans-serif",
    "楷体": "KaiTi,STKaiti,'Noto Serif CJK SC',serif",
    "仿宋": "FangSong,STFangsong,'Noto Serif CJK SC',serif",
    "宋体": "SimSun,STSong,'Noto Serif CJK SC',serif",
}


def write(document: Document, stylesheet: Stylesheet, title: str) -> str:
    """The page. Sizes, fonts and indents are the stylesheet's; gaps stand on yellow."""
    body = "\n".join(_blocks(document.blocks, stylesheet))
    return (
        '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>\n{_css(stylesheet)}</style>\n</head>\n<body>\n<main>\n"
        f"{body}\n</main>\n</body>\n</html>\n"
    )


def _blocks(blocks: tuple[Block, ...], sheet: Stylesheet) -> list[str]:
    out: list[str] = []
    for block in blocks:
        match block:
            case Paragraph(role, _, level):
                content = printed(block)
                if not content:
                    continue
                tag = {Role.TITLE: "h1", Role.HEADING: f"h{level + 1}"}.get(role, "p")
                name = style_name(role, level).replace("_", "-")
                if block.aside:
                    out.append(f'<p class="margin">{escape(block.aside)}</p>')
                out.append(f'<{tag} class="{name}">{_inlines(content)}</{tag}>')
            case Table(rows):
                out.append(_table(rows))
            case Picture():
                out.append(_picture(block, sheet))
            case Attachment(inner):
                out += ['<section class="attachment">', *_blocks(inner, sheet), "</section>"]
            case Contents():
                pass  # a page on the screen has no page numbers
            case PageBreak():
                out.append('<hr class="page">')
    return out


def _picture(block: Picture, sheet: Stylesheet) -> str:
    """A picture in the page itself, as large as on paper."""
    width, height = pictures.size(block, sheet.page, sheet.page.text_width)
    turned = block.image.turned
    own = (height, width) if turned % 180 else (width, height)
    turn = f"; transform: rotate({turned}deg); margin: {(own[0] - own[1]) / 40:g}pt 0" if turned % 180 else ""
    turn = turn or (f"; transform: rotate({turned}deg)" if turned else "")
    style = f"width: {own[0] / 20:g}pt; height: {own[1] / 20:g}pt{turn}"
    data = base64.b64encode(block.image.data).decode("ascii")
    return f'<p class="picture"><img alt="" style="{style}" src="data:image/{block.image.suffix};base64,{data}"></p>'


def _inlines(content: Inlines) -> str:
    parts: list[str] = []
    for inline in content:
        match inline:
            case Ruby(text, reading):
                parts.append(f"<ruby>{escape(text)}<rt>{escape(reading)}</rt></ruby>")
            case Aid(mark):
                parts.append(f'<span class="pause">{escape(mark)}</span>')
            case Gap(_, text):
                parts.append(f"<mark>{escape(text)}</mark>")
            case Lead(inner, level):
                parts.append(f'<span class="lead{level}">{_inlines(inner)}</span>')
            case Added(inner):
                parts.append(f'<span class="added">{_inlines(inner)}</span>')
            case _:
                parts.append(escape(plain((inline,))))
    return "".join(parts)


def _table(rows: tuple[tuple[Inlines, ...], ...]) -> str:
    lines = ["<table>"]
    for index, row in enumerate(rows):
        tag = "td" if index else "th"
        lines.append("<tr>" + "".join(f"<{tag}>{_inlines(cell)}</{tag}>" for cell in row) + "</tr>")
    return "\n".join([*lines, "</table>"])


def _css(stylesheet: Stylesheet) -> str:
    """The stylesheet as CSS; indents in em, so that they follow a size that is changed."""
    page = stylesheet.page
    rules = [
        "body { margin: 0; background: #eee; }",
        f"main {{ box-sizing: border-box; width: {page.width / 20}pt; margin: 1em auto; background: #fff; "
        f"padding: {page.top / 20}pt {page.right / 20}pt {page.bottom / 20}pt {page.left / 20}pt; }}",
        "h1, h2, h3, h4, h5, p { margin: 0; font-weight: normal; text-align: justify; }",
        ".salutation + .salutation, .addressee + .addressee { margin-top: 0 !important; }",
        "mark { background: #ff0; } hr.page { border: 0; border-top: 1px dashed #999; }",
        ".picture { line-height: normal !important; }",
        "table { border-collapse: collapse; width: 100%; } td, th { border: 1px solid #000; padding: 2pt 6pt; }",
        "@media print { body { background: none; } main { margin: 0; padding: 0; width: auto; } }",
        f"@page {{ size: {page.width / 20}pt {page.height / 20}pt; margin: {page.top / 20}pt "
        f"{page.right / 20}pt {page.bottom / 20}pt {page.left / 20}pt; }}",
    ]
    for name, style in stylesheet.paragraphs.items():
        rules.append(f".{name.replace('_', '-')} {{ {_look(style, stylesheet)} }}")
    for name, character in stylesheet.characters.items():
        if character.font:
            rules.append(f".{name} {{ font-family: {_family(character.font, stylesheet)}; }}")
        if character.color:
            rules.append(f".{name} {{ color: #{character.color}; }}")
    return "\n".join(rules) + "\n"


def _look(style: ParagraphStyle, stylesheet: Stylesheet) -> str:
    line = style.line or stylesheet.page.line
    align = {"both": "justify"}.get(style.align, style.align)
    look = [
        f"font-family: {_family(style.font, stylesheet)}",
        f"font-size: {style.size / 2:g}pt",
        f"line-height: {line / 20:g}pt",
        f"text-align: {align}",
        f"margin: {style.before * stylesheet.page.line / 20:g}pt {style.right:g}em "
        f"{style.after * stylesheet.page.line / 20:g}pt {style.left:g}em",
    ]
    if style.first_line or style.hanging:
        look.append(f"text-indent: {style.first_line - style.hanging:g}em")
    if style.bold:
        look.append("font-weight: bold")
    return "; ".join(look)


def _family(role: str, stylesheet: Stylesheet) -> str:
    """The font of a role, and what systems have in its place."""
    name = _NO_FONT.sub("", stylesheet.fonts.get(role, role))
    return f"'{name}',{_FALLBACKS.get(role, 'serif')}"
