// Before the first paint, so that a dark room sees no white flash.
(() => {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const show = () => {
    document.documentElement.dataset.theme = dark.matches ? "dark" : "light";
  };
  show();
  dark.addEventListener("change", show);
})();
