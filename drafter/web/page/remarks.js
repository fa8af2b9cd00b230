// What stands beside the outline, one thing at a time: findings, wordings of the template, passages, figures, the meeting.

import { $, ask as askPerson, button, grow, h, say } from "./dom.js";
import { ask } from "./ask.js";
import { byId, nodeAt, placeOf, pointOf, sectionOf } from "./outline.js";
import { focusOn } from "./focus.js";
import { labelOf } from "./editor.js";
import { change, onChange, state } from "./state.js";

const LEVELS = { error: ["错误", "err"], warning: ["提醒", "tip"], info: ["说明", "note"] };
const TABS = ["校对提示", "措辞", "素材", "数据", "会议"];
let tab = "校对提示", hits = null, query = "";

export const tagOf = (finding) => `${finding.code}|${finding.key}|${finding.excerpt}`;
export const openFindings = () => state.findings.filter((one) => !state.silenced.has(tagOf(one)));

export function openTab(name) {
  tab = name;
  $("#side").classList.add("open");
  draw();
}

export const closeSide = () => $("#side").classList.remove("open");

function tabs() {
  return h("div", { class: "tabs", role: "tablist", "aria-label": "旁边看什么" }, TABS.map((name) => button(name, () => openTab(name), { role: "tab", "aria-selected": String(name === tab), class: name === tab ? "on" : "" })), button("收起", closeSide, { class: "fold" }));
}

export function draw() {
  const body = { 校对提示: findings, 措辞: wordings, 素材: passages, 数据: facts, 会议: meeting }[tab]();
  $("#side").replaceChildren(tabs(), h("section", { "aria-label": tab, class: "cards" }, body));
  $("#side").querySelectorAll("textarea").forEach(grow);
}

function goTo(finding) {
  const found = nodeAt(state.index, finding.key);
  if (found) { const fields = { 标题: "title", 正文: "text", 小标题: "heading", 导语: "lead", 小结: "tail" }; focusOn(found.node, fields[found.field]); }
  else if (finding.key) openTab(finding.key.startsWith("数据") ? "数据" : "会议");
}

async function mend(fixes) {
  const { tree, done } = await ask("mend", { tree: state.tree, name: state.name, fixes });
  if (!done) { say("这一处刚才改动过，重新校对以后再改"); return; }
  replaceTree(tree);
  say(`改了 ${done} 处，撤销可以退回`);
}

// The outline says something else now, as one step that can be undone.
export function replaceTree(tree) {
  const { id, name, version, genre } = state;
  const before = JSON.stringify(state.model);
  change(() => {
    const kept = { seen: state.seen };
    const fresh = state.modelOf(tree);
    state.model = fresh;
    Object.assign(state, kept, { id, name, version, genre });
    return JSON.stringify(fresh) !== before;
  });
}

function card(kind, title, body, ...acts) {
  return h("article", { class: `card ${kind}` }, h("h3", {}, title), body, h("div", { class: "do" }, acts));
}

function findings() {
  const open = openFindings();
  const fixes = open.filter((one) => one.fix);
  const order = { error: 0, warning: 1, info: 2 };
  const cards = [...open].sort((a, b) => order[a.severity] - order[b.severity]).map((one) => {
    const [word, kind] = LEVELS[one.severity];
    const fix = one.fix ? h("p", {}, h("del", {}, one.fix.old), " → ", h("ins", {}, one.fix.new || "（删去）")) : null;
    return card(kind, [h("span", { class: `tag ${kind}` }, word), " ", one.message], [one.excerpt ? h("q", {}, one.excerpt) : null, fix, one.hint ? h("p", { class: "hint" }, one.hint) : null],
      one.fix ? button("照改", () => mend([{ line: one.line, column: one.column, ...one.fix }])) : button("去写", () => goTo(one)),
      button("这处不改", () => { state.silenced.add(tagOf(one)); draw(); document.dispatchEvent(new Event("counted")); }));
  });
  const hidden = state.findings.length - open.length;
  return [
    fixes.length > 1 ? button("全部照改", () => mend(fixes.map((one) => ({ line: one.line, column: one.column, ...one.fix }))), { class: "main" }) : null,
    cards.length ? cards : h("p", { class: "quiet" }, state.checked ? `查了 ${state.checked.rules} 项，没有查出问题（提法库截至 ${state.checked.as_of ?? "—"}）` : "写一点再来看"),
    hidden ? h("p", { class: "quiet" }, `您说不改的 ${hidden} 处没有列出　`, button("列出来", () => { state.silenced.clear(); draw(); document.dispatchEvent(new Event("counted")); }, { class: "link" })) : null,
  ];
}

