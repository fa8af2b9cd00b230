// The page: its head, what it asks the program for and when, and which of its pages is shown.

import { $, $$, ask as askPerson, button, grow, h, say } from "./dom.js";
import { ask, encoded, give, host } from "./ask.js";
import * as editor from "./editor.js";
import { focusOn } from "./focus.js";
import { everyText, nodeAt } from "./outline.js";
import * as remarks from "./remarks.js";
import { draw, fit } from "./pages.js";
import { canRedo, canUndo, change, onChange, redo, show, state, tell, undo } from "./state.js";
import { openPage } from "./others.js";

const genres = new Map();
const channel = "BroadcastChannel" in globalThis ? new BroadcastChannel("drafter-preview") : null;
const PAGES = ["写作", "导入", "校对", "素材库"];

export async function genreOf(name) {
  if (!genres.has(name)) genres.set(name, await ask("genre", { name }));
  return genres.get(name);
}

const told = (error) => { const [first] = error.problems ?? []; say(first ? [first.message, first.hint].filter(Boolean).join("。") : `页面出了错：${error.message}`, "bad"); };
const safely = (act) => async (...given) => { try { return await act(...given); } catch (error) { told(error); return undefined; } };

// --- the head -----------------------------------------------------------------------------------------------------

function menu(label, items, props = {}) {
  const details = h("details", { class: "menu" }, h("summary", { role: "button", ...props }, label), h("div", { class: "items" }, items.map(([text, act, about]) => h("button", { type: "button", title: about, onclick: () => { details.open = false; act(); } }, text))));
  return details;
}

function head() {
  const styles = state.hello.styles;
  const genre = h("select", { "aria-label": "文种", onchange: safely(async () => { const chosen = await genreOf(genre.value); const { tree } = state; const { id, name, version } = state; change(() => { state.genre = chosen; state.model = state.modelOf({ ...tree, 模板: chosen.name }); Object.assign(state, { id, name, version }); return true; }); tell("opened"); }) }, groups().map(([category, names]) => h("optgroup", { label: category }, names.map((name) => h("option", { value: name }, name)))));
  const style = h("select", { "aria-label": "版式", onchange: () => change(() => { if (style.value) state.model.head["版式"] = style.value; else delete state.model.head["版式"]; }) }, h("option", { value: "" }, "随文种"), styles.map((one) => h("option", { value: one.name, title: one.about }, one.name)));
  $("#head").replaceChildren(
    h("b", { class: "brand" }, h("i", {}, "写"), "材料"),
    button("新建", start), button("打开", safely(openList)), button("导入旧稿", () => { location.hash = "#/导入"; }),
    h("label", {}, "文种：", genre), h("label", {}, "版式：", style),
    h("span", { class: "meter", role: "status", id: "meter" }),
    h("span", { class: "counts", role: "status" }, ["待补", "错误", "提醒", "代拟"].map((word) => button(word, () => counted(word), { id: `count-${word}`, class: "tag" }))),
    h("span", { role: "status", id: "stored", class: "stored" }),
    button("保存", () => save(true), { title: "Ctrl+S" }), button("↶", () => undo(genreOf), { id: "undo", title: "撤销 Ctrl+Z", "aria-label": "撤销" }), button("↷", () => redo(genreOf), { id: "redo", title: "重做 Ctrl+Y", "aria-label": "重做" }), button("校对", () => { remarks.openTab("校对提示"); check(); }),
    h("span", { class: "take" }, button("下载 Word", () => takeAway("docx"), { class: "main" }), menu("▾", [["大字版", () => takeAway("docx", { style: "reading" }), "念稿用的大字"], ["定稿（不留代拟痕迹）", () => takeAway("docx", { final: true }), "有待补的不给"], ["PDF", pdf], ["复制文字（微信用）", copyText], ["Markdown", () => takeAway("md")], ["大纲文件", outlineFile, "可以存起来、传给别人接着写"], ["大纲 YAML", yaml], ["导出全部稿子", exportAll, "一个文件，换一台电脑也能接着写"], ["导入全部稿子", importAll], ["打印", () => print()], ["预览另开一窗", second], ["历史", safely(history)], ["全文替换", replaceAll, "Ctrl+H"]], { "aria-label": "更多", class: "main" })));
}

function groups() {
  const found = new Map();
  for (const one of state.hello.genres) found.set(one.category || "通用", [...(found.get(one.category || "通用") ?? []), one.name]);
  return [...found];
}

