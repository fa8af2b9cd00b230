// What is pasted: from Word and WPS with the numbers that they print, without what was deleted, remarked or hidden there.

import { ask, h, say } from "../basis/dom.js";
import { placeOf } from "../written/moves.js";
import { byId, newPoint } from "../written/outline.js";
import { change, state } from "../written/state.js";
import { focusOn } from "../basis/focus.js";

const BLOCKS = new Set(["P", "DIV", "LI", "H1", "H2", "H3", "H4", "H5", "H6", "TR", "BR", "BLOCKQUOTE"]);
const CHAT = /^\S{1,20}\s+(?:\d{4}[-/年]\d{1,2}[-/月]\d{1,2}日?\s*)?\d{1,2}:\d{2}(?::\d{2})?$/;
const MARKDOWN = /^(?:#{1,6}\s+|[-*+]\s+|>\s?)/;
const BOLD = /\*\*(?=\S)([^*]+?)(?<=\S)\*\*/g;
const WHOLE = 8;
const PLAIN = "0123456789+-=()";
const RAISED = { SUP: "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾", SUB: "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎" };

// The paragraphs of pasted HTML, and what was left out.
export function paragraphsOf(markup) {
  // A style is only looked at: under another name the page's policy has nothing against it.
  const page = new DOMParser().parseFromString(
    markup.replace(/<style[\s\S]*?<\/style>/gi, "").replace(/\sstyle=/gi, " data-style="),
    "text/html",
  );
  const left = [];
  const drop = (selector, what) => {
    const found = page.body.querySelectorAll(selector);
    if (found.length) left.push(`${what} ${found.length} 处`);
    found.forEach((one) => one.remove());
  };
  drop("del, s, strike", "删去的修订");
  drop("[data-style*='mso-element:comment'], .MsoCommentReference, .MsoCommentText", "批注");
  page.body.querySelectorAll("[data-style]").forEach((one) => {
    if (/display:\s*none|mso-hide:\s*all/i.test(one.dataset.style)) {
      one.remove();
      if (!left.includes("隐藏的文字")) left.push("隐藏的文字");
    }
  });
  for (const [tag, raised] of Object.entries(RAISED))
    page.body.querySelectorAll(tag).forEach((one) => {
      const said = [...one.textContent].map((sign) => (/\s/.test(sign) ? sign : raised[PLAIN.indexOf(sign)]));
      if (said.every(Boolean)) one.textContent = said.join("");
      else left.push(`上下标的样子（${one.textContent.slice(0, 8)}）`);
    });
  drop("img, picture, svg, object", "图片");
  const out = [""];
  const walk = (node) => {
    for (const child of node.childNodes) {
      if (child.nodeType === 3) out[out.length - 1] += child.data.replace(/\s+/g, " ");
      else if (child.nodeType === 1 && !["STYLE", "SCRIPT", "HEAD", "TITLE"].includes(child.tagName)) {
        const block = BLOCKS.has(child.tagName);
        if (block && out[out.length - 1]) out.push("");
        walk(child);
        if (child.tagName === "TD" || child.tagName === "TH") out[out.length - 1] += "　";
        if (block && out[out.length - 1]) out.push("");
      }
    }
  };
  walk(page.body);
  return { paragraphs: out.map((one) => one.trim()).filter(Boolean), left };
}

const NUMBER =
  /^(?:[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）]|[一二三四五六七八九十]{1,3}[、是]|\d{1,2}(?:[、．]|\.(?!\d))|\d{1,2}\s+(?=[\u4e00-\u9fff]{2})|[①-⑳])\s*/;
const TITLED = /^([^。！？；：，]{2,20})[。：](?=.)/;

// A line as a point: the genre numbers it, and a short first sentence is its title.
function pointOf(line) {
  const said = line.replace(NUMBER, "");
  const title = TITLED.exec(said);
  return title ? newPoint(title[1], said.slice(title[0].length)) : newPoint("", said);
}

// Pairs of ** alone are Markdown: ** and __ by themselves are words left out, blanks to be filled.
const bare = (line) => line.replace(MARKDOWN, "").replace(BOLD, "$1").trim();

export function pasted(event) {
  const area = event.target;
  if (area.tagName !== "TEXTAREA") return;
  const html = event.clipboardData.getData("text/html"),
    plain = event.clipboardData.getData("text/plain");
  const read = html
    ? paragraphsOf(html)
    : {
        paragraphs: plain
          .split(/\r?\n/)
          .map((one) => one.trim())
          .filter(Boolean),
        left: [],
      };
  const frame = read.paragraphs.filter((one) => CHAT.test(one) || /^\[(图片|表情|视频|语音|文件)\]$/.test(one));
  const lines = read.paragraphs
    .filter((one) => !frame.includes(one))
    .map(bare)
    .filter(Boolean);
  if (frame.length) read.left.push(`聊天里的名字、时间 ${frame.length} 行`);
  if (read.left.length) say(`没有放进来：${read.left.join("、")}`);
  event.preventDefault();
  if (lines.length <= 1) {
    put(area, lines[0] ?? "");
    return;
  }
  const node = area.dataset.node ? byId(state.model, Number(area.dataset.node)) : null;
  const written = state.model.parts.some((part) =>
    part.sections.some((one) => one.heading || one.lead || one.points.length),
  );
  const split = () => {
    const holder = node.kind === "point" ? placeOf(state.model, node) : { list: node.points, at: -1 };
    const points = lines.map(pointOf);
    change(() => {
      holder.list.splice(holder.at + 1, 0, ...points);
    });
    focusOn(points.at(-1), "text");
  };
  const choices = node
    ? [
        ["拆成几条要点", split],
        ["接在这一条", () => put(area, lines.join(""))],
        ["原样放进", () => put(area, lines.join("\n"))],
      ]
    : [["只要第一行作标题", () => put(area, lines[0])]];
  if (!node || !written || lines.length >= WHOLE)
    choices.unshift([
      "读成一份大纲",
      () => document.dispatchEvent(new CustomEvent("whole", { detail: read.paragraphs.join("\n") })),
    ]);
  const preferred =
    !node || !written ? 0 : choices.findIndex(([label]) => label === (lines.length > 2 ? "拆成几条要点" : "原样放进"));
  const dialog = ask(
    `粘贴 ${lines.length} 段`,
    h("p", {}, `第一段：${lines[0].slice(0, 40)}${lines[0].length > 40 ? "……" : ""}`),
    choices.map(([label, act], n) => [label, act, { class: n === preferred ? "main" : "" }]),
  );
  dialog.querySelector("button.main")?.focus();
}

function put(area, text) {
  area.focus();
  area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
  area.dispatchEvent(new InputEvent("input", { bubbles: true }));
}