const confirmed = () => new Set(Object.values(typeof state.model.head["措辞"] === "object" && state.model.head["措辞"] ? state.model.head["措辞"] : {}).filter((one) => !/^\d+$/.test(one)));
export const drafted = () => (state.preview?.added ?? []).filter((one) => !state.seen.has(one.text) && !confirmed().has(one.text));

function wordings() {
  const said = state.preview?.added ?? [];
  const pinned = confirmed();
  return [
    h("p", { class: "quiet" }, "下面是工具代拟的话，每一句都看一眼。"),
    said.map((one) => {
      const label = state.genre.roles.find((role) => role.name === one.role)?.label ?? one.role;
      const done = state.seen.has(one.text) || pinned.has(one.text);
      return card(done ? "done" : "tpl", [label, done ? " · 看过" : ""], h("p", {}, one.text),
        button("换个说法", () => swap(one.role, label)), button("就用这句", () => pin(label, one)), button("改成我的话", () => own(one)));
    }),
    said.length ? null : h("p", { class: "quiet" }, "全是您自己写的话。"),
  ];
}

function choices(label, value) {
  const now = state.model.head["措辞"];
  const map = now && typeof now === "object" ? { ...now } : now ? { 其余: now } : {};
  change(() => { state.model.head["措辞"] = { ...map, [label]: value }; });
}

async function swap(role, label) {
  const { wordings: list } = await ask("wordings", { tree: state.tree, name: state.name, role });
  if (!list.length) { say("这一处只有一种说法；“改成我的话”可以自己写"); return; }
  const dialog = askPerson(`${label}：换个说法`, h("ul", { class: "choose" }, list.map((one) => h("li", {}, button(one.text, () => { choices(label, String(one.number)); dialog.close(); }, { class: one.chosen ? "on" : "" })))), []);
}

function pin(label, one) {
  state.seen.add(one.text);
  const same = (state.preview?.added ?? []).filter((other) => other.role === one.role);
  if (same.length === 1) choices(label, one.text);
  document.dispatchEvent(new Event("counted"));
  draw();
}

function own(one) {
  const part = state.model.parts.find((other) => other.role === one.role);
  if (!part) return;
  const [section] = part.sections;
  change(() => { section.lead = [section.lead, one.text].filter(Boolean).join("\n"); });
  focusOn(section, "lead");
}

async function look() {
  const node = state.focus && byId(state.model, state.focus.node);
  const part = node && placeOf(state.model, node)?.part;
  const text = query || (node && (node.title || node.heading)) || state.model.head["标题"] || "";
  try {
    hits = text ? await ask("search", { text, secrecy: state.model.head["密级"] ?? "" }) : { hits: [] };
    if (!hits.hits.length && part && !query) hits = await ask("search", { text: "", role: part.role, secrecy: state.model.head["密级"] ?? "" });
  } catch (error) { hits = { hits: [], said: error.message }; }
  draw();
}

function passages() {
  const box = h("input", { type: "search", value: query, placeholder: "找什么：营商环境、收尾的话……", "aria-label": "找素材" });
  const form = h("form", { class: "find", onsubmit: (event) => { event.preventDefault(); query = box.value.trim(); look(); } }, box, h("button", {}, "找"));
  if (!hits) { hits = { hits: [] }; look(); }
  return [form, hits.said ? h("p", { class: "quiet" }, hits.said) : null,
    hits.hits.map((one) => card("", one.title || one.id, [h("q", {}, one.excerpt.replace(/[【】]/g, "")), h("p", { class: "hint" }, [one.occasion, one.date, one.source, one.within].filter(Boolean).join(" · "))],
      one.kind === "outline" ? null : button("用这条", () => take(one)), button("看全文", () => whole(one)))),
    hits.hits.length ? null : h("p", { class: "quiet" }, "没有找到。换一两个词，或在“素材库”里收进旧稿。"),
    hits.hidden ? h("p", { class: "quiet" }, `另有 ${hits.hidden} 条因密级没有列出`) : null];
}