function counted(word) {
  if (word === "待补") { const gap = $("#sheets .gap"); gap?.scrollIntoView({ block: "center", behavior: "smooth" }); if (gap) follow(gap); else say("没有待补"); }
  else remarks.openTab(word === "代拟" ? "措辞" : "校对提示");
}

function meters() {
  const report = state.preview;
  if (!report) return;
  const budget = report.budget ? `${report.minutes}/${report.budget} 分钟` : `${report.minutes} 分钟`;
  $("#meter").textContent = `${report.characters} 字 · ${budget} · ${report.pages.length} 页`;
  $("#meter").classList.toggle("over", Boolean(report.budget) && report.minutes > report.budget * 1.1);
  const open = remarks.openFindings();
  const counts = { 待补: report.gaps.length, 错误: open.filter((one) => one.severity === "error").length, 提醒: open.filter((one) => one.severity === "warning").length, 代拟: remarks.drafted().length };
  for (const [word, count] of Object.entries(counts)) { const tag = $(`#count-${word}`); tag.textContent = `${word} ${count}`; tag.classList.toggle("none", !count); }
}

function stored(text, kind = "") {
  $("#stored").textContent = text;
  $("#stored").className = `stored ${kind}`;
}

function headState() {
  $("#undo").disabled = !canUndo();
  $("#redo").disabled = !canRedo();
  $("#head select[aria-label=文种]").value = state.genre.name;
  const named = state.model.head["版式"] ?? "";
  $("#head select[aria-label=版式]").value = [...$("#head select[aria-label=版式]").options].some((one) => one.value === named) ? named : "";
  const mark = state.model.head["密级"];
  $("#banner").textContent = mark ? `${mark}　涉密内容只能在涉密计算机上起草` : "";
  document.title = `${state.model.head["标题"] || "写材料"}`;
}

// --- above the parts ----------------------------------------------------------------------------------------------

function about() {
  const { head: said } = state.model;
  const name = typeof said["讲话人"] === "object" && said["讲话人"] ? said["讲话人"]["姓名"] : said["讲话人"];
  const lines = (value) => (Array.isArray(value) ? value.join("\n") : value ?? "");
  const set = (key, several) => (event) => { const value = several ? event.target.value.split("\n").map((one) => one.trim()).filter(Boolean) : event.target.value.trim(); change(() => { if (value.length) said[key] = value; else delete said[key]; }, key); if (event.target.tagName === "TEXTAREA") grow(event.target); };
  const title = h("textarea", { rows: 1, class: "title", "aria-label": "标题", placeholder: "标题", oninput: set("标题") });
  title.value = said["标题"] ?? "";
  title.addEventListener("keydown", (event) => { if (event.key === "Enter" && !event.isComposing) { event.preventDefault(); $("#parts textarea")?.focus(); } });
  const small = (key, label, value, act, props = {}) => h("label", { class: "chip" }, label, " ", h(props.rows ? "textarea" : "input", { "aria-label": props.label ?? label, value, placeholder: props.placeholder ?? "", rows: props.rows, oninput: act }));
  const salutation = small("称谓", "称谓", lines(said["称谓"]), set("称谓", true), { rows: 1, placeholder: "同志们" });
  $("#about").replaceChildren(title, h("div", { class: "chips" },
    small("日期", "日期", said["日期"] ?? "", set("日期"), { placeholder: "2026-03-12" }),
    small("讲话人", "讲话人", name ?? "", (event) => change(() => { const now = said["讲话人"]; const map = now && typeof now === "object" ? { ...now } : {}; if (event.target.value) map["姓名"] = event.target.value.trim(); else delete map["姓名"]; if (Object.keys(map).length) said["讲话人"] = map; else delete said["讲话人"]; }, "讲话人")),
    salutation, button(`会议 ${said["场合"]?.["名称"] ?? "…"}`, () => remarks.openTab("会议"), { class: "chip" }), button(`数据 ${Object.keys(said["数据"] ?? {}).length}`, () => remarks.openTab("数据"), { class: "chip" }),
    button("插数据", () => insertAt("@"), { class: "chip" }), button("待补", () => insertAt("〔待补：〕"), { class: "chip", title: "还不知道的先空着，印成黄底" })));
  $$("#about textarea").forEach(grow);
}

