// reader.js - keeps the reader's place and choice of language.
// Without it every link of the language switch leads to the page of that language. With it a page of both
// languages shows or hides one of them in place, the paragraph being read stays where it was on the
// screen, and the choice holds for the next page.
(function () {
  "use strict";
  var root = document.documentElement;
  var both = root.classList.contains("both");
  var KEY = "diglot-view";

  // Storage is refused in private windows and from some disks.
  function recall() {
    try {
      return localStorage.getItem(KEY);
    } catch (error) {
      return null;
    }
  }

  function remember(view) {
    try {
      localStorage.setItem(KEY, view);
    } catch (error) {
      // The choice then holds for this page only.
    }
  }

  function show(view) {
    root.dataset.view = view === "left" || view === "right" ? view : "both";
  }

  // Before the body is drawn, so that nothing jumps.
  if (both) show(recall());

  function isShown(element) {
    return element.getClientRects().length > 0;
  }

  // What the reader is at: the place the address names if it is on the screen, else the first one
  // below the bar, among those that carry an address and that the view will show.
  function placeAt(view) {
    var top = document.querySelector(".bar").getBoundingClientRect().bottom;
    var hidden = view === "left" ? "right-only" : view === "right" ? "left-only" : null;
    var named = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    var places = Array.prototype.filter.call(document.querySelectorAll("main [id]:not(a):not(.note)"), function (place) {
      return isShown(place) && !(hidden && place.classList.contains(hidden));
    });
    function isSeen(place) {
      var box = place.getBoundingClientRect();
      return box.bottom > top && box.top < innerHeight;
    }
    if (named && places.indexOf(named) >= 0 && isSeen(named)) return named;
    return places.filter(function (place) {
      return place.getBoundingClientRect().bottom > top + 1;
    })[0] || null;
  }

  function mark(links) {
    links.forEach(function (link) {
      if (link.dataset.view === root.dataset.view) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    });
  }

  function isPlain(event) {
    return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  }

  // On a page of both languages: show another part of it, the place at the same height.
  function turn(view, links) {
    var place = placeAt(view);
    var before = place && place.getBoundingClientRect().top;
    show(view);
    mark(links);
    if (place && scrollY > 0) scrollBy({ top: place.getBoundingClientRect().top - before, behavior: "instant" });
  }

  // On a page of one language: go to the same place of the other page.
  function carryPlace(link) {
    var place = scrollY > 0 ? placeAt(null) : null;
    link.hash = place ? place.id : location.hash;
  }

  document.addEventListener("DOMContentLoaded", function () {
    var links = Array.prototype.slice.call(document.querySelectorAll("a[data-view]"));
    if (both) mark(links);
    links.forEach(function (link) {
      link.addEventListener("click", function (event) {
        if (!isPlain(event)) return;
        remember(link.dataset.view);
        if (both) {
          event.preventDefault();
          turn(link.dataset.view, links);
        } else {
          carryPlace(link);
        }
      });
    });
  });
})();
