// What people said of the draft, beside the points that they said it of: taken down, decided about, taken away as a table.

import { button, grow, h } from "../basis/dom.js";
import { ask, give } from "../basis/ask.js";
import { focusOn } from "../basis/focus.js";
import { safely } from "../basis/telling.js";
import { byId, nodeAt, walk } from "../written/outline.js";
import { change, onChange, state } from "../written/state.js";
import { draw, openTab, register } from "./side.js";

const KEY = "各方意见",
  OPEN = "待定",
  STATES = [OPEN, "已改", "未改"],
  LONG = 16;

export const listed = () => {
  const said = state.model.head[KEY];
  return (Array.isArray(said) ? said : said ? [said] : []).map((one) =>
    typeof one === "string" ? { 原话: one } : one,
  );
};
const isOpen = (one) => !["已改", "未改"].includes(one["办理"]);
const put = (made, field) =>
  change(() => {
    if (made.length) state.model.head[KEY] = made;
    else delete state.model.head[KEY];
  }, field);

// What a place is called: its title or heading, else how its text begins.
const called = (node) =>
  node.title || node.heading || (node.text || node.lead || "").slice(0, LONG) || (node.kind === "part" ? node.key : "");

// By what an opinion says its place: by its words, where no other place is called so; else by its key path.
function nameOf(node) {
  const name = called(node);
  let same = 0;
  walk(state.model, (other) => {
    if (called(other) === name) same += 1;
  });
  const path = [...state.index].find(([, one]) => one === node)?.[0];
  return same > 1 && path ? path : name;
}

// The node that an opinion is about: by its key path, or by the words that stand there.
function placeOf(one) {
  const at = one["位置"] ?? "";
  if (!at) return null;
  const found = nodeAt(state.index, at)?.node;
  if (found) return found;
  let best = null;
  walk(state.model, (node) => {
    const name = called(node);
    if (name && (at.includes(name) || name.includes(at)) && name.length > (best ? called(best).length : 0)) best = node;
  });
  return best;
}

// How many opinions nobody has decided about.
export const undecided = () => listed().filter(isOpen).length;

function view(one, n) {
  const set = (key, value) => {
    put(
      listed().map((other, place) => {
        if (place !== n) return other;
        const made = { ...other };
        if (value) made[key] = value;
        else delete made[key];
        return made;
      }),
      `意见${n}${key}`,
    );
    if (["办理", "位置"].includes(key)) mark();
  };
  const field = (key, hint) =>
    h("input", {
      value: one[key] ?? "",
      placeholder: hint,
      "aria-label": `意见${n + 1}${key}`,
      oninput: (event) => set(key, event.target.value.trim()),
    });
  const words = h("textarea", { rows: 1, placeholder: "原话", "aria-label": `意见${n + 1}原话` });
  words.value = one["原话"] ?? "";
  words.addEventListener("input", () => {
    grow(words);
    set("原话", words.value.replace(/\s*\n\s*/g, "；").trim());
    decided.disabled = !words.value.trim();
  });
  const decided = h(
    "select",
    {
      "aria-label": `意见${n + 1}办理`,
      disabled: !one["原话"],
      title: one["原话"] ? "" : "先写原话",
      onchange: () => {
        set("办理", decided.value);
        draw();
      },
    },
    STATES.map((name) => h("option", { value: name, selected: (one["办理"] || OPEN) === name }, name)),
  );
  const place = placeOf(one);
  return h(
    "article",
    { class: `card opinion ${isOpen(one) ? "warning" : ""}` },
    h("div", { class: "row" }, field("谁", "谁提的"), field("方式", "怎么提的，如 电话"), field("何时", "哪天")),
    words,
    h(
      "div",
      { class: "row" },
      field("位置", "说的是哪里"),
      place ? button("去看", () => focusOn(place), { class: "link", "aria-label": `去看意见${n + 1}说的地方` }) : null,
    ),
    h("div", { class: "row" }, decided, field("说明", "怎么办的，为什么不改")),
    button(
      "删除",
      () => {
        put(listed().filter((_, other) => other !== n));
        draw();
      },
      { class: "link", "aria-label": `删除意见${n + 1}` },
    ),
  );
}

// Takes down an opinion of the place at which the cursor stood.
export function note() {
  const node = state.focus && byId(state.model, state.focus.node);
  put([...listed(), { 谁: "", 位置: node ? nameOf(node) : "", 办理: OPEN }]);
  openTab("意见");
  document.querySelector(".opinion:last-of-type input")?.focus();
}

const table = (taken) => safely(async () => give(await ask("opinions", { tree: state.tree, name: state.name, taken })));

function opinions() {
  const all = listed();
  const about = all.length
    ? `共 ${all.length} 条，没有办的 ${undecided()} 条`
    : "纸上的、微信里的、电话里的，都记在这里";
  return [
    h("p", { class: "quiet" }, `${about}。办完才能出定稿。`),
    button("记一条意见", note),
    all.map(view),
    all.length
      ? h(
          "div",
          { class: "do" },
          button("意见采纳情况表", table(false)),
          button("只列采纳的", table(true), { class: "link" }),
        )
      : null,
  ];
}

register("意见", opinions);

// Beside a point stands how many opinions of it are open.
export function mark() {
  document.querySelectorAll("#parts .said").forEach((one) => one.remove());
  const counts = new Map();
  for (const one of listed().filter(isOpen)) {
    const node = placeOf(one);
    if (node) counts.set(node, (counts.get(node) ?? 0) + 1);
  }
  for (const [node, count] of counts) {
    const place = document.querySelector(`#parts [data-id="${node.id}"]`);
    const body = place?.querySelector(":scope > .body") ?? place;
    body?.prepend(button(`意见 ${count}`, () => openTab("意见"), { class: "said" }));
  }
}

onChange((how) => {
  if (how !== "typed") queueMicrotask(mark); // once the outline has been drawn
});
