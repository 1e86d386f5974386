/* The site as an app: its service worker, and what leaves the device at sign-out. */
(function () {
  "use strict";
  if (!("serviceWorker" in navigator)) return;
  if (document.body.dataset.person) {
    var visit = performance.getEntriesByType("navigation")[0];
    window.addEventListener("load", function () { navigator.serviceWorker.register("/sw.js").catch(function () { /* a page all the same */ }); });
    // A page that came before the worker is to be kept like those that came by it.
    if (!visit || !visit.workerStart) navigator.serviceWorker.ready.then(function (worker) { worker.active.postMessage({ keep: location.pathname }); });
  }

  /* The server lets go of the device too; here nothing of the person stays to be read. */
  document.addEventListener("submit", function (event) {
    if (!event.target.matches("[data-sign-out]")) return;
    if (window.caches) {
      caches.keys().then(function (names) {
        names.forEach(function (name) { if (name.indexOf("pages:") === 0) caches.delete(name); });
      });
    }
    navigator.serviceWorker.getRegistration().then(function (worker) {
      return worker && worker.pushManager && worker.pushManager.getSubscription();
    }).then(function (subscription) { return subscription && subscription.unsubscribe(); });
  });
})();
