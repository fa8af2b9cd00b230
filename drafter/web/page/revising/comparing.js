// 两稿对比: two files, what changed between them, and the Word file that marks it.

import { button, h, put } from "../basis/dom.js";
import { ask, encoded, give } from "../basis/ask.js";
import { drop, failed, listed, working } from "../basis/dropping.js";
import { safely } from "../basis/telling.js";
import { stretches } from "./changes.js";

const ACCEPT = ".docx,.doc,.wps,.txt,.md,.yaml";

export function comparing() {
  const sides = {};
  const result = h("div", { class: "result" });
  const compare = async () => {
    if (!sides.old || !sides.new) return;
    working(result, `${sides.old.file} 和 ${sides.new.file}`);
    try {
      const found = await ask("compare", sides);
      const changed = (what, rows) =>
        rows.length
          ? h("p", {}, `${what}：${rows.map((one) => `${one.old || "（无）"} → ${one.new || "（删）"}`).join("；")}`)
          : null;
      put(
        result,
        h(
          "h2",
          {},
          found.changed.marks ? `改了 ${found.changed.marks} 处，${found.changed.characters} 字` : "两份没有不同",
        ),
        found.changed.marks
          ? button(
              "取回标了修订的 Word",
              safely(async () => give(await ask("compare", { ...sides, take: true }))),
              { class: "main" },
            )
          : null,
        changed("数字", found.figures),
        changed("日期", found.dates),
        changed("人名", found.names),
        listed(found.problems),
        stretches(found.differences),
      );
    } catch (error) {
      failed(result, error);
    }
  };
  const take = (side) => async (file) => {
    sides[side] = { file: file.name, data: await encoded(file) };
    await compare();
  };
  return [
    h("h1", {}, "两稿对比"),
    h("p", { class: "quiet" }, "数字、日期整个标，挪位置的分句合成一处。结果是新稿的样子，能一处处接受、拒绝。"),
    drop("旧的一稿", ACCEPT, take("old")),
    drop("新的一稿", ACCEPT, take("new")),
    result,
  ];
}
