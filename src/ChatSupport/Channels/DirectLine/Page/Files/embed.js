// One script tag puts the chat into a partner's page:
//   <script src="https://HOST/embed.js" async></script>
// data-label: the words on the button; data-side="left": the other corner. The chat stands in a sandboxed frame: it cannot see this page, nor this page the chat.
(function () {
  "use strict";
  var script = document.currentScript;
  if (!script || window.top !== window)
    return;
  var origin = new URL(script.src).origin;
  var side = script.getAttribute("data-side") === "left" ? "left" : "right";
  var km = /^km/i.test(document.documentElement.lang || navigator.language || "");
  var label = script.getAttribute("data-label") || (km ? "សួរ" : "Ask");
  var closeLabel = km ? "បិទ" : "Close";
  var frame = null;

  function style(element, rules) {
    for (var name in rules)
      element.style.setProperty(name, rules[name], "important");
    return element;
  }

  function makeButton(text, press) {
    var button = document.createElement("button");
    button.type = "button";
    button.textContent = text;
    button.addEventListener("click", press);
    return style(button, {
      "min-width": "48px", "min-height": "48px", padding: "8px 18px", border: "0", "border-radius": "24px", background: "#8a4526", color: "#fff",
      font: "600 16px/1.5 system-ui, sans-serif", cursor: "pointer", "box-shadow": "0 2px 8px rgba(0,0,0,.3)",
    });
  }

  var root = style(document.createElement("div"), { position: "fixed", bottom: "16px", "z-index": "2147483000", "text-align": side });
  style(root, side === "left" ? { left: "16px" } : { right: "16px" });
  var open = makeButton(label, show);
  var close = makeButton(closeLabel, hide);
  style(close, { display: "none", "margin-bottom": "8px" });
  open.setAttribute("aria-expanded", "false");
  root.appendChild(close);
  root.appendChild(open);

  function show() {
    if (!frame) {
      frame = document.createElement("iframe");
      frame.title = label;
      frame.setAttribute("sandbox", "allow-scripts allow-same-origin allow-popups");
      frame.setAttribute("allow", "geolocation; microphone");
      frame.setAttribute("referrerpolicy", "no-referrer");
      frame.src = origin + "/embed";
      style(frame, {
        width: "min(400px, calc(100vw - 32px))", height: "min(640px, calc(100vh - 104px))", border: "0", "border-radius": "16px", background: "#f7f1ea",
        "box-shadow": "0 4px 24px rgba(0,0,0,.35)",
      });
      root.insertBefore(frame, open);
    }
    turn(true);
    frame.focus();
  }

  function hide() {
    turn(false);
    open.focus();
  }

  function turn(on) {
    style(frame, { display: on ? "block" : "none" });
    style(close, { display: on ? "inline-block" : "none" });
    style(open, { display: on ? "none" : "inline-block" });
    open.setAttribute("aria-expanded", String(on));
  }

  function leave(to) {
    root.remove();
    document.title = "";
    document.documentElement.textContent = "";
    location.replace(to);
  }

  var lastEscape = -Infinity;
  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape" || event.repeat)
      return;
    if (frame && event.timeStamp - lastEscape < 2000) {
      event.preventDefault(); // a browser takes Escape for "stop loading", which must not stop this
      frame.contentWindow.postMessage({ leave: true }, origin); // it tells the server, then asks this page to go too
    }
    lastEscape = event.timeStamp;
  }, true);

  // Only our own frame may ask to leave, and only to a web address.
  window.addEventListener("message", function (event) {
    if (!frame || event.origin !== origin || event.source !== frame.contentWindow || !event.data || typeof event.data.leave !== "string")
      return;
    if (/^https:\/\//.test(event.data.leave))
      leave(event.data.leave);
  });

  if (document.body)
    document.body.appendChild(root);
  else
    document.addEventListener("DOMContentLoaded", function () { document.body.appendChild(root); });
})();
