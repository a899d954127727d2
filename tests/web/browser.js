// browser.js FOLDER - how a web edition behaves in Chromium, opened from the disk: as a TAP test.
// $DIGLOT_NODE/node_modules holds axe-core and playwright-core.
"use strict";
const fs = require("fs");
const path = require("path");
const { pathToFileURL } = require("url");
const modules = path.resolve(process.env.DIGLOT_NODE, "node_modules");
const axe = require(path.join(modules, "axe-core"));
const { chromium } = require(path.join(modules, "playwright-core"));

const folder = path.resolve(process.argv[2]);
const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 360, height: 740 };
const HEIGHT_KEPT = 2; // pixels
const address = (name) => pathToFileURL(path.resolve(folder, name)).href;
const pages = fs.readdirSync(folder).filter((name) => name.endsWith(".html")).sort();
const parallel = pages.filter((name) => fs.readFileSync(path.join(folder, name), "utf8").includes('class="both"'));
// The longest text has most that can go wrong.
const item = parallel.filter((name) => name !== "index.html")
  .sort((a, b) => fs.statSync(path.join(folder, b)).size - fs.statSync(path.join(folder, a)).size)[0];
const languagePage = pages.find((name) => name.startsWith(item.replace(/html$/, "")) && name !== item);

let browser;

function fail(message) {
  throw new Error(message);
}

// What the reader's tools need is there, as after his first stir.
async function awake(page) {
  await page.evaluate(() => dispatchEvent(new Event("pointermove")));
  await page.waitForFunction(() => !window.diglotReader || window.diglotReader.help);
}

// A page whose faults are collected: what the console says, what it asks for from elsewhere.
async function open(name, { asleep, ...settings } = {}) {
  const context = await browser.newContext({ viewport: WIDE, ...settings });
  const page = await context.newPage();
  page.faults = [];
  page.on("console", (message) => page.faults.push(`${name}: console: ${message.text()}`));
  page.on("pageerror", (error) => page.faults.push(`${name}: ${error.message}`));
  page.on("request", (request) => {
    if (!request.url().startsWith("file:")) page.faults.push(`${name}: asks for ${request.url()}`);
  });
  page.on("requestfailed", (request) => { // what the next page cuts short has not failed
    if (request.failure().errorText !== "net::ERR_ABORTED") page.faults.push(`${name}: failed: ${request.url()}`);
  });
  await page.goto(address(name));
  if (!asleep && settings.javaScriptEnabled !== false) await awake(page);
  return page;
}

// All of them in turn in one window.
async function openEach(names, settings, judge) {
  const page = await open(names[0], settings);
  for (const name of names) {
    await page.goto(address(name));
    await awake(page);
    await judge(page, name);
  }
  await close(page);
}

async function close(page) {
  const { faults } = page;
  await page.context().close();
  if (faults.length) fail(faults.join("\n"));
}

