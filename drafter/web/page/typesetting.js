// 排版: a Word file, what each of its paragraphs is taken for, corrected by a choice, and the file set anew.

import { button, h, put } from "./basis/dom.js";
import { ask, encoded, give } from "./basis/ask.js";
import { drop, failed, listed, working } from "./basis/dropping.js";
import { safely } from "./basis/telling.js";
import { beside } from "./sheets/beside.js";
import { state } from "./written/state.js";

const PLAIN = ["空段", "表格"];

export function typesetting() {
  const result = h("div", { class: "result" });
  const style = h(
    "select",
    { "aria-label": "排成哪种版式" },
    state.hello.styles.map((one) => h("option", { value: one.name, selected: one.name === "公文" }, one.name)),
  );
  const tidy = h("input", { type: "checkbox" });
  let given = null;
  const roles = {};
  const look = async () => {
    if (!given) return;
    working(result, given.file);
    try {
      show(await ask("typeset", { ...given, style: style.value, roles }));
    } catch (error) {
      failed(result, error);
    }
  };
  style.addEventListener("change", look);
  const row = (one, names) => {
    const choice = h(
      "select",
      {
        "aria-label": `第 ${one.paragraph} 段是什么`,
        onchange: () => {
          roles[one.paragraph] = choice.value;
        },
      },
      names.map((name) => h("option", { value: name, selected: name === one.role }, name)),
    );
    const doubt = one.sure < 0.7 ? h("span", { class: "hint" }, "　拿不准") : null;
    return h("li", { class: one.sure < 0.7 ? "warning" : "" }, choice, ` ${one.text.slice(0, 40)}`, doubt);
  };
  const show = ({ files: [file], names }) => {
    const departures = file.departures.length;
    const sheets = h("div", {});
    const told = () => ({ ...given, style: style.value, roles, tidy: tidy.checked });
    put(
      result,
      h("h2", {}, departures ? `${departures} 处和这种版式不合` : "和这种版式没有不合的地方"),
      button(
        "取回排好的 Word",
        safely(async () => give(await ask("typeset", { ...told(), take: true }))),
        { class: "main" },
      ),
      button(
        "排前、排后并排看",
        safely(async () => put(sheets, beside(await ask("typeset", { ...told(), beside: true })))),
      ),
      sheets,
      h("h3", {}, "每一段当作什么，不对就在这里改"),
      h(
        "ul",
        { class: "problems roles" },
        file.roles.filter((one) => !PLAIN.includes(one.role)).map((one) => row(one, names)),
      ),
      departures ? h("h3", {}, "现在不合的") : null,
      listed(file.departures.slice(0, 100)),
    );
  };
  const read = async (file) => {
    given = { file: file.name, data: await encoded(file) };
    Object.keys(roles).forEach((number) => delete roles[number]);
    await look();
  };
  return [
    h("h1", {}, "排版"),
    h(
      "p",
      { class: "quiet" },
      "现成的稿子排成标准格式：字、图、表都不动，只换版面、字体、字号、缩进、行距。原文件不动。",
    ),
    h("label", {}, "版式：", style),
    h("label", {}, tidy, "标点、空格一起改正"),
    drop("选一份要排的稿子", ".docx,.doc,.wps,.txt,.md", read),
    result,
  ];
}
