// A case, opened in the browser: what lies sealed on the server is opened here with the worker's own key, and what she writes is sealed here before it is sent.
import * as own from "./ownkey.js";
import { lockAfterIdle } from "./lock.js";
import { Part } from "./part.js";
import { CannotBeOpened, open, openText, seal } from "./sealed.js";
import { Show } from "./show.js";
import { bytesOf, fromBase64, post } from "./wire.js";
import { readWords } from "./words.js";

const calls = "/console/reports/case";
const writing = {
  note: { purpose: "note", by: "case-key", address: `${calls}/note` },
  message: { purpose: "message", by: "thread-key", address: `${calls}/reply` },
};

const longest = 12000; // letters; in Khmer 36 kB, so that it fits the largest usual size

export function attendCase(root) {
  const part = new Part(root);
  const drafts = {}; // what was begun when the case was locked, sealed to the case
  let opened; // what was asked for, and the keys of the case; undefined while it is locked. Her own key is let go as soon as these are open.
  let show;

  async function begin(identityOf) {
    const asked = await post(`${calls}/open`, { ofCase: root.dataset.of });
    const identity = await identityOf(asked.own);
    const keys = await keysIn(asked, identity);
    part.find("typed").value = "";
    const mine = { asked, keys, newest: newestOf(asked), isLocked: false };
    opened = mine;
    show = new Show(part);
    part.show("opened");
    for (const item of asked.items) await present(item, mine);
    if (mine.isLocked) return;
    await bringBack();
    part.find("story").focus();
  }

  async function present(item, mine) {
    const text = await openText(fromBase64(item.file), placeOf(item), keyFor(item)).catch(() => undefined);
    if (mine.isLocked) return;
    if (text === undefined) return show.closed(item);
    if (item.purpose === "message") return show.text(item, text);
    const said = read(text);
    const title = wordOf(mine.asked.questions, said.question);
    if (said.file) return show.file({ ...item, title, type: said.type }, () => contentOf(said.file));
    show.text({ ...item, title, by: said.by }, said.text ?? wordOf(mine.asked.choices, `${said.question} ${said.choice}`));
  }

  async function contentOf(row) {
    const file = opened.asked.attachments.find(one => one.row === row);
    if (!file) throw new CannotBeOpened();
    const item = { purpose: "attachment", ...file };
    return open(await bytesOf(`${calls}/file`, { ofCase: opened.asked.ofCase, row }), placeOf(item), keyFor(item));
  }

  const placeOf = item => ({ purpose: item.purpose, ofCase: opened?.asked.ofCase ?? "", row: item.row, epoch: item.epoch });

  function keyFor(item) {
    const key = opened?.keys.get(`${item.purpose === "message" ? "thread-key" : "case-key"} ${item.epoch}`);
    if (!key) throw new CannotBeOpened();
    return key;
  }

  async function write(name) {
    const text = part.find(name).value.trim();
    if (!text) return part.tell("empty");
    if (text.length > longest) return part.tell("long");
    const { item, file } = await sealedText(name, text);
    const said = await post(writing[name].address, { ofCase: opened.asked.ofCase, row: item.row, epoch: String(item.epoch), file });
    part.find(name).value = "";
    show.text({ ...item, at: said.at, by: said.by, isOurs: true }, text);
    part.put("said", part.find(`${name}-kept`).textContent);
  }

  // A note says who wrote it; the reporter reads a message as it stands.
  async function sealedText(name, text) {
    const kind = writing[name];
    const item = { purpose: kind.purpose, row: newRow(), epoch: opened.newest.get(kind.by) };
    const bytes = new TextEncoder().encode(name === "note" ? JSON.stringify({ by: root.dataset.name, text }) : text);
    try {
      return { item, file: await seal(bytes, placeOf(item), keyFor(item)) };
    } finally {
      bytes.fill(0);
    }
  }

  // Nothing that she wrote is lost by locking, and nothing of it can be read meanwhile.
  async function putAway() {
    const begun = Object.keys(writing).map(name => [name, part.find(name).value]).filter(([, text]) => text.trim());
    for (const name of Object.keys(writing)) part.find(name).value = "";
    const sealing = begun.map(async ([name, text]) => { drafts[name] = await sealedText(name, text); });
    return Promise.allSettled(sealing);
  }

  async function bringBack() {
    for (const [name, { item, file }] of Object.entries(drafts)) {
      const text = await openText(file, placeOf(item), keyFor(item));
      part.find(name).value = name === "note" ? read(text).text : text;
      delete drafts[name];
    }
  }

  async function wipe() {
    if (!opened || opened.isLocked) return;
    opened.isLocked = true;
    show.clear();
    part.show("locked");
    part.find("typed").value = "";
    part.put("said", "");
    const closing = opened;
    await putAway();
    if (opened === closing) opened = undefined;
    closing.keys.clear();
    closing.asked.items.length = 0;
  }

  part.on("passkey", () => begin(kept => own.withPasskey(fromBase64(kept.sealed), kept.hint, kept.recipient)));
  part.on("words", () => begin(kept => {
    const words = readWords(part.find("typed").value);
    if (!words) throw new CannotBeOpened();
    return own.withWords(fromBase64(kept.sealed), words, kept.recipient);
  }));
  part.on("lock", wipe);
  for (const name of Object.keys(writing)) part.on(name, () => write(name));
  const stop = lockAfterIdle(wipe);
  part.show("locked");
  return {
    end() {
      wipe();
      stop();
      part.end();
    },
  };
}

// The private halves that were given to this worker. One that she cannot open is not hers; others may open what they open.
async function keysIn(asked, identity) {
  const keys = new Map();
  for (const grant of asked.grants) {
    const place = { purpose: grant.purpose, ofCase: asked.ofCase, row: grant.row, epoch: grant.epoch };
    const key = await openText(fromBase64(grant.file), place, identity).catch(() => undefined);
    if (key) keys.set(`${grant.purpose} ${grant.epoch}`, key);
  }
  if (keys.size === 0) throw new CannotBeOpened();
  return keys;
}

// What is written now is sealed to the newest key of each kind.
function newestOf(asked) {
  const newest = new Map();
  for (const { purpose, epoch } of asked.grants) newest.set(purpose, Math.max(epoch, newest.get(purpose) ?? 0));
  return newest;
}

// What is no JSON of ours is shown as it is: it opened, so she or we wrote it.
function read(text) {
  try {
    const said = JSON.parse(text);
    return said && typeof said === "object" ? Object.fromEntries(Object.entries(said).map(([name, value]) => [name, String(value)])) : { text };
  } catch {
    return { text };
  }
}

const wordOf = (words, code) => Object.hasOwn(words, code ?? "") ? words[code] : code ?? "";

const newRow = () => [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, "0")).join("");
