// The page on which keys of cases are given to who came, or has a new key, and on which cases get new keys after somebody left. One case a call: what was done
// stays done when the page is closed, and the next click goes on from there.
import * as own from "./ownkey.js";
import { lockAfterIdle } from "./lock.js";
import { Part } from "./part.js";
import { readersIn } from "./readers.js";
import { CannotBeOpened, open, sealTo } from "./sealed.js";
import { fromBase64, post, toBase64, Trouble } from "./wire.js";
import { readWords } from "./words.js";

const calls = "/console/reports/keys";

export function attendGiving(root) {
  const part = new Part(root);
  let isStopped = false;

  // Looks at one case after the other, until none is left or she stops it.
  async function walk(all, next, each) {
    isStopped = false;
    part.find("stop").hidden = false;
    let [done, closed, after] = [0, 0, ""];
    try {
      for (let found = await next(after); found.ofCase && !isStopped; found = await next(after)) {
        after = found.ofCase;
        if (await each(found)) done++; else closed++;
        say("so-far", done, all);
      }
    } finally {
      part.find("stop").hidden = true;
      if (done > 0) say(isStopped ? "stopped" : "done", done, all);
    }
    if (closed > 0) part.tell("some");
  }

  // A sentence of the page, with the figures in it.
  function say(name, done, all) {
    part.put("progress", part.find(name).textContent.replace("{0}", done).replace("{1}", all));
  }

  async function give(button) {
    const { to, all } = button.dataset;
    const begun = await post(`${calls}/begin`, { to });
    const reader = signed(begun).find(one => one.staff === to);
    if (!reader) throw new Trouble(textOf("list"));
    const identity = await identityOf(begun.own);
    await walk(all, after => post(`${calls}/next`, { to, after }), async found => {
      if (found.readerEpoch !== reader.epoch) throw new Trouble(textOf("list"));
      const lines = [];
      for (const key of found.keys) {
        const line = await sealedAnew(found.ofCase, key, identity, reader).catch(() => undefined);
        if (line) lines.push(line);
      }
      if (lines.length > 0) await post(`${calls}/give`, { ofCase: found.ofCase, to, readerEpoch: String(reader.epoch), keys: lines.join("\n") });
      return lines.length > 0;
    });
  }

  // The pair is made here; its private half leaves this page sealed alone.
  async function renew(button) {
    await walk(button.dataset.all, after => post(`${calls}/new/next`, { after }), async found => {
      const readers = signed(found);
      const { identity, recipient } = await own.makeKey();
      const lines = [];
      for (const { staff, epoch } of found.for) {
        const reader = readers.find(one => one.staff === staff && one.epoch === epoch);
        if (!reader) throw new Trouble(textOf("list"));
        const row = newRow();
        lines.push(`${staff} ${epoch} ${row} ${await sealedKey(identity, { purpose: "case-key", ofCase: found.ofCase, row, epoch: found.epoch }, reader)}`);
      }
      await post(`${calls}/new/keep`, { ofCase: found.ofCase, epoch: String(found.epoch), recipient, keys: lines.join("\n") });
      return true;
    });
  }

  // Her own keys of all her cases. One that does not open was sealed to somebody else, or damaged: it goes, so that another can give it.
  async function check(button) {
    const { to } = button.dataset;
    const begun = await post(`${calls}/begin`, { to });
    const identity = await identityOf(begun.own);
    let gone = 0;
    await walk(button.dataset.all, after => post(`${calls}/own/next`, { after }), async found => {
      const closed = [];
      for (const { purpose, epoch, row, file } of found.keys)
        await open(fromBase64(file), { purpose, ofCase: found.ofCase, row, epoch }, identity).then(key => key.fill(0), () => closed.push(row));
      if (closed.length === 0) return true;
      const isGone = await post(`${calls}/own/closed`, { ofCase: found.ofCase, rows: closed.join("\n") }).catch(kept);
      if (isGone) gone += closed.length;
      return isGone;
    });
    if (gone > 0) part.tell("gone");
  }

  function signed({ list, root: byRoot }) {
    const readers = readersIn(list, byRoot, Date.now());
    if (!readers) throw new Trouble(textOf("list"));
    return readers;
  }

  const textOf = name => part.root.querySelector(`[data-say=${name}]`).textContent;

  async function identityOf(kept) {
    if (kept.kind === "passkey") return own.withPasskey(fromBase64(kept.sealed), kept.hint, kept.recipient);
    const words = readWords(part.find("typed").value);
    if (!words) throw new CannotBeOpened();
    const identity = await own.withWords(fromBase64(kept.sealed), words, kept.recipient);
    part.find("typed").value = "";
    return identity;
  }

  part.on("give", give);
  part.on("renew", renew);
  part.on("check", check);
  const stopIdle = lockAfterIdle(() => { part.find("typed").value = ""; });
  part.find("stop").addEventListener("click", () => { isStopped = true; }, { signal: part.ended.signal });
  window.addEventListener("pagehide", () => { isStopped = true; }, { signal: part.ended.signal });
  part.show("ready");
  return {
    end() {
      isStopped = true;
      part.find("typed").value = "";
      stopIdle();
      part.end();
    },
  };
}

// What the server keeps as it is, such as a key that nobody else has, does not stop the others from being looked at.
function kept(trouble) {
  if (trouble instanceof Trouble) return undefined;
  throw trouble;
}

// A key of a case that was given to her, opened and sealed to a reader.
async function sealedAnew(ofCase, { purpose, epoch, row, file }, identity, reader) {
  const key = await open(fromBase64(file), { purpose, ofCase, row, epoch }, identity);
  try {
    const fresh = newRow();
    return `${purpose} ${epoch} ${fresh} ${toBase64(await sealTo(key, { purpose, ofCase, row: fresh, epoch }, reader.key))}`;
  } finally {
    key.fill(0);
  }
}

async function sealedKey(identity, place, reader) {
  const key = new TextEncoder().encode(identity);
  try {
    return toBase64(await sealTo(key, place, reader.key));
  } finally {
    key.fill(0);
  }
}

const newRow = () => [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, "0")).join("");
