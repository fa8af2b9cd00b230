"""People whom a draft names with a post."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from drafter.checks.draft import HAN, Draft, within
from drafter.checks.text.known import serving
from drafter.model.document import Role
from drafter.model.outline import Person, Speaker
from drafter.model.roster import Member

_POST = r"(?:市委|县委|区委|省委|镇党委|乡党委|党工委|党委|党组)?(?:常务副|副|第一)?(?:书记|市长|县长|区长|省长|镇长|乡长|局长|主任|主席|秘书长|部长|院长|校长|厅长|处长|科长|会长|董事长|总经理|组长|所长|站长|调研员|检察长)"
_SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景宫费卜冷晏席卫米柏宗瞿桂佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花强帅屠豆朴盖练廉禹井祖漆巴丰卿国狄计索宣晋初门容敬扈晁芮普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况宿鲜印逯隆茹诺战慕危玉银亢嵇哈湛宾戎勾茅利於呼居揭干尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭"
_BEFORE = re.compile(
    rf"(?P<post>{_POST})(?P<name>[{_SURNAMES}][{HAN}]{{1,2}})(?=同志|[，。、；：出主讲作强指带深到宣参发致担分牵率陪走调任）（传介通]|[和与及](?=[{HAN}]{{0,10}}(?:[长员]|书记|主任))|以及|$)"
)
_AFTER = re.compile(
    rf"(?:(?<![{HAN}])|(?<=[请由和与经让陪向]))(?P<name>(?!任)[{_SURNAMES}][{HAN}]{{1,2}}?)(?P<post>(?![市县区省镇乡](?:委|党)){_POST})(?![{HAN}]{{0,2}}(?:办公|会议|室))"
)
_HOLDS = re.compile("[市县区省镇乡局部院校厅处科会事组所站察书]长|书记|主[任席]|总经理|调研员")
"""What every post holds."""

_AROUND = 16
_UNSAID = re.compile("[某×]|[副兼任原委]$|关于")


def mentions(draft: Draft) -> list[re.Match[str]]:
    """Each name with its post (groups `name`, `post`), in order; made-up ones (李某某) are left out."""
    return draft.once(_look)


def _look(draft: Draft) -> list[re.Match[str]]:
    """Each post is looked for first, which is quick, then a name on either side of it."""
    text = draft.text
    found: dict[tuple[int, int], re.Match[str]] = {}
    for post in _HOLDS.finditer(text):
        first, last = max(post.start() - _AROUND, 0), post.end() + _AROUND
        for match in (*_AFTER.finditer(text, first, last), *_BEFORE.finditer(text, first, last)):
            if match.start("post") <= post.start() < match.end("post"):
                found.setdefault(match.span("post"), match)
    found |= {match.span("post"): match for match in _signed(draft)}
    return [found[span] for span in sorted(found) if not _UNSAID.search(found[span]["name"])]


_LINE = re.compile(
    rf"[（(]?[{HAN}、]{{0,24}}?(?P<post>{_POST})[ \u3000]+(?P<name>[{_SURNAMES}][{HAN}]{{1,2}})[）)]?"
)
"""The line below a title that says who speaks: his post and, set apart, his name."""

_HEAD, _LONGEST = 8, 40


def _signed(draft: Draft) -> Iterator[re.Match[str]]:
    """Each line that says who speaks, of a file that says so or by its form and place."""
    for number, one in enumerate(draft.paragraphs):
        if (number < _HEAD or one.role is Role.SPEAKER) and one.end - one.start <= _LONGEST:
            match = _LINE.fullmatch(draft.text, one.start, one.end)
            if match:
                yield match


_WHOLE = re.compile(
    rf"(?P<name>[{_SURNAMES}][{HAN}]{{1,2}}?)(?P<post>{_POST})|(?P<called>{_POST})(?P<bearer>[{_SURNAMES}][{HAN}]{{1,2}})"
)


@dataclass(frozen=True, slots=True)
class Told:
    """A person whom an outline names with his posts; `said` is what was typed."""

    name: str
    posts: tuple[str, ...]
    said: str


def told(draft: Draft) -> list[Told]:
    """Everyone whom the outline names with a post and the text does not: the speaker, who takes part, who does what."""
    outline = draft.outline
    if outline is None:
        return []
    people: list[Speaker | Person] = [outline.speaker] if outline.speaker is not None else []
    items: list[str] = []
    if outline.occasion is not None:
        people += outline.occasion.people
        items = [outline.occasion.chair, *(item.who for item in outline.occasion.agenda)]
    found = [Told(one.name, Member(one.name, one.post).posts, one.name) for one in people if one.name]
    found += [
        Told(match["name"] or match["bearer"], (match["post"] or match["called"],), said)
        for said in items
        if (match := _WHOLE.fullmatch(said.strip()))
    ]
    printed = {(match["name"], kind_of_post(match["post"])) for match in mentions(draft)}
    return [one for one in found if not any((one.name, kind_of_post(post)) in printed for post in one.posts)]


_JOINT = re.compile(r"(?:同志|先生|女士)?(?:[、和与及]|，?以及)")
"""What stands between two people of one row."""

_IN_TURN = re.compile("先后|依次|轮流|相继|分别(?:作|发言|讲|汇报)|按发言")
"""What says that people stand in the order in which they did something: the first of all often speaks last."""

_SIGHT = 30


@dataclass(frozen=True, slots=True)
class Named:
    """A person where a text names him, his post with him where it stands beside the name."""

    name: str
    post: str
    start: int
    end: int


def named(draft: Draft) -> list[Named]:
    """Everyone whom the text names with a post, or whom the roster knows, in order."""
    found = [Named(one["name"], one["post"], *one.span()) for one in mentions(draft)]
    taken = [(one.start, one.end) for one in found]
    for at, name in draft.longest({member.name for member in serving(draft)}):
        if not within(taken, at):
            found.append(Named(name, "", at, at + len(name)))
    return sorted(found, key=_start)


def _start(one: Named) -> int:
    return one.start


def agree(one: str, other: str) -> bool:
    """Whether two posts can be one: 市委书记 and 书记, but not 副市长 and 市长."""
    return kind_of_post(one) in kinds_that_agree(other) or kind_of_post(other) in kinds_that_agree(one)


def kind_of_post(post: str) -> str:
    """What tells a post from those that cannot be it: whether it is a deputy's, and how it ends."""
    return f"{'副' in post:d}{post[-_ENDS:]}"


def kinds_that_agree(post: str) -> set[str]:
    """The kinds of posts that can be one with a post, those that say less included."""
    return {f"{'副' in post:d}{post[len(post) - size :]}" for size in range(1, min(_ENDS, len(post)) + 1)}


_ENDS = 2
"""Characters that say what a post is."""


def ranks(draft: Draft) -> dict[str, int]:
    """The best rank of everyone whom the roster ranks on the day of the draft."""
    found: dict[str, int] = {}
    for member in serving(draft):
        if member.rank:
            found[member.name] = min(member.rank, found.get(member.name, member.rank))
    return found


def are_in_row(draft: Draft, one: Named, other: Named) -> bool:
    """Whether two people are named in one row, and not in the order in which they speak."""
    joint = draft.text[one.end : other.start]
    first, last = draft.sentence(one.start)
    if _IN_TURN.search(draft.text, max(first, one.start - _SIGHT), min(last, other.end + _SIGHT)):
        return False
    if _JOINT.fullmatch(joint):
        return True
    return joint == "，" and bool(other.post) and draft.text.startswith(other.post, other.start)
