// The reference implementation of age over whole folders, in one process.
// node files.mjs open IDENTITY FROM TO      opens every file of a folder
// node files.mjs seal RECIPIENT FROM TO     seals every file of a folder
// node files.mjs vectors TO                 writes the published vectors, a file each
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Decrypter, Encrypter } from 'age-encryption';

const [act, ...rest] = process.argv.slice(2);

async function each(from, to, work) {
  for (const name of await readdir(from))
    await writeFile(join(to, name), await work(await readFile(join(from, name))));
}

if (act === 'open') {
  const [identity, from, to] = rest;
  const age = new Decrypter();
  age.addIdentity(identity);
  await each(from, to, file => age.decrypt(file, 'uint8array'));
} else if (act === 'seal') {
  const [recipient, from, to] = rest;
  const age = new Encrypter();
  age.addRecipient(recipient);
  await each(from, to, file => age.encrypt(file));
} else if (act === 'vectors') {
  const vectors = await import('cctv-age');
  for (const [name, bytes] of Object.entries(vectors))
    await writeFile(join(rest[0], name), bytes);
} else {
  throw new Error(`Unknown: ${act}`);
}
