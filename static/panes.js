/* The seller's panes: a thread opens beside the list; on phones, and with Ctrl, the link stays a link. */
(function () {
  "use strict";

  function pane() {
    var conv = document.getElementById("conv");
    return conv && conv.offsetParent !== null ? conv : null;
  }

  function mark() {
    var shown = document.querySelector("#conv [data-pane-thread]");
    var open = shown ? shown.dataset.paneThread : "";
    document.querySelectorAll("#queue-list .mc-item").forEach(function (item) {
      var here = item.dataset.thread === open;
      item.classList.toggle("is-open", here);
      var link = item.querySelector("[data-open]");
      if (here) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    });
  }

  function seen(item) {
    var dot = item.querySelector(".mc-dot");
    item.classList.remove("is-unread");
    if (dot) { dot.classList.add("mc-dot--off"); dot.textContent = ""; }
  }

  document.addEventListener("click", function (event) {
    var link = event.target.closest("#queue-list [data-open]");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || !pane()) return;
    event.preventDefault();
    var item = link.closest(".mc-item");
    window.htmx.ajax("GET", link.getAttribute("href"), { target: "#conv", swap: "innerHTML show:none" }).then(function () {
      if (!document.querySelector("#conv [data-viewer]")) seen(item);
      mark();
    });
  });

  /* A live refresh of the list keeps its place. */
  var place = 0;
  function scroller() { return document.querySelector("#queue-list .mc-pane__scroll"); }
  document.addEventListener("htmx:beforeSwap", function (event) {
    if (event.target.id === "queue-list" && scroller()) place = scroller().scrollTop;
  });
  document.addEventListener("htmx:afterSwap", function () {
    if (place && scroller()) { scroller().scrollTop = place; place = 0; }
  });

  /* What was just sent comes into view. */
  var sent = false;
  document.addEventListener("accepted", function () { sent = true; });
  document.addEventListener("htmx:afterSettle", function () {
    var talk = sent && document.querySelector("#conv .mc-pane__scroll");
    if (talk) talk.scrollTop = talk.scrollHeight;
    sent = false;
  });

  // The address of the thread is in the bar now; Back leads to the list it was opened from.
  window.addEventListener("popstate", function () { location.reload(); });
  document.addEventListener("htmx:afterSettle", mark);
})();
