// A Word file as it is and as it was set, side by side, each paragraph in the look it has there. Lengths are in hundredths
// of the paper's width, so that both stand as wide as there is room.

import { h } from "../basis/dom.js";

const FACES = [
  [/小标宋|中宋|大标宋/, "song-head"],
  [/仿宋|FangSong/i, "fang"],
  [/楷|Kai/i, "kai"],
  [/黑|等线|SimHei|DengXian|YaHei|Arial|Calibri/i, "hei"],
];

export function beside({ before, after }) {
  return h(
    "div",
    { class: "beside" },
    before ? sheet("排前", before) : h("p", { class: "hint" }, "原文件不是 .docx，只看得到排好的样子"),
    sheet("排后", after),
    h("p", { class: "hint" }, "字体、字号、对齐、缩进、行距照文件里的画；不分页，表格一格一行，图只标出位置。"),
  );
}

function sheet(label, { page, lines }) {
  const length = (twips) => `${((100 * twips) / page.width).toFixed(3)}cqw`;
  const paper = h(
    "div",
    { class: "paper" },
    lines.map((one) => paragraph(one, length)),
  );
  paper.style.padding = `${length(page.top / 2)} ${length(page.right)} ${length(page.top / 2)} ${length(page.left)}`;
  return h("figure", { "aria-label": label }, h("figcaption", {}, label), h("div", { class: "frame" }, paper));
}

function paragraph(one, length) {
  const text = one.text.replaceAll("\u2028", "\n") || (one.picture ? "〔图〕" : "\u00a0");
  const face = FACES.find(([name]) => name.test(one.font))?.[1] ?? "song";
  const row = h("p", { class: `${face}${one.bold ? " bold" : ""}${one.table ? " cell" : ""}`, title: one.font }, text);
  const look = row.style;
  look.fontSize = length(one.size * 10);
  look.textAlign = one.align === "both" ? "justify" : one.align;
  look.textIndent = `${one.first_line}em`;
  look.lineHeight = length(one.line);
  look.marginTop = length(one.before);
  return row;
}
