"""A commented outline for a template, to be filled in by hand."""

from __future__ import annotations

from collections.abc import Mapping

from drafter.model import vocabulary
from drafter.model.template import Template, TemplateRole
from drafter.writers.yaml_text import quoted

_KEYS = {name: vocabulary.chinese(table) for name, table in vocabulary.TABLES.items()}
_LAYOUTS = vocabulary.chinese(vocabulary.LAYOUTS)
_ROLES = vocabulary.chinese(vocabulary.ROLES)
_DEFAULT_KEYS = ("title", "stage", "date", "speaker", "audience", "occasion", "numbering", "minutes", "facts")
_USUAL = frozenset({"achievements", "gaps", "tasks"})
_COMMENTS = {
    "stage": "例如 送审稿；定稿时不印",
    "date": "例如 2026-03-12；空着印〔待补：日期〕",
    "minutes": "预定讲多少分钟；drafter stats 会对照",
    "occasion.time": "例如 2026年3月12日（星期四）上午9:00",
    "occasion.place": "例如 市会议中心",
    "occasion.chair": "例如 市政府秘书长某某",
    "official.issuers": "联合行文写成列表，主办的在前",
    "official.number": "例如 澜政办发〔2026〕3号；没有文号的写 无",
    "official.signers": "上行文的签发人",
    "official.printer": "多是办公室",
    "official.printed": "例如 2026-03-12",
    "official.copies": "几个机关写成列表",
    "official.note": "例如 此件公开发布；没有就删去",
    "contents": "写 是，标题前面排目录",
    "readings": "容易念错的词，例如 仝勇: tóng yǒng",
}
_UPWARD = frozenset({"请示", "报告", "意见"})
_WRITTEN_OUT = frozenset(
    {"speaker", "audience", "addressees", "official", "attachments", "occasion", "numbering", "facts"}
)
"""Fields of the top level that hold more than a line: each has a method of its name."""

_ONE_TEXT = frozenset({"opening", "closing"})


