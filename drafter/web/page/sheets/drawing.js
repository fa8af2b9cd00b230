// Asks for the pages and for the findings of what is written, and shows both.

import { $, $$, h } from "../basis/dom.js";
import { ask } from "../basis/ask.js";
import { openFindings } from "../side/findings.js";
import { draw, fit } from "./pages.js";
import * as side from "../side/side.js";
import { state } from "../written/state.js";

// The second window hears of the pages under a name that only these two know: file:// pages share one origin.
export const CHANNEL =
  /预览=(\w+)/.exec(decodeURIComponent(location.hash))?.[1] ?? crypto.randomUUID().replaceAll("-", "");
export const channel = "BroadcastChannel" in globalThis ? new BroadcastChannel(CHANNEL) : null;

let previewing = false,
  wanted = 0;

export async function preview() {
  wanted = performance.now();
  if (previewing) return;
  previewing = true;
  $("#preview").setAttribute("aria-busy", "true");
  try {
    while (wanted) await redraw();
  } finally {
    previewing = false;
    $("#preview").removeAttribute("aria-busy");
  }
}

// Draws what is written now; what was typed meanwhile is drawn next.
async function redraw() {
  const started = wanted;
  wanted = 0;
  try {
    state.preview = await ask("preview", { tree: state.tree, name: state.name });
  } catch (error) {
    $("#preview").classList.add("stale");
    if (!error.problems) throw error;
    stale(error.problems);
    return;
  }
  if (!state.sent) {
    draw($("#sheets"), state.preview);
    fit($("#sheets"), state.preview);
  }
  $("#preview").classList.remove("stale");
  channel?.postMessage(state.preview);
  ghosts();
  document.dispatchEvent(new Event("counted"));
  performance.measure("preview", { start: started });
}

function stale(problems) {
  let place = $("#stale");
  if (!place) {
    place = h("div", { id: "stale", role: "status" });
    $("#preview").prepend(place);
  }
  place.replaceChildren(
    ...problems.slice(0, 3).map((one) => h("p", {}, one.message, one.hint ? `（${one.hint}）` : "")),
  );
}

// The sentences of the template, in grey where a part says nothing itself.
function ghosts() {
  $("#stale")?.remove();
  for (const part of state.model.parts) {
    const element = $(`#parts > [data-id="${part.id}"]`);
    const written = part.sections.some((one) => one.heading || one.lead || one.points.length);
    const said = written
      ? ""
      : state.preview.added
          .filter((one) => one.role === part.role)
          .map((one) => one.text)
          .join("");
    let ghost = element?.querySelector(":scope > .ghost");
    if (!element || (ghost?.textContent ?? "") === said) continue;
    ghost?.remove();
    if (said) element.append(h("p", { class: "ghost" }, said));
  }
}

const PAUSE = 500;
let checkTimer = 0;

// Asks for findings once nobody types for a moment.
export function checkSoon(now) {
  clearTimeout(checkTimer);
  checkTimer = setTimeout(check, now ? 0 : PAUSE);
}

export async function check() {
  const { tree } = state;
  try {
    const report = await ask("check", { tree, name: state.name });
    if (tree !== state.tree) return;
    const [file] = report.files;
    state.findings = file.problems.filter((one) => one.code !== "placeholder" || one.severity !== "error"); // gaps have a count of their own
    state.checked = { rules: file.rules, as_of: file.as_of };
    if (side.isOpen("校对提示")) side.draw(); // whoever types in another panel keeps the cursor
    document.dispatchEvent(new Event("counted"));
  } catch (error) {
    if (!error.problems) throw error;
  }
}

// Findings are underlined on the pages, where the browser can.
export function underline() {
  if (!globalThis.Highlight || state.sent) return;
  const of = { error: new Highlight(), warning: new Highlight() };
  for (const one of openFindings()) {
    const said = one.fix?.old || "";
    if (!one.key || !of[one.severity]) continue;
    for (const run of $$(`#sheets [data-key="${CSS.escape(one.key)}"]`)) {
      const at = said ? run.textContent.indexOf(said) : 0;
      if (at < 0 || !run.firstChild) continue;
      const range = new Range();
      range.setStart(run.firstChild, at);
      range.setEnd(run.firstChild, said ? at + said.length : run.firstChild.length);
      of[one.severity].add(range);
      if (said) break;
    }
  }
  CSS.highlights.set("bad", of.error);
  CSS.highlights.set("doubt", of.warning);
}