function insertAt(text) {
  const area = $(`#parts [data-node="${state.focus?.node}"][data-field="${state.focus?.field}"]`);
  if (!area) { say("先点一下要插到哪里"); return; }
  area.focus();
  area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
  if (text.endsWith("〕")) area.setSelectionRange(area.selectionStart - 1, area.selectionStart - 1);
  area.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

// --- preview, check, save -----------------------------------------------------------------------------------------

let previewing = false, wanted = 0, checkTimer = 0, saveTimer = 0, saving = null;

async function preview() {
  wanted = performance.now();
  if (previewing) return;
  previewing = true;
  $("#preview").setAttribute("aria-busy", "true");
  try {
    while (wanted) await redraw();
  } finally {
    previewing = false;
    $("#preview").removeAttribute("aria-busy");
  }
}

// Draws what is written now; what was typed meanwhile is drawn next.
async function redraw() {
  const started = wanted;
  wanted = 0;
  try {
    state.preview = await ask("preview", { tree: state.tree, name: state.name });
  } catch (error) {
    $("#preview").classList.add("stale");
    if (!error.problems) throw error;
    stale(error.problems);
    return;
  }
  const first = !$("#sheets").children.length;
  draw($("#sheets"), state.preview);
  if (first) fit($("#sheets"), state.preview);
  $("#preview").classList.remove("stale");
  channel?.postMessage(state.preview);
  meters();
  ghosts();
  underline();
  performance.measure("preview", { start: started });
}

function stale(problems) {
  let place = $("#stale");
  if (!place) { place = h("div", { id: "stale", role: "status" }); $("#preview").prepend(place); }
  place.replaceChildren(...problems.slice(0, 3).map((one) => h("p", {}, one.message, one.hint ? `（${one.hint}）` : "")));
}

// The sentences of the template, in grey where a part says nothing itself.
function ghosts() {
  $("#stale")?.remove();
  for (const part of state.model.parts) {
    const element = $(`#parts > [data-id="${part.id}"]`);
    const written = part.sections.some((one) => one.heading || one.lead || one.points.length);
    const said = written ? "" : state.preview.added.filter((one) => one.role === part.role).map((one) => one.text).join("");
    let ghost = element?.querySelector(":scope > .ghost");
    if (!element || (ghost?.textContent ?? "") === said) continue;
    ghost?.remove();
    if (said) element.append(h("p", { class: "ghost" }, said));
  }
}

async function check() {
  const { tree } = state;
  try {
    const report = await ask("check", { tree, name: state.name });
    if (tree !== state.tree) return;
    const [file] = report.files;
    state.findings = file.problems.filter((one) => one.code !== "placeholder" || one.severity !== "error"); // gaps have a count of their own
    state.checked = { rules: file.rules, as_of: file.as_of };
    remarks.draw();
    meters();
    underline();
  } catch (error) { if (!error.problems) throw error; }
}

// Findings are underlined on the pages, where the browser can.
function underline() {
  if (!globalThis.Highlight) return;
  const of = { error: new Highlight(), warning: new Highlight() };
  for (const one of remarks.openFindings()) {
    const said = one.fix?.old || "";
    if (!one.key || !of[one.severity]) continue;
    for (const run of $$(`#sheets [data-key="${CSS.escape(one.key)}"]`)) {
      const at = said ? run.textContent.indexOf(said) : 0;
      if (at < 0 || !run.firstChild) continue;
      const range = new Range();
      range.setStart(run.firstChild, at);
      range.setEnd(run.firstChild, said ? at + said.length : run.firstChild.length);
      of[one.severity].add(range);
      if (said) break;
    }
  }
  CSS.highlights.set("bad", of.error);
  CSS.highlights.set("doubt", of.warning);
}

const AGAIN = 3000;
const worthSaving = () => state.id || JSON.stringify(state.tree) !== state.opened;

async function save(asked = false, apart = false) {
  clearTimeout(saveTimer);
  if (saving) { await saving; }
  const said = JSON.stringify(state.tree);
  if (!apart && said === state.saved && state.id) { if (asked) stored(where()); return true; }
  if (!worthSaving()) { if (asked) say("还没有写什么"); return true; }
  saving = (async () => {
    try {
      const saved = await ask("save", { id: state.id, name: state.name, version: state.version, tree: state.tree, apart });
      Object.assign(state, { id: saved.id, name: saved.name, version: saved.version, saved: said });
      stored(where());
      remember(saved.id);
      return true;
    } catch (error) {
      if (!error.problems) throw error;
      stored("没有存上", "bad");
      if (error.problems[0].code === "changed-meanwhile") { conflict(error); return false; }
      told(error);
      saveTimer = setTimeout(save, AGAIN);
      return false;
    }
  })();
  const done = await saving;
  saving = null;
  return done;
}

const where = () => (host.local ? `存在 ${state.name}` : host.stored(state.name));
const remember = (id) => { try { sessionStorage.setItem("document", id); } catch { /* storage is closed: only the way back is lost */ } };

let warned = false;
function conflict(error) {
  if (warned) return;
  warned = true;
  const dialog = askPerson("别处改过这一份", h("p", {}, error.message), [["另存一份", () => { save(true, true); }, { class: "main" }], ["看那一份", () => { look(state.id); }]]);
  dialog.addEventListener("close", () => { warned = false; });
}

function changed(how) {
  headState();
  if (how !== "typed") about();
  preview();
  stored(state.id ? "正在写……" : worthSaving() ? "还没有存" : "");
  clearTimeout(checkTimer);
  checkTimer = setTimeout(check, how === "opened" ? 0 : 500);
  clearTimeout(saveTimer);
  if (how === "opened" && state.id) stored(where());
  else saveTimer = setTimeout(save, 350);
}

// --- what the head's buttons do -----------------------------------------------------------------------------------

async function put(tree, document = {}) {
  const genre = await genreOf(tree["模板"] || "原样");
  show(tree, genre, document);
  location.hash = "#/写作";
}

const settle = async () => (state.model && worthSaving() && JSON.stringify(state.tree) !== state.saved ? save() : true);

const open = safely(async (id) => { if (await settle()) await look(id); });

const look = safely(async (id) => {
  const document = await ask("open", { id });
  await put(document.tree, document);
  remember(document.id);
});

function start() {
  const filter = h("input", { type: "search", placeholder: "找文种，如 通知、致辞", "aria-label": "找文种" });
  const list = h("div", { class: "genres" });
  const fill = () => list.replaceChildren(...groups().map(([category, names]) => {
    const shown = state.hello.genres.filter((one) => names.includes(one.name) && (one.name + one.about + category).includes(filter.value.trim()));
    return shown.length ? h("section", {}, h("h3", {}, category), shown.map((one) => h("div", { class: "genre" }, button(one.name, () => { dialog.close(); begin(one.name); }, { title: one.about }), button("看样例", () => { dialog.close(); begin(one.name, true); }, { class: "link", "aria-label": `${one.name}样例` })))) : null;
  }).filter(Boolean));
  filter.addEventListener("input", fill);
  fill();
  const dialog = askPerson("新建：写什么？", h("div", {}, h("p", { class: "quiet" }, "也可以从一份旧稿开始（导入旧稿），或把提纲整段粘贴进来。"), filter, list), []);
  filter.focus();
}

const begin = safely(async (genre, sample = false) => {
  if (!(await settle())) return;
  const { tree } = await ask("begin", { genre, sample });
  await put(tree);
  $("#about .title")?.focus();
});

async function openList() {
  const { documents } = await ask("list");
  const when = (seconds) => new Date(seconds * 1000).toLocaleString("zh-CN", { dateStyle: "medium", timeStyle: "short" });
  const dialog = askPerson("打开", documents.length ? h("ul", { class: "documents" }, documents.map((one) => h("li", {}, button(one.title || one.name, () => { dialog.close(); open(one.id); }), h("span", {}, `${one.template} · ${one.name} · ${when(one.changed)}`)))) : h("p", {}, "这个文件夹里还没有稿子。"), []);
}

const takeAway = safely(async (form, given = {}) => {
  if (given.final && remarks.drafted().length) say(`还有 ${remarks.drafted().length} 句代拟没有看过`);
  await save();
  give(await ask("take-away", { tree: state.tree, name: state.name, form, ...given }));
});

const outlineFile = safely(async () => {
  const { text } = await ask("as-text", { tree: state.tree });
  give({ name: state.name || "新稿.yaml", data: new TextEncoder().encode(text) });
});

const exportAll = safely(async () => { await settle(); give(await ask("export")); });

function importAll() {
  const input = h("input", { type: "file", accept: ".json", onchange: safely(async () => {
    const { names } = await ask("bring", { data: await encoded(input.files[0]) });
    say(`收进 ${names.length} 份：${names.join("、")}`);
  }) });
  input.click();
}

const pdf = safely(async () => {
  try { give(await ask("take-away", { tree: state.tree, name: state.name, form: "pdf" })); }
  catch (error) { if (!error.problems) throw error; say("这台电脑没有 LibreOffice，用浏览器的打印存成 PDF：打印机选“另存为 PDF”，去掉“页眉和页脚”"); print(); }
});

const copyText = safely(async () => {
  if (state.model.head["密级"]) { say("标了密级的稿子不复制到微信", "bad"); return; }
  const { data } = await ask("take-away", { tree: state.tree, name: state.name, form: "txt" });
  await navigator.clipboard.writeText(new TextDecoder().decode(data));
  say("文字已复制，到微信里粘贴");
});

const yaml = safely(async () => {
  const { text } = await ask("as-text", { tree: state.tree });
  const area = h("textarea", { class: "yaml", "aria-label": "YAML", spellcheck: "false" });
  const faults = h("div", { role: "alert", class: "faults" });
  area.value = text;
  askPerson("大纲 YAML", h("div", {}, h("p", { class: "quiet" }, "给愿意直接改的人。文件里的注释不在这里，保存时照样留着。"), area, faults), [["用这里写的", () => { use(); return false; }, { class: "main" }]]);
  const use = async () => {
    try {
      const { tree } = await ask("as-tree", { text: area.value });
      const genre = await genreOf(tree["模板"] || "原样");
      change(() => { state.genre = genre; state.model = state.modelOf(tree); return true; });
      tell("opened");
      area.closest("dialog").close();
    } catch (error) {
      if (!error.problems) throw error;
      faults.replaceChildren(...error.problems.map((one) => h("p", {}, button(`第 ${one.line ?? "?"} 行`, () => { const rows = area.value.split("\n"); const at = rows.slice(0, (one.line ?? 1) - 1).join("\n").length + (one.line > 1 ? 1 : 0); area.focus(); area.setSelectionRange(at, at + (rows[(one.line ?? 1) - 1] ?? "").length); }, { class: "link" }), ` ${one.message}${one.hint ? `（${one.hint}）` : ""}`)));
    }
  };
});

async function history() {
  if (!state.id) { say("这一份还没有存过"); return; }
  const { states } = await ask("states", { id: state.id });
  const shown = (stamp) => stamp.replace(/(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)/, "$1年$2月$3日 $4:$5:$6");
  const dialog = askPerson("历史", states.length ? h("ul", { class: "documents" }, states.map((stamp) => h("li", {}, button(`回到 ${shown(stamp)}`, safely(async () => { const { tree } = await ask("state", { id: state.id, stamp }); remarks.replaceTree(tree); dialog.close(); say("已回到那时，撤销可以退回"); }))))) : h("p", {}, "改过以后才有。"), []);
}

function replaceAll() {
  const from = h("input", { "aria-label": "找", placeholder: "找" }), to = h("input", { "aria-label": "换成", placeholder: "换成" });
  const list = h("ul", { class: "replacements" });
  let found = [];
  const look = () => {
    found = from.value ? everyText(state.model).flatMap((one) => { const spots = []; for (let at = one.text.indexOf(from.value); at >= 0; at = one.text.indexOf(from.value, at + from.value.length)) spots.push({ one, at }); return spots; }) : [];
    list.replaceChildren(...found.map((spot) => { const before = spot.one.text.slice(0, spot.at); const quoted = (before.match(/[《“]/g) ?? []).length > (before.match(/[》”]/g) ?? []).length; spot.box = h("input", { type: "checkbox", checked: !quoted }); return h("li", {}, h("label", {}, spot.box, ` ${spot.one.label}：${before.slice(-12)}`, h("b", {}, from.value), spot.one.text.slice(spot.at + from.value.length).slice(0, 12), quoted ? "（在引号、书名号里）" : "")); }));
  };
  from.addEventListener("input", look);
  askPerson("全文替换", h("div", {}, from, to, list), [["替换勾选的", () => {
    const texts = new Map();
    for (const spot of found.filter((one) => one.box.checked)) texts.set(spot.one, [...(texts.get(spot.one) ?? []), spot.at]);
    change(() => { for (const [one, spots] of texts) one.set(spots.reverse().reduce((said, at) => said.slice(0, at) + to.value + said.slice(at + from.value.length), one.text)); });
    say(`换了 ${found.filter((one) => one.box.checked).length} 处`);
  }, { class: "main" }]]);
  from.focus();
}

function second() {
  window.open(`${location.pathname}${location.search}#/预览`, "drafter-preview");
  setTimeout(() => channel?.postMessage(state.preview), 1500);
}

// --- from a page to its field -------------------------------------------------------------------------------------

function follow(target) {
  const run = target.closest("[data-key]");
  const found = run && nodeAt(state.index, run.dataset.key);
  if (!found) return;
  const fields = { 标题: "title", 正文: "text", 小标题: "heading", 导语: "lead", 小结: "tail" };
  focusOn(found.node, fields[found.field], Number(run.dataset.at));
}

// --- pages, keys, start -------------------------------------------------------------------------------------------

async function route() {
  const page = decodeURIComponent(location.hash).replace(/^#\//, "") || "写作";
  document.body.dataset.page = page;
  $$("#pages a").forEach((link) => link.setAttribute("aria-current", link.textContent === page ? "page" : "false"));
  const writing = page === "写作" || page === "预览";
  $("#other").hidden = writing;
  if (!writing) await openPage(page, { put, told, encoded, give });
  else { $$("#outline textarea, #side textarea").forEach(grow); if (state.preview) fit($("#sheets"), state.preview); }
}

const KEYS = { s: () => save(true), p: () => print(), h: replaceAll, f: replaceAll };

function keys(event) {
  if (event.isComposing || !(event.ctrlKey || event.metaKey) || event.altKey) {
    if (event.altKey && (event.key === "ArrowLeft" || event.key === "ArrowRight")) event.preventDefault();
    return;
  }
  const key = event.key.toLowerCase();
  if (key === "z" || key === "y") {
    event.preventDefault();
    if (key === "y" || event.shiftKey) redo(genreOf); else undo(genreOf);
  } else if (KEYS[key] && !event.shiftKey && document.body.dataset.page === "写作") { event.preventDefault(); KEYS[key](); }
}

async function main() {
  if (location.hash.includes(encodeURIComponent("预览")) || decodeURIComponent(location.hash) === "#/预览") { follower(); return; }
  state.hello = await ask("hello");
  $("#pages").replaceChildren(...PAGES.map((page) => h("a", { href: `#/${page}` }, page)));
  head();
  editor.begin();
  remarks.begin();
  onChange(changed);
  document.addEventListener("keydown", keys);
  document.addEventListener("counted", () => { meters(); underline(); });
  document.addEventListener("whole", safely(async (event) => {
    const data = await encoded(new Blob([event.detail]));
    const { tree, problems } = await ask("read", { file: "粘贴的提纲.txt", data, genre: state.genre.name });
    change(() => { state.model = state.modelOf({ ...tree, 模板: state.genre.name }); return true; });
    tell("opened");
    say(problems.length ? `读好了；${problems.length} 处要看：${problems.slice(0, 3).map((one) => one.message).join("；")}` : "读好了，看看各部分放得对不对");
  }));
  $("#sheets").addEventListener("click", (event) => follow(event.target));
  addEventListener("hashchange", route);
  new ResizeObserver(() => fit($("#sheets"), state.preview)).observe($("#preview"));
  addEventListener("beforeunload", (event) => { if (state.model && JSON.stringify(state.tree) !== state.saved && worthSaving()) { save(); event.preventDefault(); } });
  addEventListener("visibilitychange", () => { if (document.hidden && state.model) settle(); });
  setInterval(() => { ask("alive").catch(() => stored("程序没有回应，先不要关这个窗口", "bad")); }, 20000);
  let known = null;
  try { known = sessionStorage.getItem("document"); } catch { known = null; }
  if (known && state.hello.documents.some((one) => one.id === known)) await open(known);
  else if (state.hello.documents.length) await open(state.hello.documents[0].id);
  else { const { tree } = await ask("begin", { genre: "部署讲话", sample: true }); await put({ ...tree, 标题: tree["标题"] }); say("这是一份样例，随便改着看；“新建”开始写自己的"); }
  if (!state.model) await put((await ask("begin", { genre: "部署讲话" })).tree);
  await route();
  document.body.dataset.ready = "yes";
}

// A second window that only shows the pages of the first.
function follower() {
  document.body.dataset.page = "预览另开";
  let report = null;
  channel?.addEventListener("message", ({ data }) => { report = data; draw($("#sheets"), data); fit($("#sheets"), data); });
  new ResizeObserver(() => fit($("#sheets"), report)).observe($("#preview"));
}

main().catch(told);
