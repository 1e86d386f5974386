/* Sets the appearance before anything is painted: the account's or cookie's choice, else the system's. */
(function () {
  "use strict";
  var root = document.documentElement;
  root.classList.add("js");
  var chosen = root.getAttribute("data-theme");
  var system = window.matchMedia("(prefers-color-scheme: dark)");
  function paint() {
    root.setAttribute("data-bs-theme", chosen || (system.matches ? "dark" : "light"));
  }
  paint();
  system.addEventListener("change", paint);
  document.addEventListener("click", function (event) {
    if (!event.target.closest("[data-theme-toggle]")) return;
    chosen = root.getAttribute("data-bs-theme") === "dark" ? "light" : "dark";
    document.cookie = "theme=" + chosen + "; path=/; max-age=31536000; samesite=lax";
    paint();
  });
})();
