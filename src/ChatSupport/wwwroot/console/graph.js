// Moves and zooms the picture of the dialogs by its viewBox: mouse, touch, keyboard and buttons. Nothing else of it changes.

const step = 1.25; // one press of a button or key
const drags = 4; // pixels; less is a click
const smallest = 2.3; // units of the picture in a pixel: beyond that nothing can be read
const readable = 1.2;

export function show(room) {
  const svg = room.querySelector("svg.graph");
  const [, , width, height] = svg.getAttribute("viewBox").split(" ").map(Number);
  const margin = Math.max(width, height, 600);
  let view;
  begin();

  // With the whole where its words can be read, else with the first screen and what follows it.
  function begin() {
    look({ x: 0, y: 0, width, height });
    const first = svg.querySelector("[data-box='0']");
    if (unit() <= smallest || !first) return;
    const box = first.getBBox();
    const size = { width: svg.clientWidth * readable, height: svg.clientHeight * readable };
    look({ x: box.x - 70, y: box.y + (box.height - size.height) / 2, ...size });
  }

  function look(wanted) {
    const x = Math.min(Math.max(wanted.x, -margin), width + margin - wanted.width);
    const y = Math.min(Math.max(wanted.y, -margin), height + margin - wanted.height);
    view = { ...wanted, x, y };
    svg.setAttribute("viewBox", [view.x, view.y, view.width, view.height].map(part => part.toFixed(1)).join(" "));
  }

  // Units of the picture in a pixel, and where a pixel of the page is in the picture: it stands in the middle of its room.
  function unit() {
    return Math.max(view.width / svg.clientWidth, view.height / svg.clientHeight);
  }

  function at({ clientX, clientY }) {
    const area = svg.getBoundingClientRect();
    return {
      x: view.x + view.width / 2 + (clientX - area.left - area.width / 2) * unit(),
      y: view.y + view.height / 2 + (clientY - area.top - area.height / 2) * unit(),
    };
  }

  const whole = () => look({ x: 0, y: 0, width, height });
  const move = (x, y) => look({ ...view, x: view.x + x * unit(), y: view.y + y * unit() });

  function zoom(times, fixed = { x: view.x + view.width / 2, y: view.y + view.height / 2 }) {
    // From four pixels for one of the picture to half of what shows the whole.
    const least = 1 / 4 / unit();
    const most = 2 * Math.max(width / view.width, height / view.height);
    const part = Math.min(Math.max(1 / times, Math.min(least, 1)), Math.max(most, 1));
    look({
      x: fixed.x - (fixed.x - view.x) * part, y: fixed.y - (fixed.y - view.y) * part,
      width: view.width * part, height: view.height * part,
    });
  }

  const acts = { nearer: () => zoom(step), farther: () => zoom(1 / step), whole };
  for (const button of room.querySelectorAll("[data-graph]")) button.addEventListener("click", acts[button.dataset.graph]);

  const far = () => Math.min(svg.clientWidth, svg.clientHeight) / 6;
  const keys = {
    ArrowLeft: () => move(-far(), 0), ArrowRight: () => move(far(), 0), ArrowUp: () => move(0, -far()), ArrowDown: () => move(0, far()),
    "+": acts.nearer, "=": acts.nearer, "-": acts.farther, 0: whole,
  };
  svg.addEventListener("keydown", pressed => {
    const act = keys[pressed.key];
    if (!act || pressed.ctrlKey || pressed.altKey || pressed.metaKey) return;
    pressed.preventDefault();
    act();
  });
  svg.addEventListener("wheel", turned => {
    turned.preventDefault();
    zoom(Math.exp(-turned.deltaY * (turned.deltaMode ? 0.05 : 0.002)), at(turned));
  }, { passive: false });

  follow(svg, { at, move, zoom });
  highlight(svg);
  // By Tab one can reach a box that is out of sight.
  svg.addEventListener("focusin", ({ target }) => {
    if (target === svg || !target.matches(":focus-visible")) return;
    const box = target.getBBox();
    if (box.x >= view.x && box.y >= view.y && box.x + box.width <= view.x + view.width && box.y + box.height <= view.y + view.height) return;
    look({ ...view, x: box.x + (box.width - view.width) / 2, y: box.y + (box.height - view.height) / 2 });
  });
}

// One finger or the mouse moves, two fingers zoom. What was dragged is no click on the link below.
function follow(svg, { at, move, zoom }) {
  const fingers = new Map();
  let moved = 0;
  const apart = () => {
    const [one, other] = [...fingers.values()];
    return Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
  };
  const middle = () => {
    const [one, other] = [...fingers.values()];
    return { clientX: (one.clientX + other.clientX) / 2, clientY: (one.clientY + other.clientY) / 2 };
  };
  svg.addEventListener("dragstart", begun => begun.preventDefault());
  svg.addEventListener("pointerdown", down => {
    if (down.button !== 0) return;
    if (fingers.size === 0) moved = 0;
    fingers.set(down.pointerId, down);
  });
  svg.addEventListener("pointermove", now => {
    const before = fingers.get(now.pointerId);
    if (!before) return;
    if (now.buttons === 0) { // let go where we did not see it
      fingers.delete(now.pointerId);
      return;
    }
    const [x, y] = [now.clientX - before.clientX, now.clientY - before.clientY];
    if (moved + Math.abs(x) + Math.abs(y) < drags) return;
    moved += Math.abs(x) + Math.abs(y);
    // Only now: held from the beginning, a click would never reach its link.
    svg.setPointerCapture(now.pointerId);
    svg.classList.add("moving");
    const wide = fingers.size === 2 ? apart() : 0;
    fingers.set(now.pointerId, now);
    if (wide) zoom(apart() / wide, at(middle()));
    move(-x / fingers.size, -y / fingers.size);
  });
  for (const end of ["pointerup", "pointercancel"]) {
    svg.addEventListener(end, up => {
      fingers.delete(up.pointerId);
      if (fingers.size === 0) svg.classList.remove("moving");
    });
  }
  svg.addEventListener("click", clicked => {
    if (moved < drags || clicked.detail === 0) return; // by keyboard there is no dragging
    clicked.preventDefault();
    clicked.stopPropagation();
    moved = 0;
  }, { capture: true });
}

// The ways of the box that is looked at stand out.
function highlight(svg) {
  const ways = [...svg.querySelectorAll(".way")];
  const choose = box => {
    svg.classList.toggle("looking", Boolean(box));
    for (const way of ways) way.classList.toggle("near", Boolean(box) && (way.dataset.from === box || way.dataset.to === box));
  };
  for (const begin of ["pointerover", "focusin"]) svg.addEventListener(begin, ({ target }) => choose(target.closest("[data-box]")?.dataset.box));
  for (const end of ["pointerleave", "focusout"]) svg.addEventListener(end, () => choose(undefined));
}
