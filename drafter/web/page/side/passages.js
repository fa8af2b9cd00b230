// Passages of the library beside what is being written.

import { ask as askPerson, button, h, say } from "../basis/dom.js";
import { ask } from "../basis/ask.js";
import { labelOf } from "../outliner/views.js";
import { focusOn } from "../basis/focus.js";
import { placeOf } from "../written/moves.js";
import { byId, pointOf, sectionOf } from "../written/outline.js";
import { card, draw, isOpen, register } from "./side.js";
import { change, markOf, onChange, state } from "../written/state.js";

let hits = null,
  query = "";

// Of two questions on their way the answer to the later one stands, whichever comes first.
let asked = 0;

async function look() {
  const turn = ++asked;
  const node = state.focus && byId(state.model, state.focus.node);
  const part = node && placeOf(state.model, node)?.part;
  const text = query || (node && (node.title || node.heading)) || state.model.head["标题"] || "";
  let found = { hits: [] };
  try {
    if (text) found = await ask("search", { text, secrecy: markOf() });
    if (!found.hits.length && part && !query)
      found = await ask("search", { text: "", role: part.role, secrecy: markOf() });
  } catch (error) {
    found.said = error.message;
  }
  if (turn !== asked) return;
  hits = found;
  draw();
}

let form = null;

// The field in which is typed what to look for: one for as long as a paper is open, so that what is typed while an answer
// comes stays there.
function searching() {
  if (form) return form;
  const box = h("input", { type: "search", placeholder: "找什么：营商环境、收尾的话……", "aria-label": "找素材" });
  const find = (event) => {
    event.preventDefault();
    query = box.value.trim();
    look();
  };
  form = h("form", { class: "find", onsubmit: find }, box, h("button", {}, "找"));
  return form;
}

function passages() {
  if (!hits) {
    hits = { hits: [] };
    look();
  }
  return [
    searching(),
    hits.said ? h("p", { class: "quiet" }, hits.said) : null,
    hits.hits.map((one) =>
      card(
        "",
        one.title || one.id,
        [
          h("q", {}, one.excerpt.replace(/[【】]/g, "")),
          h("p", { class: "hint" }, [one.occasion, one.date, one.source, one.within].filter(Boolean).join(" · ")),
        ],
        one.kind === "outline" ? null : button("用这条", () => take(one)),
        button("看全文", () => whole(one)),
      ),
    ),
    hits.hits.length ? null : h("p", { class: "quiet" }, "没有找到。换一两个词，或在“素材库”里收进旧稿。"),
    hits.hidden ? h("p", { class: "quiet" }, `另有 ${hits.hidden} 条因密级没有列出`) : null,
  ];
}

async function whole(one) {
  const { entry } = await ask("shown", { id: one.id, secrecy: markOf() });
  askPerson(
    one.title || one.id,
    h(
      "div",
      { class: "full" },
      entry.text.split("\n").map((line) => h("p", {}, line)),
    ),
    one.kind === "outline"
      ? []
      : [
          [
            "用这条",
            () => {
              take(one);
            },
            { class: "main" },
          ],
        ],
  );
}

async function take(one) {
  const taken = await ask("passage", { id: one.id, secrecy: markOf() });
  const at = state.focus && byId(state.model, state.focus.node);
  const part =
    (at && placeOf(state.model, at)?.part) ??
    state.model.parts.find((other) => other.role === one.role) ??
    state.model.parts.find((other) => other.role === "tasks") ??
    state.model.parts[0];
  let node;
  change(() => {
    if (taken.point) {
      node = pointOf(taken.tree);
      const place = at?.kind === "point" ? placeOf(state.model, at) : null;
      if (place) place.list.splice(place.at + 1, 0, node);
      else (at?.kind === "section" ? at : part.sections.at(-1)).points.push(node);
    } else {
      node = sectionOf(taken.tree);
      const blank =
        part.sections.length === 1 &&
        !part.sections[0].heading &&
        !part.sections[0].lead &&
        !part.sections[0].points.length;
      if (blank) part.sections = [node];
      else part.sections.push(node);
    }
    const known = state.model.head["数据"] ?? {};
    const fresh = taken.facts.filter((name) => !(name in known));
    if (fresh.length) state.model.head["数据"] = { ...known, ...Object.fromEntries(fresh.map((name) => [name, null])) };
  });
  say(`已放进“${labelOf(part)}”${taken.facts.length ? `，数要重填：${taken.facts.join("、")}` : ""}`);
  focusOn(node);
}

register("素材", passages);
onChange((how) => {
  if (how !== "opened") return;
  hits = form = null;
  query = "";
});
document.addEventListener("at", () => {
  if (isOpen("素材")) look();
});
