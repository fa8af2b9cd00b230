// What the page is made of: the version, and the work of others with its licences.

import { ask as askPerson, h } from "../basis/dom.js";
import { ask, host } from "../basis/ask.js";
import { safely } from "../basis/telling.js";

export const about = safely(async () => {
  const { version, packages } = await ask("inside");
  askPerson(
    "关于",
    h(
      "div",
      { class: "inside" },
      h("p", {}, `drafter ${version}，MIT 许可。不联网，稿子不出这台电脑。`),
      h("p", { class: "quiet" }, "里面用了这些别人的东西，各照各的许可："),
      h(
        "ul",
        {},
        [...(host.inside ?? []), ...packages].map((one) =>
          h(
            "li",
            {},
            `${one.name} ${one.version}　${one.licence}`,
            one.text ? h("details", {}, h("summary", {}, "许可全文"), h("pre", {}, one.text)) : "",
          ),
        ),
      ),
    ),
    [],
  );
});
