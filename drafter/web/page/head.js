// The head of the page: its buttons, the measures, the counts.

import { $, $$, button, h, say } from "./basis/dom.js";
import { history, keepStage, openList, start } from "./papers/choosing.js";
import { exportAll, genreOf, importAll, leaveNoTrace, save } from "./papers/documents.js";
import { CHANNEL, channel, check } from "./sheets/drawing.js";
import { openFindings } from "./side/findings.js";
import { follow } from "./sheets/following.js";
import { listed, note, undecided } from "./side/opinions.js";
import { replaceAll } from "./outliner/replacing.js";
import { suggestHeadings, suggestTitles } from "./side/suggested.js";
import * as side from "./side/side.js";
import { canRedo, canUndo, markOf, redo, state, undo } from "./written/state.js";
import { outlineFile } from "./papers/filing.js";
import { copyText, pdf, takeAway } from "./papers/taking.js";
import { safely } from "./basis/telling.js";
import { about } from "./papers/inside.js";
import { drafted } from "./side/wordings.js";
import { genreChoice, showChosen, styleChoice } from "./forms.js";
import { yaml } from "./papers/yaml.js";

function menu(label, items, props = {}) {
  const details = h(
    "details",
    {
      class: "menu",
      onkeydown: (event) => {
        if (event.key === "Escape") details.open = false;
      },
      onfocusout: (event) => {
        if (event.relatedTarget && !details.contains(event.relatedTarget)) details.open = false;
      },
    },
    h("summary", { role: "button", ...props }, label),
    h(
      "div",
      { class: "items" },
      items.map(([text, act, about]) =>
        h(
          "button",
          {
            type: "button",
            title: about,
            onclick: () => {
              details.open = false;
              act();
            },
          },
          text,
        ),
      ),
    ),
  );
  return details;
}

export function head() {
  $("#head").replaceChildren(
    h("b", { class: "brand" }, h("i", {}, "写"), "材料"),
    button("新建", start),
    button("打开", safely(openList)),
    button("导入旧稿", () => {
      location.hash = "#/导入";
    }),
    h("label", {}, "文种：", genreChoice(newGenres)),
    h("label", {}, "版式：", styleChoice()),
    h("span", { class: "meter", role: "status", id: "meter" }),
    h(
      "span",
      { class: "counts", role: "status" },
      ["待补", "错误", "提醒", "代拟", "意见"].map((word) =>
        button(word, () => counted(word), { id: `count-${word}`, class: "tag" }),
      ),
    ),
    h("span", { role: "status", id: "stored", class: "stored" }),
    button("保存", () => save(true), { title: "Ctrl+S" }),
    button("↶", () => undo(genreOf), { id: "undo", title: "撤销 Ctrl+Z", "aria-label": "撤销" }),
    button("↷", () => redo(genreOf), { id: "redo", title: "重做 Ctrl+Y", "aria-label": "重做" }),
    button("校对", () => {
      side.openTab("校对提示");
      check();
    }),
    h(
      "span",
      { class: "take" },
      button("下载 Word", () => takeAway("docx"), { class: "main" }),
      menu(
        "▾",
        [
          ["大字版", () => takeAway("docx", { style: "reading" }), "念稿用的大字"],
          ["定稿（不留代拟痕迹）", () => takeAway("docx", { final: true }), "有待补的不给"],
          ["PDF", pdf],
          ["复制文字（微信用）", copyText],
          ["Markdown", () => takeAway("md")],
          ["大纲文件", outlineFile, "可以存起来、传给别人接着写"],
          ["大纲 YAML", yaml],
          ["导出全部稿子", exportAll, "一个文件，换一台电脑也能接着写"],
          ["导入全部稿子", importAll],
          ["打印", () => print()],
          ["预览另开一窗", second],
          ["历史", safely(history)],
          ["留一稿", keepStage, "送出去以前留下来，以后看改了什么"],
          ["记一条意见", note, "谁在纸上、微信里、电话里说的"],
          ["不留痕", leaveNoTrace, "这一份不存，关掉就没有了"],
          ["全文替换", replaceAll, "Ctrl+H"],
          ["想几个题目", suggestTitles],
          ["小标题排整齐", suggestHeadings],
          ["关于", about],
        ],
        { "aria-label": "更多", class: "main" },
      ),
    ),
  );
}

let gapAt = 0;

function newGenres() {
  head();
  headState();
  meters();
}

function counted(word) {
  if (word === "待补") {
    const gaps = $$("#sheets .gap");
    const gap = gaps[gapAt++ % gaps.length]; // one after the other, each time it is pressed
    gap?.scrollIntoView({ block: "center", behavior: "smooth" });
    if (gap) follow(gap);
    else say("没有待补");
  } else side.openTab({ 代拟: "措辞", 意见: "意见" }[word] ?? "校对提示");
}

export function meters() {
  const report = state.preview;
  if (!report) return;
  const mark = markOf();
  $("#banner").textContent = mark ? `${mark}　涉密内容只能在涉密计算机上起草` : "";
  const budget = report.budget ? `${report.minutes}/${report.budget} 分钟` : `${report.minutes} 分钟`;
  $("#meter").textContent = `${report.characters} 字 · ${budget} · ${report.pages.length} 页`;
  $("#meter").classList.toggle(
    "over",
    Boolean(report.budget) && Math.abs(report.minutes - report.budget) > report.budget * 0.1,
  );
  $("#meter").title = report.budget ? `预定 ${report.budget} 分钟` : "";
  const open = openFindings();
  const counts = {
    待补: report.gaps.length,
    错误: open.filter((one) => one.severity === "error").length,
    提醒: open.filter((one) => one.severity === "warning").length,
    代拟: drafted().length,
    意见: undecided(),
  };
  $("#count-意见").hidden = !listed().length;
  for (const [word, count] of Object.entries(counts)) {
    const tag = $(`#count-${word}`);
    tag.textContent = `${word} ${count}`;
    tag.classList.toggle("none", !count);
  }
}

export function headState() {
  $("#undo").disabled = !canUndo();
  $("#redo").disabled = !canRedo();
  showChosen();
  document.title = `${state.model.head["标题"] || "写材料"}`;
}

function second() {
  window.open(`${location.pathname}${location.search}#/预览=${CHANNEL}`, "drafter-preview");
  setTimeout(() => channel?.postMessage(state.preview), 1500);
}
