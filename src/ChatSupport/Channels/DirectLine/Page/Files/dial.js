// Numbers that the bot names can be called by one tap.
import { make } from "./dom.js";

// As they are dialled in Cambodia: +855 or 0 and the rest anywhere; the short ones (117, 1280) only where a line begins with one
// or says that it is a phone: elsewhere it may be a price or an example of a PIN. What begins with two noughts is made up.
const long = "(?:\\+855[ -]?[1-9]|0[1-9])(?:[ -]?\\d){7,8}";
const short = "(?:(?<=^[•·\\s]*)|(?<=(?:ទូរសព្ទ|Phone|call|ហៅ)[៖: ]*))1(?:1\\d|2\\d\\d)";
let number;
try {
  number = new RegExp(`(?<![\\d+.,])(?:${long}|${short})(?![ ,.-]*\\d| *(?:រៀល|riel|%))`, "gim");
} catch (_) {
  // A browser that cannot look behind: she types the number herself.
}

/** The text, with what can be dialled as links. */
export function withNumbers(text) {
  const parts = [];
  let from = 0;
  for (const found of number && text.matchAll ? text.matchAll(number) : []) {
    parts.push(text.slice(from, found.index), make("a", { class: "call", href: "tel:" + found[0].replace(/[ -]/g, "") }, found[0]));
    from = found.index + found[0].length;
  }
  return [...parts, text.slice(from)];
}
