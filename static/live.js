/* Live updates: the server names what changed, the page fetches the fragment through the ordinary view. */
(function () {
  "use strict";
  var body = document.body, source = null, wanted = {}, watched = "", last = "";

  function badge(count) {
    document.querySelectorAll("[data-badge]").forEach(function (element) {
      element.textContent = count > 99 ? "99+" : count;
      element.hidden = !count;
    });
    document.querySelectorAll("[data-badge-label]").forEach(function (element) {
      var text = count ? element.dataset.badgeSome.replace("{n}", count > 99 ? "99+" : count) : element.dataset.badgeNone;
      if (element.hasAttribute("aria-label")) element.setAttribute("aria-label", text);
      else element.textContent = count ? text : "";
    });
    var title = document.title.replace(/^\(\d+\+?\) /, "");
    document.title = count ? "(" + (count > 99 ? "99+" : count) + ") " + title : title;
  }

  function atBottom() {
    return window.innerHeight + window.scrollY >= document.documentElement.scrollHeight - 160;
  }

  /* Appends what came since the last message shown, and redraws own messages that were still on their way. */
  function refreshThread(list) {
    var shown = list.querySelectorAll("[data-seq]"), pending = [];
    list.querySelectorAll("[data-pending]").forEach(function (message) { pending.push(message.dataset.pending); });
    var last = shown.length ? shown[shown.length - 1].dataset.seq : 0;
    var cards = Number(list.dataset.cards || 0);
    list.querySelectorAll("[data-card]").forEach(function (card) { cards = Math.max(cards, Number(card.dataset.card)); });
    var stick = atBottom();
    window.htmx.ajax("GET", list.dataset.liveUrl + "?since=" + last + "&cards=" + cards + "&pending=" + pending.join(","), {
      target: list, swap: "beforeend"
    }).then(function () {
      var now = list.querySelectorAll("[data-seq]");
      if (now.length <= shown.length) return;
      var newest = now[now.length - 1];
      if (stick) newest.scrollIntoView({ block: "nearest" });
      else showPill(list, newest);
    });
  }

  function showPill(list, newest) {
    var pill = document.querySelector("[data-new-pill]");
    if (!pill) return;
    pill.hidden = false;
    pill.onclick = function () {
      pill.hidden = true;
      newest.scrollIntoView({ block: "center" });
    };
  }

  /* One fetch for a burst of events. */
  function soon(name, work) {
    if (wanted[name]) return;
    wanted[name] = setTimeout(function () { delete wanted[name]; work(); }, 150);
  }

  function onThread(event) {
    var id = (JSON.parse(event.data || "{}") || {}).thread;
    document.querySelectorAll("[data-live-thread]").forEach(function (list) {
      if (list.dataset.liveThread === id) document.dispatchEvent(new CustomEvent("thread-changed"));
      if (list.dataset.liveThread === id) soon("thread", function () { refreshThread(list); });
    });
    document.querySelectorAll("[data-live-list]").forEach(function (list) {
      soon("list", function () {
        // A selection in progress must not be lost under the hand.
        var busy = list.querySelector("input:checked") || list.contains(document.activeElement);
        if (busy && list.dataset.liveAlways === undefined) return offer();
        window.htmx.ajax("GET", list.dataset.liveList, { target: list, swap: "outerHTML" });
      });
    });
  }

  function offer() {
    var notice = document.querySelector("[data-list-stale]");
    if (notice) notice.hidden = false;
  }

  function onUnread(event) {
    var data = JSON.parse(event.data || "{}") || {};
    if (data.count !== undefined) return badge(Number(data.count));
    var figure = body.dataset.badgeOf;
    soon("badge", function () {
      fetch("/messages/badge/", { headers: { Accept: "application/json" } })
        .then(function (answer) { return answer.ok ? answer.json() : null; })
        .then(function (counts) { if (counts) badge(counts[figure]); })
        .catch(function () { /* offline: the next event asks again */ });
    });
  }

  /* The thread before somebody's eyes: nobody is mailed about what they are looking at. */
  function openThread() {
    var list = document.querySelector("[data-live-thread]");
    return list && !document.hidden ? list.dataset.liveThread : "";
  }

  function keepPlace(event) { if (event.lastEventId) last = event.lastEventId; }

  function connect() {
    if (source || !window.EventSource) return;
    watched = openThread();
    var asked = new URLSearchParams();
    if (watched) asked.set("thread", watched);
    if (last) asked.set("since", last);
    source = new EventSource(body.dataset.live + (String(asked) ? "?" + asked : ""));
    source.addEventListener("thread", onThread);
    source.addEventListener("unread", onUnread);
    ["thread", "unread", "deadline"].forEach(function (name) { source.addEventListener(name, keepPlace); });
  }

  function follow() {
    if (!source || openThread() === watched) return;
    source.close();
    source = null;
    connect();
  }

  function offline() {
    document.querySelectorAll("[data-offline]").forEach(function (note) { note.hidden = navigator.onLine; });
  }

  if (body.dataset.live) connect();
  window.addEventListener("online", offline);
  window.addEventListener("offline", offline);
  offline();
  // A page kept for Back must not hold one of the browser's few connections.
  window.addEventListener("pagehide", function () { if (source) { source.close(); source = null; } });
  window.addEventListener("pageshow", function () { if (body.dataset.live) connect(); });
  document.addEventListener("visibilitychange", follow);
  document.addEventListener("htmx:afterSettle", follow);
  // Without the stream, a message on its way is still asked after, a few times.
  document.addEventListener("undo-over", function () { askAfter([1200, 4000, 12000]); });

  function askAfter(pauses) {
    if (!pauses.length) return;
    setTimeout(function () {
      document.querySelectorAll("[data-live-thread]").forEach(function (list) {
        if (list.querySelector("[data-pending]")) refreshThread(list);
      });
      askAfter(pauses.slice(1));
    }, pauses[0]);
  }

  // What waited for the network has arrived.
  document.addEventListener("outbox-sent", function () {
    document.querySelectorAll("[data-live-thread]").forEach(refreshThread);
  });

  /* The answer to Send and the live news may both bring a message: the first one stays. */
  function once(list) {
    var seen = {};
    list.querySelectorAll("[data-seq], [data-card]").forEach(function (message) {
      if (seen[message.id]) {
        var line = message.previousElementSibling;
        if (line && line.classList.contains("mc-event")) line.remove();
        message.remove();
      }
      seen[message.id] = true;
    });
  }

  ["htmx:afterSwap", "htmx:oobAfterSwap"].forEach(function (name) {
    document.addEventListener(name, function () {
      document.querySelectorAll("[data-live-thread]").forEach(once);
    });
  });
  if (body.dataset.unread !== undefined) badge(Number(body.dataset.unread));
})();
