// reader-boxes.js - boxes over the page: a footnote beside its mark, a picture as large as the window, the keys. Fetched
// by reader-wake.js.
(function () {
  "use strict";
  var reader = window.diglotReader;
  var GAP = 8; // pixels between a mark and its box

  function copyOf(nodes) {
    var copy = document.createDocumentFragment();
    nodes.forEach(function (node) {
      copy.append(node.cloneNode(true));
    });
    copy.querySelectorAll("[id]").forEach(function (node) {
      node.removeAttribute("id");
    });
    return copy;
  }

  // ---- footnotes ----

  var note = { box: null, mark: null };

  // Below the mark if there is room, else above it; a narrow window puts it at its foot (web.css).
  function placeNote() {
    var mark = note.mark.getBoundingClientRect();
    var width = note.box.offsetWidth;
    var height = note.box.offsetHeight;
    var right = document.documentElement.clientWidth - width - GAP;
    var below = mark.bottom + GAP;
    var top = below + height > innerHeight && mark.top > height + GAP ? mark.top - height - GAP : below;
    note.box.style.setProperty("--x", Math.max(GAP, Math.min(right, mark.left - GAP)) + scrollX + "px");
    note.box.style.setProperty("--y", top + scrollY + "px");
  }

  function openNote(mark, target) {
    var content = note.box.querySelector(".content");
    content.replaceChildren(copyOf(Array.from(target.childNodes)));
    content.querySelectorAll("[role=doc-backlink]").forEach(function (link) {
      link.remove();
    });
    note.box.lang = (target.closest("[lang]") || document.documentElement).lang;
    note.box.setAttribute("aria-label", mark.getAttribute("aria-label"));
    note.box.querySelector("[data-do=go]").href = mark.hash;
    if (!note.box.contains(mark)) note.mark = mark;
    // Showing puts the focus into the box, where it stood last, and scrolls there.
    var top = scrollY;
    placeNote();
    if (!note.box.open) note.box.show();
    placeNote();
    scrollTo({ top: top, behavior: "instant" });
    content.focus({ preventScroll: true });
  }

  function closeNote(goesBack) {
    if (!note.box.open) return;
    note.box.close();
    if (goesBack) note.mark.focus({ preventScroll: true });
  }

  function clickOnMark(event) {
    var mark = event.target.closest(".note-mark a");
    var target = mark && document.getElementById(decodeURIComponent(mark.hash.slice(1)));
    if (!target || !reader.isPlain(event)) return false;
    event.preventDefault();
    if (note.box.open && mark === note.mark) closeNote(true);
    else openNote(mark, target);
    return true;
  }

  function startNotes() {
    note.box = reader.part(".note-box");
    document.body.append(note.box);
    document.addEventListener("click", function (event) {
      if (!clickOnMark(event) && (!note.box.contains(event.target) || event.target.closest("a"))) closeNote(false);
    });
    note.box.addEventListener("keydown", function (event) {
      if (event.key === "Escape") closeNote(true);
    });
    document.addEventListener("keydown", function (event) {
      if (event.key === "Escape") closeNote(true);
    });
    note.box.querySelector("[data-do=close]").addEventListener("click", function () {
      closeNote(true);
    });
    // What loads late moves the mark.
    new ResizeObserver(function () {
      if (note.box.open) placeNote();
    }).observe(document.body);
    document.addEventListener("diglot-view", function () {
      closeNote(false);
    });
  }

  // ---- boxes that cover the page ----

  function openOver(box) {
    document.body.append(box);
    box.addEventListener("click", function (event) {
      if (event.target === box || event.target.closest("[data-do=close]")) box.close();
    });
    box.addEventListener("close", function () {
      box.remove();
    });
    box.showModal();
  }

  // ---- pictures ----

  // "" of one that only adorns.
  function nameOf(picture) {
    var label = picture.closest("figure").querySelector("figcaption .label");
    return label ? label.textContent : picture.alt;
  }

  function enlarge(picture) {
    var box = reader.part(".picture-box");
    var view = box.querySelector(".view");
    var caption = picture.closest("figure").querySelector("figcaption");
    box.lang = (picture.closest("[lang]") || document.documentElement).lang;
    view.append(copyOf([picture]));
    view.style.setProperty("--ratio", picture.clientWidth / picture.clientHeight || 1);
    [view, box].forEach(function (part) {
      part.setAttribute("aria-label", nameOf(picture) || reader.part(".enlarge").getAttribute("aria-label"));
    });
    if (caption) {
      var text = document.createElement("div");
      text.className = "caption";
      text.append(copyOf(Array.from(caption.childNodes)));
      box.append(text);
    }
    openOver(box);
  }

  // Each picture gets its button.
  function dressPicture(picture) {
    var frame = document.createElement("span");
    var button = reader.part(".enlarge");
    var name = nameOf(picture);
    frame.className = "picture";
    if (name) button.setAttribute("aria-label", button.getAttribute("aria-label") + ": " + name);
    picture.replaceWith(frame);
    frame.append(picture, button);
    frame.addEventListener("click", function () {
      button.focus({ preventScroll: true });
      enlarge(picture);
    });
  }

  // ---- keys ----

  function help() {
    openOver(reader.part(".keys-box"));
  }

  document.addEventListener("diglot-awake", function () {
    document.querySelector("[data-do=help]").addEventListener("click", help);
    if (reader.part(".note-box")) {
      startNotes();
      document.querySelectorAll("article figure:not(.item-portrait) img:not(.inline)").forEach(dressPicture);
    }
    reader.help = help; // the last of all tools
  });
})();
