// One file of a case for one recipient: an age file that holds a tar archive, with a text to read and the files beside it. It is made here, from what was
// opened here; the server records that it is made, and what it gives out is sealed.
import { Encrypter } from "age-encryption";
import { lineOf, sizeOf } from "./sealed.js";
import { tar } from "./tar.js";
import { newWords } from "./words.js";

const work = 15; // of scrypt, as a power of two: the letters are 125 random bits, which need no slow hash
const form = /^age1[02-9ac-hj-np-z]{58}$/;
const ends = { "image/jpeg": "jpg", "image/png": "png", "audio/ogg": "ogg", "audio/webm": "webm", "audio/mp4": "m4a", "application/pdf": "pdf" };
const parts = [
  ["What she reported", item => item.purpose === "answer"],
  ["Messages with her", item => item.purpose === "message"],
  ["Notes of the staff", item => item.purpose === "note"],
  ["Who it is", item => item.purpose === "identity"],
];

export const isKey = text => form.test(text);

// exported: what the server gave; opened: each item as { item, title, by, text, file, type }; place: of the export; contentOf: opens one of its files.
export async function archiveOf(exported, opened, place, contentOf) {
  const entries = [];
  const lines = [`Case ${exported.code}, exported ${exported.at} by ${exported.by}. Times are those of Phnom Penh.`, ...exported.facts];
  for (const [title, belongs] of parts) {
    const mine = opened.filter(one => belongs(one.item));
    if (mine.length === 0) continue;
    lines.push("", `== ${title} ==`);
    for (const one of mine) lines.push(...await linesOf(one, exported.code, entries, contentOf));
  }
  const text = new TextEncoder().encode(`${lines.join("\n")}\n`);
  const line = lineOf(place, text.length); // says which case it is of, as in every sealed file
  const whole = new Uint8Array(line.length + text.length);
  whole.set(line);
  whole.set(text, line.length);
  text.fill(0);
  const all = [{ name: `${exported.code}/case.txt`, content: whole }, ...entries];
  try {
    return tar(all, Math.floor(Date.now() / 1000), sizeOf);
  } finally {
    for (const { content } of all) content.fill(0);
  }
}

async function linesOf(one, code, entries, contentOf) {
  const side = one.item.purpose === "message" ? (one.item.isOurs ? "We" : "She") : "";
  const lines = ["", `[${[one.item.at, side, one.title, one.by].filter(Boolean).join(" · ")}]`];
  if (one.file) {
    const content = await contentOf(one.file).catch(() => undefined);
    const name = `files/${String(entries.length + 1).padStart(2, "0")}.${ends[one.type] ?? "bin"}`;
    if (content) entries.push({ name: `${code}/${name}`, content });
    lines.push(content ? `(${name})` : "(a file that could not be opened)");
  }
  if (one.text !== undefined) lines.push(one.text);
  else if (!one.file) lines.push("(this could not be opened)");
  return lines;
}

// To a key, or to letters that are made now and given back.
export async function sealExport(archive, key) {
  const age = new Encrypter();
  const words = key ? undefined : newWords();
  if (key) {
    age.addRecipient(key);
  } else {
    age.setPassphrase(words);
    age.setScryptWorkFactor(work);
  }
  try {
    return { file: await age.encrypt(archive), words };
  } finally {
    archive.fill(0);
  }
}

// Gives a file to the browser to save.
export function save(file, name) {
  const address = URL.createObjectURL(new Blob([file], { type: "application/octet-stream" }));
  Object.assign(document.createElement("a"), { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000); // it is sealed; the browser may still be saving it
}