async function whole(one) {
  const { entry } = await ask("shown", { id: one.id, secrecy: state.model.head["密级"] ?? "" });
  askPerson(one.title || one.id, h("div", { class: "full" }, entry.text.split("\n").map((line) => h("p", {}, line))), one.kind === "outline" ? [] : [["用这条", () => { take(one); }, { class: "main" }]]);
}

async function take(one) {
  const taken = await ask("passage", { id: one.id, secrecy: state.model.head["密级"] ?? "" });
  const at = state.focus && byId(state.model, state.focus.node);
  const part = (at && placeOf(state.model, at)?.part) ?? state.model.parts.find((other) => other.role === one.role) ?? state.model.parts.find((other) => other.role === "tasks") ?? state.model.parts[0];
  let node;
  change(() => {
    if (taken.point) {
      node = pointOf(taken.tree);
      const place = at?.kind === "point" ? placeOf(state.model, at) : null;
      if (place) place.list.splice(place.at + 1, 0, node); else (at?.kind === "section" ? at : part.sections.at(-1)).points.push(node);
    } else {
      node = sectionOf(taken.tree);
      const blank = part.sections.length === 1 && !part.sections[0].heading && !part.sections[0].lead && !part.sections[0].points.length;
      if (blank) part.sections = [node]; else part.sections.push(node);
    }
    const known = state.model.head["数据"] ?? {};
    const fresh = taken.facts.filter((name) => !(name in known));
    if (fresh.length) state.model.head["数据"] = { ...known, ...Object.fromEntries(fresh.map((name) => [name, null])) };
  });
  say(`已放进“${labelOf(part)}”${taken.facts.length ? `，数要重填：${taken.facts.join("、")}` : ""}`);
  focusOn(node);
}

// Figures: a name and what it is, said once and used everywhere.
function facts() {
  const known = state.model.head["数据"] ?? {};
  const set = (name, key, value) => change(() => {
    const now = state.model.head["数据"][name];
    const map = now && typeof now === "object" ? { ...now } : now ? { 数值: now } : {};
    if (value) map[key] = value; else delete map[key];
    const keys = Object.keys(map);
    state.model.head["数据"] = { ...state.model.head["数据"], [name]: !keys.length ? null : keys.length === 1 && keys[0] === "数值" ? map["数值"] : map };
  }, `数据${name}${key}`);
  const rows = Object.entries(known).map(([name, value]) => {
    const map = value && typeof value === "object" ? value : { 数值: value ?? "" };
    const person = "姓名" in map || "职务" in map;
    const cell = (key, hint) => h("input", { value: map[key] ?? "", placeholder: hint, "aria-label": `${name}${key}`, oninput: (event) => set(name, key, event.target.value.trim()) });
    return h("article", { class: `card fact ${map["数值"] || map["姓名"] ? "" : "open-fact"}` }, h("h3", {}, name, " ", button("插到文中", () => { const area = $(`#parts [data-node="${state.focus?.node}"][data-field="${state.focus?.field}"]`); if (!area) { say("先点一下要插到哪里"); return; } area.setRangeText(`{{ ${name} }}`, area.selectionStart, area.selectionEnd, "end"); area.dispatchEvent(new InputEvent("input", { bubbles: true })); }, { class: "link" }), button("删除", () => { change(() => { const rest = { ...state.model.head["数据"] }; delete rest[name]; state.model.head["数据"] = rest; }); draw(); }, { class: "link" })),
      person ? [cell("姓名", "姓名"), cell("职务", "职务")] : [cell("数值", "数值，空着印成待补"), cell("单位", "单位")], cell("截至", "截至哪天"), cell("来源", "出自哪里"));
  });
  const box = h("input", { placeholder: "数据的名称，如 办件量", "aria-label": "新数据的名称" });
  const add = h("form", { class: "find", onsubmit: (event) => {
    event.preventDefault();
    const name = box.value.trim();
    if (!/^[\p{L}\p{N}_]+$/u.test(name)) { say("名称只用汉字、字母、数字", "bad"); return; }
    change(() => { state.model.head["数据"] = { ...known, [name]: known[name] ?? null }; });
    draw();
  } }, box, h("button", {}, "添加数据"));
  return [h("p", { class: "quiet" }, "一个数只填一次，文中打 @ 引用。"), add, rows];
}

