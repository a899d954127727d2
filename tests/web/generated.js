// generated.js [bench] FOLDER - what a reader of a generated volume of many papers waits for, opened from the disk: the
// weight of a paper, and what its search loads. As a TAP test; with "bench" it also says how long answers take.
// $DIGLOT_NODE/node_modules holds playwright-core.
"use strict";
const fs = require("fs");
const path = require("path");
const { fileURLToPath, pathToFileURL } = require("url");
const { chromium } = require(path.join(path.resolve(process.env.DIGLOT_NODE, "node_modules"), "playwright-core"));

const bench = process.argv[2] === "bench";
const folder = path.resolve(process.argv[process.argv.length - 1]);
const PAGE_BYTES = 150000; // of a paper of ten pages, with all that it loads
const QUERY_BYTES = 200000;
const ANSWER = 100; // milliseconds: the middle of so many runs, in a page just opened
const RUNS = bench ? 5 : 1;
const QUERIES = {
  "a frequent word": "безопасности",
  "a rare word": "постквантовую",
  "a word of the other language": "infrastructure",
  "a phrase": "\"группа открытого состава\"",
  "the beginning of a word": "киберпр",
  "a name": "Северцев",
  "a name in Latin letters": "Severtsev",
  "a name in another transliteration": "Severtzev",
  "two words": "доверия networks",
};

let browser;

function fail(message) {
  throw new Error(message);
}

// A page, and the files that it asked for by then: they are weighed later, not while an answer is waited for.
async function open(name) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.files = new Set();
  page.on("requestfinished", (request) => page.files.add(fileURLToPath(request.url().split(/[?#]/)[0])));
  await page.goto(pathToFileURL(path.join(folder, name)).href);
  await page.evaluate(() => document.fonts.ready);
  return page;
}

const isFont = (file) => file.endsWith(".woff2");
const isShard = (file) => /^(words|names|texts|search-index)\./.test(path.basename(file));
const size = (file) => fs.statSync(file).size;
const sum = (files, belongs = () => true) =>
  [...files].filter(belongs).reduce((total, file) => total + size(file), 0);

// Submits the form of the page; how many milliseconds later the results stood there, and whether they filled the
// window then.
function ask(page, query) {
  return page.evaluate((text) => new Promise((resolve) => {
    const form = document.querySelector("main form"), results = document.getElementById("dg-results");
    const start = performance.now();
    new MutationObserver((changes, observer) => {
      if (results.dataset.query !== text) return;
      observer.disconnect();
      const time = performance.now() - start;
      const last = document.querySelector(".result:last-child");
      const filled = !results.hasAttribute("aria-busy") || (last && last.getBoundingClientRect().bottom > innerHeight);
      resolve({ time, filled });
    }).observe(results, { attributes: true });
    form.elements.q.value = text;
    form.requestSubmit();
  }), query);
}

function papers() {
  const names = fs.readdirSync(folder).filter((name) => /^talks-t\d+\.html$/.test(name));
  return names.sort((a, b) => fs.statSync(path.join(folder, b)).size - fs.statSync(path.join(folder, a)).size);
}

// All that the page asks for before anybody touches it, as it lies on the disk.
async function weigh(name) {
  const page = await open(name);
  await page.waitForLoadState("networkidle");
  const pages = await page.evaluate(() => {
    const number = (end) => Number(document.querySelector(`meta[name=citation_${end}page]`).content);
    return number("last") - number("first") + 1;
  });
  const total = sum(page.files);
  const fonts = sum(page.files, isFont);
  await page.close();
  console.log(`# ${name}, ${pages} pages in print: ${total} bytes, ${fonts} of them fonts`);
  if (!fonts) fail("no font was loaded");
  if (total > PAGE_BYTES) fail(`more than ${PAGE_BYTES}`);
}

const tests = {
  "the longest paper in both languages": () => weigh(papers()[0]),
  "a paper of middle length in one language": () => weigh(papers()[50].replace(".html", ".ru.html")),
};
for (const [title, query] of Object.entries(QUERIES))
  tests[`searched: ${title}`] = async () => {
    const times = [];
    let results = 0, marks = 0, bytes = 0;
    for (let run = 0; run < RUNS; run += 1) {
      const page = await open("search.html");
      const answer = await ask(page, query);
      times.push(answer.time);
      if (!answer.filled) fail("the first results do not fill the window");
      await page.waitForSelector("#dg-results:not([aria-busy])");
      results = await page.locator(".result").count();
      marks = await page.locator(".result mark").count();
      bytes = sum(page.files, isShard);
      await page.close();
    }
    const time = times.sort((a, b) => a - b)[Math.floor(RUNS / 2)];
    console.log(`# ${query}: ${bytes} bytes of shards${bench ? `, ${time.toFixed(1)} ms, at worst ${times[RUNS - 1].toFixed(1)}` : ""}`);
    if (!results || !marks) fail(`${results} results, ${marks} marked words`);
    if (bytes > QUERY_BYTES) fail(`more than ${QUERY_BYTES} bytes`);
    if (bench && time > ANSWER) fail(`more than ${ANSWER} ms`);
  };

async function main() {
  const program = (process.env.PATH || "").split(":").map((part) => path.join(part, "chromium")).find(fs.existsSync);
  browser = await chromium.launch({ executablePath: program, args: ["--no-sandbox", "--disable-gpu"] });
  const titles = Object.keys(tests);
  let failed = 0;
  console.log(`1..${titles.length}`);
  for (const [i, title] of titles.entries())
    try {
      await tests[title]();
      console.log(`ok ${i + 1} - ${title}`);
    } catch (error) {
      failed += 1;
      console.log(`not ok ${i + 1} - ${title}\n# ${error.message.split("\n")[0]}`);
    }
  await browser.close();
  return failed ? 1 : 0;
}

main().then((status) => process.exit(status), (error) => {
  console.log(`Bail out! ${error.message.split("\n")[0]}`);
  process.exit(1);
});
