// From a place on the pages to the field in which its words are typed, and back.

import { $$ } from "../basis/dom.js";
import { focusOn } from "../basis/focus.js";
import { nodeAt } from "../written/outline.js";
import { state } from "../written/state.js";

const FIELDS = { 标题: "title", 正文: "text", 小标题: "heading", 导语: "lead", 小结: "tail" };

// The words of a node on the pages, brought into sight.
export function show(node) {
  if (state.sent) return; // other pages are shown
  const path = [...state.index].find(([, one]) => one === node)?.[0];
  if (!path) return;
  const run = $$("#sheets [data-key]").find(
    ({ dataset: { key } }) => key === path || key.startsWith(`${path}.`) || key.startsWith(`${path}[`),
  );
  run?.closest(".block").scrollIntoView({ block: "nearest" });
}

// The cursor goes to a character of the text at a key path; whether there is one.
export function go(key, at) {
  const found = nodeAt(state.index, key);
  if (found) focusOn(found.node, FIELDS[found.field], at);
  return Boolean(found);
}

export function follow(target) {
  const run = target.closest("[data-key]");
  if (run) go(run.dataset.key, Number(run.dataset.at));
}
