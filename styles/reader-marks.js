// reader-marks.js - the markers beside all places of a text that have an address; headings have theirs already. On a page of
// both languages they show the name of that which is hidden.
(function () {
  "use strict";
  var reader = window.diglotReader;

  function addMarker(place) {
    var marker = document.createElement("a");
    marker.className = "here";
    marker.href = "#" + encodeURIComponent(place.id);
    marker.tabIndex = -1;
    marker.setAttribute("aria-hidden", "true");
    place.append(marker);
  }

  // Such as "EN".
  function nameLanguage(link) {
    document.documentElement.style.setProperty("--code-" + link.dataset.view,
      JSON.stringify(link.hreflang.slice(0, 2).toUpperCase()));
  }

  document.addEventListener("DOMContentLoaded", function () {
    if (reader.both) document.querySelectorAll("a[data-view][hreflang]").forEach(nameLanguage);
    document.querySelectorAll("article [id]:not(a, .note, table, ul, ol, dl, :has(> .here))").forEach(addMarker);
  });
})();
