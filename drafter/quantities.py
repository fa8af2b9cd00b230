"""Figures in a text: a number with what it counts, as somebody has to check it."""

from __future__ import annotations

from drafter.patterns import pattern

NUMBER = r"\d++(?:\.\d++)?+"
"""A number in a pattern: whole, so that a long row of digits is gone through once."""

WHOLE_NUMBER = r"\d(?<!\d\d)\d*+(?:\.\d++)?+"
"""The same where a pattern begins with it: only where it begins is it looked for. (What stands before its first digit is looked
at after it, which is quicker.)
"""

_DATE = r"\d{4}年|\d{1,2}(?:月(?!份)|[日号时点](?!均|程))|\d+[〕\])）]"
"""What is no figure: parts of dates, of times and of the numbers of documents."""

_UNIT = (
    r"[%％‰]|个?百分点|平方公里|平方米|立方米|公里|公顷|公斤|千瓦时|千瓦|毫米|厘米|千米|小时|分钟|个月|人次|件次|车次"
    "|[元个人件户亩吨辆项家次条座所处台套场名起宗栋天米岁种份位篇张分间块批枚班倍遍层类道周字艘笔趟回例秒部级只支株车斤多年本册村组门]"
)
FIGURE = pattern(
    rf"(?<![\d.A-Za-z〔\[“第-])(?<!\d时)(?!{_DATE})\d+(?:\.\d+)?(?:[十百千]?[万亿]+(?:{_UNIT})?|[十百千]?(?:{_UNIT}))"
)
"""A measure: 128万件, 97.7%, 40分钟. Dates and numbers of documents are none."""
