// Before the first paint, and a file of its own: the page's policy allows no script inside the page.
(() => {
  let wish = "system";
  try {
    wish = localStorage.getItem("orbita.theme") || "system";
  } catch {
    // Storage may be forbidden; the system decides then.
  }
  const dark = wish === "dark" || (wish !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.dataset.theme = dark ? "dark" : "light";
  const ground = document.querySelector('meta[name="theme-color"]');
  if (ground) {
    ground.content = dark ? "#11100e" : "#f8f7f4";
  }
})();
