// reader-keys.js - single keys. They leave alone whatever is typed into a field or together with a modifier, and a
// reader may switch them off (WCAG 2.1.4).
(function () {
  "use strict";
  var reader = window.diglotReader;

  function turnTo(view) {
    var link = document.querySelector("a[data-view=" + view + "]");
    if (link) link.click();
  }

  function nextTheme() {
    var themes = reader.THEMES;
    var now = themes.indexOf(document.documentElement.dataset.theme);
    reader.choose("theme", themes[(now + 1) % themes.length]);
  }

  var actions = {
    1: function () {
      turnTo("left");
    },
    2: function () {
      turnTo("right");
    },
    3: function () {
      turnTo("both");
    },
    j: function () {
      reader.later("step", 1);
    },
    k: function () {
      reader.later("step", -1);
    },
    p: function () {
      reader.later("openCurrent");
    },
    c: function () {
      reader.later("copyCurrent");
    },
    t: nextTheme,
    s: function () {
      reader.later("openSettings");
    },
    "/": function () {
      var field = document.querySelector(".find input");
      if (field.getClientRects().length) field.focus();
      else field.form.requestSubmit();
    },
    "?": function () {
      reader.later("help");
    },
  };

  // A letter is known by its place on the keyboard where the layout has another there, such as a Cyrillic one.
  function nameOf(event) {
    if (event.key === "?" || event.key === "/") return event.key;
    if (event.shiftKey) return null;
    if (/^[a-z0-9]$/i.test(event.key)) return event.key.toLowerCase();
    var place = /^Key([A-Z])$/.exec(event.code);
    return place && event.key.length === 1 ? place[1].toLowerCase() : null;
  }

  function isBusy(event) {
    return event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing ||
      event.target.closest("input, textarea, select, [contenteditable], dialog:modal");
  }

  document.addEventListener("keydown", function (event) {
    if (isBusy(event) || reader.recall("keys") === "off") return;
    var action = actions[nameOf(event)];
    if (!action) return;
    event.preventDefault();
    action();
  });
})();
