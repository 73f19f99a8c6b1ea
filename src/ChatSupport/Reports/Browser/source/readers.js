// The list of readers, as ReaderList.cs writes it: whom keys are given to is taken from what the root signed, never from what the server says of itself.
import { ed25519 } from "@noble/curves/ed25519.js";
import { bech32 } from "@scure/base";
import { fromBase64, toBase64 } from "./wire.js";

const first = "chatsupport readers 1";
const signatureWord = "signature ";
const row = /^(worker|recovery) ([a-z0-9-]{1,40}) key ([1-9][0-9]{0,8}) (age1[0-9a-z]{58}) from (\S+) until (\S+) (good|revoked)$/;

// The readers whose keys count at a time. Undefined where the root of the page did not sign the list.
export function readersIn(text, root, now) {
  const at = text.lastIndexOf(signatureWord);
  if (at < 0) return undefined;
  const body = text.slice(0, at);
  const [named, ofRoot, , ...rows] = body.trimEnd().split("\n");
  if (named !== first || ofRoot !== `root ${root}` || !isSigned(body, text.slice(at + signatureWord.length), root)) return undefined;
  const all = rows.map(readerOf);
  if (all.includes(undefined)) return undefined;
  return all.filter(one => counts(one, now) && !all.some(other => other.staff === one.staff && other.epoch > one.epoch));
}

function isSigned(body, signature, root) {
  try {
    const key = bech32.decodeToBytes(root);
    const bytes = fromBase64(signature.trim());
    return `${toBase64(bytes)}\n` === signature && key.prefix === "reports-root" && ed25519.verify(bytes, new TextEncoder().encode(body), key.bytes);
  } catch {
    return false;
  }
}

function readerOf(line) {
  const [, role, staff, epoch, key, from, until, state] = row.exec(line) ?? [];
  return role && { role, staff, epoch: Number(epoch), key, from: Date.parse(from), until: Date.parse(until), isRevoked: state === "revoked" };
}

const counts = (one, now) => !one.isRevoked && one.from <= now && now < one.until;
