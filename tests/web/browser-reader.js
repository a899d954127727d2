// browser-reader.js - what a reader can do with a page of text: tests for browser.js, which gives the tools.
"use strict";
const fs = require("fs");
const http = require("http");
const os = require("os");
const path = require("path");

const SCRIPTS_AT_MOST = 40 * 1024; // bytes, all of the site's own

module.exports = ({ axe, address, awake, close, clickOn, fail, folder, item, languagePage, open, pairBeingRead, parallel, topOf, view,
  HEIGHT_KEPT, NARROW }) => {
  const PAIR = "main article .pair[id]:not(.full, .left-only, .right-only, h1)";
  const equal = (seen, wanted, what) => seen === wanted || fail(`${what}: ${seen}, not ${wanted}`);
  const scrollToPart = (page, share) =>
    page.evaluate((part) => scrollTo(0, document.body.scrollHeight * part), share);
  const message = (page) => page.locator(".said").textContent();

  // What scripts would put into the clipboard is kept in the page.
  async function openWithClipboard(settings) {
    const page = await open("index.html", settings);
    await page.context().addInitScript(() => {
      Object.defineProperty(navigator, "clipboard", { value: { writeText: async (text) => { window.copied = text; } } });
    });
    await page.goto(address(item));
    await awake(page);
    return page;
  }

  async function judge(page, what) {
    await page.evaluate(axe.source);
    const result = await page.evaluate(() =>
      axe.run({ preload: false, runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] }));
    if (result.violations.length)
      fail(`${what}: ${result.violations.map((rule) => `${rule.id}: ${rule.nodes[0].html}`).join("\n")}`);
  }

  // A page of both languages that has notes and no pictures, which would wake it.
  function plainItem() {
    return parallel.find((name) => {
      const html = fs.readFileSync(path.join(folder, name), "utf8");
      return html.includes("class=\"note-mark\"") && !html.includes("<figure");
    }) || fail("no text with notes and without pictures");
  }

  // In the margin, where nothing else is.
  const clickBeside = (page) => page.mouse.click(3, 300);

  async function columnShare(page) {
    return page.evaluate((selector) => {
      const pair = document.querySelector(selector);
      const left = pair.querySelector(".left").getBoundingClientRect().width;
      const right = pair.querySelector(".right").getBoundingClientRect().width;
      return Math.round(100 * left / (left + right));
    }, PAIR);
  }

  return {
    "the line between the columns moves by keys and by the pointer, is remembered and reset": async () => {
      const page = await open(item);
      const line = page.locator(".split");
      equal(await columnShare(page), 50, "at first");
      await line.focus();
      for (let i = 0; i < 5; i++) await page.keyboard.press("ArrowRight");
      equal(await columnShare(page), 60, "after five steps");
      equal(await line.getAttribute("aria-valuenow"), "60", "aria-valuenow");
      await page.keyboard.press("End");
      await page.keyboard.press("ArrowRight");
      equal(await columnShare(page), 70, "at the end");
      await page.reload();
      equal(await columnShare(page), 70, "after a reload");
      await scrollToPart(page, 0.4);
      const id = await pairBeingRead(page);
      const before = await topOf(page, id);
      const box = await line.boundingBox();
      await page.mouse.move(box.x + box.width / 2, 500);
      await page.mouse.down();
      await page.mouse.move(box.x - 150, 500, { steps: 4 });
      await page.mouse.up();
      const share = await columnShare(page);
      if (share < 50 || share > 62) fail(`dragged to ${share}`);
      const moved = Math.abs(await topOf(page, id) - before);
      if (moved > HEIGHT_KEPT) fail(`${id} moved by ${moved} px`);
      await page.mouse.move(10, 500);
      equal(await columnShare(page), share, "after the pointer was let go");
      await line.dblclick({ position: { x: 5, y: (await page.evaluate(() => scrollY)) + 300 } });
      equal(await columnShare(page), 50, "after a double click");
      await close(page);
    },

    "in one language a tap shows the paragraph in the other, and hides it": async () => {
      const page = await open(item, { viewport: NARROW, hasTouch: true });
      await page.locator("a[data-view=left]").click();
      const pair = page.locator(PAIR).nth(8);
      const right = pair.locator(":scope > .right");
      await pair.scrollIntoViewIfNeeded();
      equal(await right.isVisible(), false, "before");
      await pair.locator(".here").tap();
      equal(await right.isVisible(), true, "after a tap on the marker");
      equal(await pair.locator(".here").getAttribute("aria-expanded"), "true", "aria-expanded");
      const below = await pair.evaluate((each) => each.querySelector(".right").getBoundingClientRect().top >=
        each.querySelector(".left").getBoundingClientRect().bottom);
      equal(below, true, "below it");
      const seen = await right.evaluate((text) => text.getBoundingClientRect().top < innerHeight - 20);
      equal(seen, true, "in sight");
      await pair.locator(".here").tap();
      equal(await right.isVisible(), false, "after a second tap");
      await pair.locator(":scope > .left").tap({ position: { x: 3, y: 3 } });
      equal(await right.isVisible(), true, "after a tap on the text");
      await judge(page, "an opened pair");
      await page.locator("a[data-view=right]").click();
      await page.locator("a[data-view=left]").click();
      equal(await right.isVisible(), false, "after turning");
      await close(page);
    },

    "keys go from paragraph to paragraph and open them": async () => {
      const page = await open(item);
      const focused = () => page.evaluate(() => document.activeElement.id);
      await page.keyboard.press("2");
      equal(await view(page), "right", "key 2");
      await page.keyboard.press("j");
      const first = await focused();
      await page.keyboard.press("j");
      await page.keyboard.press("j");
      if (!first || await focused() === first) fail(`from ${first} to ${await focused()}`);
      await page.keyboard.press("k");
      await page.keyboard.press("k");
      equal(await focused(), first, "there and back");
      for (let i = 0; i < 12; i++) await page.keyboard.press("j");
      const id = await focused();
      await page.keyboard.press("Enter");
      equal(await page.locator(`[id="${id}"] .tools`).isVisible(), true, "tools");
      equal(await page.locator(`[id="${id}"] > .left`).isVisible(), true, "the other language");
      equal(await page.evaluate(() => document.activeElement.dataset.do), "link", "focus");
      await page.keyboard.press("Escape");
      equal(await page.locator(".tools").count(), 0, "tools after Escape");
      equal(await focused(), id, "focus after Escape");
      await close(page);
    },

    "keys do not take what is typed, nor what a modifier changes, and can be switched off": async () => {
      const page = await open(item);
      await page.keyboard.press("/");
      await page.keyboard.type("12?t");
      equal(await page.locator(".find input").inputValue(), "12?t", "the field");
      equal(await view(page), "both", "view after typing");
      await clickBeside(page);
      await page.keyboard.press("Control+2");
      equal(await view(page), "both", "view after Control+2");
      await page.keyboard.press("1");
      equal(await view(page), "left", "view after 1");
      await page.keyboard.press("s");
      await page.locator(".settings [name=keys]").uncheck();
      await page.keyboard.press("Escape");
      equal(await page.evaluate(() => document.activeElement.tagName), "SUMMARY", "focus");
      await page.keyboard.press("3");
      equal(await view(page), "left", "view when keys are off");
      await page.reload();
      await awake(page);
      await page.keyboard.press("3");
      equal(await view(page), "left", "view when keys are off, after a reload");
      await close(page);
    },

    "a Cyrillic layout has the same keys": async () => {
      const page = await open(item);
      await page.evaluate(() => document.body.dispatchEvent(
        new KeyboardEvent("keydown", { key: "о", code: "KeyJ", bubbles: true, cancelable: true })));
      if (!await page.evaluate(() => document.activeElement.id)) fail("no paragraph has the focus");
      await close(page);
    },

    "links and citations of a paragraph are copied, and it is said": async () => {
      const page = await openWithClipboard();
      const pair = page.locator(PAIR).nth(6);
      const id = await pair.getAttribute("id");
      await pair.hover({ position: { x: 20, y: 10 } });
      equal(await pair.locator(".here").evaluate((link) => getComputedStyle(link).opacity !== "0"), true, "marker");
      await pair.locator(".here").click();
      await pair.locator("[data-do=link]").click();
      equal(await page.evaluate(() => window.copied), `${address(item)}#${id}`, "link");
      if (!await message(page)) fail("nothing is said");
      await pair.locator(".tools .right[data-do=cite]").click();
      const citation = await page.locator(".takeaway .right .citation").textContent();
      equal(await page.evaluate(() => window.copied), `${citation} ${address(item)}#${id}`, "citation");
      await judge(page, "tools");
      await clickBeside(page);
      equal(await page.locator(".tools").count(), 0, "tools after a click elsewhere");
      await page.locator(".takeaway .left [data-do=cite]").click();
      equal(await page.evaluate(() => window.copied), await page.locator(".takeaway .left .citation").textContent(),
        "citation at the end");
      await close(page);
    },

    "where scripts may not copy, the text is selected": async () => {
      const page = await open(item);
      await page.evaluate(() => {
        Object.defineProperty(navigator, "clipboard", { value: undefined });
        document.execCommand = () => false;
      });
      await page.keyboard.press("j");
      const id = await page.evaluate(() => document.activeElement.id);
      await page.keyboard.press("c");
      await page.waitForFunction(() => String(getSelection()));
      equal(await page.evaluate(() => String(getSelection())), `${address(item)}#${id}`, "selected");
      if (!/Ctrl\+C/.test(await message(page))) fail(`said: ${await message(page)}`);
      await close(page);
    },

    "a note shows beside its mark, and Escape goes back": async () => {
      for (const viewport of [{ width: 1280, height: 900 }, NARROW]) {
        const page = await open(item, { viewport });
        const mark = page.locator("article .note-mark a").first();
        const text = await page.evaluate(() => {
          const link = document.querySelector("article .note-mark a");
          return document.getElementById(decodeURIComponent(link.hash.slice(1))).querySelector("p").lastChild.textContent;
        });
        await mark.focus();
        const before = page.url();
        await page.keyboard.press("Enter");
        const box = page.locator(".note-box");
        equal(await box.isVisible(), true, "box");
        if (!(await box.textContent()).includes(text.trim())) fail(`the note says ${await box.textContent()}`);
        equal(page.url(), before, "address");
        equal(await page.evaluate(() => !!document.activeElement.closest(".note-box")), true, "focus inside");
        await page.waitForFunction(() => {
          const at = document.querySelector(".note-box").getBoundingClientRect();
          return at.left >= 0 && at.right <= innerWidth && at.top >= 0 && at.bottom <= innerHeight;
        }, null, { timeout: 2000 });
        const at = await box.boundingBox(), from = await mark.boundingBox();
        if (viewport.width > 1000 && Math.min(Math.abs(at.y - from.y - from.height), Math.abs(from.y - at.y - at.height)) > 30)
          fail(`mark ${JSON.stringify(from)}, box ${JSON.stringify(at)}`);
        await judge(page, "a note");
        await page.keyboard.press("Escape");
        equal(await box.isVisible(), false, "after Escape");
        equal(await mark.evaluate((link) => link === document.activeElement), true, "focus back");
        await mark.click();
        await clickBeside(page);
        equal(await box.isVisible(), false, "after a click elsewhere");
        await close(page);
      }
    },

    "titles, headings, captions and all else have a marker that copies their own link and citation": async () => {
      for (const name of [item, languagePage]) {
        const page = await openWithClipboard({});
        await page.goto(address(name));
        await awake(page);
        const kinds = { title: "h1[id]", heading: ".pair-h1[id], h2[id]", figure: ".pair[id]:has(figure), figure[id]",
          table: ".pair[id]:has(table), .table[id]", paragraph: ".pair-p[id], p[id]" };
        for (const [kind, selector] of Object.entries(kinds)) {
          const place = page.locator("article").locator(selector).first();
          const id = await place.getAttribute("id");
          await place.hover({ position: { x: 2, y: 8 } });
          const marker = place.locator(":scope > .here");
          await page.waitForFunction((link) => getComputedStyle(link).opacity === "1", await marker.elementHandle());
          await marker.click();
          await page.locator(".tools [data-do=link]").click();
          await page.waitForFunction(() => window.copied);
          equal(new URL(await page.evaluate(() => window.copied)).hash, `#${encodeURIComponent(id)}`, `${name}: ${kind}`);
          await page.locator(".tools [data-do=cite]").first().click();
          await page.waitForFunction(() => !window.copied.startsWith("file:"));
          const cited = await page.evaluate(() => window.copied);
          if (!cited.endsWith(`#${encodeURIComponent(id)}`)) fail(`${name}: ${kind}: ${cited}`);
          await page.evaluate(() => { window.copied = null; });
          await page.keyboard.press("Escape");
        }
        const bare = await page.evaluate(() => [...document.querySelectorAll("article [id]:not(a, .note, ul, ol, dl, table)")]
          .filter((each) => !each.querySelector(":scope > .here")).map((each) => each.id));
        if (bare.length) fail(`${name}: no marker at ${bare.join(", ")}`);
        await close(page);
      }
    },

    "a picture is enlarged with its caption": async () => {
      for (const viewport of [{ width: 1280, height: 900 }, NARROW]) {
        const page = await open(item, { viewport });
        const button = page.locator("article .enlarge:visible").first();
        const width = await button.evaluate((each) => each.previousElementSibling.getBoundingClientRect().width);
        await button.focus();
        await page.keyboard.press("Enter");
        const box = page.locator(".picture-box");
        equal(await box.isVisible(), true, "box");
        const [large, isTall] = await box.locator("img").evaluate((image) =>
          [image.getBoundingClientRect().width, image.naturalHeight > image.naturalWidth]);
        if (large < width * (isTall && viewport === NARROW ? 1 : 1.5)) fail(`${width} px became ${large} px`);
        if (!(await box.locator(".caption").textContent()).trim()) fail("no caption");
        await judge(page, "a picture");
        await page.keyboard.press("Escape");
        equal(await box.count(), 0, "boxes after Escape");
        equal(await button.evaluate((each) => each === document.activeElement), true, "focus back");
        await close(page);
      }
    },

    "on a phone no enlarged picture runs out of sight in two directions, and a tall one not sideways": async () => {
      const page = await open(item, { viewport: NARROW });
      await page.locator("article .enlarge").first().waitFor({ state: "attached" });
      for (const button of await page.locator("article .enlarge:visible").all()) {
        await button.focus();
        await page.keyboard.press("Enter");
        const fault = await page.locator(".picture-box .view").evaluate((view) => {
          const image = view.querySelector("img"), box = image.getBoundingClientRect();
          const wide = box.width > view.clientWidth + 1, high = box.height > view.clientHeight + 1;
          const isTall = image.naturalHeight > image.naturalWidth;
          return (wide && high) || (wide && isTall) ? `${box.width} × ${box.height} in ${view.clientWidth} × ${view.clientHeight}` : "";
        });
        if (fault) fail(fault);
        await page.keyboard.press("Escape");
      }
      await close(page);
    },

    "colours and sizes are chosen, change the page and hold; the place is kept": async () => {
      const page = await open(item);
      const look = () => page.evaluate(() => {
        const style = getComputedStyle(document.documentElement);
        return `${style.backgroundColor} ${style.fontSize}`;
      });
      const seen = new Set([await look()]);
      await scrollToPart(page, 0.5);
      for (const [name, value] of [["theme", "dark"], ["theme", "sepia"], ["size", "130"]]) {
        const id = await pairBeingRead(page);
        const before = await topOf(page, id);
        await clickOn(page, ".settings summary");
        await clickOn(page, `.settings [name=${name}][value="${value}"]`);
        const moved = Math.abs(await topOf(page, id) - before);
        if (moved > HEIGHT_KEPT) fail(`${name} ${value} moved ${id} by ${moved} px`);
        if (name === "theme") await judge(page, value);
        await page.keyboard.press("Escape");
        if (seen.has(await look())) fail(`${name} ${value} changed nothing: ${await look()}`);
        seen.add(await look());
      }
      const last = await look();
      await page.reload();
      await awake(page);
      equal(await look(), last, "after a reload");
      equal(await page.locator(".settings [name=theme]:checked").getAttribute("value"), "sepia", "what the menu shows");
      await close(page);
    },

    "the line of progress goes from nothing to the whole text": async () => {
      const page = await open(item);
      const read = () => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() =>
        done(Number(document.querySelector(".bar").style.getPropertyValue("--read")))))));
      equal(await read(), 0, "at the head");
      await scrollToPart(page, 0.4);
      const middle = await read();
      if (middle < 0.2 || middle > 0.7) fail(`in the middle: ${middle}`);
      await scrollToPart(page, 1);
      equal(await read(), 1, "at the end");
      await close(page);
    },

    "a wide table scrolls in its box, by keys too": async () => {
      const page = await open(item, { viewport: NARROW });
      const wide = await page.evaluate(() => {
        const boxes = [...document.querySelectorAll("article .scroll")];
        boxes.forEach((box) => { box.firstElementChild.style.width = "60rem"; });
        if (boxes.length) boxes[0].focus();
        return boxes.length;
      });
      if (wide) {
        await page.keyboard.press("ArrowRight");
        await page.waitForFunction(() => document.activeElement.scrollLeft > 0);
        equal(await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle), "solid", "outline");
        equal(await page.evaluate(() => document.documentElement.scrollWidth), NARROW.width, "width of the page");
      }
      await close(page);
      if (!wide) fail("no table in the largest text");
    },

    "the list of keys opens and closes": async () => {
      const page = await open(item);
      await page.keyboard.press("?");
      equal(await page.locator(".keys-box").isVisible(), true, "box");
      await judge(page, "keys");
      await page.keyboard.press("2");
      equal(await view(page), "both", "keys under a box");
      await page.keyboard.press("Escape");
      equal(await page.locator(".keys-box").count(), 0, "boxes after Escape");
      await close(page);
    },

    "a page of one language speaks that language": async () => {
      const page = await open(languagePage);
      const words = await page.evaluate(() => {
        const own = document.documentElement.lang;
        const parts = [document.querySelector(".menu"), document.getElementById("dg-reader").content];
        return { own, text: parts.map((part) => part.textContent).join(" ") };
      });
      const foreign = words.own === "ru" ? /Settings|Copy|Close|Enlarge/ : /[а-я]{3}/;
      if (foreign.test(words.text.replace("Русский", ""))) fail(words.text);
      await page.keyboard.press("j");
      await page.keyboard.press("Enter");
      equal(await page.locator(".tools").isVisible(), true, "tools");
      await close(page);
    },

    "on paper both languages stand side by side, black on white": async () => {
      const page = await open(item, { viewport: { width: 680, height: 960 } });
      await page.evaluate(() => window.diglotReader.choose("theme", "dark"));
      await page.emulateMedia({ media: "print" });
      const seen = await page.evaluate((selector) => {
        const pair = document.querySelector(selector);
        const left = pair.querySelector(".left").getBoundingClientRect();
        const right = pair.querySelector(".right").getBoundingClientRect();
        const hidden = [".bar", ".split", ".enlarge", ".files", ".takeaway h2:has(+ .files)", ".site-pages"].filter((each) =>
          document.querySelector(each) && document.querySelector(each).getClientRects().length);
        return { level: Math.abs(left.top - right.top) < 1 && left.right < right.left,
          paper: getComputedStyle(document.documentElement).backgroundColor, hidden: hidden.join(" ") };
      }, PAIR);
      equal(seen.level, true, "side by side");
      equal(seen.paper, "rgb(255, 255, 255)", "paper");
      equal(seen.hidden, "", "what should not be printed");
      const wide = await page.evaluate(() => [...document.querySelectorAll(".pair > :is(.left, .right) table")].filter((table) =>
        table.scrollWidth > table.closest(".left, .right").clientWidth + 1).length);
      equal(wide, 0, "tables wider than their columns");
      const pdf = await page.pdf({ format: "A4" });
      if (pdf.length < 10000) fail(`${pdf.length} bytes of PDF`);
      await close(page);
    },

    "a text ends with its citation and its files, which are there": async () => {
      const page = await open(item, { javaScriptEnabled: false });
      equal(await page.locator(".takeaway .citation").count(), 2, "citations");
      equal(await page.locator(".takeaway button:visible").count(), 0, "buttons without scripts");
      const files = await page.locator(".files a").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
      for (const ending of [".pdf", ".ru.xml", ".en.xml", ".bib", ".ris", ".json"]) {
        const file = files.find((name) => name.endsWith(ending)) || fail(`no ${ending}`);
        if (!fs.existsSync(path.join(folder, decodeURIComponent(file)))) fail(`${file} is not there`);
      }
      await close(page);
    },

    "the tools come when the reader stirs; the first click and the first key wait for them": async () => {
      const plain = plainItem();
      const fetched = (page) => page.evaluate(() => [...document.scripts].filter((script) =>
        /assets\/(tools|parts)\./.test(script.src)).length);
      const signs = {
        click: async (page) => {
          await page.evaluate(() => document.querySelector(".note-mark a").click());
          await page.waitForFunction(() => document.querySelector(".note-box[open] .content"));
        },
        key: async (page) => {
          await page.keyboard.press("j");
          await page.waitForFunction(() => document.activeElement.closest("article"));
        },
        settings: async (page) => {
          await page.evaluate(() => document.querySelector(".settings summary").click());
          await page.waitForFunction(() => document.querySelector(".settings[open] .menu"));
        },
        pointer: async (page) => {
          await page.mouse.move(100, 100);
          await page.waitForFunction(() => window.diglotReader.help);
        },
      };
      for (const [name, sign] of Object.entries(signs)) {
        const page = await open(plain, { asleep: true });
        await page.evaluate(() => document.fonts.ready);
        equal(await fetched(page), 0, `${name}: files before`);
        await sign(page);
        equal(await fetched(page), 2, `${name}: files after`);
        await close(page);
      }
    },

    "the tools come too where the reader stirs before the page is there": async () => {
      const html = fs.readFileSync(path.join(folder, plainItem()), "utf8");
      const cut = html.indexOf("<article") + 2000;
      let rest;
      const server = http.createServer((request, response) => {
        const file = path.join(folder, decodeURIComponent(request.url));
        if (request.url !== "/") {
          response.setHeader("Content-Type", { ".js": "text/javascript", ".css": "text/css" }[path.extname(file)] || "font/woff2");
          response.end(fs.existsSync(file) ? fs.readFileSync(file) : "");
          return;
        }
        response.setHeader("Content-Type", "text/html; charset=utf-8");
        response.write(html.slice(0, cut));
        rest = () => response.end(html.slice(cut));
      });
      await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
      const page = await open("search.html", { asleep: true });
      const errors = [];
      page.on("pageerror", (error) => errors.push(error.message));
      await page.goto(`http://127.0.0.1:${server.address().port}/`, { waitUntil: "commit" });
      await page.waitForFunction(() => window.diglotReader && document.querySelector("article p"));
      await page.evaluate(() => dispatchEvent(new Event("pointermove")));
      await page.waitForTimeout(500); // in which tools fetched at once would run
      equal(await page.evaluate(() => document.readyState), "loading", "the page");
      rest();
      await page.waitForFunction(() => window.diglotReader.help);
      await page.evaluate(() => document.querySelector(".note-mark a").click());
      await page.waitForFunction(() => document.querySelector(".note-box[open] .content"));
      equal(errors.join("\n"), "", "errors");
      await page.context().close(); // it asked a server
      server.close();
    },

    "where some of the tools cannot be fetched, a mark leads to its note and keys do nothing": async () => {
      for (const missing of ["tools.", "parts."]) {
        const bare = fs.mkdtempSync(path.join(os.tmpdir(), "diglot-bare-"));
        fs.copyFileSync(path.join(folder, plainItem()), path.join(bare, "item.html"));
        fs.cpSync(path.join(folder, "assets"), path.join(bare, "assets"), { recursive: true,
          filter: (file) => !path.basename(file).startsWith(missing) });
        const page = await open(path.join(bare, "item.html"), { asleep: true });
        const errors = [];
        page.on("pageerror", (error) => errors.push(error.message));
        const hash = await page.evaluate(() => document.querySelector(".note-mark a").hash);
        await page.evaluate(() => document.querySelector(".note-mark a").click());
        await page.waitForFunction((wanted) => location.hash === wanted, hash);
        const before = await page.evaluate(() => document.body.textContent);
        for (const key of ["?", "s"]) await page.keyboard.press(key);
        equal(await page.evaluate(() => document.body.textContent), before, `${missing}: the page after keys`);
        equal(await page.locator(".settings[open]").count(), 0, `${missing}: menus`);
        equal(errors.join("\n"), "", `${missing}: errors`);
        await page.context().close(); // its faults are wanted
        fs.rmSync(bare, { recursive: true });
      }
    },

    "a tap that does not say what made it shows the other language, the first one too": async () => {
      const page = await open(plainItem(), { viewport: NARROW, hasTouch: true, isMobile: true, asleep: true });
      equal(await page.evaluate(() => matchMedia("(hover: none)").matches), true, "a phone");
      await page.evaluate(() => window.diglotReader.choose("view", "left"));
      await page.evaluate((selector) => document.querySelector(`${selector} > .left`).dispatchEvent(
        new MouseEvent("click", { bubbles: true, cancelable: true })), PAIR);
      await page.waitForFunction((selector) => document.querySelector(`${selector} > .right`).getClientRects().length, PAIR);
      await close(page);
    },

    "an address that ends with a bare per cent sign is no fault": async () => {
      const page = await open(item);
      await page.evaluate(() => { location.hash = "#100%"; });
      await page.keyboard.press("2");
      equal(await view(page), "right", "view");
      await close(page);
    },

    "the button of a picture that only adorns is named by what it does": async () => {
      const page = await open("index.html");
      await page.context().addInitScript(() => document.addEventListener("DOMContentLoaded", () => {
        const picture = document.querySelector("article figure img");
        picture.alt = "";
        picture.closest("figure").querySelector("figcaption .label").remove();
      }));
      await page.goto(address(item));
      await awake(page);
      const name = await page.locator("article .enlarge").first().getAttribute("aria-label");
      if (!name || name.includes(":")) fail(`named "${name}"`);
      await close(page);
    },

    "the site's own scripts stay small": async () => {
      const own = fs.readdirSync(path.join(folder, "assets")).filter((name) => /^(reader|tools|search)\..*\.js$/.test(name));
      equal(own.length, 3, "scripts");
      const size = own.reduce((sum, name) => sum + fs.statSync(path.join(folder, "assets", name)).size, 0);
      if (size > SCRIPTS_AT_MOST) fail(`${size} bytes`);
    },
  };
};
