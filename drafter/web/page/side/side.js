// What stands beside the outline, one thing at a time.

import { $, button, grow, h } from "../basis/dom.js";
import { onChange } from "../written/state.js";

let tab = "校对提示";
const panels = new Map();

// A panel: its name on the tab, and what stands in it.
export const register = (name, body) => panels.set(name, body);
export const isOpen = (name) => tab === name;

export function openTab(name) {
  tab = name;
  $("#side").classList.add("open");
  draw();
}

const closeSide = () => $("#side").classList.remove("open");

function tabs() {
  return h(
    "div",
    { class: "tabs", role: "tablist", "aria-label": "旁边看什么" },
    [...panels.keys()].map((name) =>
      button(name, () => openTab(name), {
        role: "tab",
        "aria-selected": String(name === tab),
        class: name === tab ? "on" : "",
      }),
    ),
    button("收起", closeSide, { class: "fold" }),
  );
}

let held = false,
  late = false;

// Not under a finger: what is pressed would be another thing when it is let go.
export function draw() {
  late = held;
  if (held) return;
  const at = document.activeElement;
  $("#side").replaceChildren(tabs(), h("section", { "aria-label": tab, class: "cards" }, panels.get(tab)()));
  $("#side").querySelectorAll("textarea").forEach(grow);
  if (at !== document.activeElement && $("#side").contains(at)) at.focus(); // what was kept keeps the cursor
}

export function card(kind, title, body, ...acts) {
  return h("article", { class: `card ${kind}` }, h("h3", {}, title), body, h("div", { class: "do" }, acts));
}

export function begin() {
  $("#side").addEventListener("pointerdown", () => {
    held = true;
  });
  addEventListener("pointerup", () =>
    setTimeout(() => {
      held = false;
      if (late) draw();
    }),
  );
  onChange((how) => {
    if (how !== "typed") draw();
  });
}
