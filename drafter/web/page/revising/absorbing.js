// 并入改稿: a reviewed Word file, each change looked at and taken or declined, then all of them into what is being written.

import { button, h, put, say } from "../basis/dom.js";
import { ask, encoded } from "../basis/ask.js";
import { drop, failed, listed, working } from "../basis/dropping.js";
import { replaceTree, state } from "../written/state.js";

const KINDS = { text: "改字句", insert: "添", delete: "删", move: "挪动", fact: "改数据", comment: "批注" };
const LEFT = { conflict: "几个人改得不一样", unplaced: "放不进大纲，照着自己改" };

// A paragraph that goes is one change, of however many fields it was made.
function together(changes) {
  const rows = [];
  for (const one of changes) {
    const last = rows.at(-1);
    const same =
      last && one.kind === "delete" && last.kind === "delete" && last.old === one.old && last.author === one.author;
    if (same && last.state === one.state) last.places.push(one.place);
    else rows.push({ ...one, places: [one.place] });
  }
  return rows;
}

export function absorbing() {
  const result = h("div", { class: "result" });
  const title = state.model.head["标题"] || "（没有标题）";
  const read = async (file) => {
    const given = { file: file.name, data: await encoded(file), name: state.name };
    const reviewer = h("input", { "aria-label": "这份是谁改的", placeholder: "如 李市长；修订上有名字的不用写" });
    const look = async () => {
      working(result, file.name);
      try {
        const found = await ask("absorb", { ...given, tree: state.tree, reviewer: reviewer.value });
        show(found, given, reviewer, look);
      } catch (error) {
        failed(result, error);
      }
    };
    await look();
  };
  const show = (found, given, reviewer, look) => {
    const { problems } = found;
    const changes = together(found.changes);
    const boxes = new Map();
    const row = (one) => {
      const box = h("input", { type: "checkbox", checked: one.state === "taken", disabled: one.place < 0 });
      if (one.place >= 0 && one.state === "taken") one.places.forEach((place) => boxes.set(place, box));
      const said =
        one.kind === "comment"
          ? [`“${one.old}”：`, h("ins", {}, one.new)]
          : [one.old ? h("del", {}, one.old) : null, one.new ? h("ins", {}, one.new) : null];
      return h(
        "li",
        { class: one.state === "taken" ? "" : "warning" },
        h(
          "label",
          {},
          one.state === "taken" ? box : null,
          h("b", {}, ` ${KINDS[one.kind]}　`),
          said,
          h("span", { class: "hint" }, `　${[one.author, one.key, LEFT[one.state]].filter(Boolean).join(" · ")}`),
        ),
      );
    };
    put(
      result,
      h("h2", {}, changes.length ? `${changes.length} 处改动` : "没有改动"),
      h("p", {}, h("label", {}, "这份是谁改的：", reviewer, button("改好了", look, { class: "link" }))),
      problems.length ? listed(problems) : null,
      h("ul", { class: "problems changes" }, changes.map(row)),
      changes.length
        ? button(
            "勾选的收进大纲",
            async () => {
              const declined = [...boxes].filter(([, box]) => !box.checked).map(([place]) => place);
              try {
                const found = await ask("absorb", { ...given, tree: state.tree, reviewer: reviewer.value, declined });
                replaceTree(found.tree);
                location.hash = "#/写作";
                say("收进来了，撤销可以退回");
              } catch (error) {
                failed(result, error);
              }
            },
            { class: "main" },
          )
        : null,
    );
  };
  return [
    h("h1", {}, "并入改稿"),
    h(
      "p",
      { class: "quiet" },
      `领导在 Word 里改过的，收回正在写的“${title}”。修订、批注、直接改的都行；不要的去掉勾。`,
    ),
    drop("选改过的 Word", ".docx,.doc,.wps", read),
    result,
  ];
}
