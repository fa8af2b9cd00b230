// Files that are dropped, and what is said of them: findings, that one is being read, that it could not be.

import { h, put } from "./dom.js";

const LEVELS = { error: "错误", warning: "提醒", info: "说明" };

// A place to drop a file on, or to choose one.
export function drop(label, accept, act, several = false) {
  const input = h("input", {
    type: "file",
    accept,
    multiple: several,
    "aria-label": label,
    onchange: () => {
      const files = [...input.files];
      input.value = ""; // the same file, mended, can be chosen again
      if (files.length) act(several ? files : files[0]);
    },
  });
  const place = h(
    "label",
    { class: "drop" },
    h("b", {}, label),
    h("span", {}, "把文件拖到这里，或点一下选文件"),
    input,
  );
  place.addEventListener("dragover", (event) => {
    event.preventDefault();
    place.classList.add("over");
  });
  place.addEventListener("dragleave", () => place.classList.remove("over"));
  place.addEventListener("drop", (event) => {
    event.preventDefault();
    place.classList.remove("over");
    const files = [...event.dataTransfer.files];
    if (files.length) act(several ? files : files[0]);
  });
  return place;
}

export const listed = (problems) =>
  h(
    "ul",
    { class: "problems" },
    problems.map((one) =>
      h(
        "li",
        { class: one.severity },
        h("b", {}, LEVELS[one.severity]),
        ` ${one.paragraph ? `第 ${one.paragraph} 段　` : one.line ? `第 ${one.line} 行　` : ""}${one.message}`,
        one.excerpt ? h("q", {}, one.excerpt) : null,
        one.fix ? h("span", {}, h("del", {}, one.fix.old), " → ", h("ins", {}, one.fix.new)) : null,
        one.hint ? h("p", { class: "hint" }, one.hint) : null,
      ),
    ),
  );

// What of a file stands in no outline, word for word, and why.
export const left = (dropped) =>
  h(
    "ul",
    { class: "problems" },
    dropped.map((one) => h("li", { class: "info" }, h("b", {}, one.reason), h("q", {}, one.text))),
  );

export function working(place, name) {
  put(place, h("p", { role: "status", class: "quiet" }, `正在读 ${name}……`));
}
export const failed = (place, error) => {
  if (!error.problems) throw error;
  put(place, listed(error.problems));
};
