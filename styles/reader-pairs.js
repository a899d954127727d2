// reader-pairs.js - what a reader does with one paragraph: goes to it, opens its partner in the other language
// below it, copies its link or its citation. Fetched by reader-wake.js.
(function () {
  "use strict";
  var reader = window.diglotReader;
  var root = document.documentElement;
  var PLACE = "article [id]:not(a):not(.note)";
  var SAID = 5000; // milliseconds that a message stays
  var tools = null;
  var opened = null; // whose tools show

  function isOneOfTwo() {
    return reader.both && root.dataset.view !== "both";
  }

  // ---- copying ----

  var silence;

  function say(name) {
    var place = document.querySelector(".said");
    clearTimeout(silence);
    place.replaceChildren(reader.part("[data-say='" + name + "']"));
    silence = setTimeout(function () {
      place.replaceChildren();
    }, SAID);
  }

  function select(element) {
    element.focus({ preventScroll: true });
    getSelection().selectAllChildren(element);
  }

  // Where there is no clipboard for scripts, as on some disks.
  function copyByCommand(text) {
    var field = document.createElement("textarea");
    var before = document.activeElement;
    var copied = false;
    field.value = text;
    field.className = "unseen";
    document.body.append(field);
    field.select();
    try {
      copied = document.execCommand("copy");
    } catch (error) {
      // Told by what is returned.
    }
    field.remove();
    if (before) before.focus({ preventScroll: true });
    return copied;
  }

  // Where nothing may copy, the text is selected for the reader to do it.
  function copy(text, message, byHand) {
    var written = navigator.clipboard ? navigator.clipboard.writeText(text) : Promise.reject();
    written.catch(function () {
      if (!copyByCommand(text)) throw new Error(text);
    }).then(function () {
      say(message);
    }, function () {
      select(byHand(text));
      say("by-hand");
    });
  }

  // As the edition is published, when the page lies on a disk.
  function addressOf(place) {
    var canonical = document.querySelector("link[rel=canonical]");
    var base = location.protocol === "file:" && canonical ? canonical.href : location.href;
    return new URL("#" + encodeURIComponent(place.id), base).href;
  }

  function byHandIn(box) {
    return function (text) {
      box.hidden = false;
      box.textContent = text;
      return box;
    };
  }

  function copyLink(place) {
    copy(addressOf(place), "link", opened === place ? byHandIn(tools.querySelector(".by-hand")) : function () {
      open(place);
      return byHandIn(tools.querySelector(".by-hand"))(addressOf(place));
    });
  }

  // The citation of the text as it stands at its end, in the language of the button.
  function citationFor(button) {
    var own = button.closest("div:has(> .citation)");
    if (own) return own.querySelector(".citation");
    return document.querySelector(reader.both ? "." + button.classList[0] + " > .citation" : ".citation");
  }

  function copyCitation(button) {
    var citation = citationFor(button);
    if (tools.contains(button))
      copy(citation.textContent + " " + addressOf(opened), "cite", byHandIn(tools.querySelector(".by-hand")));
    else
      copy(citation.textContent, "cite", function () {
        citation.tabIndex = -1;
        return citation;
      });
  }

  // ---- opening ----

  function linkOf(place) {
    return place.querySelector(":scope > .here");
  }

  function tell(place, isOpen) {
    place.classList.toggle("opened", isOpen);
    if (linkOf(place)) linkOf(place).setAttribute("aria-expanded", isOpen);
  }

  // Tools stand in the place where that may hold them, else behind it.
  function putTools(place) {
    tools.querySelector(".by-hand").hidden = true;
    if (place.matches("p, h1, h2, h3, h4, h5, h6, pre, table, ul, ol, dl")) place.after(tools);
    else place.append(tools);
  }

  function open(place) {
    if (opened && opened !== place && !isOneOfTwo()) close(opened);
    tell(place, true);
    putTools(place);
    opened = place;
    // Below a long paragraph it would open out of sight.
    if (tools.getBoundingClientRect().bottom > innerHeight) tools.scrollIntoView({ block: "end", behavior: "instant" });
  }

  function close(place) {
    var hadFocus = tools.contains(document.activeElement);
    tell(place, false);
    if (opened !== place) return;
    tools.remove();
    opened = null;
    if (hadFocus) focusOn(place);
  }

  function toggle(place) {
    if (place.classList.contains("opened")) close(place);
    else open(place);
  }

  function closeAll() {
    document.querySelectorAll(".opened").forEach(close);
  }

  // ---- from the keyboard ----

  function focusOn(place) {
    if (!place.hasAttribute("tabindex")) place.tabIndex = -1;
    place.focus({ preventScroll: true });
    place.scrollIntoView({ block: "nearest", behavior: "instant" });
  }

  function focused() {
    return document.activeElement.closest(PLACE) || opened;
  }

  // The paragraph that has the focus, or the one at the head of the window.
  function current() {
    return focused() || reader.placeAt(null);
  }

  function step(by) {
    var all = reader.places();
    var at = all.indexOf(focused());
    if (at < 0) at = all.indexOf(reader.placeAt(null)) - (by > 0 ? 1 : 0);
    var next = all[Math.min(all.length - 1, Math.max(0, at + by))];
    if (next) focusOn(next);
  }

  function openCurrent() {
    var place = current();
    if (!place || !place.matches(PLACE)) return;
    toggle(place);
    if (opened === place) tools.querySelector("button").focus();
    else focusOn(place);
  }

  function press(event) {
    if (event.key === "Escape" && opened) {
      close(opened);
    } else if (event.key === "Enter" && event.target.matches(PLACE)) {
      event.preventDefault();
      openCurrent();
    }
  }

  // ---- by the pointer ----

  function hasPartner(place) {
    return place && !place.matches(".full, .left-only, .right-only");
  }

  function click(event) {
    var button = event.target.closest("[data-do]");
    var marker = event.target.closest(".here");
    var place = event.target.closest(PLACE);
    if (button && button.dataset.do === "link") copyLink(opened);
    else if (button && button.dataset.do === "cite") copyCitation(button);
    else if (marker && reader.isPlain(event)) {
      event.preventDefault();
      toggle(place);
    } else if (isOneOfTwo() && reader.isTouch(event) && hasPartner(place) && getSelection().isCollapsed &&
        !event.target.closest("a, button, .picture, .scroll, .tools")) toggle(place);
    else if (opened && !isOneOfTwo() && !tools.contains(event.target)) close(opened);
  }

  document.addEventListener("diglot-awake", function () {
    tools = reader.part(".tools");
    if (!tools) return;
    document.addEventListener("click", click);
    document.addEventListener("keydown", press);
    document.addEventListener("diglot-view", closeAll);
    reader.step = step;
    reader.openCurrent = openCurrent;
    reader.copyCurrent = function () {
      if (current()) copyLink(current());
    };
  });
})();
