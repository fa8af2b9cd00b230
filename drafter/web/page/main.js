// The page: what happens when something is written, which of its pages is shown, and how it starts.

import { $, $$, ask as askPerson, grow, h, say } from "./basis/dom.js";
import { left } from "./basis/dropping.js";
import { ask, encoded, give } from "./basis/ask.js";
// Each panel beside the outline gives itself its tab, in this order.
import "./side/findings.js";
import "./side/wordings.js";
import "./side/passages.js";
import "./side/facts.js";
import "./side/meeting.js";
import "./side/opinions.js";
import "./papers/together.js";
import { about } from "./about.js";
import { genreOf, isSafe, isSaved, open, put, remembered, save, saveSoon, settle, stored } from "./papers/documents.js";
import { channel, checkSoon, preview, underline } from "./sheets/drawing.js";
import * as editor from "./outliner/editor.js";
import { follow, show } from "./sheets/following.js";
import { head, headState, meters } from "./head.js";
import { openPage } from "./others.js";
import { draw, fit } from "./sheets/pages.js";
import { followSent } from "./sheets/sent.js";
import { replaceAll } from "./outliner/replacing.js";
import * as side from "./side/side.js";
import { onChange, redo, replaceTree, state, undo } from "./written/state.js";
import { safely, told } from "./basis/telling.js";

const PAGES = ["写作", "导入", "校对", "排版", "两稿对比", "并入改稿", "汇总", "批量", "素材库"];
const USUAL = "部署讲话";
const SIGN_OF_LIFE = 20000;

function changed(how) {
  headState();
  if (how !== "typed" || !$("#about").contains(document.activeElement)) about();
  preview();
  checkSoon(how === "opened");
  saveSoon(how === "opened");
}

async function route() {
  const page = decodeURIComponent(location.hash).replace(/^#\//, "") || "写作";
  document.body.dataset.page = page;
  $$("#pages a").forEach((link) => link.setAttribute("aria-current", link.textContent === page ? "page" : "false"));
  const writing = page === "写作" || page === "预览";
  $("#other").hidden = writing;
  if (!writing) await openPage(page, { put, told, encoded, give });
  else {
    $$("#outline textarea, #side textarea").forEach(grow);
    fitAgain();
  }
}

const fitAgain = () => fit($("#sheets"), state.sent?.report ?? state.preview);

const KEYS = { s: () => save(true), p: () => print(), h: replaceAll, f: replaceAll };

function keys(event) {
  if (event.isComposing || !(event.ctrlKey || event.metaKey) || event.altKey) {
    if (event.altKey && (event.key === "ArrowLeft" || event.key === "ArrowRight")) event.preventDefault();
    return;
  }
  const key = event.key.toLowerCase();
  if (key === "z" || key === "y") {
    event.preventDefault();
    if (key === "y" || event.shiftKey) redo(genreOf);
    else undo(genreOf);
  } else if (KEYS[key] && !event.shiftKey && document.body.dataset.page === "写作") {
    event.preventDefault();
    KEYS[key]();
  }
}

// What was pasted is a whole outline.
const whole = safely(async ({ detail }) => {
  const data = await encoded(new Blob([detail]));
  const { tree, problems, dropped } = await ask("read", { file: "粘贴的提纲.txt", data, genre: state.genre.name });
  replaceTree({ ...tree, 模板: state.genre.name });
  const notes = problems.map((one) => one.message);
  if (dropped.length) askPerson(`没有放进来的 ${dropped.length} 处`, left(dropped), []);
  say(
    notes.length ? `读好了；${notes.length} 处要看：${notes.slice(0, 3).join("；")}` : "读好了，看看各部分放得对不对",
  );
});

function listen() {
  document.addEventListener("keydown", keys);
  document.addEventListener("whole", whole);
  document.addEventListener("counted", () => {
    meters();
    underline();
  });
  $("#sheets").addEventListener("click", ({ target }) => (state.sent ? followSent(target) : follow(target)));
  document.addEventListener("at", ({ detail }) => show(detail));
  addEventListener("hashchange", route);
  new ResizeObserver(fitAgain).observe($("#preview"));
  addEventListener("beforeunload", (event) => {
    if (isSafe()) return;
    if (!isSaved()) save();
    event.preventDefault();
  });
  addEventListener("visibilitychange", () => {
    if (document.hidden && state.model) settle();
  });
  setInterval(() => {
    ask("alive").catch(() => stored("程序没有回应，先不要关这个窗口", "bad"));
  }, SIGN_OF_LIFE);
}

// What was written last; where nothing was, a sample to play with.
async function openFirst() {
  const { documents } = state.hello;
  const known = documents.find((one) => one.id === remembered()) ?? documents[0];
  if (known) await open(known.id);
  if (state.model) return;
  const { tree } = await ask("begin", { genre: USUAL, sample: !known });
  await put(tree);
  if (!known) say("这是一份样例，随便改着看；“新建”开始写自己的");
}

async function main() {
  if (decodeURIComponent(location.hash).startsWith("#/预览=")) {
    followFirst();
    return;
  }
  if (location.search) history.replaceState(null, "", location.pathname + location.hash); // the key has done its work
  state.hello = await ask("hello");
  $("#pages").replaceChildren(...PAGES.map((page) => h("a", { href: `#/${page}` }, page)));
  head();
  editor.begin();
  side.begin();
  onChange(changed);
  listen();
  await openFirst();
  await route();
  document.body.dataset.ready = "yes";
}

// A second window that only shows the pages of the first.
function followFirst() {
  document.body.dataset.page = "预览另开";
  let report = null;
  channel?.addEventListener("message", ({ data }) => {
    report = data;
    draw($("#sheets"), data);
    fit($("#sheets"), data);
    $("#banner").textContent = data.secrecy;
  });
  new ResizeObserver(() => fit($("#sheets"), report)).observe($("#preview"));
}

main().catch(told);
