// Draws the finished pages: one element a line, one a page, lengths in twips. What did not change is left as it is.

import { h } from "../basis/dom.js";

const FONTS = { 小标宋: "song-head", 黑体: "hei", 楷体: "kai", 仿宋: "fang", 宋体: "song" };
const drawn = new WeakMap();

const size = (twips) => `calc(var(--k) * ${twips}px)`;

// The runs of a line. A run knows the key path of what was typed, so that a click finds its field.
function runs(list) {
  return list.map(([text, classes, key, at]) => {
    const run = h("span", { class: classes || undefined }, text.replace(/ /g, "\u00a0"));
    if (key) {
      run.dataset.key = key;
      run.dataset.at = at;
    }
    return run;
  });
}

function look(element, style) {
  element.classList.add(FONTS[style.font] ?? "fang");
  if (style.bold) element.classList.add("bold");
  element.style.fontSize = size(style.size * 10);
  if (style.spacing) element.style.letterSpacing = size(style.spacing);
  if (style.color) element.style.color = `#${style.color}`;
  return element;
}

function paragraph(block) {
  const lines = block.lines.map((line) => {
    const element = h("div", { class: "line" }, runs(line.runs));
    element.style.height = element.style.lineHeight = size(line.h);
    if (line.x) element.style.paddingLeft = size(line.x);
    if (block.look.align === "both" && !line.last) element.classList.add("full");
    return element;
  });
  const element = look(h("div", { class: `block ${block.look.align}` }, lines), block.look);
  if (block.right) element.style.paddingRight = size(block.right);
  if (block.aside) element.append(h("div", { class: "aside" }, block.aside));
  return element;
}

function table(block) {
  const rows = block.rows.map((row) => {
    const cells = row.cells.map((cell, n) =>
      h(row.head ? "th" : "td", { class: block.middle[n] || row.head ? "middle" : undefined }, runs(cell)),
    );
    const element = look(h("tr", {}, cells), row.head ? block.head : block.look);
    element.style.height = size(row.h);
    return element;
  });
  const columns = block.widths.map((width) => {
    const column = h("col");
    column.style.width = size(width);
    return column;
  });
  return h("table", { class: "block" }, h("colgroup", {}, columns), rows);
}

function header(block) {
  const of = (name) => block.rows.filter((row) => row.name === name);
  const banner = of("发文机关标志"),
    number = of("发文字号"),
    signers = of("签发人");
  const others = block.rows.filter((row) => !["发文机关标志", "发文字号", "签发人", "格式"].includes(row.name));
  const element = h(
    "div",
    { class: "block head" },
    h(
      "div",
      { class: "above" },
      others.map((row) =>
        h(
          "div",
          {},
          ["份号", "密级", "紧急程度"].includes(row.name)
            ? runs(row.runs)
            : [row.name ? `${row.name}：` : "", ...runs(row.runs)],
        ),
      ),
    ),
    banner.length
      ? h(
          "div",
          { class: "banner song-head" },
          banner.map((row) => h("div", {}, runs(row.runs))),
        )
      : null,
    h(
      "div",
      { class: signers.length ? "number beside" : "number" },
      number.map((row) => h("span", {}, runs(row.runs))),
      signers.map((row) => h("span", {}, "签发人：", ...runs(row.runs))),
    ),
  );
  element.style.height = size(block.height);
  if (banner.length) element.classList.add("ruled");
  return element;
}

function imprint(block) {
  const element = h(
    "div",
    { class: "block imprint" },
    block.rows.map((row) =>
      h(
        "div",
        {},
        row.name && !row.name.startsWith("印发") ? `${row.name}：` : "",
        ...runs(row.runs),
        row.name === "印发日期" ? "印发" : "",
      ),
    ),
  );
  return element;
}

function contents(block) {
  return h(
    "div",
    { class: "block contents" },
    h("div", { class: "contents-title" }, "目　录"),
    block.rows.map((row) =>
      h("div", { class: `row level${row.level}` }, h("span", {}, row.text), h("i"), h("span", {}, String(row.page))),
    ),
  );
}

// Itself where it was sent, else a box of its size with the name of its file.
function picture(block) {
  const shown = block.source ? h("img", { src: block.source, alt: block.file }) : h("span", {}, `图片 ${block.file}`);
  const element = h("div", { class: "block picture" }, shown);
  for (const side of ["left", "width", "height"]) element.style[side] = size(block[side]);
  return element;
}

const DRAW = {
  picture,
  text: paragraph,
  table,
  header,
  imprint,
  contents,
  space: () => h("div", { class: "block" }),
};

function number(sheet, page, count) {
  const element = h(
    "div",
    { class: `page-number ${sheet.number.outer ? (page % 2 ? "right" : "left") : "middle"}` },
    sheet.number.form.replace("{页}", page).replace("{总页}", count),
  );
  element.style.fontSize = size(sheet.number.size * 10);
  element.style.bottom = size(Math.max(sheet.footer - sheet.number.size * 6, 0));
  return element;
}

// Changes what stands in `place` to these pages.
export function draw(place, report) {
  const { sheet, pages } = report;
  while (place.children.length > pages.length) place.lastChild.remove();
  pages.forEach((page, n) => {
    let paper = place.children[n];
    if (!paper) {
      paper = h("section", { class: "sheet", "aria-label": `第 ${n + 1} 页` }, h("div", { class: "area" }));
      place.append(paper);
    }
    const [wide, high] = page.lying ? [sheet.height, sheet.width] : [sheet.width, sheet.height];
    paper.style.width = size(wide);
    paper.style.height = size(high);
    const area = paper.firstChild;
    area.style.left = size(page.lying ? sheet.bottom : sheet.left);
    area.style.top = size(page.lying ? sheet.left : sheet.top);
    area.style.width = size(
      page.lying ? sheet.height - sheet.top - sheet.bottom : sheet.width - sheet.left - sheet.right,
    );
    area.style.height = size(
      page.lying ? sheet.width - sheet.left - sheet.right : sheet.height - sheet.top - sheet.bottom,
    );
    patch(area, page.blocks);
    paper.querySelector(".page-number")?.remove();
    paper.append(number(sheet, n + 1, pages.length));
  });
}

function patch(area, blocks) {
  const kept = new Map();
  for (const element of area.children) {
    const key = drawn.get(element);
    if (!kept.has(key)) kept.set(key, []);
    kept.get(key).push(element);
  }
  let before = null;
  for (const block of blocks) {
    const key = JSON.stringify({ ...block, top: 0 });
    const element = kept.get(key)?.shift() ?? (DRAW[block.kind] ?? DRAW.space)(block);
    drawn.set(element, key);
    element.style.top = size(block.top);
    const next = before ? before.nextSibling : area.firstChild;
    if (next !== element) area.insertBefore(element, next);
    before = element;
  }
  while (before ? before.nextSibling : area.firstChild) (before ? before.nextSibling : area.firstChild).remove();
}

// As large as the place is wide.
export function fit(place, report) {
  if (!report) return;
  const widest = Math.max(report.sheet.width, ...report.pages.map((page) => (page.lying ? report.sheet.height : 0)));
  const room = place.parentElement.clientWidth - 36;
  place.style.setProperty("--k", Math.max(0.02, Math.min(0.09, room / widest)));
}
