// Prints what is open on the page, once the server has recorded it. Who prints in another way gets a page without the case.

const mark = "prints-case"; // the style sheet shows the case on paper only with it

export function printOpened(part, head) {
  part.put("print-head", [head.code, head.at, head.by].join(" · "));
  document.body.classList.add(mark);
  window.addEventListener("afterprint", () => endPrint(part), { once: true });
  window.print();
}

export function endPrint(part) {
  document.body.classList.remove(mark);
  part.put("print-head", "");
}
