// A participant of another make, on Node: it knows what CONTRACT.md says of the link, and nothing else of halte.
//
//     node participant.mjs LINK NAME
//
// What it did is told as JSON on its output.

import assert from "node:assert/strict";
import { createHash, randomUUID } from "node:crypto";
import { once } from "node:events";
import { createRequire } from "node:module";
import tls from "node:tls";

const packages = process.env.NODE_MODULES ?? new URL("./node_modules", import.meta.url).pathname;
const { WebSocket } = createRequire(`${packages}/`)("ws");

const [link, name] = process.argv.slice(2);
const [where, fingerprint] = link.replace("halte://", "").split("#");
const [address, code] = where.split("/");
const [, host, port] = address.match(/^(.*):(\d+)$/);

const did = { kept: [], withdrawn: 0, sorted: [], dots: {} };
let seat = null, since = null, view = null, you = null;
let step = null, visits = 0, slice = [], goodbye = null;
let socket, heard, wake, closed;

/** Speaks TLS, and not a word of websockets before the host has shown the certificate of the link. */
async function dial() {
  const stream = tls.connect({ host, port, minVersion: "TLSv1.3", rejectUnauthorized: false });
  await once(stream, "secureConnect");
  const shown = createHash("sha256").update(stream.getPeerCertificate().raw).digest("base64url");
  assert.equal(`sha256=${shown}`, fingerprint, "somebody else answers");
  heard = [];
  closed = null;
  const mine = new WebSocket(`ws://${address}/ws`, ["halte.v1"], { createConnection: () => stream });
  mine.on("message", (frame) => { heard.push(frame.toString()); wake?.(); });
  mine.on("close", (code) => { if (mine === socket) { closed = code; wake?.(); } });
  mine.on("error", (error) => console.error(error));
  await once(mine, "open");
  assert.equal(mine.protocol, "halte.v1");
  return mine;
}

/** Takes the seat; the one it had before, and what changed meanwhile, if it had one. */
async function sit() {
  socket = await dial();
  say({ type: "hello", code, role: "participant", name, organisation: "Elsewhere", lang: "en", seat, since });
  const welcome = await hear();
  assert.equal(welcome.type, "welcome");
  ({ you, seq: since } = welcome);
  seat = welcome.seat || null;
  if (welcome.view) {
    view = welcome.view;
    visits = view.timeline.length;
    step = view.timeline.at(-1).step;
  }
  take(welcome.records ?? []);
}

function say(message) {
  socket.send(JSON.stringify(message));
}

async function hear() {
  while (heard.length === 0 && closed === null) await new Promise((resolve) => { wake = resolve; });
  if (heard.length === 0) return { type: "closed" };
  return JSON.parse(heard.shift());
}

function take(records) {
  for (const { event } of records) {
    if (event.type !== "step-entered") {
      const others = JSON.stringify(event).replaceAll(`[${name}]`, "");
      assert(at().kind !== "write" || !others.includes('"text":"['), `${name} reads what is private: ${others}`);
      continue;
    }
    step = event.step;
    visits += 1;
    slice = event.slices?.[you] ?? [];
  }
}

async function next() {
  const message = await hear();
  if (message.type === "records") {
    take(message.records);
    since = message.through;
  }
  if (message.type === "goodbye") goodbye = message.reason;
  assert.notEqual(message.type, "error", JSON.stringify(message));
  return message;
}

async function ask(command, id = randomUUID()) {
  say({ type: "command", id, command });
  for (;;) {
    const message = await next();
    assert.notEqual(message.type, "closed");
    if (message.id === id) return message;
  }
}

async function must(command) {
  const answer = await ask(command);
  assert.equal(answer.type, "ack", JSON.stringify([command, answer]));
  return answer.result;
}

const at = () => view.agenda.find(({ id }) => id === step);

const acts = {
  async write() {
    const { scenario } = at();
    for (const [number, kind] of ["need", "challenge", "want"].entries()) {
      const text = `[${name}] ${scenario} ${number}: leren aan de machine`;
      const { contribution } = await must({ type: "contribute", kind, text });
      if (kind === "want") {
        await must({ type: "withdraw", contribution });
        did.withdrawn += 1;
      } else {
        did.kept.push([scenario, contribution]);
      }
    }
    await must({ type: "edit", contribution: did.kept.at(-1)[1], text: `[${name}] anders gezegd é😀` });
    // The same command over another connection of the same seat gets the same answer, and counts once.
    const id = randomUUID();
    const command = { type: "say", text: `één keer, van ${name}` };
    const first = await ask(command, id);
    socket.terminate();
    await sit();
    assert.deepEqual(await ask(command, id), first);
  },
  async sort(themes) {
    for (const [number, contribution] of slice.entries()) {
      await must({ type: "sort", contribution, primary: themes[number % themes.length] });
      did.sorted.push(contribution);
    }
  },
  async vote(themes) {
    for (const [theme, dots] of [[themes[0], 3], [themes.at(-1), 2]]) {
      await must({ type: "vote", theme, dots });
      did.dots[theme] = dots;
    }
    const refused = await ask({ type: "vote", theme: themes[1], dots: 1 });
    assert.deepEqual([refused.type, refused.reason], ["refused", "too-many-dots"]);
  },
};

await sit();
const themes = view.themes.map(({ id }) => id);
let done = 0;
while (goodbye === null) {
  if (done < visits) {
    done = visits;
    await acts[at().kind]?.(themes);
    await must({ type: "done" });
  } else {
    await next();
  }
}
while (closed === null) await next();
assert.deepEqual([goodbye, closed], ["session-closed", 1000]);
console.log(JSON.stringify({ you, ...did }));
