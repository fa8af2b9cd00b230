// Makes elements. Text is always text: nothing that a person typed is ever read as markup.

export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "class") element.className = value;
    else if (name === "value") element.value = value;
    else if (name === "data") Object.assign(element.dataset, value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(
    ...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false),
  );
  return element;
}

export const $ = (selector, root = document) => root.querySelector(selector);
export const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];

export function button(label, act, props = {}) {
  return h("button", { type: "button", onclick: act, ...props }, label);
}

// Says something at the foot of the window, for eyes and for screen readers; errors stay until they are read.
export function say(text, kind = "") {
  const place = $("#said");
  place.replaceChildren(
    h(
      "p",
      { class: kind, role: kind === "bad" ? "alert" : "status" },
      text,
      " ",
      button("知道了", () => place.replaceChildren(), { class: "link" }),
    ),
  );
  clearTimeout(say.timer);
  if (kind !== "bad") say.timer = setTimeout(() => place.replaceChildren(), 6000);
}

// A dialog with a title, its body, and buttons that each do one thing; Esc closes it.
export function ask(title, body, choices) {
  const close = () => dialog.close();
  const dialog = h(
    "dialog",
    { "aria-label": title },
    h("h2", { tabindex: "-1" }, title),
    body,
    h(
      "div",
      { class: "choices" },
      choices.map(([label, act, props]) =>
        button(
          label,
          () => {
            if (act?.() !== false) close();
          },
          props,
        ),
      ),
      button("取消", close),
    ),
  );
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  if (!body?.querySelector?.("input, textarea")) dialog.querySelector("h2").focus(); // a key that was on its way chooses nothing
  return dialog;
}

// As high as what it says; one that is not shown has no height yet.
export function grow(area) {
  area.style.height = "auto";
  if (area.scrollHeight) area.style.height = `${area.scrollHeight}px`;
}

// Shows these in a place, without what is nothing.
export const put = (place, ...children) => place.replaceChildren(...children.flat(Infinity).filter(Boolean));
