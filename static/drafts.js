/* A draft of a thread is the same on all devices: saved a moment after a key, fetched when another device saved. */
(function () {
  "use strict";
  var PAUSE = 400, waiting = null, saving = false;

  function field() { return document.querySelector("textarea[data-draft-url]"); }
  function key(area) { return "draft:" + document.body.dataset.person + ":unsaved:" + area.dataset.draftUrl; }

  function mark(area, text) {
    try {
      if (text === null) localStorage.removeItem(key(area));
      else localStorage.setItem(key(area), text);
    } catch (error) { /* kept on the screen */ }
  }

  function marked(area) {
    try { return localStorage.getItem(key(area)); } catch (error) { return null; }
  }

  function token() { return JSON.parse(document.body.getAttribute("hx-headers"))["X-CSRFToken"]; }

  function save() {
    waiting = null;
    if (field() && navigator.onLine) send(field(), field().value);
  }

  function send(area, text) {
    saving = true;
    fetch(area.dataset.draftUrl, { method: "POST", body: new URLSearchParams({ body: text }), headers: { "X-CSRFToken": token() } })
      .then(function (answer) { if (answer.status === 204 && (!area.isConnected || area.value === text)) mark(area, null); })
      .catch(function () { /* offline: it stays marked, and is saved when the page is back */ })
      .then(function () { saving = false; });
  }

  function soon() {
    if (waiting) clearTimeout(waiting);
    waiting = setTimeout(save, PAUSE);
  }

  /* What is being written here is not overwritten by what was written there. */
  function look() {
    var area = field();
    if (!area || waiting || saving || !navigator.onLine) return;
    if (marked(area) !== null) return soon();
    fetch(area.dataset.draftUrl, { headers: { Accept: "application/json" } })
      .then(function (answer) { return answer.ok && !answer.redirected ? answer.json() : null; })
      .then(function (draft) {
        if (!draft || waiting || saving || area !== field() || draft.body === area.value) return;
        area.value = draft.body;
        area.dispatchEvent(new CustomEvent("input", { bubbles: true, detail: "fetched" }));
      })
      .catch(function () { /* offline: the next change asks again */ });
  }

  document.addEventListener("input", function (event) {
    if (!event.target.matches("textarea[data-draft-url]") || event.detail === "fetched") return;
    mark(event.target, event.target.value);
    soon();
  });
  /* What was sent is no draft any more; the field itself is emptied by the answer. */
  function sent() {
    if (waiting) clearTimeout(waiting);
    waiting = null;
    if (field()) send(field(), "");
  }

  document.addEventListener("accepted", sent);
  document.addEventListener("thread-changed", look);
  window.addEventListener("online", look);
  // The page came with words of its own: a text to edit, or one that was refused.
  if (document.querySelector("[data-accepted]")) sent();
  else if (field() && !field().defaultValue) look();
})();
