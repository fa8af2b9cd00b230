"""The facts of an outline, from their nodes: names, and what is known of each."""

from __future__ import annotations

from drafter.model import vocabulary
from drafter.model.outline import FactValue, is_fact_name
from drafter.problems import Place
from drafter.readers import dates
from drafter.readers.yaml import nodes as yaml
from drafter.readers.yaml.reading import Reading

_FACT = vocabulary.spellings(vocabulary.FACT)


class FactReader:
    """Reads facts; `places` gathers where each of them stands."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.places: dict[str, Place] = {}

    def read(self, node: yaml.Node) -> dict[str, FactValue | None]:
        """Facts by name; one without a value is None."""
        facts: dict[str, FactValue | None] = {}
        if isinstance(node, yaml.Scalar) and node.empty:
            return facts
        if not isinstance(node, yaml.Mapping):
            self.reading.complain(
                node, "wrong-type", "“数据”要写成“名称: 值”", "每条一行，名称后写半角冒号和空格"
            )
            return facts
        for key, value in node.pairs:
            if not is_fact_name(key.text):
                hint = "名称只用汉字、字母、数字和下划线，后面可以带一对括号，如 总投资（万元）"
                self.reading.complain(key, "bad-fact-name", f"数据名称“{key.text[:20]}”不能用", hint)
            elif key.text in facts:
                first = self.places[key.text].line
                message = f"数据“{key.text}”写了两次，第一次在第 {first} 行"
                self.reading.complain(key, "repeated-key", message, "合成一处，或改一个名称")
            else:
                facts[key.text] = self._fact(key.text, value)
                self.places[key.text] = key.place
        return facts

    def _fact(self, name: str, node: yaml.Node) -> FactValue | None:
        """One fact. A value is taken as it is, so it cannot refer to another."""
        for scalar in yaml.walk(node):
            if "{{" in scalar.text:
                hint = "把值直接写出来；两个数据要连用时，在正文里分别引用"
                self.reading.complain(scalar, "reference-in-fact", f"数据“{name}”的值里不能再引用数据", hint)
                return FactValue(value=name)
        if isinstance(node, yaml.Scalar):
            text = self.reading.line(node, name)
            return FactValue(value=text, lines=_lines(node.text)) if text else None
        fields = self.reading.fields(node, _FACT, f"数据“{name}”里")
        fact = FactValue(**{field: self.reading.line(value, key.text) for field, key, value in fields})
        if dates.is_no_date(fact.as_of):
            self.reading.complain(
                node, "bad-date", f"数据“{name}”的截至“{fact.as_of}”不存在", "写成 2026-09-30"
            )
        return fact if fact.value or fact.name or fact.post else None


def _lines(typed: str) -> str:
    """What was typed over several lines, without empty ones; "" where it was one."""
    lines = [line.strip() for line in typed.split("\n") if line.strip()]
    return "\n".join(lines) if len(lines) > 1 else ""
