// A tar archive (POSIX ustar), as every tar reads it: plain files in one folder.

const block = 512;
const record = 10240; // what tar reads at once

// entries: { name, content }; at: seconds since 1970; sizeOf: the size that so many bytes are filled up to.
export function tar(entries, at, sizeOf) {
  const used = entries.reduce((sum, { content }) => sum + block + rounded(content.length, block), 2 * block);
  const archive = new Uint8Array(rounded(sizeOf(used), record)); // zeros at its end are its end
  let offset = 0;
  for (const { name, content } of entries) {
    archive.set(headOf(name, content.length, at), offset);
    archive.set(content, offset + block);
    offset += block + rounded(content.length, block);
  }
  return archive;
}

const rounded = (length, to) => Math.ceil(length / to) * to;

function headOf(name, length, at) {
  if (!/^[A-Za-z0-9._/-]{1,99}$/.test(name)) throw new TypeError("This is no name of a file in an archive.");
  const head = new Uint8Array(block);
  const put = (text, offset) => head.set(new TextEncoder().encode(text), offset);
  const octal = (value, digits) => value.toString(8).padStart(digits, "0");
  put(name, 0);
  put(`${octal(0o600, 7)}\0`, 100);
  put(`${octal(0, 7)}\0`, 108);
  put(`${octal(0, 7)}\0`, 116);
  put(`${octal(length, 11)}\0`, 124);
  put(`${octal(at, 11)}\0`, 136);
  put("        ", 148); // where its sum stands
  put("0", 156);
  put("ustar\u000000", 257);
  const sum = head.reduce((total, byte) => total + byte, 0);
  put(`${octal(sum, 6)}\0 `, 148);
  return head;
}
