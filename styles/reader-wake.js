// reader-wake.js - fetches what nobody needs before the reader stirs: settings, tools of a paragraph, boxes, their looks and
// words, named by the element of this script. A click that waits for them is kept till they are there.
(function () {
  "use strict";
  var reader = window.diglotReader;
  var files = document.currentScript.dataset.tools.split(" ");
  var SIGNS = ["pointermove", "pointerdown", "keydown", "focusin"];
  var awake = null; // a promise
  // The tools work with what stands at the end of the page, and a script that a script fetches runs as soon as it is there.
  var parsed = new Promise(function (resolve) {
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", resolve);
    else resolve();
  });

  function fetchFile(address) {
    var isSheet = address.endsWith(".css");
    var element = document.createElement(isSheet ? "link" : "script");
    return new Promise(function (resolve, reject) {
      element.onload = resolve;
      element.onerror = reject;
      if (isSheet) {
        element.rel = "stylesheet";
        element.href = address;
        document.querySelector("link[rel=stylesheet]").before(element); // others may set anything otherwise
      } else {
        element.src = address;
        document.head.append(element);
      }
    });
  }

  function start() {
    document.removeEventListener("click", keep, true);
    document.dispatchEvent(new Event("diglot-awake"));
  }

  function wake() {
    SIGNS.forEach(function (name) {
      removeEventListener(name, wake, true);
    });
    awake = awake || parsed.then(function () {
      return Promise.all(files.map(fetchFile));
    }).then(start, function () {
      document.removeEventListener("click", keep, true); // links then lead where they lead without scripts
    });
    return awake;
  }

  function isWaiting(event) {
    var target = event.target;
    if (target.closest(".here, .note-mark a, [data-do], .settings summary")) return reader.isPlain(event);
    return reader.isTouch(event) && target.closest("article") && !target.closest("a, button");
  }

  function keep(event) {
    if (!isWaiting(event)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    wake().then(function () {
      event.target.dispatchEvent(new event.constructor(event.type, event));
    });
  }

  // What the tools give the reader, once they are there.
  reader.later = function (name, argument) {
    wake().then(function () {
      if (reader[name]) reader[name](argument);
    });
  };

  document.addEventListener("click", keep, true);
  SIGNS.forEach(function (name) {
    addEventListener(name, wake, { capture: true, passive: true });
  });
  // Pictures get their buttons at once.
  document.addEventListener("DOMContentLoaded", function () {
    if (document.querySelector("article figure img")) wake();
  });
})();
