import { mount, TAG } from "./mount";

function begin(script: HTMLScriptElement) {
  const { business, lang, theme, position, accent } = script.dataset;
  // The same script twice on a page is one chat.
  if (!business || document.querySelector(TAG)) return;
  mount({ business, lang, theme, position, accent, base: new URL(script.src, location.href).origin });
}

const script = document.currentScript;
if (script instanceof HTMLScriptElement) {
  if (document.body) begin(script);
  else addEventListener("DOMContentLoaded", () => begin(script));
}
