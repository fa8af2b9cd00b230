// 汇总: a heap of departments' files, by part in what is being written; who has sent and who has not; figures that differ.

import { button, h, put, say } from "../basis/dom.js";
import { ask, encoded } from "../basis/ask.js";
import { drop, failed, listed, working } from "../basis/dropping.js";
import { replaceTree, state } from "../written/state.js";

const table = (heads, rows) =>
  h(
    "table",
    {},
    h(
      "thead",
      {},
      h(
        "tr",
        {},
        heads.map((one) => h("th", { scope: "col" }, one)),
      ),
    ),
    h(
      "tbody",
      {},
      rows.map((row) =>
        h(
          "tr",
          {},
          row.map((one) => h("td", {}, one)),
        ),
      ),
    ),
  );

export function gathering() {
  const result = h("div", { class: "result" });
  const title = state.model.head["标题"] || "（没有标题）";
  const gather = async (files) => {
    working(result, `${files.length} 份`);
    try {
      const given = await Promise.all(files.map(async (file) => ({ file: file.name, data: await encoded(file) })));
      const found = await ask("gather", { tree: state.tree, name: state.name, files: given });
      const passages = found.units.reduce((sum, one) => sum + one.passages, 0);
      put(
        result,
        h("h2", {}, `${files.length} 份，${passages} 段`),
        passages
          ? button(
              "放进正在写的",
              () => {
                replaceTree(found.tree);
                location.hash = "#/写作";
                say("放好了，每段记着是谁报的；撤销可以退回");
              },
              { class: "main" },
            )
          : null,
        table(
          ["单位", "文件", "情况", "段", "字"],
          found.units.map((one) => [one.unit, one.path ?? "", one.state, String(one.passages), String(one.characters)]),
        ),
        found.figures.length ? h("h3", {}, "说法不一的数字") : null,
        found.figures.length
          ? table(
              ["事项", "单位", "数字", "原话"],
              found.figures.flatMap((one) => one.said.map((said) => [one.what, said.unit, said.value, said.sentence])),
            )
          : null,
        listed(found.problems),
      );
    } catch (error) {
      failed(result, error);
    }
  };
  return [
    h("h1", {}, "汇总"),
    h(
      "p",
      { class: "quiet" },
      `各单位报来的稿子，按部分放进正在写的“${title}”。该交的单位照名册（drafter roster add 单位.xlsx）。`,
    ),
    drop("选各单位的稿子", ".docx,.doc,.wps,.txt,.md,.yaml,.xlsx,.xls,.et,.csv", gather, true),
    result,
  ];
}
