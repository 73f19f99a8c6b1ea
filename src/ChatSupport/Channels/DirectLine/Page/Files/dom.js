/** Makes an element. Text is always set as text: nothing that anybody wrote is ever read as HTML. */
export function make(tag, settings, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(settings || {})) {
    if (name.startsWith("on"))
      element.addEventListener(name.slice(2), value);
    else if (value === true)
      element.setAttribute(name, "");
    else if (value !== undefined && value !== null && value !== false)
      element.setAttribute(name, value);
  }
  element.append(...children.filter(child => child !== undefined && child !== null));
  return element;
}

export const button = (text, press, settings) => make("button", { type: "button", onclick: press, ...settings }, text);

export const find = id => document.getElementById(id);

export function empty(element) {
  while (element.firstChild)
    element.removeChild(element.firstChild);
}

const shapes = {
  back: "M15 5l-7 7 7 7",
  home: "M4 11l8-7 8 7M6 10v10h12V10",
  person: "M12 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21c1-5 4-7 8-7s7 2 8 7",
  listen: "M4 10v4h4l5 4V6l-5 4zM17 9c1 2 1 4 0 6M20 6c2 4 2 8 0 12",
};

/** A small picture that says nothing aloud: the label beside it does. */
export function icon(kind) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(space, "path");
  path.setAttribute("d", shapes[kind] || shapes.home);
  svg.append(path);
  return svg;
}
