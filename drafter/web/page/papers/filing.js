// The outline as a file that the person chose: written there by the browser from then on, where it can; else taken away.

import { say } from "../basis/dom.js";
import { ask, give, host } from "../basis/ask.js";
import { safely } from "../basis/telling.js";
import { onChange, state } from "../written/state.js";
import { stored } from "./documents.js";

const AGAIN = 1500,
  KINDS = [{ description: "大纲", accept: { "application/yaml": [".yaml"] } }];

let timer = 0,
  waiting = null;

const bytes = async (tree) => {
  const { text } = await ask("as-text", { tree });
  return new TextEncoder().encode(text);
};

// Asks once where it goes. What lies in a folder is a file already; that, and what a browser cannot write, is taken away.
export const outlineFile = safely(async () => {
  const name = state.name || "新稿.yaml";
  const { tree } = state;
  if (host.local || !globalThis.showSaveFilePicker) {
    give({ name, data: await bytes(tree) });
    state.taken = JSON.stringify(tree);
    return;
  }
  try {
    state.file = await showSaveFilePicker({ suggestedName: name, types: KINDS });
  } catch (error) {
    if (error.name === "AbortError") return; // the person thought better of it
    throw error;
  }
  if (await write(state.file, tree)) say(`存成了 ${state.file.name}，往后写的也自动存到里面`);
});

// Puts what is written into the file; whether that was done. Another paper may be open by then.
async function write(file, tree) {
  try {
    const data = await bytes(tree);
    const target = await file.createWritable();
    await target.write(data);
    await target.close(); // the file is replaced here, whole
  } catch (error) {
    if (state.file === file) state.file = null;
    stored("没有存进文件", "bad");
    say(`${file.name} 写不进去（${error.name}），点“大纲文件”再存一次`, "bad");
    return false;
  }
  if (state.file !== file) return true;
  state.taken = JSON.stringify(tree);
  if (JSON.stringify(state.tree) === state.taken) stored(`存在 ${file.name}`);
  return true;
}

function flush() {
  clearTimeout(timer);
  const last = waiting;
  waiting = null;
  if (last) write(last.file, last.tree);
}

onChange((how) => {
  if (waiting && state.file !== waiting.file) flush(); // another paper was opened: what was last written of this one
  if (!state.file || (how === "opened" && JSON.stringify(state.tree) === state.taken)) return;
  clearTimeout(timer);
  waiting = { file: state.file, tree: state.tree };
  timer = setTimeout(flush, AGAIN);
});
