/* Writing: figures under the field, drafts kept in this browser, repairs offered by the policy check, files. */
(function () {
  "use strict";
  var DRAFT = "draft:";

  function each(selector, work) { document.querySelectorAll(selector).forEach(work); }

  function draftKey(field) {
    return DRAFT + (document.body.dataset.person || "") + ":" + location.pathname + location.search + ":" + field.id;
  }

  function store(key, text) {
    try {
      if (text) localStorage.setItem(key, text);
      else localStorage.removeItem(key);
    } catch (error) { /* private mode: the page still works, without drafts */ }
  }

  function read(key) {
    try { return localStorage.getItem(key); } catch (error) { return null; }
  }

  function count(field) {
    var figure = document.getElementById(field.dataset.count || "");
    if (!figure) return;
    var used = Array.from(field.value).length, most = Number(field.dataset.most);
    figure.textContent = figure.dataset.text.replace("{used}", used.toLocaleString()).replace("{most}", most.toLocaleString());
    figure.classList.toggle("text-bad", used > most);
  }

  function start(field) {
    if (field.dataset.started) return;
    field.dataset.started = "1";
    var kept = read(draftKey(field));
    if (kept && !field.value) {
      field.value = kept;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
    count(field);
  }

  function startAll() { each("textarea[data-draft]", start); }

  /* Cuts one finding out of the field. Places are counted in code points, as the server counts them. */
  function cut(button) {
    var field = document.getElementById(button.dataset.cutFrom);
    if (!field) return;
    var text = Array.from(field.value), words = button.dataset.cutWords;
    var from = Number(button.dataset.cutStart), until = Number(button.dataset.cutEnd);
    if (text.slice(from, until).join("") !== words) {
      var place = field.value.indexOf(words);
      if (place < 0) return;
      from = Array.from(field.value.slice(0, place)).length;
      until = from + Array.from(words).length;
    }
    text.splice(from, until - from);
    field.value = text.join("").replace(/ {2,}/g, " ");
    field.focus();
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  document.addEventListener("input", function (event) {
    var field = event.target;
    if (!field.matches("textarea[data-draft]")) return;
    store(draftKey(field), field.value);
    count(field);
  });

  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-cut-from]");
    if (button) return cut(button);
    var all = event.target.closest("[data-cut-all]");
    if (all) return [].slice.call(document.querySelectorAll(all.dataset.cutAll)).reverse().forEach(cut);
    var row = event.target.closest("[data-dismiss-row]");
    if (row) {
      var line = row.closest(".mc-up"), list = line.parentElement;
      line.remove();
      var field = list.closest("form").querySelector("input[type=file]");
      if (field) field.focus();
    }
  });

  document.addEventListener("keydown", function (event) {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    var form = event.target.closest && event.target.closest("form[data-compose]");
    if (form) { event.preventDefault(); form.requestSubmit(); }
  });

  /* A second press while the first is on its way sends nothing twice. */
  document.addEventListener("submit", function (event) {
    var form = event.target;
    if (form.matches("[data-sign-out]")) return forget();
    if (!form.matches("form[data-compose]") || form.hasAttribute("hx-post")) return;
    if (form.dataset.sent) return event.preventDefault();
    form.dataset.sent = "1";
    form.querySelectorAll("textarea[data-draft]").forEach(function (field) { sessionStorage.setItem("sent", draftKey(field)); });
  });

  function forget() {
    try {
      Object.keys(localStorage).forEach(function (key) { if (key.indexOf(DRAFT) === 0) localStorage.removeItem(key); });
    } catch (error) { /* nothing was kept */ }
  }

  /* The server says when a text was accepted; only then is the draft let go. */
  document.addEventListener("accepted", function () {
    each("textarea[data-draft]", function (field) { store(draftKey(field), ""); });
  });
  if (document.querySelector("[data-accepted]")) {
    store(sessionStorage.getItem("sent"), "");
    sessionStorage.removeItem("sent");
  }

  document.addEventListener("htmx:afterRequest", function (event) {
    var field = event.target;
    if (!field.matches || !field.matches("input[type=file]")) return;
    if (event.detail.successful) field.value = "";
  });

  ["htmx:sendError", "htmx:responseError"].forEach(function (name) {
    document.addEventListener(name, function (event) {
      var form = event.target.closest && event.target.closest("form[data-compose]");
      var note = form && form.querySelector("[data-not-sent]");
      if (note && event.target === form) { note.hidden = false; note.focus(); }
    });
  });
  document.addEventListener("htmx:beforeRequest", function (event) {
    var form = event.target;
    if (form.matches && form.matches("form[data-compose]")) {
      var note = form.querySelector("[data-not-sent]");
      if (note) note.hidden = true;
    }
  });

  /* Files dropped on the zone go the way of chosen ones. */
  document.addEventListener("dragover", function (event) {
    if (event.target.closest && event.target.closest("[data-drop]")) event.preventDefault();
  });
  document.addEventListener("drop", function (event) {
    var zone = event.target.closest && event.target.closest("[data-drop]");
    if (!zone || !event.dataTransfer.files.length) return;
    event.preventDefault();
    var field = zone.querySelector("input[type=file]");
    field.files = event.dataTransfer.files;
    field.dispatchEvent(new Event("change", { bubbles: true }));
  });

  document.addEventListener("DOMContentLoaded", startAll);
  document.addEventListener("htmx:afterSettle", startAll);
  startAll();
})();
