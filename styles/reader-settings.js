// reader-settings.js - the menu of colours, sizes and keys. Fetched by reader-wake.js.
(function () {
  "use strict";
  var reader = window.diglotReader;
  var root = document.documentElement;
  var menu = document.querySelector(".settings");

  function check() {
    menu.querySelectorAll("[type=radio]").forEach(function (input) {
      var value = input.name === "theme" ? root.dataset.theme : String(Math.round(root.style.getPropertyValue("--size") * 100));
      input.checked = input.value === value;
    });
    menu.querySelectorAll("[type=checkbox]").forEach(function (input) {
      input.checked = reader.recall(input.name) !== "off";
    });
  }

  function toggle() {
    menu.open = !menu.open;
    menu.querySelector(menu.open ? "input:checked" : "summary").focus();
  }

  document.addEventListener("diglot-awake", function () {
    menu.append(reader.part(".menu"));
    check();
    menu.addEventListener("change", function (event) {
      if (event.target.type === "checkbox") reader.remember(event.target.name, event.target.checked ? "on" : "off");
      else reader.choose(event.target.name, event.target.value);
    });
    menu.addEventListener("keydown", function (event) {
      if (event.key !== "Escape" || !menu.open) return;
      menu.open = false;
      menu.querySelector("summary").focus();
    });
    document.addEventListener("click", function (event) {
      if (!menu.contains(event.target)) menu.open = false;
    });
    ["diglot-theme", "diglot-refresh"].forEach(function (name) {
      document.addEventListener(name, check);
    });
    reader.openSettings = toggle;
  });
})();
