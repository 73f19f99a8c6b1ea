// A case worker's own key: made here, kept on the server in a form that only her passkey or her words open. What the server holds is an age file of her
// identity; with the words, anybody's age opens it as well.
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient, webauthn } from "age-encryption";
import { CannotBeOpened } from "./sealed.js";

const work = 15; // of scrypt, as a power of two: the words are 125 random bits, which need no slow hash
const form = /^AGE-SECRET-KEY-1[0-9A-Z]+\n$/;

export async function makeKey() {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}

// A passkey made for this alone. Its hint names it, and tells nothing else.
export async function byNewPasskey(identity, name) {
  const hint = await webauthn.createCredential({ keyName: name });
  const age = new Encrypter();
  age.addRecipient(new webauthn.WebAuthnRecipient({ identity: hint }));
  return { kind: "passkey", hint, blob: await age.encrypt(`${identity}\n`) };
}

export async function byWords(identity, words) {
  const age = new Encrypter();
  age.setPassphrase(words);
  age.setScryptWorkFactor(work);
  return { kind: "words", hint: "", blob: await age.encrypt(`${identity}\n`) };
}

export async function withPasskey(blob, hint, recipient) {
  const age = new Decrypter();
  age.addIdentity(new webauthn.WebAuthnIdentity({ identity: hint }));
  return identityIn(await age.decrypt(blob, "text").catch(refused), recipient);
}

export async function withWords(blob, words, recipient) {
  const age = new Decrypter();
  age.addPassphrase(words);
  return identityIn(await age.decrypt(blob, "text").catch(refused), recipient);
}

// What the browser or the passkey says stays what it is; all else is the one error.
function refused(trouble) {
  throw trouble instanceof DOMException || trouble.message?.startsWith("PRF") ? trouble : new CannotBeOpened();
}

// Proves to the server that whoever names a public key has its other half.
export async function answer(question, identity) {
  const age = new Decrypter();
  age.addIdentity(identity);
  return age.decrypt(question);
}

// It must be the key that reports are sealed to: another would open nothing, and somebody put it there.
async function identityIn(text, recipient) {
  if (!form.test(text) || await identityToRecipient(text.trim()) !== recipient) throw new CannotBeOpened();
  return text.trim();
}
