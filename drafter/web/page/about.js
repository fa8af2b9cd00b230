// What is said of a paper above its parts: title, day, speaker, who is addressed.

import { $, $$, button, grow, h, say } from "./basis/dom.js";
import { pasted } from "./outliner/paste.js";
import * as side from "./side/side.js";
import { change, state } from "./written/state.js";

export function about() {
  const { head: said } = state.model;
  const name = typeof said["讲话人"] === "object" && said["讲话人"] ? said["讲话人"]["姓名"] : said["讲话人"];
  const lines = (value) => (Array.isArray(value) ? value.join("\n") : (value ?? ""));
  const set = (key, several) => (event) => {
    const value = several
      ? event.target.value
          .split("\n")
          .map((one) => one.trim())
          .filter(Boolean)
      : event.target.value.trim();
    change(() => {
      if (value.length) said[key] = value;
      else delete said[key];
    }, key);
    if (event.target.tagName === "TEXTAREA") grow(event.target);
  };
  const title = h("textarea", {
    rows: 1,
    class: "title",
    "aria-label": "标题",
    placeholder: "标题",
    oninput: set("标题"),
  });
  title.value = said["标题"] ?? "";
  title.addEventListener("paste", pasted);
  title.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.isComposing) {
      event.preventDefault();
      $("#parts textarea")?.focus();
    }
  });
  const small = (key, label, value, act, props = {}) =>
    h(
      "label",
      { class: "chip" },
      label,
      " ",
      h(props.rows ? "textarea" : "input", {
        "aria-label": props.label ?? label,
        value,
        placeholder: props.placeholder ?? "",
        rows: props.rows,
        oninput: act,
      }),
    );
  const salutation = small("称谓", "称谓", lines(said["称谓"]), set("称谓", true), {
    rows: 1,
    placeholder: "如：同志们",
  });
  $("#about").replaceChildren(
    title,
    h(
      "div",
      { class: "chips" },
      small("日期", "日期", said["日期"] ?? "", set("日期"), { placeholder: "如：2026-03-12" }),
      small("讲话人", "讲话人", name ?? "", (event) =>
        change(() => {
          const now = said["讲话人"];
          const map = now && typeof now === "object" ? { ...now } : {};
          if (event.target.value) map["姓名"] = event.target.value.trim();
          else delete map["姓名"];
          if (Object.keys(map).length) said["讲话人"] = map;
          else delete said["讲话人"];
        }, "讲话人"),
      ),
      salutation,
      button(`会议 ${said["场合"]?.["名称"] ?? "…"}`, () => side.openTab("会议"), { class: "chip" }),
      button(`数据 ${Object.keys(said["数据"] ?? {}).length}`, () => side.openTab("数据"), { class: "chip" }),
      button("插数据", () => insertAt("@"), { class: "chip" }),
      button("待补", () => insertAt("〔待补：〕"), { class: "chip", title: "还不知道的先空着，印成黄底" }),
    ),
  );
  $$("#about textarea").forEach(grow);
}

function insertAt(text) {
  const area = $(`#parts [data-node="${state.focus?.node}"][data-field="${state.focus?.field}"]`);
  if (!area) {
    say("先点一下要插到哪里");
    return;
  }
  area.focus();
  area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
  if (text.endsWith("〕")) area.setSelectionRange(area.selectionStart - 1, area.selectionStart - 1);
  area.dispatchEvent(new InputEvent("input", { bubbles: true }));
}
