// An outline as the page edits it: parts of sections of points, each with an id, and the way back to plain data.

const OPEN = "opening",
  CLOSE = "closing";
let ids = 0;

const isMap = (value) => value !== null && typeof value === "object" && !Array.isArray(value);

// Among paragraphs a picture is a line as Markdown has it: ![图名](图/走势.png){width=10厘米}.
const PICTURE = /^!\[([^[\]]*)\]\(([^()\s]+)\)(?:\{width=([^{}]*)\})?$/;
function pictureLine({ 图片: shown }) {
  const { 路径: file, 图名: name = "", 宽度: width = "" } = isMap(shown) ? shown : { 路径: shown };
  return `![${name}](${file})` + (width ? `{width=${width}}` : "");
}
function picture(line) {
  const [, name, file, width] = PICTURE.exec(line);
  if (!name && !width) return { 图片: file };
  return { 图片: { 路径: file, ...(name && { 图名: name }), ...(width && { 宽度: width }) } };
}

const line = (value) => (typeof value === "string" ? value : isMap(value) && "图片" in value ? pictureLine(value) : "");
const text = (value) => (Array.isArray(value) ? value : [value]).map(line).filter(Boolean).join("\n");
const texts = (value) => {
  const said = value
    .split("\n")
    .map((one) => one.trim())
    .filter(Boolean)
    .map((one) => (PICTURE.test(one) ? picture(one) : one));
  return said.length > 1 || isMap(said[0]) ? said : (said[0] ?? "");
};

const NOT_TEXTS = ["角色", "序号", "排法", "引用", "来源", "本条序号", "可略", "暂不用", "接排"];
const POINT = ["标题", "正文", "要点"];
const SECTION = ["小标题", "导语", "要点", "小结"];

const listOf = (value) => (Array.isArray(value) ? value : value ? [value] : []);
const without = (map, keys) => Object.fromEntries(Object.entries(map).filter(([key]) => !keys.includes(key)));

export function newPoint(title = "", said = "", points = []) {
  return { id: ++ids, kind: "point", title, text: said, points, rest: {} };
}

export function newSection(heading = "", lead = "", points = []) {
  return { id: ++ids, kind: "section", heading, lead, points, tail: "", rest: {} };
}

export function pointOf(tree) {
  if (!isMap(tree)) return newPoint("", text(tree));
  const point = newPoint(text(tree["标题"]), text(tree["正文"]), listOf(tree["要点"]).map(pointOf));
  point.rest = without(tree, POINT);
  return point;
}

export function sectionOf(tree) {
  if (!isMap(tree)) return newSection("", text(tree));
  const section = newSection(text(tree["小标题"]), text(tree["导语"]), listOf(tree["要点"]).map(pointOf));
  const tail = tree["小结"];
  section.tail = isMap(tail) ? "" : text(tail);
  section.rest = without(tree, isMap(tail) ? SECTION.filter((key) => key !== "小结") : SECTION);
  return section;
}

// The model of an outline: what is said about it (head), and its parts in order. `spellings` are those of its genre's parts.
export function modelOf(tree, genre, heads) {
  const model = { head: {}, parts: [], ordered: false };
  for (const [key, value] of Object.entries(tree)) {
    if (key === "小节") {
      model.ordered = true;
      for (const one of value ?? []) {
        const section = sectionOf(one);
        const role = section.rest["角色"] ?? "主体";
        delete section.rest["角色"];
        model.parts.push(partOf(genre.spellings[role] ?? role, role, [section]));
      }
    } else if (heads.has(key)) {
      model.head[key] = value;
    } else {
      const listed = Array.isArray(value) && value.some(isMap);
      const sections = value === null || value === "" ? [] : listed ? value.map(sectionOf) : [sectionOf(value)];
      model.parts.push(partOf(genre.spellings[key] ?? key, key, sections));
    }
  }
  return model;
}

export function partOf(role, key, sections = []) {
  return { id: ++ids, kind: "part", role, key, sections: sections.length ? sections : [newSection()] };
}

const empty = (value) =>
  value === "" ||
  value === undefined ||
  (Array.isArray(value) && !value.length) ||
  (isMap(value) && !Object.keys(value).length);

function pointTree(point, path, index) {
  index.set(path, point);
  const points = point.points
    .map((one, n) => pointTree(one, `${path}.要点[${n + 1}]`, index))
    .filter((one) => !empty(one));
  const said = texts(point.text);
  if (!point.title && !points.length && !Object.keys(point.rest).length && typeof said === "string") return said;
  const tree = {};
  if (point.title) tree["标题"] = point.title;
  if (!empty(said)) tree["正文"] = said;
  if (points.length) tree["要点"] = points;
  return Object.assign(tree, point.rest);
}