// What is said about the meeting and the paper, as the genre's keys have it.
function meeting() {
  const { head } = state.model;
  const table = (name) => state.hello.forms[name];
  const simple = (holder, one, path, label) => {
    const value = holder()?.[one.key];
    const several = ["lines", "texts"].includes(one.kind);
    const area = h(several ? "textarea" : "input", { "aria-label": label ?? one.key, title: one.about, placeholder: one.about, rows: 1 });
    area.value = Array.isArray(value) ? value.join("\n") : value ?? "";
    area.addEventListener("input", () => {
      if (several) grow(area);
      const lines = area.value.split("\n").map((line) => line.trim()).filter(Boolean);
      change(() => { const map = { ...(holder() ?? {}) }; const said = several ? (lines.length > 1 ? lines : lines[0] ?? "") : area.value.trim(); if (said.length) map[one.key] = said; else delete map[one.key]; path(map); }, `会议${label ?? one.key}`);
    });
    return h("label", {}, label ?? one.key, area);
  };
  const group = (name, key, skip = [], labels = {}) => h("fieldset", {}, h("legend", {}, name),
    table(key).filter((one) => !["agenda", "people"].includes(one.kind) && !skip.includes(one.key)).map((one) => simple(() => (typeof head[key] === "object" ? head[key] : { 姓名: head[key] }), one, (map) => { if (Object.keys(map).length) head[key] = map; else delete head[key]; }, labels[one.key])));
  const own = (keys) => keys.map((key) => simple(() => head, state.hello.forms["大纲"].find((one) => one.key === key), (map) => { state.model.head = map; }));
  const rows = (key, name) => {
    const list = () => head["场合"]?.[key] ?? [];
    const put = (made) => change(() => { head["场合"] = { ...(head["场合"] ?? {}), [key]: made }; if (!made.length) delete head["场合"][key]; }, `会议${key}`);
    return h("fieldset", {}, h("legend", {}, name), list().map((row, n) => h("div", { class: "row" }, table(key).slice(0, 4).map((one) => h("input", { value: row[one.key] ?? "", placeholder: one.key, title: one.about, "aria-label": `${name}${n + 1}${one.key}`, oninput: (event) => { const made = list().map((other) => ({ ...other })); if (event.target.value.trim()) made[n][one.key] = event.target.value.trim(); else delete made[n][one.key]; put(made); } })), button("删除", () => { put(list().filter((_, other) => other !== n)); draw(); }, { class: "link" }))),
      button(`添加${name === "议程" ? "一项" : "一人"}`, () => { put([...list(), { [table(key)[0].key]: "　" }]); draw(); }, { class: "link" }));
  };
  const official = state.genre.keys.some((key) => ["公文", "official"].includes(key)) || "公文" in head;
  return [
    h("fieldset", {}, h("legend", {}, "题目和印法"), own(["副标题", "稿次", "时长", "密级", "文风", "领导交代", ...(official ? ["主送"] : [])])),
    group("讲话人", "讲话人", ["排在日期前"]), group("会议", "场合", [], { 名称: "会议名称", 地点: "会议地点", 时间: "会议时间" }), rows("议程", "议程"), rows("人员", "人员"),
    official ? group("公文", "公文") : null,
  ];
}

export function begin() {
  onChange((how) => { if (how === "opened") { hits = null; query = ""; } if (how !== "typed") draw(); });
  document.addEventListener("at", () => { if (tab === "素材") look(); });
}
