// What is stored of a report, as SealedFile.cs and SealedPlace.cs have it: an age file that holds a line with its place, the content, and blanks up to a
// usual size. A file opens where it was sealed for and nowhere else.
import { Decrypter, Encrypter, identityToRecipient } from "age-encryption";

const buckets = [1024, 4 * 1024, 16 * 1024, 64 * 1024];
const longestLine = 180; // bytes
const longestContent = 2 ** 30; // bytes; beyond all that is stored, so that sizes fit whole numbers of 32 bits
const filler = 0x20;
const newLine = 0x0a;

// Wrong key, damage, a cut end and another place are one and the same error.
export class CannotBeOpened extends Error {
  constructor() {
    super("This cannot be opened.");
  }
}

// The size that a file is filled up to: one of four, above them the next of PADMÉ.
export function sizeOf(length) {
  const bucket = buckets.find(one => length <= one);
  if (bucket) return bucket;
  const exponent = 31 - Math.clz32(length);
  const significant = 32 - Math.clz32(exponent);
  const mask = 2 ** (exponent - significant) - 1;
  return (length + mask) & ~mask;
}

// The first line within a file.
export function lineOf(place, length) {
  const { purpose, ofCase, row, epoch } = place;
  if (!/^[a-z-]+$/.test(purpose) || !/^[0-9a-f]{32}$/.test(ofCase) || !/^[0-9a-f]{32}$/.test(row) || !Number.isInteger(epoch) || epoch < 0)
    throw new TypeError("This is no place of a sealed file.");
  return new TextEncoder().encode(`1 chatsupport ${purpose} case ${ofCase} row ${row} epoch ${epoch} bytes ${length}\n`);
}

// Seals to whom a key belongs that was opened here: the server is not asked to whom, so it cannot name somebody else.
export async function seal(content, place, key) {
  return sealTo(content, place, await identityToRecipient(key));
}

// Seals to a public key that somebody signed.
export async function sealTo(content, place, recipient) {
  const age = new Encrypter();
  age.addRecipient(recipient);
  const line = lineOf(place, content.length);
  const plain = new Uint8Array(sizeOf(line.length + content.length)).fill(filler);
  plain.set(line);
  plain.set(content, line.length);
  try {
    return await age.encrypt(plain);
  } finally {
    plain.fill(0);
  }
}

// Opens a file; gives its content, which the caller wipes.
export async function open(file, place, key) {
  const plain = await decrypted(file, key);
  try {
    return contentOf(plain, place);
  } finally {
    plain.fill(0);
  }
}

// Opens a file that holds text. There is one text for some bytes: what is not UTF-8 is not shown as if it were.
export async function openText(file, place, key) {
  const content = await open(file, place, key);
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(content);
  } catch {
    throw new CannotBeOpened();
  } finally {
    content.fill(0);
  }
}

async function decrypted(file, key) {
  const age = new Decrypter();
  try {
    age.addIdentity(key);
    return await age.decrypt(file);
  } catch {
    throw new CannotBeOpened();
  }
}

function contentOf(plain, place) {
  const end = plain.subarray(0, longestLine).indexOf(newLine) + 1;
  const length = lengthIn(plain.subarray(0, end));
  if (length === undefined || !same(plain.subarray(0, end), lineOf(place, length)))
    throw new CannotBeOpened();
  if (plain.length !== sizeOf(end + length) || !plain.subarray(end + length).every(byte => byte === filler))
    throw new CannotBeOpened();
  return plain.slice(end, end + length);
}

function lengthIn(line) {
  const number = / bytes (0|[1-9][0-9]{0,9})\n$/.exec(String.fromCharCode(...line));
  const length = number ? Number(number[1]) : longestContent + 1;
  return length > longestContent ? undefined : length;
}

const same = (one, other) => one.length === other.length && one.every((byte, at) => byte === other[at]);
