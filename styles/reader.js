// reader.js - keeps the reader's place and choices: language, colours, size of the text, width of the columns.
// Without it every link of the language switch leads to the page of that language. With it a page of both
// languages shows or hides one of them in place, the paragraph being read stays where it was on the
// screen, and the choice holds for the next page. The other reader-*.js build on it; all of them become one file.
(function () {
  "use strict";
  var root = document.documentElement;
  var both = root.classList.contains("both");
  var THEMES = ["auto", "light", "sepia", "dark"];
  var SHARES = { least: 30, usual: 50, most: 70 };
  var parts = null;

  // Storage is refused in private windows and from some disks.
  function recall(name) {
    try {
      return localStorage.getItem("diglot-" + name);
    } catch (error) {
      return null;
    }
  }

  function remember(name, value) {
    try {
      localStorage.setItem("diglot-" + name, value);
    } catch (error) {
      // The choice then holds for this page only.
    }
  }

  var apply = {
    view: function (view) {
      if (both) root.dataset.view = view === "left" || view === "right" ? view : "both";
    },
    theme: function (theme) {
      root.dataset.theme = THEMES.indexOf(theme) > 0 ? theme : THEMES[0];
    },
    size: function (percent) {
      root.style.setProperty("--size", (percent >= 50 && percent <= 200 ? percent : 100) / 100);
    },
    share: function (percent) {
      var share = percent >= SHARES.least && percent <= SHARES.most ? percent : SHARES.usual;
      root.style.setProperty("--share", share / 100);
    },
  };

  function restore() {
    Object.keys(apply).forEach(function (name) {
      apply[name](recall(name));
    });
  }

  // Before the body is drawn, so that nothing jumps.
  root.dataset.scripts = "on";
  restore();

  function isShown(element) {
    return element.getClientRects().length > 0;
  }

  // All that carry an address in the text and show.
  function places() {
    return Array.prototype.filter.call(document.querySelectorAll("article [id]:not(a):not(.note)"), isShown);
  }

  // The place that the address names; "#100%" names none.
  function named() {
    try {
      return document.getElementById(decodeURIComponent(location.hash.slice(1)));
    } catch (error) {
      return null;
    }
  }

  // What the reader is at: the place the address names if it is on the screen, else the first one
  // below the bar, among those that the view will show.
  function placeAt(view) {
    var top = document.querySelector(".bar").getBoundingClientRect().bottom;
    var hidden = view === "left" ? "right-only" : view === "right" ? "left-only" : null;
    var wanted = named();
    var all = Array.prototype.filter.call(document.querySelectorAll("main [id]:not(a):not(.note)"), function (place) {
      return isShown(place) && !(hidden && place.classList.contains(hidden));
    });
    function isSeen(place) {
      var box = place.getBoundingClientRect();
      return box.bottom > top && box.top < innerHeight;
    }
    if (wanted && all.indexOf(wanted) >= 0 && isSeen(wanted)) return wanted;
    return all.filter(function (place) {
      return place.getBoundingClientRect().bottom > top + 1;
    })[0] || null;
  }

  // Whatever changes, the place stays at its height.
  function keepPlace(place, change) {
    var before = place && place.getBoundingClientRect().top;
    change();
    if (place && scrollY > 0) scrollBy({ top: place.getBoundingClientRect().top - before, behavior: "instant" });
  }

  function choose(name, value) {
    remember(name, value);
    keepPlace(placeAt(name === "view" ? value : null), function () {
      apply[name](value);
    });
    document.dispatchEvent(new Event("diglot-" + name));
  }

  // A part of the page's template: what the scripts show is written there, in the page's languages.
  function part(selector) {
    parts = parts || document.getElementById("dg-reader").content;
    var found = parts.querySelector(selector);
    return found && found.cloneNode(true);
  }

  function isPlain(event) {
    return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  }

  // Some browsers' clicks do not say what made them.
  function isTouch(event) {
    return event.pointerType ? event.pointerType === "touch" : matchMedia("(hover: none)").matches;
  }

  // ---- the language switch ----

  function mark() {
    document.querySelectorAll("a[data-view]").forEach(function (link) {
      if (link.dataset.view === root.dataset.view) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    });
  }

  // On a page of one language: go to the same place of the other page.
  function carryPlace(link) {
    var place = scrollY > 0 ? placeAt(null) : null;
    link.hash = place ? place.id : location.hash;
  }

  function turn(event) {
    if (!isPlain(event)) return;
    if (both) {
      event.preventDefault();
      choose("view", this.dataset.view);
      mark();
    } else {
      remember("view", this.dataset.view);
      carryPlace(this);
    }
  }

  // ---- how far the text is read ----

  function startProgress() {
    var text = document.querySelector(".item article");
    var bar = document.querySelector(".bar");
    var asked = false;
    function measure() {
      var box = text.getBoundingClientRect();
      var way = box.height + bar.offsetHeight - innerHeight;
      var gone = bar.offsetHeight - box.top;
      asked = false;
      bar.style.setProperty("--read", way <= 0 ? 1 : Math.min(1, Math.max(0, gone / way)).toFixed(4));
    }
    function ask() {
      if (!asked) requestAnimationFrame(measure);
      asked = true;
    }
    if (!text) return;
    addEventListener("scroll", ask, { passive: true });
    addEventListener("resize", ask);
    measure();
  }

  function refresh() {
    restore();
    mark();
    document.dispatchEvent(new Event("diglot-refresh"));
  }

  document.addEventListener("DOMContentLoaded", function () {
    if (both) mark();
    document.querySelectorAll("a[data-view]").forEach(function (link) {
      link.addEventListener("click", turn);
    });
    startProgress();
    // Choices made in another window, or on a page before going back to this one.
    addEventListener("storage", refresh);
    addEventListener("pageshow", function (event) {
      if (event.persisted) refresh();
    });
  });

  window.diglotReader = {
    both: both,
    THEMES: THEMES,
    SHARES: SHARES,
    choose: choose,
    isPlain: isPlain,
    isTouch: isTouch,
    keepPlace: keepPlace,
    part: part,
    placeAt: placeAt,
    places: places,
    recall: recall,
    remember: remember,
  };
})();
