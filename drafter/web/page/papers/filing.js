// The outline as a file that the person chose: written there by the browser from then on, where it can; else taken away.

import { say } from "../basis/dom.js";
import { ask, give, host } from "../basis/ask.js";
import { safely } from "../basis/telling.js";
import { onChange, state } from "../written/state.js";
import { stored } from "./documents.js";

const AGAIN = 1500,
  KINDS = [{ description: "大纲", accept: { "application/yaml": [".yaml"] } }];

let timer = 0;

const bytes = async () => {
  const { text } = await ask("as-text", { tree: state.tree });
  return new TextEncoder().encode(text);
};

// Asks once where it goes. What lies in a folder is a file already; that, and what a browser cannot write, is taken away.
export const outlineFile = safely(async () => {
  const name = state.name || "新稿.yaml";
  if (host.local || !globalThis.showSaveFilePicker) {
    give({ name, data: await bytes() });
    state.taken = JSON.stringify(state.tree);
    return;
  }
  try {
    state.file = await showSaveFilePicker({ suggestedName: name, types: KINDS });
  } catch (error) {
    if (error.name === "AbortError") return; // the person thought better of it
    throw error;
  }
  if (await write()) say(`存成了 ${state.file.name}，往后写的也自动存到里面`);
});

// Puts what is written into the file; whether that was done.
async function write() {
  const { file, tree } = state;
  try {
    const target = await file.createWritable();
    await target.write(await bytes());
    await target.close(); // the file is replaced here, whole
  } catch (error) {
    state.file = null;
    stored("没有存进文件", "bad");
    say(`${file.name} 写不进去（${error.name}），点“大纲文件”再存一次`, "bad");
    return false;
  }
  state.taken = JSON.stringify(tree);
  if (JSON.stringify(state.tree) === state.taken) stored(`存在 ${file.name}`);
  return true;
}

onChange((how) => {
  clearTimeout(timer);
  if (how !== "opened" && state.file) timer = setTimeout(write, AGAIN);
});
