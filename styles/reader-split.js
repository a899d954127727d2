// reader-split.js - the line between the columns: dragged, or moved by the arrow keys; a double click resets it.
(function () {
  "use strict";
  var reader = window.diglotReader;
  var root = document.documentElement;
  var STEP = 2; // per cent
  var line = null;

  function share() {
    return Math.round(root.style.getPropertyValue("--share") * 100);
  }

  function move(percent) {
    var shares = reader.SHARES;
    reader.choose("share", Math.min(shares.most, Math.max(shares.least, Math.round(percent))));
    tell();
  }

  function tell() {
    line.setAttribute("aria-valuenow", share());
  }

  // The share of the left column when the middle of the line stands under the pointer.
  function shareAt(x) {
    var box = line.parentElement.getBoundingClientRect();
    var style = getComputedStyle(line.parentElement);
    var left = box.left + parseFloat(style.paddingLeft);
    var width = box.right - parseFloat(style.paddingRight) - left - line.offsetWidth;
    return 100 * (x - line.offsetWidth / 2 - left) / width;
  }

  function drag(event) {
    if (event.button !== 0) return;
    event.preventDefault();
    line.focus({ preventScroll: true });
    line.setPointerCapture(event.pointerId);
    line.classList.add("dragged");
    line.onpointermove = function (moved) {
      move(shareAt(moved.clientX));
    };
    line.onpointerup = line.onpointercancel = function () {
      line.onpointermove = null;
      line.classList.remove("dragged");
    };
  }

  function press(event) {
    var now = share();
    var target = {
      ArrowLeft: now - STEP,
      ArrowRight: now + STEP,
      Home: reader.SHARES.least,
      End: reader.SHARES.most,
      Enter: reader.SHARES.usual,
    }[event.key];
    if (target === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    move(target);
  }

  document.addEventListener("DOMContentLoaded", function () {
    line = reader.part(".split");
    if (!line) return;
    document.querySelector("main").prepend(line);
    tell();
    line.addEventListener("pointerdown", drag);
    line.addEventListener("keydown", press);
    line.addEventListener("dblclick", function () {
      move(reader.SHARES.usual);
    });
    addEventListener("storage", tell);
  });
})();
