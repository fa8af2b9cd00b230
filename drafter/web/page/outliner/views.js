// The outline as one sees it: parts with their prompts, sections, points at any depth, each a plain text area.

import { $, $$, button, grow, h } from "../basis/dom.js";
import { addPoint, addSection, removeNode } from "./acts.js";
import { focused, focusOn, restore } from "../basis/focus.js";
import { roleChoice } from "./roles.js";
import { deeper, isParked, move, park, shallower } from "../written/moves.js";
import { partOf } from "../written/outline.js";
import { recast } from "../written/recast.js";
import { change, state } from "../written/state.js";

const opened = new Set();

export function labelOf(part) {
  return state.genre.roles.find((role) => role.name === part.role)?.label ?? part.key;
}

function field(node, name, label, props = {}) {
  const area = h("textarea", {
    rows: 1,
    "aria-label": label,
    placeholder: props.placeholder ?? label,
    class: `field ${name} ${props.class ?? ""}`,
    spellcheck: "false",
    data: { node: node.id, field: name },
  });
  area.value = node[name];
  return area;
}

function tools(node, inPoint) {
  const act = (how) => () => {
    const focus = focused();
    if (change(() => how(state.model, node)) !== false) focusOn(node, focus?.field);
  };
  return h(
    "div",
    { class: "tools" },
    button(
      "上移",
      act((model) => move(model, node, -1)),
      { title: "Alt+↑" },
    ),
    button(
      "下移",
      act((model) => move(model, node, 1)),
      { title: "Alt+↓" },
    ),
    inPoint
      ? [
          button(
            "升一层",
            act((model) => shallower(model, node)),
            { title: "Shift+Tab" },
          ),
          button(
            "降一层",
            act((model) => deeper(model, node)),
            { title: "Tab" },
          ),
        ]
      : null,
    button(isParkedNode(node) ? "重新用上" : "暂不用", () => change(() => park(node)), { title: "先放着：不印，不数" }),
    inPoint
      ? button(
          "责任时限",
          () => {
            opened.has(node.id) ? opened.delete(node.id) : opened.add(node.id);
            render();
          },
          { title: "责任单位、完成时限、备注" },
        )
      : null,
    button("删除", () => removeNode(node)),
  );
}

const isParkedNode = (node) => (node.kind === "part" ? node.sections.every(isParked) : isParked(node));

function extra(point) {
  const spoken = !state.genre.owners;
  const one = (key, hint) =>
    h(
      "label",
      {},
      `${key}${spoken && key !== "备注" ? "（不念）" : ""}`,
      h("input", {
        value: point.rest[key] ?? "",
        placeholder: hint,
        oninput: (event) =>
          change(() => {
            if (event.target.value) point.rest[key] = event.target.value;
            else delete point.rest[key];
          }, `${point.id}${key}`),
      }),
    );
  if (!(opened.has(point.id) || point.rest["责任单位"] || point.rest["时限"]))
    return point.rest["来源"] ? h("p", { class: "meta" }, `来源 ${point.rest["来源"]}`) : null;
  return h(
    "div",
    { class: "extra" },
    one("责任单位", "谁牵头"),
    one("时限", "如 2026-09-30"),
    one("备注", "给自己看的，不印"),
  );
}

const SHORT = 30;
const shortOf = (value) => {
  const said = typeof value === "string" ? value : JSON.stringify(value);
  return said.length > SHORT ? `${said.slice(0, SHORT)}……` : said;
};

function pointView(point, depth) {
  const parked = isParked(point);
  return h(
    "li",
    { class: `point ${parked ? "parked" : ""}`, data: { id: point.id } },
    h("span", { class: "dot", draggable: "true", title: "拖动可以移动", "aria-hidden": "true" }, "⠿"),
    h(
      "div",
      { class: "body" },
      point.rest["引用"] ? h("p", { class: "meta" }, `引用素材 ${point.rest["引用"]}`) : null,
      field(point, "title", "要点标题", { placeholder: "要点标题" }),
      field(point, "text", "要点正文", { placeholder: depth ? "要点正文" : "要点正文：做什么，做到什么程度" }),
      extra(point),
      point.rest["小结"]
        ? h("p", { class: "meta" }, `要点之后还有：${shortOf(point.rest["小结"])}，在“YAML”里改`)
        : null,
      tools(point, true),
      point.points.length
        ? h(
            "ol",
            { class: "points" },
            point.points.map((one) => pointView(one, depth + 1)),
          )
        : null,
    ),
  );
}

