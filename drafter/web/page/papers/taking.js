// What is taken away: Word, PDF, a text for a chat, the outline itself.

import { say } from "../basis/dom.js";
import { ask, give } from "../basis/ask.js";
import { save } from "./documents.js";
import { markOf, state } from "../written/state.js";
import { safely } from "../basis/telling.js";
import { drafted } from "../side/wordings.js";

export const takeAway = safely(async (form, given = {}) => {
  if (given.final && drafted().length) say(`还有 ${drafted().length} 句代拟没有看过`);
  await save();
  try {
    give(await ask("take-away", { tree: state.tree, name: state.name, form, ...given }));
  } catch (error) {
    if (!given.final || !error.problems?.some((one) => OPEN.includes(one.code))) throw error;
    const open = error.problems.map((one) => one.message);
    say(`还不能出定稿：${open.slice(0, 5).join("；")}${open.length > 5 ? ` 等 ${open.length} 处` : ""}`, "bad");
    return;
  }
  if (form === "docx") await keepSent(given.final ? "定稿" : state.model.head["稿次"]);
});

const OPEN = ["open-gap", "open-opinion"];

// What goes out with a 稿次 is kept, so that one can say later what was changed since.
async function keepSent(name) {
  if (!name || !state.id || state.traceless) return;
  const { version } = await ask("keep-stage", { id: state.id, name });
  say(`这一份留作第${version.number}稿（${version.name}），在“历史”里可以对着它的页和行找`);
}

export const pdf = safely(async () => {
  try {
    give(await ask("take-away", { tree: state.tree, name: state.name, form: "pdf" }));
    await keepSent(state.model.head["稿次"]);
  } catch (error) {
    if (!error.problems) throw error;
    say("这台电脑没有 LibreOffice，用浏览器的打印存成 PDF：打印机选“另存为 PDF”，去掉“页眉和页脚”");
    print();
  }
});

export const copyText = safely(async () => {
  if (markOf()) {
    say("标了密级的稿子不复制到微信", "bad");
    return;
  }
  const { data } = await ask("take-away", { tree: state.tree, name: state.name, form: "txt" });
  await navigator.clipboard.writeText(new TextDecoder().decode(data));
  say("文字已复制，到微信里粘贴");
});
