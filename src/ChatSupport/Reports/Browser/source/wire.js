// What goes to the server and comes from it.

// As the console's own forms: with the token of the page, so that no other page can send it. What comes back is in no cache.
export async function post(address, fields) {
  return (await sent(address, fields)).json();
}

export async function bytesOf(address, fields) {
  return new Uint8Array(await (await sent(address, fields)).arrayBuffer());
}

// Something that the server says in a sentence.
export class Trouble extends Error {}

export const fromBase64 = text => Uint8Array.from(atob(text), character => character.charCodeAt(0));

export function toBase64(bytes) {
  let text = "";
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}

async function sent(address, fields) {
  const body = new FormData();
  body.set("__RequestVerificationToken", document.querySelector("input[name=__RequestVerificationToken]").value);
  for (const [name, value] of Object.entries(fields)) body.set(name, value instanceof Uint8Array ? toBase64(value) : value);
  const reply = await fetch(address, { method: "POST", body, cache: "no-store", redirect: "error" });
  if (reply.ok) return reply;
  const said = await reply.json().catch(() => undefined);
  throw new Trouble(said?.trouble ?? "");
}