function sectionView(part, section) {
  const label = labelOf(part);
  const kept = section.rest["表格"]
    ? h("p", { class: "meta" }, `这一节还有一张 ${section.rest["表格"].length} 行的表格，在“YAML”里改`)
    : null;
  const complex = section.rest["小结"] ? h("p", { class: "meta" }, "小结里另有一排要点，在“YAML”里改") : null;
  const plain = ["opening", "closing"].includes(part.role);
  return h(
    "div",
    { class: `section ${isParked(section) ? "parked" : ""}`, data: { id: section.id } },
    plain && !section.heading
      ? null
      : field(section, "heading", `${label}小标题`, { placeholder: "小标题，不用写序号" }),
    field(section, "lead", `${label}导语`, {
      placeholder: plain ? "不写，工具代拟一段" : "导语：要点之前的话，可以不写",
    }),
    plain && !section.points.length
      ? null
      : h(
          "ol",
          { class: "points" },
          section.points.map((one) => pointView(one, 0)),
        ),
    plain && !section.points.length ? null : button("添加要点", () => addPoint(section), { class: "add" }),
    kept,
    complex,
    section.points.length && !section.rest["小结"]
      ? field(section, "tail", `${label}小结`, { placeholder: "小结：要点之后的话，可以不写" })
      : null,
  );
}

function partView(part) {
  const label = labelOf(part);
  const role = state.genre.roles.find((one) => one.name === part.role);
  const written = part.sections.some((one) => one.heading || one.lead || one.points.length);
  const said = state.preview?.added.filter((one) => one.role === part.role) ?? [];
  return h(
    "section",
    {
      class: `part ${isParkedNode(part) ? "parked" : ""} ${written ? "" : "unwritten"}`,
      data: { id: part.id },
      "aria-label": label,
    },
    h(
      "header",
      {},
      h("b", {}, label),
      written
        ? roleChoice(state.genre, `${label}改作`, "改作", (to, key) => {
            change(() => recast(state.model, state.genre.roles, part, part, to, key));
          })
        : null,
      role?.required && !written ? h("span", { class: "must" }, "要写") : null,
      !written && said.length ? h("span", { class: "ghost-note" }, "您没写，工具代拟") : null,
      role ? h("span", { class: "prompt" }, role.prompt) : null,
      h(
        "span",
        { class: "tools" },
        button("上移", () => {
          if (change(() => move(state.model, part, -1)) !== false) focusOn(part.sections[0]);
        }),
        button("下移", () => {
          if (change(() => move(state.model, part, 1)) !== false) focusOn(part.sections[0]);
        }),
        button("添加小节", () => addSection(part)),
        button(isParkedNode(part) ? "重新用上" : "暂不用", () => change(() => park(part))),
        part.sections.length > 1 ||
          written ||
          state.model.parts.filter((one) => one.role === part.role).length > 1 ||
          !role
          ? button("删除", () => removeNode(part))
          : null,
      ),
    ),
    part.sections.map((section) => sectionView(part, section)),
    said.length && !written ? h("p", { class: "ghost" }, said.map((one) => one.text).join("")) : null,
  );
}

function moreParts() {
  const there = new Set(state.model.parts.map((part) => part.role));
  const add = (role, key) => {
    const part = partOf(role, key);
    change(() => {
      if (there.has(role)) state.model.ordered = true;
      state.model.parts.push(part);
    });
    focusOn(part.sections[0], "heading");
  };
  return h("p", { class: "more-parts" }, roleChoice(state.genre, "添加一部分", "＋ 添加一部分", add));
}

export function render() {
  const place = $("#parts");
  const focus = focused(),
    top = place.parentElement.scrollTop;
  place.replaceChildren(...state.model.parts.map(partView), moreParts());
  $$("textarea", place).forEach(grow);
  place.parentElement.scrollTop = top;
  if (focus) restore(focus);
}
