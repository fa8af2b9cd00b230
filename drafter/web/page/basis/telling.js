// What went wrong, as a sentence; whatever a button does goes through here.

import { say } from "./dom.js";

export const told = (error) => {
  const [first] = error.problems ?? [];
  say(first ? [first.message, first.hint].filter(Boolean).join("。") : `页面出了错：${error.message}`, "bad");
};

export const safely =
  (act) =>
  async (...given) => {
    try {
      return await act(...given);
    } catch (error) {
      told(error);
      return undefined;
    }
  };