// By the mouse: the browser's own click would scroll a bar that sticks.
async function clickOn(page, selector) {
  const box = await page.locator(selector).boundingBox();
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

const view = (page) => page.evaluate(() => document.documentElement.dataset.view);
const topOf = (page, id) => page.evaluate((name) => document.getElementById(name).getBoundingClientRect().top, id);

// The first pair below the bar that has both languages.
function pairBeingRead(page) {
  return page.evaluate(() => {
    const bar = document.querySelector(".bar").getBoundingClientRect().bottom;
    const pair = [...document.querySelectorAll("main .pair[id]")].find((each) =>
      each.getBoundingClientRect().bottom > bar + 1);
    return pair.id;
  });
}

const tests = {
  "no page complains or asks for anything from elsewhere": async () => {
    await openEach(pages, {}, async () => {});
  },

  "the fonts of the site are used": async () => {
    const page = await open(item);
    const loaded = await page.evaluate(async () => {
      await document.fonts.ready;
      return [...document.fonts].filter((face) => face.status === "loaded").map((face) => face.family);
    });
    await close(page);
    if (!loaded.some((family) => family.includes("PT Serif"))) fail(`loaded: ${loaded}`);
  },

  "switching the language keeps the pair where it is, on three widths": async () => {
    for (const width of [360, 768, 1280]) {
      const page = await open(item, { viewport: { width, height: 900 } });
      const height = await page.evaluate(() => document.body.scrollHeight);
      for (const share of [0.2, 0.5, 0.8]) {
        await page.evaluate((top) => scrollTo(0, top), Math.round(height * share));
        for (const next of ["left", "both", "right", "left", "both"]) {
          const id = await pairBeingRead(page);
          const before = await topOf(page, id);
          await clickOn(page, `a[data-view=${next}]`);
          if (await view(page) !== next) fail(`${width} px: the view is ${await view(page)}, not ${next}`);
          const moved = Math.abs(await topOf(page, id) - before);
          if (moved > HEIGHT_KEPT) fail(`${width} px: ${id} moved by ${moved} px on turning to ${next}`);
        }
      }
      await close(page);
    }
  },

  "the choice is remembered, the address is kept": async () => {
    const page = await open(item);
    const id = await page.evaluate(() => document.querySelectorAll("main .pair[id]")[9].id);
    await page.goto(`${address(item)}#${id}`);
    await clickOn(page, "a[data-view=right]");
    if (!page.url().endsWith(`#${id}`)) fail(`the address became ${page.url()}`);
    await page.reload();
    if (await view(page) !== "right") fail(`after a reload the view is ${await view(page)}`);
    const current = await page.locator("a[data-view][aria-current]").getAttribute("data-view");
    if (current !== "right") fail(`the switch shows ${current}`);
    const hidden = await page.locator("main .pair > .left").first().isVisible();
    if (hidden) fail("the other language still shows");
    await close(page);
  },

  "a page of one language leads to the same place of the other": async () => {
    const page = await open(languagePage);
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight / 2));
    await clickOn(page, "a[data-view=both]");
    await page.waitForURL((url) => url.pathname.endsWith(item));
    const id = decodeURIComponent(new URL(page.url()).hash.slice(1));
    if (!id) fail("the place was lost");
    const top = await topOf(page, id);
    if (top < 0 || top > WIDE.height / 2) fail(`${id} stands at ${top}`);
    await close(page);
  },

  "without scripts both texts show and the switch leads on": async () => {
    const page = await open(item, { javaScriptEnabled: false });
    if (!await page.locator("main .pair > .left").nth(3).isVisible()) fail("no left text");
    if (!await page.locator("main .pair > .right").nth(3).isVisible()) fail("no right text");
    await page.locator("a[data-view=left]").click();
    if (!page.url().endsWith(languagePage) && !pages.includes(path.basename(new URL(page.url()).pathname)))
      fail(`led to ${page.url()}`);
    if (page.url().endsWith(item)) fail("led nowhere");
    await close(page);
  },

  "the sides of a pair stand level on a wide window": async () => {
    const page = await open(item);
    const uneven = await page.evaluate(() => [...document.querySelectorAll("main .pair")].filter((pair) => {
      const left = pair.querySelector(":scope > .left"), right = pair.querySelector(":scope > .right");
      if (!left || !right) return false;
      const a = left.getBoundingClientRect(), b = right.getBoundingClientRect();
      return Math.abs(a.top - b.top) > 1 || a.right > b.left;
    }).map((pair) => pair.id));
    await close(page);
    if (uneven.length) fail(uneven.join(" "));
  },

  "they stand one under the other on a narrow one, nothing is wider than it, no range of numbers parted": async () => {
    let ranges = 0;
    await openEach(parallel, { viewport: NARROW }, async (page, name) => {
      const faults = await page.evaluate((width) => {
        const found = document.documentElement.scrollWidth > width ? ["the page"] : [];
        for (const pair of document.querySelectorAll("main .pair")) {
          const left = pair.querySelector(":scope > .left"), right = pair.querySelector(":scope > .right");
          if (left && right && right.getBoundingClientRect().top < left.getBoundingClientRect().bottom)
            found.push(pair.id || pair.textContent.slice(0, 40));
        }
        for (const range of document.querySelectorAll(".range"))
          if (range.getClientRects().length > 1) found.push(`${range.textContent} is parted`);
        return found;
      }, NARROW.width);
      ranges += await page.locator("main .range").count();
      if (faults.length) fail(`${name}: ${faults.join(", ")}`);
    });
    if (!ranges) fail("no range of numbers was seen");
  },

  "without scripts a note leads to its text and back": async () => {
    const page = await open(item, { javaScriptEnabled: false });
    const mark = page.locator(".note-mark a[id]").first();
    if (await mark.count()) {
      const id = await mark.getAttribute("id");
      await mark.focus();
      await page.keyboard.press("Enter");
      const note = decodeURIComponent(new URL(page.url()).hash.slice(1));
      if (!await page.locator(`[id="${note}"]`).isVisible()) fail(`${note} does not show`);
      await page.locator(`[id="${note}"] a[role=doc-backlink]`).focus();
      await page.keyboard.press("Enter");
      if (!page.url().endsWith(`#${id}`)) fail(`back at ${page.url()}`);
    }
    await close(page);
  },

  "the focus is always seen: it has a ring, and neither the bar nor the window's edge covers it": async () => {
    for (const [name, viewport] of [[item, WIDE], [item, NARROW], ["programme.html", NARROW], ["persons.html", WIDE]]) {
      if (!pages.includes(name)) continue;
      const page = await open(name, { viewport });
      for (let stop = 0; stop < 80; stop++) {
        await page.keyboard.press("Tab");
        const fault = await page.evaluate(() => {
          const at = document.activeElement, box = at.getBoundingClientRect(), bar = document.querySelector(".bar");
          const top = at.matches(".skip") || bar.contains(at) ? 0 : bar.getBoundingClientRect().bottom;
          const seen = Math.min(box.bottom, innerHeight) - Math.max(box.top, top);
          if (at === document.body) return "";
          if (seen < Math.min(box.height, 12)) return `${at.outerHTML.slice(0, 90)} shows ${seen} px`;
          const ring = getComputedStyle(at).outlineStyle !== "none" || at.matches(".split"); // a line of its own
          return ring ? "" : `${at.outerHTML.slice(0, 90)} has no ring`;
        });
        if (fault) fail(`${name}, ${viewport.width} px: ${fault}`);
      }
      await close(page);
    }
  },

  "the card of a page is a picture of 1200 × 630": async () => {
    for (const name of ["index.html", item]) {
      const page = await open(name);
      const size = await page.evaluate(async () => {
        const data = JSON.parse(document.querySelector("script[type='application/ld+json']").textContent);
        const card = new Image();
        card.src = new URL(data.image, location.href).href;
        await card.decode();
        return `${card.naturalWidth} × ${card.naturalHeight}`;
      });
      await close(page);
      if (size !== "1200 × 630") fail(`${name}: ${size}`);
    }
  },

  "dark colours have contrast too": async () => {
    for (const name of ["index.html", item, languagePage]) {
      const page = await open(name, { colorScheme: "dark" });
      await page.evaluate(axe.source);
      const result = await page.evaluate(() => axe.run({ runOnly: ["color-contrast"] }));
      await close(page);
      if (result.violations.length) fail(result.violations.map((rule) => rule.nodes[0].html).join("\n"));
      if (!result.passes.length) fail(`${name}: nothing was judged`);
    }
  },
};

Object.assign(tests, require("./browser-reader.js")({
  axe, address, awake, close, clickOn, fail, folder, item, languagePage, open, pairBeingRead, parallel, topOf, view, HEIGHT_KEPT, NARROW,
}));

async function main() {
  const program = (process.env.PATH || "").split(":").map((part) => path.join(part, "chromium")).find(fs.existsSync);
  browser = await chromium.launch({ executablePath: program, args: ["--no-sandbox", "--disable-gpu"] });
  const titles = Object.keys(tests);
  let failed = 0;
  console.log(`1..${titles.length}`);
  for (const [i, title] of titles.entries()) {
    try {
      await tests[title]();
      console.log(`ok ${i + 1} - ${title}`);
    } catch (error) {
      failed += 1;
      console.log(`not ok ${i + 1} - ${title}`);
      console.log(error.message.split("\n").slice(0, 20).map((line) => `# ${line}`).join("\n"));
    }
  }
  await browser.close();
  return failed === 0 ? 0 : 1;
}

main().then((status) => process.exit(status), (error) => {
  console.log(`Bail out! ${error.message.split("\n")[0]}`);
  process.exit(1);
});
