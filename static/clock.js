/* Countdowns: rewrites every [data-due] once a minute and every [data-undo] once a second. */
(function () {
  "use strict";
  var HOUR = 3600000, MINUTE = 60000, DAY = 24 * HOUR;

  function texts() {
    return document.getElementById("clock-texts").dataset;
  }

  function fill(text, hours, minutes) {
    return text.replace("{h}", hours).replace("{m}", minutes < 10 && text.indexOf("{h}") >= 0 ? "0" + minutes : minutes);
  }

  function level(left) {
    if (left <= 0) return "late";
    if (left <= HOUR) return "now";
    return left <= 6 * HOUR ? "soon" : "ok";
  }

  function draw(element) {
    var left = new Date(element.dataset.due).getTime() - Date.now();
    var span = Math.abs(left), words = texts();
    var hours = Math.floor(span / HOUR), minutes = Math.floor((span % HOUR) / MINUTE);
    var state = level(left), days = Math.floor(span / DAY);
    var key = state === "late" ? (days >= 2 ? "lateDays" : hours ? "lateHours" : "lateMinutes")
      : hours ? "leftHours" : "leftMinutes";
    element.querySelector("[data-due-text]").textContent = fill(words[key], hours, minutes).replace("{d}", days);
    var was = element.dataset.level;
    if (was === state) {
      var arc = element.querySelector("[data-due-arc]");
      if (arc) arc.setAttribute("stroke-dasharray", Math.max(2, Math.round(100 * left / DAY)) + " 100");
      return;
    }
    element.dataset.level = state;
    element.classList.remove("mc-sla--" + was);
    element.classList.add("mc-sla--" + state);
    if (state === "late") {
      var ring = element.querySelector(".mc-ring"), mark = document.getElementById("late-mark");
      if (ring && mark) ring.replaceWith(mark.content.cloneNode(true));
    }
  }

  function everyMinute() {
    document.querySelectorAll("[data-due]").forEach(draw);
  }

  function everySecond() {
    document.querySelectorAll("[data-undo]").forEach(function (element) {
      var left = Math.ceil((new Date(element.dataset.undo).getTime() - Date.now()) / 1000);
      if (left <= 0) {
        element.removeAttribute("data-undo");
        element.querySelectorAll("[data-undo-while]").forEach(function (part) { part.hidden = true; });
        element.querySelectorAll("[data-undo-after]").forEach(function (part) { part.hidden = false; });
        element.dispatchEvent(new CustomEvent("undo-over", { bubbles: true }));
        return;
      }
      var figure = element.querySelector("[data-undo-left]");
      if (figure) figure.textContent = left;
    });
  }

  setInterval(everyMinute, 30000);
  setInterval(everySecond, 1000);
  document.addEventListener("DOMContentLoaded", everyMinute);
  document.addEventListener("htmx:afterSettle", everyMinute);
})();