class _Skeleton:
    """Writes the lines of a skeleton in one of the two spellings of keys."""

    def __init__(self, template: Template, keys: str, given: Mapping[str, str], named: str) -> None:
        self.template = template
        self.named = named
        self.zh = keys == "zh"
        self.given = given
        self.lines: list[str] = []

    def key(self, table: str, name: str) -> str:
        return _KEYS[table][name] if self.zh else name

    def add(self, depth: int, text: str, comment: str = "") -> None:
        line = "  " * depth + text
        self.lines.append(f"{line}{' ' * max(2, 26 - len(line))}# {comment}" if comment else line)

    def field(self, depth: int, table: str, name: str, comment: str = "", path: str = "") -> None:
        value = self.given.get(path or name, "")
        self.add(depth, f"{self.key(table, name)}: {quoted(value) if value else ''}".rstrip(), comment)

    def write(self) -> str:
        """The whole text."""
        self.add(0, f"# {self.template.name}：{self.template.about}")
        self.add(0, "# 填好后运行：drafter build 本文件名。每一项都可以删去；# 后面的话只给自己看。")
        self.add(0, f"{self.key('outline', 'template')}: {quoted(self.named)}")
        spellings = vocabulary.spellings(vocabulary.OUTLINE)
        wanted = [spellings.get(name, name) for name in self.template.keys] or list(_DEFAULT_KEYS)
        for name in wanted:
            self._top(name)
        self._wording()
        for role in self.template.roles:
            self.lines.append("")
            self._role(role)
        if not self.template.roles:
            self._sections()
        return "\n".join(self.lines) + "\n"

    def _top(self, name: str) -> None:
        """One field of the top level, with an example where it needs one."""
        if name in _WRITTEN_OUT:
            getattr(self, f"_{name}")()
        else:
            self.field(0, "outline", name, _COMMENTS.get(name, ""))

    def _wording(self) -> None:
        """Which of the template's wordings to take, where that was chosen."""
        places = {"opening": "opening", "closing": "closing", "rest": vocabulary.REST}
        chosen = {place: number for place in places if (number := self.given.get(f"wording.{place}"))}
        if chosen:
            self.add(
                0,
                f"{self.key('outline', 'wording')}:",
                "模板代拟的话用第几种；看有哪几种：drafter suggest wordings 本文件名",
            )
        for place, number in chosen.items():
            named = places[place] if place == "rest" or not self.zh else _ROLES[place]
            self.add(1, f"{named}: {number}")

    def _speaker(self) -> None:
        self.add(0, f"{self.key('outline', 'speaker')}:")
        for part in ("name", "post", "org"):
            self.field(1, "speaker", part, path=f"speaker.{part}")

    def _audience(self) -> None:
        self.add(0, f"{self.key('outline', 'audience')}:", "一行一条，标点自动加")
        for line in self.template.audience or ("同志们",):
            self.add(1, f"- {quoted(line)}")

    def _addressees(self) -> None:
        self.add(0, f"{self.key('outline', 'addressees')}:", "一行一个，标点自动加")
        self.add(1, "- 各县区人民政府")

    def _numbering(self) -> None:
        self.add(0, f"{self.key('outline', 'numbering')}:", "各层序号")
        for mark in self.template.numbering:
            self.add(1, f"- {quoted(mark)}")

    def _attachments(self) -> None:
        self.add(0, f"{self.key('outline', 'attachments')}:", "没有就删去；只写名称也可以")
        self.add(1, f"# - {self.key('attachment', 'title')}: 任务清单")
        self.add(1, f"#   {self.key('attachment', 'content')}: 附件的文字，或带要点、表格的小节")

    def _occasion(self) -> None:
        self.add(0, f"{self.key('outline', 'occasion')}:")
        self.field(1, "occasion", "name", "会议名称", path="occasion.name")
        self.field(1, "occasion", "host", "谁召开，例如 市政府")
        if self.template.meeting or "agenda" in {role.name for role in self.template.roles}:
            for name in ("time", "place", "chair"):
                self.field(1, "occasion", name, _COMMENTS[f"occasion.{name}"])
            self.add(1, f"{self.key('occasion', 'attendance')}:", "哪些人参加，一行一条")
            self.add(2, "# - 各县区分管负责人")
        self.add(1, f"{self.key('occasion', 'agenda')}:", "刚才、待会儿各有什么；没有就删去")
        examples = (("who", "市政府办公室"), ("does", "宣读"), ("what", "《关于……的决定》"), ("when", "刚才"))
        for index, (name, value) in enumerate(examples):
            self.add(
                2,
                f"{'#' if index == 0 else '# '}{' - ' if index == 0 else '  '}{self.key('agenda', name)}: {value}",
            )

    def _official(self) -> None:
        """The elements that every official document has; a form of its own is the template's."""
        self.add(0, f"{self.key('outline', 'official')}:", "版头、落款、版记；白头的稿子整段删去")
        names = ["issuers", "number", "signers", "printer", "printed", "copies", "note"]
        for name in names:
            if name != "signers" or self.template.name in _UPWARD:
                self.field(1, "official", name, _COMMENTS[f"official.{name}"])

    def _facts(self) -> None:
        self.add(
            0, f"{self.key('outline', 'facts')}:", "一处填写，文中用 {{ 名称 }} 引用；空着印〔待补：名称〕"
        )
        self.add(1, f"# 办件量: {{{self.key('fact', 'value')}: 128, {self.key('fact', 'unit')}: 万件}}")
        self.add(1, "# 办结率: 99.2%")

    def _role(self, role: TemplateRole) -> None:
        """One part: what belongs there, then the keys to fill in."""
        name = role.chinese if self.zh else role.name
        needed = "" if role.required else "（可以不写）"
        self.add(
            0, f"# {role.chinese}{needed}：{role.prompt}" if role.prompt else f"# {role.chinese}{needed}"
        )
        if role.name in _ONE_TEXT:
            self.add(0, f"{name}:")
            return
        pad = "" if role.required or role.name in _USUAL else "# "
        self.add(0, f"{pad}{name}:")
        self.add(0, f"{pad}  {self.key('section', 'heading')}:")
        if role.layout == "inline":
            layout = _LAYOUTS[role.layout] if self.zh else role.layout
            self.add(0, f"{pad}  {self.key('section', 'layout')}: {layout}")
        if role.marks:
            self.add(0, f"{pad}  {self.key('section', 'marks')}: {role.marks}")
        self.add(0, f"{pad}  {self.key('section', 'points')}:")
        self._point(pad, role.name == "tasks")

    def _point(self, pad: str, task: bool) -> None:
        self.add(0, f"{pad}    - {self.key('point', 'title')}:")
        self.add(0, f"{pad}      {self.key('point', 'text')}:")
        if task:
            self.add(0, f"{pad}      {self.key('point', 'owner')}:")
            self.add(0, f"{pad}      {self.key('point', 'deadline')}:")

    def _sections(self) -> None:
        """For a template that takes any role: one section to go on from."""
        self.lines.append("")
        self.add(0, f"{self.key('outline', 'sections')}:")
        self.add(1, f"- {self.key('section', 'heading')}:")
        self.add(2, f"{self.key('section', 'lead')}:")
        self.add(2, f"{self.key('section', 'points')}:")
        self.add(3, f"- {self.key('point', 'title')}:")
        self.add(4, f"{self.key('point', 'text')}:")


def skeleton(
    template: Template, keys: str = "zh", given: Mapping[str, str] | None = None, named: str = ""
) -> str:
    """The skeleton's YAML. `given` fills fields by path (`title`, `speaker.name`).

    `named` is how the outline names its template: a path, where it has no name to be found by.
    """
    return _Skeleton(template, keys, given or {}, named or template.name).write()
