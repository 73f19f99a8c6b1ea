// A case, opened in the browser: what lies sealed on the server is opened here with the worker's own key, and what she writes is sealed here before it is sent.
import { archiveOf, isKey, save, sealExport } from "./exporting.js";
import * as own from "./ownkey.js";
import { lockAfterIdle } from "./lock.js";
import { Part } from "./part.js";
import { endPrint, printOpened } from "./printing.js";
import { CannotBeOpened, open, openText, seal } from "./sealed.js";
import { Show } from "./show.js";
import { bytesOf, fromBase64, post } from "./wire.js";
import { readWords } from "./words.js";

const calls = "/console/reports/case";
const writing = {
  note: { purpose: "note", by: "case-key", address: `${calls}/note` },
  message: { purpose: "message", by: "thread-key", address: `${calls}/reply` },
  identity: { purpose: "identity", by: "case-key", address: `${calls}/identity` },
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
    const said = await openItem(item, mine.asked);
    if (mine.isLocked) return;
    if (said.isClosed) return show.closed(item);
    const line = { ...item, title: said.title ?? "", by: said.by };
    if (said.file) return show.file({ ...line, title: line.title || part.find("recording").textContent, type: said.type, text: said.text }, () => contentOf(said.file));
    show.text(line, said.text);
  }

  // What an item says: words, or where a file is.
  async function openItem(item, words) {
    if (item.media) return { file: item.row, type: item.media };
    const text = await openText(fromBase64(item.file), placeOf(item), keyFor(item)).catch(() => undefined);
    if (text === undefined) return { isClosed: true };
    if (item.purpose === "message") return { text };
    const said = read(text);
    const title = said.task ? wordOf(words.tasks, said.task) : wordOf(words.questions, said.question);
    if (said.file) return { ...said, title };
    return { title, by: said.by, text: said.text ?? wordOf(words.choices, `${said.question} ${said.choice}`) };
  }

  async function contentOf(row) {
    const file = opened.asked.attachments.find(one => one.row === row);
    if (!file) throw new CannotBeOpened();
    const item = { purpose: "attachment", ...file };
    return open(await bytesOf(`${calls}/file`, { ofCase: opened.asked.ofCase, row }), placeOf(item), keyFor(item));
  }

  // Who it is, asked for by itself each time: that she looked is recorded.
  async function showWho() {
    const mine = opened;
    const { items } = await post(`${calls}/who`, { ofCase: mine.asked.ofCase });
    show.empty("who");
    for (const item of items) await present(item, mine);
    if (items.length === 0 && !mine.isLocked) part.put("who", part.find("nobody-known").textContent);
  }

  async function makeExport() {
    const [purpose, key] = [part.find("export-purpose").value, part.find("export-key").value.trim()];
    if (!purpose) return part.tell("no-purpose");
    if (key && !isKey(key)) return part.tell("no-key");
    const mine = opened;
    const withWho = part.find("export-who").checked;
    const exported = await post(`${calls}/export`, { ofCase: mine.asked.ofCase, purpose, recipient: key ? "key" : "words", withWho: String(withWho) });
    const said = [];
    for (const item of exported.items) said.push({ item, ...await openItem(item, exported) });
    const place = { purpose: "export", ofCase: mine.asked.ofCase, row: newRow(), epoch: mine.newest.get("case-key") ?? 0 };
    const { file, words } = await sealExport(await archiveOf(exported, said, place, contentOf), key);
    if (mine.isLocked) return;
    save(file, `${exported.code}.tar.age`);
    part.put("export-said", part.find(words ? "export-by-words" : "export-made").textContent);
    part.put("export-words", words ?? "");
    part.find("export-away").hidden = !words;
  }

  function forgetExport() {
    part.put("export-words", "");
    part.put("export-said", "");
    part.find("export-away").hidden = true;
  }

  const placeOf = item => ({ purpose: item.purpose, ofCase: opened?.asked.ofCase ?? "", row: item.row, epoch: item.epoch });

  function keyFor(item) {
    const key = opened?.keys.get(`${item.by ?? (item.purpose === "message" ? "thread-key" : "case-key")} ${item.epoch}`);
    if (!key) throw new CannotBeOpened();
    return key;
  }

  async function write(name) {
    const text = part.find(name).value.trim();
    if (!text) return part.tell("empty");
    if (text.length > longest) return part.tell("long");
    const task = name === "note" ? part.find("task").value : "";
    const { item, file } = await sealedText(name, text, task);
    const said = await post(writing[name].address, { ofCase: opened.asked.ofCase, row: item.row, epoch: String(item.epoch), file });
    part.find(name).value = "";
    if (name === "note") part.find("task").value = "";
    if (name !== "identity") show.text({ ...item, at: said.at, by: said.by, title: task && wordOf(opened.asked.tasks, task), isOurs: true }, text);
    part.put("said", part.find(`${name}-kept`).textContent);
  }

  // A note says who wrote it; the reporter reads a message as it stands.
  async function sealedText(name, text, task) {
    const kind = writing[name];
    const item = { purpose: kind.purpose, row: newRow(), epoch: opened.newest.get(kind.by) };
    const bytes = new TextEncoder().encode(name === "message" ? text : JSON.stringify({ by: root.dataset.name, ...(task && { task }), text }));
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
      part.find(name).value = name === "message" ? text : read(text).text;
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
    part.find("export-key").value = "";
    forgetExport();
    endPrint(part);
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
  part.on("who", showWho);
  part.on("export", makeExport);
  part.on("export-away", forgetExport);
  part.on("print", async () => printOpened(part, await post(`${calls}/print`, { ofCase: opened.asked.ofCase })));
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
