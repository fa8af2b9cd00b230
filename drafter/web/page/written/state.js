// What is being written, what was written before each step, and who wants to know.

import { modelOf, partOf, treeOf } from "./outline.js";

const MOST_STEPS = 300,
  SAME_STEP = 1200;

export const state = {
  hello: null,
  genre: null,
  model: null,
  id: null,
  name: "",
  version: "",
  saved: "",
  taken: "",
  file: null,
  traceless: false,
  tree: null,
  text: null,
  preview: null,
  sent: null,
  findings: [],
  silenced: new Set(),
  index: new Map(),
  focus: null,
};

// The mark of secrecy of what is written, wherever it was said: in its own key, among 公文, in what it extends.
export const markOf = () => state.preview?.secrecy || state.model.head["密级"] || "";

const undone = [],
  done = [];
const listeners = [];
let last = { field: "", at: 0 };

export const onChange = (listener) => listeners.push(listener);

const snapshot = () => JSON.stringify({ model: state.model, genre: state.genre.name });

// Carries out a change as one step that can be undone. Typing in one field without a pause is one step.
export function change(act, field = "") {
  const before = snapshot(),
    now = Date.now();
  const result = act();
  if (result === false || snapshot() === before) return result;
  if (!(field && field === last.field && now - last.at < SAME_STEP)) {
    done.push(before);
    if (done.length > MOST_STEPS) done.shift();
  }
  last = { field, at: now };
  undone.length = 0;
  state.text = null;
  tell(field ? "typed" : "moved");
  return result;
}

export function tell(how) {
  const { tree, index } = treeOf(state.model);
  state.tree = tree;
  state.index = index;
  listeners.forEach((listener) => listener(how));
}

async function step(from, to, loadGenre) {
  if (!from.length) return false;
  to.push(snapshot());
  const { model, genre } = JSON.parse(from.pop());
  if (genre !== state.genre.name) state.genre = await loadGenre(genre);
  state.model = model;
  state.text = null;
  last = { field: "", at: 0 };
  tell("moved");
  return true;
}

export const undo = (loadGenre) => step(done, undone, loadGenre);
export const redo = (loadGenre) => step(undone, done, loadGenre);
export const canUndo = () => done.length > 0;
export const canRedo = () => undone.length > 0;

export const heads = () => new Set(state.hello.forms["大纲"].map((one) => one.key).filter((key) => key !== "小节"));

// The model of a tree in the genre at hand, every part in its place.
state.modelOf = (tree) => filled(modelOf(tree, state.genre, heads()));

export function show(tree, genre, document = {}) {
  state.genre = genre;
  state.model = state.modelOf(tree);
  Object.assign(state, {
    id: document.id ?? null,
    name: document.name ?? "",
    version: document.version ?? "",
    opened: "",
    saved: "",
    taken: "",
    file: null,
    traceless: false,
    text: null,
    findings: [],
    preview: null,
    sent: null,
    focus: null,
    seen: new Set(),
  });
  done.length = undone.length = 0;
  const said = JSON.stringify(treeOf(state.model).tree);
  Object.assign(state, { opened: said, saved: state.id ? said : "" });
  tell("opened");
}

// Every part that the genre takes has its place, so that a writer sees what may be said; those not filled in are not saved.
function filled(model) {
  if (model.ordered || state.genre.any) return model;
  const { roles } = state.genre;
  const there = new Map(model.parts.map((part) => [part.role, part]));
  const own = model.parts.filter((part) => !roles.some((role) => role.name === part.role));
  const placed = roles.map((role) => there.get(role.name) ?? partOf(role.name, role.label));
  const tasks = placed.findIndex((part) => part.role === "tasks");
  placed.splice(tasks < 0 ? placed.length : tasks, 0, ...own);
  return { ...model, parts: placed };
}

// The outline says something else now, as one step that can be undone.
export function replaceTree(tree) {
  const { id, name, version, genre } = state;
  const before = JSON.stringify(state.model);
  change(() => {
    const kept = { seen: state.seen };
    const fresh = state.modelOf(tree);
    state.model = fresh;
    Object.assign(state, kept, { id, name, version, genre });
    return JSON.stringify(fresh) !== before;
  });
}