function sectionTree(section, path, index) {
  index.set(path, section);
  const points = section.points
    .map((one, n) => pointTree(one, `${path}.要点[${n + 1}]`, index))
    .filter((one) => !empty(one));
  const lead = texts(section.lead),
    tail = texts(section.tail);
  if (!section.heading && !points.length && empty(tail) && !Object.keys(section.rest).length) return lead;
  const tree = {};
  if (section.heading) tree["小标题"] = section.heading;
  if (!empty(lead)) tree["导语"] = lead;
  if (points.length) tree["要点"] = points;
  if (!empty(tail)) tree["小结"] = tail;
  return Object.assign(tree, section.rest);
}

// The model as plain data, and by the path of keys the node that stands there.
export function treeOf(model) {
  const tree = {},
    index = new Map();
  for (const [key, value] of Object.entries(model.head)) if (!empty(value)) tree[key] = value;
  const roles = model.parts.map((part) => part.role);
  const repeated = roles.some((role, n) => roles.indexOf(role) !== n);
  if (!model.ordered && !repeated) {
    for (const part of model.parts) {
      const several = part.sections.length > 1;
      const said = part.sections
        .map((one, n) => sectionTree(one, several ? `${part.key}[${n + 1}]` : part.key, index))
        .flat()
        .filter((one) => !empty(one));
      if (said.length) tree[part.key] = said.length > 1 ? said : said[0];
    }
    return { tree, index };
  }
  const middle = [],
    edges = { [OPEN]: [], [CLOSE]: [] };
  for (const part of model.parts) {
    for (const one of part.sections) {
      const edge = edges[part.role];
      const said = sectionTree(one, edge ? part.key : `小节[${middle.length + 1}]`, index);
      if (empty(said)) continue;
      if (edge) edge.push([part.key, said]);
      else middle.push(isMap(said) ? { 角色: part.key, ...said } : { 角色: part.key, 导语: said });
    }
  }
  const put = (edge) =>
    edge.forEach(([key, said]) => {
      tree[key] = key in tree ? [tree[key], said].flat() : said;
    });
  put(edges[OPEN]);
  if (middle.length) tree["小节"] = middle;
  put(edges[CLOSE]);
  return { tree, index };
}

// The node that stands at a path of keys, or that which holds it.
export function nodeAt(index, path) {
  for (let key = path; key; key = key.replace(/(\.[^.[]*|\[\d+\])$/, "")) {
    if (index.has(key))
      return { node: index.get(key), field: path.slice(key.length).replace(/^\./, "").replace(/\[.*$/, "") };
    if (!/[.[]/.test(key)) break;
  }
  return null;
}

export function byId(model, id) {
  let found = null;
  walk(model, (node) => {
    if (node.id === id) found = node;
  });
  return found;
}

export function walk(model, visit) {
  const points = (list) =>
    list.forEach((point) => {
      visit(point);
      points(point.points);
    });
  for (const part of model.parts) {
    visit(part);
    for (const section of part.sections) {
      visit(section);
      points(section.points);
    }
  }
}

// Every text that a person may change, as [label, what it says, how it is set].
export function everyText(model) {
  const found = [];
  const of = (node, field, label) => {
    if (node[field])
      found.push({
        label,
        text: node[field],
        set: (said) => {
          node[field] = said;
        },
      });
  };
  const inHead = (holder, key, label) => {
    const value = holder[key];
    if (typeof value === "string") {
      if (value)
        found.push({
          label,
          text: value,
          set: (said) => {
            holder[key] = said;
          },
        });
    } else if (value && typeof value === "object")
      for (const below of Object.keys(value)) inHead(value, below, isNaN(below) ? `${label} ${below}` : label);
  };
  for (const key of Object.keys(model.head))
    if (!["模板", "版式", "层次序号", "措辞"].includes(key)) inHead(model.head, key, key);
  walk(model, (node) => {
    if (node.rest) for (const key of Object.keys(node.rest)) if (!NOT_TEXTS.includes(key)) inHead(node.rest, key, key);
    if (node.kind === "section") {
      of(node, "heading", "小标题");
      of(node, "lead", "导语");
      of(node, "tail", "小结");
    }
    if (node.kind === "point") {
      of(node, "title", "要点标题");
      of(node, "text", "要点正文");
    }
  });
  return found;
}
