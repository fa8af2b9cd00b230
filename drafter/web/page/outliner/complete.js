// Facts and people complete on @ and on {{ ｛｛ 「「, which Chinese input methods type where {{ cannot be typed.

import { $, h } from "../basis/dom.js";
import { state } from "../written/state.js";

const OPENED = /(@|\{\{|｛｛|「「)\s*([^\s@{}｛｝「」，。；：、]{0,20})$/;
let box = null,
  area = null,
  chosen = 0,
  choices = [];

const close = () => {
  box?.remove();
  box = null;
  area?.removeAttribute("aria-activedescendant");
};

function found(said) {
  const facts = Object.entries(state.model.head["数据"] ?? {}).map(([name, value]) => {
    const shown =
      value === null || value === ""
        ? "待补"
        : typeof value === "object"
          ? `${value["数值"] ?? value["姓名"] ?? ""}${value["单位"] ?? value["职务"] ?? ""}`
          : value;
    return { label: name, about: shown, text: `{{ ${name} }}` };
  });
  const people = state.hello.people.map((one) => ({
    label: one.name,
    about: `${one.org} ${one.post}`,
    text: one.post.length <= 4 ? `${one.name}${one.post}` : `${one.post}${one.name}`,
  }));
  const units = state.hello.units.map((one) => ({ label: one.name, about: one.short.join("、"), text: one.name }));
  const known = [...facts, ...people, ...units].filter((one) => one.label.includes(said) || one.about.includes(said));
  const fresh =
    said && !facts.some((one) => one.label === said)
      ? [{ label: `新数据：${said}`, about: "先印成待补", text: `{{ ${said} }}`, fact: said }]
      : [];
  return [...known.slice(0, 9), ...fresh];
}

// Offers what fits the word before the cursor; a full-width pair that was closed becomes what is meant.
export function complete(field) {
  area = field;
  const before = field.value.slice(0, field.selectionStart);
  const whole = /(?:｛｛|「「)\s*([^｛｝「」]{1,30}?)\s*(?:｝｝|」」)$/.exec(before);
  if (whole) {
    put(whole[0], { text: `{{ ${whole[1]} }}` });
    return;
  }
  const match = OPENED.exec(before);
  choices = match ? found(match[2]) : [];
  if (!choices.length) {
    close();
    return;
  }
  chosen = 0;
  close();
  box = h(
    "ul",
    { role: "listbox", class: "complete", "aria-label": "数据、人名和单位" },
    choices.map((one, n) =>
      h(
        "li",
        {
          role: "option",
          id: `choice${n}`,
          "aria-selected": String(n === 0),
          onmousedown: (event) => {
            event.preventDefault();
            put(match[0], one);
          },
        },
        h("b", {}, one.label),
        " ",
        h("span", {}, one.about),
      ),
    ),
  );
  const at = field.getBoundingClientRect();
  box.style.left = `${at.left}px`;
  box.style.top = `${at.bottom + 2}px`;
  document.body.append(box);
  field.setAttribute("aria-activedescendant", "choice0");
}

function put(typed, choice) {
  const end = area.selectionStart;
  area.setRangeText(choice.text, end - typed.length, end, "end");
  if (choice.fact) state.model.head["数据"] = { ...(state.model.head["数据"] ?? {}), [choice.fact]: null };
  close();
  area.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

// Whether a key was for the list.
export function completing(event) {
  if (!box) return false;
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    chosen = (chosen + (event.key === "ArrowDown" ? 1 : choices.length - 1)) % choices.length;
    [...box.children].forEach((one, n) => one.setAttribute("aria-selected", String(n === chosen)));
    area.setAttribute("aria-activedescendant", `choice${chosen}`);
  } else if (event.key === "Enter" || event.key === "Tab")
    put(OPENED.exec(area.value.slice(0, area.selectionStart))[0], choices[chosen]);
  else if (event.key === "Escape") close();
  else {
    if (event.key.length > 1) close();
    return false;
  }
  event.preventDefault();
  return true;
}

document.addEventListener("focusout", () =>
  setTimeout(() => {
    if (document.activeElement !== area) close();
  }, 100),
);
export const insert = (field, text) => {
  area = field;
  field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  field.focus();
};
export const lastField = () => $(`#parts [data-node="${state.focus?.node}"][data-field="${state.focus?.field}"]`);
