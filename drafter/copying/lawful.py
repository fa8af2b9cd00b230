"""What an office itself has around a text: marks of secrecy and numbers above its title, who is called, who signs and what is
noted below.
"""

from __future__ import annotations

from drafter.patterns import pattern

CALL = pattern(r"[^。！？；：:]{2,60}[：:][。.]?")
CALLED = pattern(
    "同志|领导|代表|委员|来宾|朋友|同事|老师|同学|乡亲|鄉親|各位|大家|女士|先生|战友|家长|们[：:]|們[：:]|(?:部门|单位|企业|中心|公司|学校|幼儿园|[府局委办厅部院社场村镇乡处科室站所会校园])[：:]$"
)
"""How a line names people who are called, or an office that is written to."""

CLASSIFIED = (
    r"(?:★\s?)?(?:绝\s*密|机\s*密|秘\s*密)(?:\s?级)?(?:文件|件)?(?:\s?[★☆▲△*＊·•]\s?\S{0,6}(?:\s?[年月期])?(?:\d{6})?)?|密级(?:[：:\s].{0,8})?|特急|加急|平急|特提|[特加]?急件|份号[：:]?\s?\d{1,8}|\d{6}"
    r"|(?:(?:仅供)?内部(?:资料|文件|材料|参考|使用|传阅|掌握)|请?注意保[存密]|请?妥善保[管存]|阅后[收退]回|不得(?:外传|翻印|复制)|会后收回)"
    r"(?:[，。、·\s]*(?:请?注意保[存密]|请?妥善保[管存]|请?勿外传|不得(?:外传|翻印|复制)|阅后[收退]回|会后收回|严禁(?:外传|复印|翻印|转发)|仅供参考))*[。！]?"
)
"""Marks of secrecy and urgency, the number of a copy (GB/T 9704—2012 7.2.1–7.2.3), and what internal papers say above
their titles.
"""

MARK_WITHIN = (
    r"密\s?级\s?[：:｜|\s]\s*(?:绝\s*密|机\s*密|秘\s*密|内部)|(?:绝\s*密|机\s*密|秘\s*密)\s?级?\s?(?:[★☆▲△*＊·•]\s?(?:长\s?期|解密前"
    r"|\d{1,4}\s?年(?:\d{1,2}月)?(?:\d{1,2}日)?前?|\d{1,2}\s?个月|(?=[★☆（(\s]|$))|(?:\d{1,3}\s?年|长\s?期)(?![以来内中之前后度间]))"
)
"""A mark of secrecy that shares its line with other things: a number, the name of an office."""

MARKS = rf"[（(【\[]?(?:{CLASSIFIED})(?:[\s，、]+(?:{CLASSIFIED}|\d{{1,8}}))*[）)】\]]?"
"""A line that holds nothing else."""

ABOVE = pattern(
    rf"附件|[（(【\[]?(?:{CLASSIFIED})[）)】\]]?(?:\s|$)|.{{0,6}}(?:[绝机秘]密|内部|[特加]急|注意保存)|.*[〔\[（]\d{{4}}[〕\]）]\d+号"
    r"|.{2,20}(?:文件|简报|专报|信息)$|份号|第\d+期|.{0,8}稿[）)]?$|——"
)
"""What stands above a title: secrecy, numbers, red words, drafts."""

BELOW = pattern(
    r"附件(?!下载)|附：|抄送|报送|主送|联系人|联系电话|[（(](?:此件|联系人)|特此|此致|敬礼|谢谢(?:大家|各位|同志|您|领导)|散会|以上|当否|妥否|(?:述职|报告|汇报|发言)人[：:]"
    r"|[（(]?(?:\d{4}|[二一][〇○零一二三四五六七八九]{3}|[×xX*_Ｘ]{2,4}|20[\d*×xX_○]{2})年.{1,8}[日号月][）)]?$|.*印发$|祝"
)
"""What stands below a text."""

OFFICE = pattern(
    r"[^，。：！？]{2,30}(?:府|局|委|委员会|办|办公室|党组|党委|支部|部|厅|公司|集团|学校|中心|院|村|镇|街道|处|科)$|[（(].*(?:审阅|整理)[）)]$"
)
"""Who signs, and what a secretary notes below."""

TURNS = pattern(r"(?:同志们|各位[^：，]{0,6}|朋友们|让我们|乡亲们|大家|我们)[^：:]*[，,！!]")
"""How an author turns to who listens."""

SLOGAN = pattern(r"[\u4e00-\u9fff]{4,}(?:\s+[\u4e00-\u9fff]{4,})+")


def calls(line: str) -> bool:
    """Whether a line calls upon who listens, or names whom a paper goes to."""
    return bool(CALL.fullmatch(line) and CALLED.search(line))
