/* Push on this device: the switch asks the browser, tells the server, and says in words how it stands. */
(function () {
  "use strict";
  var card = document.querySelector("[data-push]");
  if (!card) return;
  var box = card.querySelector("[data-push-switch]"), trial = card.querySelector("[data-push-try]");
  var said = card.querySelector("[data-push-said]");

  function say(text) { said.textContent = text; }

  function show(on) {
    box.checked = on;
    card.dataset.pushIsOn = on ? "1" : "";
    trial.hidden = !on;
  }

  function tell(url, fields) {
    var token = JSON.parse(document.body.getAttribute("hx-headers"))["X-CSRFToken"];
    return fetch(url, { method: "POST", body: new URLSearchParams(fields || {}), headers: { "X-CSRFToken": token } })
      .then(function (answer) {
        return answer.json().then(function (data) {
          say(data.said);
          if (!answer.ok) throw Object.assign(new Error(data.said), { said: true });
        });
      });
  }

  function key() {
    var text = card.dataset.push.replace(/-/g, "+").replace(/_/g, "/");
    return Uint8Array.from(atob(text + "=".repeat((4 - text.length % 4) % 4)), function (char) { return char.charCodeAt(0); });
  }

  function same(buffer) {
    var mine = key(), its = new Uint8Array(buffer || []);
    return its.length === mine.length && its.every(function (byte, at) { return byte === mine[at]; });
  }

  function fields(subscription) {
    var keys = subscription.toJSON().keys;
    return { endpoint: subscription.endpoint, p256dh: keys.p256dh, auth: keys.auth };
  }

  function manager() { return navigator.serviceWorker.ready.then(function (worker) { return worker.pushManager; }); }

  function switchOn() {
    return Notification.requestPermission().then(function (answer) {
      if (answer !== "granted") { say(card.dataset.saidDenied); return show(false); }
      return manager()
        .then(function (push) { return push.subscribe({ userVisibleOnly: true, applicationServerKey: key() }); })
        .then(function (subscription) { return tell(card.dataset.pushOn, fields(subscription)); })
        .then(function () { show(true); });
    });
  }

  function switchOff() {
    return manager()
      .then(function (push) { return push.getSubscription(); })
      .then(function (subscription) { return subscription && subscription.unsubscribe(); })
      .then(function () { return tell(card.dataset.pushOff); })
      .then(function () { show(false); });
  }

  function busy(work) {
    box.disabled = trial.disabled = true;
    work().catch(function (error) {
      if (!error.said) say(card.dataset.saidFailed);
      return look().catch(function () { show(false); });
    }).finally(function () { box.disabled = trial.disabled = false; });
  }

  /* On is what server and browser both say: a subscription of the person before, or made with another key, is none. */
  function look() {
    return manager()
      .then(function (push) { return push.getSubscription(); })
      .then(function (subscription) {
        var good = subscription && card.dataset.pushIsOn && Notification.permission === "granted" && same(subscription.options.applicationServerKey);
        show(Boolean(good));
        if (subscription && !good) return subscription.unsubscribe();
      });
  }

  if (!("serviceWorker" in navigator) || !window.PushManager || !window.Notification) return say(card.dataset.saidUnable);
  box.addEventListener("change", function () { busy(box.checked ? switchOn : switchOff); });
  trial.addEventListener("click", function () { busy(function () { return tell(card.dataset.pushTest); }); });
  box.disabled = false;
  if (Notification.permission === "denied") say(card.dataset.saidDenied);
  if (Notification.permission === "granted") look().catch(function () { show(false); });
})();
