/* What was sent without a network waits in this browser and leaves once: the form's own key makes a repeat the same message. */
(function () {
  "use strict";
  var PREFIX = "outbox:", TRY_AGAIN = 15000;
  var person = document.body.dataset.person;
  if (!person) return;
  var name = PREFIX + person, flushing = false;

  function read() {
    try { return JSON.parse(localStorage.getItem(name)) || []; } catch (error) { return []; }
  }

  function write(all) {
    try {
      if (all.length) localStorage.setItem(name, JSON.stringify(all));
      else localStorage.removeItem(name);
      return true;
    } catch (error) { return false; }
  }

  /* Another person's unsent words and drafts are not kept for them on a device they left. */
  function forgetOthers() {
    try {
      Object.keys(localStorage).forEach(function (key) {
        var owner = /^(outbox|draft):([^:]*)/.exec(key);
        if (owner && owner[2] !== person) localStorage.removeItem(key);
      });
    } catch (error) { /* nothing is kept here */ }
  }

  function fieldsOf(form) {
    var fields = [];
    new FormData(form).forEach(function (value, field) {
      if (typeof value === "string" && field !== "csrfmiddlewaretoken") fields.push([field, value]);
    });
    return fields;
  }

  /* A chosen file cannot wait in a browser's storage; the form keeps its words and says so. */
  function canWait(form) {
    var key = form.querySelector("[name=key]"), words = form.querySelector("[name=body]");
    var files = Array.from(form.querySelectorAll("input[type=file]")).some(function (field) { return field.files.length; });
    return key && key.value && words && words.value.trim() && !files;
  }

  function keep(form) {
    if (!canWait(form)) return false;
    var words = form.querySelector("[name=body]"), all = read();
    var entry = {
      key: form.querySelector("[name=key]").value, url: form.action, place: location.pathname,
      htmx: form.hasAttribute("hx-post"), fields: fieldsOf(form), text: words.value
    };
    all = all.filter(function (one) { return one.key !== entry.key || one.text !== entry.text; });
    if (!write(all.concat(entry))) return false;
    words.value = "";
    words.dispatchEvent(new Event("input", { bubbles: true }));
    // The next words are another message.
    form.querySelector("[name=key]").value = fresh();
    show();
    return true;
  }

  function fresh() {
    var bytes = crypto.getRandomValues(new Uint8Array(16));
    return Array.from(bytes, function (byte) { return byte.toString(16).padStart(2, "0"); }).join("");
  }

  function drop(key) { write(read().filter(function (one) { return one.key !== key; })); }

  function find(key) { return read().find(function (one) { return one.key === key; }); }

  function show() {
    var all = read(), list = document.querySelector("[data-live-thread]"), line = document.querySelector("[data-outbox-line]");
    document.querySelectorAll("article[data-outbox-key]").forEach(function (shown) { shown.remove(); });
    var elsewhere = all.filter(function (one) {
      if (!list || one.place !== location.pathname) return true;
      var message = document.getElementById("outbox-message").content.cloneNode(true).firstElementChild;
      message.dataset.outboxKey = one.key;
      message.querySelector("[data-outbox-text]").textContent = one.text;
      list.appendChild(message);
      return false;
    });
    var count = line.querySelector("[data-outbox-count]");
    count.textContent = elsewhere.length === 1 ? count.dataset.one : count.dataset.many.replace("{n}", elsewhere.length);
    line.hidden = !elsewhere.length;
  }

  function giveBack(entry) {
    drop(entry.key);
    var field = document.querySelector("form[data-compose] [name=body]");
    if (field && entry.place === location.pathname) {
      field.value = field.value ? entry.text + "\n" + field.value : entry.text;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      field.focus();
    }
    show();
  }

  function token() { return JSON.parse(document.body.getAttribute("hx-headers"))["X-CSRFToken"]; }

  /* Kept pages carry an old token; the cookie's is today's. */
  function cookieToken() {
    var found = /(?:^|; )csrftoken=([^;]+)/.exec(document.cookie);
    return found ? found[1] : token();
  }

  function send(entry) {
    var headers = { "X-CSRFToken": cookieToken() };
    if (entry.htmx) headers["HX-Request"] = "true";
    return fetch(entry.url, { method: "POST", body: new URLSearchParams(entry.fields), headers: headers }).then(function (answer) {
      var accepted = /accepted/.test(answer.headers.get("HX-Trigger") || "") || (answer.redirected && /\/messages\/t\//.test(answer.url));
      if (accepted) { drop(entry.key); return "sent"; }
      // Refused: the words go back to the one who wrote them, and the reason stands beside them when sent again.
      if (answer.status === 404 || answer.status === 422) { giveBack(entry); return "refused"; }
      return "later";
    });
  }

  function flush() {
    var all = read();
    if (flushing || !all.length || !navigator.onLine) return;
    flushing = true;
    var work = function () {
      return all.reduce(function (before, entry) {
        return before.then(function (sent) {
          // Taken back, or sent by another tab meanwhile.
          if (!find(entry.key)) return sent;
          return send(entry).then(function (fate) { return sent || fate === "sent"; });
        });
      }, Promise.resolve(false));
    };
    (navigator.locks ? navigator.locks.request(name, work) : work())
      .then(function (sent) { if (sent) document.dispatchEvent(new CustomEvent("outbox-sent")); })
      .catch(function () { /* no network yet: tried again */ })
      .then(function () {
        flushing = false;
        show();
        if (read().length) setTimeout(flush, TRY_AGAIN);
      });
  }

  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-outbox-undo]"), message = button && button.closest("[data-outbox-key]");
    var entry = message && find(message.dataset.outboxKey);
    if (entry) giveBack(entry);
  });

  /* The network failed under a send: whether it arrived is not known, and the key makes that no matter. */
  document.addEventListener("htmx:sendError", function (event) {
    var form = event.target;
    if (form.matches && form.matches("form[data-compose]") && keep(form)) {
      var note = form.querySelector("[data-not-sent]");
      if (note) note.hidden = true;
      setTimeout(flush, TRY_AGAIN);
    }
  });
  document.addEventListener("submit", function (event) {
    var form = event.target;
    if (navigator.onLine || !form.matches("form[data-compose]") || form.hasAttribute("hx-post")) return;
    if (keep(form)) event.preventDefault();
  }, true);

  window.addEventListener("online", flush);
  window.addEventListener("storage", function (event) { if (event.key === name) show(); });
  document.addEventListener("htmx:afterSettle", function () { if (read().length) show(); });
  forgetOthers();
  show();
  flush();
})();
