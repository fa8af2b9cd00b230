// 出稿: in which formats, under which names, what comes with them. What is chosen stays while the page is open.

import { h, put } from "../basis/dom.js";
import { host } from "../basis/ask.js";
import { naming } from "./naming.js";

const FORMS = [
  ["docx", "Word"],
  ["pdf", "PDF"],
  ["txt", "文本"],
];
export const REST = "只装上次没取走的和改过的行";
const NOT_INSIDE =
  "PDF 在这一个文件里出不了：在装了 LibreOffice 的电脑上用 drafter serve 打开这一页再出；或者先出 Word，用 Word、WPS 另存为 PDF。";

function box(label, kept, name, changed, hint) {
  const input = h("input", {
    type: "checkbox",
    checked: kept[name],
    onchange: () => {
      kept[name] = input.checked;
      changed();
    },
  });
  return { input, label: h("label", {}, input, label, hint ? h("span", { class: "hint" }, hint) : null) };
}

export function settings(kept, changed, soon) {
  const named = naming(kept, soon);
  const noPdf = h("p", { class: "hint" });
  const forms = new Map();
  const merged = box("合成一份 Word", kept, "merge", changed, "　连着打印用，每份另起，从第 1 页、单页起");
  const fit = () => {
    merged.input.disabled = !kept.forms.includes("docx");
  };
  const choose = () => {
    kept.forms = FORMS.map(([form]) => form).filter((form) => forms.get(form).checked);
    if (!kept.forms.length) {
      kept.forms = ["docx"];
      forms.get("docx").checked = true;
    }
    fit();
    changed();
  };
  const row = FORMS.map(([form, label]) => {
    forms.set(form, h("input", { type: "checkbox", checked: kept.forms.includes(form), onchange: choose }));
    return h("label", {}, forms.get(form), label);
  });
  const final = box("定稿", kept, "final", changed, "　还有待补的行不出，稿次不印");
  const rest = box(
    REST,
    kept,
    "rest",
    () => {},
    "　一个字没改、上次已经取走的不再装；“结果.csv”和合成的一份照旧是全部的行",
  );
  fit();
  const update = (report) => {
    named.offer(report.names);
    const missing = report.no_pdf;
    forms.get("pdf").disabled = Boolean(missing);
    put(noPdf, missing ? (host.local ? `PDF 现在出不了：${missing.message}。${missing.hint}。` : NOT_INSIDE) : null);
    rest.label.hidden = !kept.have.size;
  };
  const fields = h(
    "fieldset",
    { class: "making" },
    h("legend", {}, "出稿"),
    h("div", { class: "choice" }, h("span", {}, "文件名"), named.field, named.columns),
    h("div", { class: "choice", role: "group", "aria-label": "格式" }, h("span", {}, "格式"), row),
    noPdf,
    h(
      "div",
      { class: "choice" },
      h("span", {}, "另外"),
      h("div", { class: "stack" }, merged.label, final.label, rest.label),
    ),
  );
  const wanted = () => ({
    pattern: named.pattern(),
    forms: kept.forms,
    final: kept.final,
    merge: kept.merge && !merged.input.disabled,
  });
  return { fields, update, wanted };
}
