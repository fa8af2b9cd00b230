// The outliner's hands: keys, typing, dragging. Nothing is touched while an input method composes.

import { $, $$, grow, say } from "../basis/dom.js";
import { addPoint, removeBack } from "./acts.js";
import { complete, completing } from "./complete.js";
import { focusOn } from "../basis/focus.js";
import { deeper, move, placeOf, remove, shallower } from "../written/moves.js";
import { byId, newPoint } from "../written/outline.js";
import { pasted } from "./paste.js";
import { change, onChange, state } from "../written/state.js";
import { render } from "./views.js";

let composing = false,
  leaving = false;

function typed(event) {
  const area = event.target;
  if (!area.dataset.node) return;
  grow(area);
  area.closest(".part").classList.remove("unwritten");
  if (composing) return;
  const node = byId(state.model, Number(area.dataset.node));
  if (area.dataset.field !== "text" && area.dataset.field !== "lead" && area.dataset.field !== "tail")
    area.value = area.value.replace(/\n/g, "");
  change(() => {
    node[area.dataset.field] = area.value;
  }, `${area.dataset.node}${area.dataset.field}`);
  complete(area);
}

const ARROWS = { ArrowUp: -1, ArrowDown: 1 };

function pressed(event) {
  const area = event.target;
  if (!area.dataset?.node || composing || event.isComposing || event.keyCode === 229) return;
  if (completing(event)) return;
  const node = byId(state.model, Number(area.dataset.node));
  const name = area.dataset.field;
  if (event.key === "Escape") {
    leaving = true;
    return;
  }
  if (event.key === "Tab" && !leaving && node.kind === "point" && !event.ctrlKey && !event.altKey) {
    event.preventDefault();
    const at = area.selectionStart;
    const did = change(() => (event.shiftKey ? shallower(state.model, node) : deeper(state.model, node)));
    if (did === false) say(event.shiftKey ? "已经是第一层" : "前面没有同层的要点，降不下去");
    focusOn(node, name, at);
  } else if (event.key in ARROWS && event.altKey && !event.ctrlKey) {
    event.preventDefault();
    const at = area.selectionStart;
    const moved = node.kind === "section" ? placeOf(state.model, node).part : node;
    if (change(() => move(state.model, moved, ARROWS[event.key])) !== false)
      say(event.key === "ArrowUp" ? "已上移" : "已下移");
    focusOn(node, name, at);
  } else if ((event.key === "ArrowRight" || event.key === "ArrowLeft") && event.altKey) {
    event.preventDefault();
    if (event.shiftKey && node.kind === "point") {
      change(() => (event.key === "ArrowLeft" ? shallower(state.model, node) : deeper(state.model, node)));
      focusOn(node, name);
    }
  } else if (event.key === "Enter" && !event.shiftKey && !event.ctrlKey && !event.altKey) {
    entered(event, area, node, name);
  } else if (
    event.key === "Backspace" &&
    node.kind === "point" &&
    area.selectionStart === 0 &&
    area.selectionEnd === 0
  ) {
    if (!node.title && !node.text && !node.points.length) {
      event.preventDefault();
      removeBack(node);
    } else if (name === "text") {
      event.preventDefault();
      focusOn(node, "title");
    }
  }
  if (event.key !== "Shift") leaving = false;
}

function entered(event, area, node, name) {
  event.preventDefault();
  if (node.kind === "section") {
    if (name === "heading") focusOn(node, "lead");
    else if (["opening", "closing"].includes(placeOf(state.model, node).part.role))
      (area.setRangeText("\n", area.selectionStart, area.selectionEnd, "end"),
        area.dispatchEvent(new InputEvent("input", { bubbles: true })));
    else if (name === "lead") addPoint(node, 0);
    return;
  }
  if (name === "title") {
    focusOn(node, "text");
    return;
  }
  const { list, at } = placeOf(state.model, node);
  const rest = area.value.slice(area.selectionEnd);
  const point = newPoint("", rest.trim());
  change(() => {
    node.text = area.value.slice(0, area.selectionStart);
    list.splice(at + 1, 0, point);
  });
  focusOn(point, "title");
}

let dragged = null;

function dragging(place) {
  place.addEventListener("dragstart", (event) => {
    dragged = byId(state.model, Number(event.target.closest(".point")?.dataset.id));
    event.dataTransfer.effectAllowed = "move";
  });
  place.addEventListener("dragover", (event) => {
    if (dragged && event.target.closest(".point, .section")) event.preventDefault();
  });
  place.addEventListener("drop", (event) => {
    const target = byId(state.model, Number(event.target.closest(".point, .section")?.dataset.id));
    const node = dragged;
    dragged = null;
    if (!node || !target || target === node || contains(node, target)) return;
    event.preventDefault();
    const below = event.offsetY > event.target.clientHeight / 2;
    change(() => {
      remove(state.model, node);
      if (target.kind === "section") {
        target.points.push(node);
        return;
      }
      const { list, at } = placeOf(state.model, target);
      list.splice(at + (below ? 1 : 0), 0, node);
    });
  });
}

const contains = (node, other) => node.points.some((one) => one === other || contains(one, other));

export function begin() {
  const place = $("#parts");
  place.addEventListener("input", typed);
  place.addEventListener("keydown", pressed);
  place.addEventListener("compositionstart", () => {
    composing = true;
  });
  place.addEventListener("compositionend", (event) => {
    composing = false;
    typed(event);
  });
  place.addEventListener("paste", pasted);
  place.addEventListener("focusin", (event) => {
    const area = event.target;
    if (!area.dataset.node) return;
    state.focus = { node: Number(area.dataset.node), field: area.dataset.field };
    $$(".on", place).forEach((one) => one.classList.remove("on"));
    area.closest(".point")?.classList.add("on");
    area.closest(".part").classList.add("on");
    $$("textarea", area.closest(".part")).forEach(grow);
    document.dispatchEvent(new CustomEvent("at", { detail: byId(state.model, state.focus.node) }));
  });
  dragging(place);
  onChange((how) => {
    if (how !== "typed") render();
  });
}
