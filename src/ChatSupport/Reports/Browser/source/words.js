// The words on paper that open a case worker's key where no passkey can: 25 letters and digits, made by chance (125 bits). They are made and never chosen:
// what they protect lies on the server, and whoever takes that can try for as long as she likes.

const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; // no I, L, O and U: they are read as others, or make words
const count = 25;
const group = 5;

export function newWords() {
  return grouped([...crypto.getRandomValues(new Uint8Array(count))].map(byte => letters[byte % letters.length]).join(""));
}

// The one way in which what was typed is written: capitals, in groups; what looks alike is the same. Undefined for what cannot be right.
export function readWords(typed) {
  const plain = typed.toUpperCase().replaceAll(/[\s\u200B-]/g, "").replaceAll("O", "0").replaceAll(/[IL]/g, "1");
  return plain.length === count && [...plain].every(letter => letters.includes(letter)) ? grouped(plain) : undefined;
}

function grouped(plain) {
  return plain.match(new RegExp(`.{${group}}`, "g")).join("-");
}
