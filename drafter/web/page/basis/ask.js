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

export const host = globalThis.drafterHost ?? { ask: overHttp, local: true };

export const ask = (verb, payload = {}) => host.ask(verb, payload);

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
