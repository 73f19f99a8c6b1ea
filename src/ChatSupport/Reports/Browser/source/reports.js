// What the pages of reports load: a part of a page is attended, and let go when the page is left.
export { attendKey } from "./keypage.js";
export { attendCase } from "./casepage.js";
export { attendGiving } from "./givepage.js";

// For tests, which hold these against what the server does.
export { lineOf, open, openText, seal, sizeOf } from "./sealed.js";
export { readersIn } from "./readers.js";
export { newWords, readWords } from "./words.js";
