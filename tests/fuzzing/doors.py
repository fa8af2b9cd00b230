"""The ways into the program, as somebody types them: `{}` is the changed file."""

from __future__ import annotations

from pathlib import Path

from drafter.cli.app import run
from drafter.records import Record

OUTLINE = """模板: 通知
标题: 关于开展{{ 县 }}清查的通知
主送: 各单位
日期: 2026-03-12
数据:
  县: 待补
  数量: 待补
事项:
  小标题: 清查什么
  要点:
    - 标题: 查台账
      正文: 把{{ 县 }}2026年的台账逐项核一遍，数量{{ 数量 }}。
    - 标题: 查实物
      正文: 账物相符，一是看编号，二是看存放。
"""
TABLE = "县,数量\n甲县,3\n乙县,5\n"
_BESIDE = {"大纲.yaml": OUTLINE, "表.csv": TABLE}


class Door(Record):
    """Commands, one after another, in one folder; the words of each."""

    name: str
    commands: tuple[str, ...]

    def enter(self, file: Path) -> int:
        """The first exit code that is neither success nor a finding of check, else 0; in the folder of the file."""
        for name, text in _BESIDE.items():
            (file.parent / name).write_text(text, encoding="utf-8")
        for command in self.commands:
            code = run([word.replace("{}", file.name) for word in command.split()])
            if code > 1:
                return code
        return 0


def _doors(*commands: str) -> tuple[Door, ...]:
    return tuple(Door(whole, tuple(whole.split(" && "))) for whole in commands)


_LIBRARY = "library add {} --library 库 && library search 督查 --library 库 --json"
_DRAFTED = (
    "build {} --to docx,txt,md,html -o 出/", "check {} --json", "check {} --fix", "stats {}",
)  # fmt: skip

OUTLINES = _doors(
    *_DRAFTED, "new --from {} -o 新.yaml", "batch {} 表.csv -o 出 --name {{县}}.docx", f"{_LIBRARY} && library similar {{}} --library 库",
    "build {} --papers all -o 出/", "build {} --origins --minutes 1 -o 出/", "suggest titles {}", "suggest wordings {}", "suggest headings {}",
)  # fmt: skip
WORD_FILES = _doors(
    "import {} -o 收/", "import {} --template 部署讲话 --propose-facts -o 收/", "check {} --json", "check {} --annotate 批.docx",
    "check {} --annotate 批.docx --fix", "build 大纲.yaml --template {} -o 成.docx", "build 大纲.yaml --style {} -o 成.docx", "build {} -o 成.docx",
    "import {} --revisions original --each -o 收/", _LIBRARY, "batch 大纲.yaml 表.csv --template {} -o 出", "check 大纲.yaml --against {}",
)  # fmt: skip
OLD_TEXTS = _doors(
    "import {} -o 收/", "import {} --template 部署讲话 --propose-facts -o 收/", "check {} --json", "check {} --fix", "build {} -o 成.docx",
    "stats {}", _LIBRARY,
)  # fmt: skip
PDF_FILES = _doors("import {} -o 收/", _LIBRARY)
DRAFTS = _doors(*_DRAFTED, "import {} -o 收/")
TABLES = _doors("batch 大纲.yaml {} -o 出", "roster add {} && roster list")
TEMPLATES = _doors(
    "build 大纲.yaml --template {} -o 成.docx",
    "batch 大纲.yaml 表.csv --template {} -o 出",
    "stats 大纲.yaml --template {}",
)
STYLESHEETS = _doors(
    "build 大纲.yaml --style {} -o 出/ --to docx,html", "stats 大纲.yaml --style {}", "styles show {}"
)
COLLECTIONS = _doors(
    _LIBRARY,
    f"{_LIBRARY} && library export --library 库 -o 包.zip",
    f"{_LIBRARY} && library rebuild --library 库",
)
