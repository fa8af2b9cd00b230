// The way to the program: a server on this computer, or Python in a worker of the browser where the page is one file.

export class Refused extends Error {
  constructor(problems) {
    super(problems.map((one) => one.message).join("；"));
    this.problems = problems;
  }
}

const GONE = [{ code: "gone", message: "程序没有回应", hint: "重新打开 drafter；写的东西还在这个窗口里，不要关" }];

async function overHttp(verb, payload) {
  let response;
  try {
    response = await fetch(`/api/${verb}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(payload),
    });
  } catch {
    throw new Refused(GONE);
  }
  const kind = response.headers.get("Content-Type") ?? "";
  if (kind.startsWith("application/octet-stream")) {
    const named = /filename\*=UTF-8''(.*)$/.exec(response.headers.get("Content-Disposition") ?? "");
    return { name: named ? decodeURIComponent(named[1]) : "稿子", data: new Uint8Array(await response.arrayBuffer()) };
  }
  const answer = await response.json();
  if (!response.ok) throw new Refused(answer.problems ?? GONE);
  return answer;
}

const OFTEN = 400;

// Has `tell` hear how far a long work is, until that is asked for no more.
function watch(run, tell) {
  const timer = setInterval(async () => {
    const { done, of } = await overHttp("progress", { run }).catch(() => ({}));
    if (of) tell(done, of);
  }, OFTEN);
  return () => clearInterval(timer);
}

export const host = globalThis.drafterHost ?? {
  ask: overHttp,
  local: true,
  watch,
  stop: (run) => overHttp("stop", { run }),
};

export const ask = (verb, payload = {}) => host.ask(verb, payload);

let begun = 0;

// Work that takes long: `tell` hears how far it is, `stop` ends it; what it leaves goes by the name of the `run`.
export function longWork(verb, payload, tell) {
  const run = `${Date.now()}-${(begun += 1)}`;
  const leave = host.watch(run, tell);
  return { run, answer: ask(verb, { ...payload, run }).finally(leave), stop: () => host.stop(run) };
}

export async function encoded(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let out = "";
  for (let at = 0; at < bytes.length; at += 32768) out += String.fromCharCode(...bytes.subarray(at, at + 32768));
  return btoa(out);
}

export function give({ name, data }) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([data]));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}
