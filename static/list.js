/* Lists: selection, single-key shortcuts, filters that close, focus after a swap. */
(function () {
  "use strict";
  var waiting = "";

  function rows() { return [].slice.call(document.querySelectorAll("[data-row]")); }
  function boxes(form) { return [].slice.call(form.querySelectorAll("[data-pick]")); }

  function selection(form) {
    var all = boxes(form), on = all.filter(function (box) { return box.checked; });
    var tools = form.querySelector("[data-tools]"), whole = form.querySelector("[data-pick-all]");
    all.forEach(function (box) { box.closest("[data-row]").classList.toggle("is-on", box.checked); });
    if (whole) {
      whole.checked = on.length > 0 && on.length === all.length;
      whole.indeterminate = on.length > 0 && on.length < all.length;
    }
    if (!tools) return;
    tools.classList.toggle("is-bulk", on.length > 0);
    var figure = tools.querySelector("[data-picked]");
    figure.textContent = on.length ? (on.length === 1 ? figure.dataset.one : figure.dataset.many.replace("{n}", on.length)) : "";
  }

  document.addEventListener("change", function (event) {
    var form = event.target.closest("form[data-list]");
    if (!form) return;
    if (event.target.matches("[data-pick-all]")) {
      boxes(form).forEach(function (box) { box.checked = event.target.checked; });
    }
    selection(form);
  });

  document.addEventListener("click", function (event) {
    var select = event.target.closest("[data-selecting]"), clear = event.target.closest("[data-clear]");
    if (select) {
      var on = document.documentElement.classList.toggle("mc-selecting");
      select.setAttribute("aria-pressed", on);
    }
    if (clear) {
      var form = clear.closest("form");
      boxes(form).forEach(function (box) { box.checked = false; });
      selection(form);
      form.querySelector("[data-pick-all]").focus();
    }
    document.querySelectorAll("details.mc-filter[open]").forEach(function (filter) {
      if (!filter.contains(event.target)) filter.open = false;
    });
    var close = event.target.closest("[data-close-toast]");
    if (close) close.closest(".mc-toast").remove();
  });

  function move(step) {
    var all = rows(), place = all.findIndex(function (row) { return row.classList.contains("is-at") || row.contains(document.activeElement); });
    var next = all[Math.min(all.length - 1, Math.max(0, place + step))];
    if (!next) return;
    all.forEach(function (row) { row.classList.remove("is-at"); });
    next.classList.add("is-at");
    var link = next.querySelector("[data-open]");
    link.focus();
    next.scrollIntoView({ block: "nearest" });
  }

  function press(selector) {
    var element = document.querySelector(selector);
    if (!element) return false;
    element.click();
    return true;
  }

  function focus(selector) {
    var field = document.querySelector(selector);
    if (!field) return false;
    field.focus();
    return true;
  }

  function pick() {
    var row = rows().find(function (one) { return one.contains(document.activeElement); });
    var box = row && row.querySelector("[data-pick]");
    if (box) { box.checked = !box.checked; box.dispatchEvent(new Event("change", { bubbles: true })); }
    return Boolean(box);
  }

  function allowed() {
    try { return localStorage.getItem("single-keys") !== "off"; } catch (error) { return true; }
  }

  function act(key, shift) {
    if (waiting === "g") { waiting = ""; return press('[data-go="' + key.toLowerCase() + '"]'); }
    if (key === "j") { move(1); return true; }
    if (key === "k") { move(-1); return true; }
    if (key === "x") return pick();
    if (key === "/") return focus("[data-search]");
    if (key === "r") return press('[data-key="r"]') || focus("[data-reply]");
    if (key === "g") { waiting = "g"; setTimeout(function () { waiting = ""; }, 1200); return true; }
    if (key === "?") return press('[data-key="?"]');
    return press('[data-key="' + (shift ? "shift-" : "") + key.toLowerCase() + '"]');
  }

  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !allowed()) return;
    var field = event.target.closest("input:not([type=checkbox]), textarea, select, [contenteditable], .modal.show, .dropdown-menu");
    if (field) {
      if (event.key === "Escape" && field.matches("input, textarea")) field.blur();
      return;
    }
    if (event.key.length !== 1) return;
    if (act(event.key, event.shiftKey && event.key !== "?" && event.key !== "#" && event.key !== "/")) event.preventDefault();
  });

  document.addEventListener("change", function (event) {
    if (!event.target.matches("[data-single-keys]")) return;
    try { localStorage.setItem("single-keys", event.target.checked ? "on" : "off"); } catch (error) { /* kept for this page */ }
  });

  document.addEventListener("click", function (event) {
    var link = event.target.closest("[data-confirm]");
    if (link && !window.confirm(link.dataset.confirm)) event.preventDefault();
    var tab = event.target.closest("[role=tablist] [role=tab]");
    if (tab) choose(tab);
    var copy = event.target.closest("[data-copy]");
    if (copy && navigator.clipboard) navigator.clipboard.writeText(copy.dataset.copy).then(function () {
      copy.setAttribute("title", copy.dataset.copied || copy.title);
      copy.classList.add("text-ok");
    });
  });

  function choose(tab) {
    tab.closest("[role=tablist]").querySelectorAll("[role=tab]").forEach(function (other) {
      var on = other === tab;
      other.setAttribute("aria-selected", on);
      other.tabIndex = on ? 0 : -1;
      document.getElementById(other.getAttribute("aria-controls")).hidden = !on;
    });
  }

  document.addEventListener("keydown", function (event) {
    var tab = event.target.closest && event.target.closest("[role=tablist] [role=tab]");
    var step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!tab || !step) return;
    if (document.documentElement.dir === "rtl") step = -step;
    var tabs = [].slice.call(tab.closest("[role=tablist]").querySelectorAll("[role=tab]"));
    var next = tabs[(tabs.indexOf(tab) + step + tabs.length) % tabs.length];
    next.focus();
    choose(next);
  });

  function settle() {
    document.querySelectorAll("form[data-list]").forEach(selection);
    document.querySelectorAll("[data-bottom]:not([data-at-bottom])").forEach(function (pane) {
      pane.dataset.atBottom = "1";
      pane.scrollTop = pane.scrollHeight;
    });
    var single = document.querySelector("[data-single-keys]");
    if (single) single.checked = allowed();
  }

  document.addEventListener("htmx:afterSettle", function (event) {
    settle();
    var first = event.detail.elt.querySelector && event.detail.elt.querySelector("[aria-invalid=true], [data-focus]");
    if (first) first.focus();
  });
  /* A long thread opens at its end, where the talk goes on. */
  function atEnd() {
    var list = document.querySelector("[data-live-thread]");
    if (!list || location.hash || location.search || list.closest("[data-bottom]")) return;
    var last = list.querySelector("[data-seq]:last-of-type");
    if (last && list.scrollHeight > window.innerHeight) last.scrollIntoView({ block: "end", behavior: "instant" });
  }

  document.addEventListener("DOMContentLoaded", settle);
  document.addEventListener("DOMContentLoaded", atEnd);
})();
