// search.js FOLDER - how the search of a web edition of names.py answers, opened from the disk: as a TAP test.
// $DIGLOT_NODE/node_modules holds playwright-core.
"use strict";
const fs = require("fs");
const path = require("path");
const { pathToFileURL } = require("url");
const { chromium } = require(path.join(path.resolve(process.env.DIGLOT_NODE, "node_modules"), "playwright-core"));

const folder = path.resolve(process.argv[2]);
const names = fs.readFileSync(path.join(__dirname, "names.tsv"), "utf8").split("\n").filter((line) => line && line[0] !== "#")
  .map((line) => ({ russian: line.split("\t")[0], spellings: line.split("\t")[1].split(" ") }));
const LEAST_FOUND = 0.97; // of the spellings
const MOST_OTHERS = 0.05; // other names among what is found

const faults = [];
let page;

function fail(message) {
  throw new Error(message);
}

function answered(query) {
  return page.waitForFunction((q) => {
    const results = document.getElementById("dg-results");
    return results.dataset.query === q && !results.hasAttribute("aria-busy");
  }, query);
}

// The marked words and the text of the results.
async function ask(query) {
  await page.goto(`${pathToFileURL(path.join(folder, "search.html")).href}?q=${encodeURIComponent(query)}`);
  await answered(query);
  return page.evaluate(() => ({
    marks: [...document.querySelectorAll(".result mark")].map((mark) => mark.textContent),
    results: document.querySelectorAll(".result").length,
    both: [...document.querySelectorAll(".result")].every((each) => each.querySelectorAll(".pair > div").length === 2),
    status: document.getElementById("dg-status").textContent,
    links: [...document.querySelectorAll(".result h2 a")].map((link) => link.getAttribute("href")),
  }));
}

const tests = {
  "names are found whatever script and spelling they are asked in": async () => {
    let asked = 0, found = 0, others = 0;
    const missed = [];
    for (const { russian, spellings } of names)
      for (const spelling of spellings) {
        const { marks } = await ask(spelling);
        asked += 1;
        if (marks.includes(russian)) found += 1;
        else missed.push(spelling);
        others += marks.filter((mark) => mark !== russian).length;
      }
    console.log(`# ${found} of ${asked} spellings found their name, with ${others} other names; missed: ${missed.join(" ")}`);
    if (asked < 100 || found < LEAST_FOUND * asked) fail(`only ${found} of ${asked}`);
    if (others > MOST_OTHERS * asked) fail(`${others} other names were found besides`);
  },

  "a name is found by itself, in any case of it": async () => {
    for (const query of ["щукин", "Щукина", "ЩУКИНЫМ"]) {
      const { marks } = await ask(query);
      if (marks[0] !== "Щукин") fail(`${query}: ${marks}`);
    }
  },

  "ё is е": async () => {
    for (const query of ["Федоров", "Фёдоров"]) {
      const { marks } = await ask(query);
      if (marks[0] !== "Фёдоров") fail(`${query}: ${marks}`);
    }
  },

  "other forms of a word and its beginning find it in both languages": async () => {
    for (const [query, mark] of [["докладчиком", "докладчик"], ["speakers", "speaker"], ["собраниями", "собрание"], ["собр", "собрание"], ["meet", "meeting"]]) {
      const { marks, both } = await ask(query);
      if (!marks.includes(mark)) fail(`${query}: ${marks}`);
      if (!both) fail(`${query}: a result has one language only`);
    }
  },

  "a phrase is found as it stands only": async () => {
    const { results } = await ask("«Щукин и собрание»");
    if (results !== 1) fail(`${results} results`);
    const none = await ask("«собрание Щукин»");
    if (none.results !== 0) fail(`${none.results} results in the wrong order`);
  },

  "what is nowhere is said to be nowhere": async () => {
    for (const query of ["xyzzy", "\"\"", "<b>", "\\", "constructor", "__proto__"]) {
      const { results } = await ask(query);
      if (results) fail(`${query}: ${results} results`);
    }
  },

  "a result leads to its pair": async () => {
    const { links } = await ask("Пушкин");
    await page.goto(new URL(links[0], page.url()).href);
    const text = await page.evaluate(() => document.getElementById(decodeURIComponent(location.hash.slice(1))).textContent);
    if (!text.includes("Пушкин")) fail(`${links[0]} is ${text}`);
  },

  "more results are shown when asked for": async () => {
    const { results } = await ask("докладчик");
    await page.locator("#dg-more").click();
    await page.waitForFunction((n) => document.querySelectorAll(".result").length > n, results);
  },

  "more results are shown once, however often they are asked for": async () => {
    const { results } = await ask("докладчик");
    await page.evaluate(() => {
      for (let press = 0; press < 3; press += 1) document.getElementById("dg-more").click();
    });
    await page.waitForFunction((n) => document.querySelectorAll(".result").length > n, results);
    await page.waitForTimeout(100);
    const links = await page.locator(".result h2 a").evaluateAll((all) => all.map((link) => link.href));
    if (new Set(links).size !== links.length) fail(`${links.length} results of ${new Set(links).size} pairs`);
  },

  "what cannot be loaded is told, and asked for again": async () => {
    const found = (await ask("Пушкин")).status;
    for (const kind of ["words", "names", "texts"]) {
      const shards = new RegExp(`/${kind}\\.[^/]*\\.js$`);
      await page.route(shards, (route) => route.abort());
      const { results, status } = await ask("Пушкин Чехов");
      if (results || !status || status.includes(":")) fail(`${kind}: ${results} results, "${status}"`);
      await page.unroute(shards);
      faults.splice(0); // the browser complains of what does not come
      await page.locator("main input[name=q]").fill("Пушкин");
      await page.locator("main input[name=q]").press("Enter");
      await answered("Пушкин");
      const again = await page.locator("#dg-status").textContent();
      if (again !== found) fail(`${kind}: then "${again}", not "${found}"`);
    }
  },

  "more results that do not come are told, and offered again": async () => {
    const { results, status } = await ask("докладчик");
    const count = await page.evaluate(async () => {
      const search = window.diglotSearch, load = search.load;
      search.load = () => Promise.reject(new Error("nothing comes"));
      document.getElementById("dg-more").click();
      await new Promise((later) => { setTimeout(later, 50); });
      search.load = load;
      return document.querySelectorAll(".result").length;
    });
    if (count !== results) fail(`${count} results, not ${results}`);
    const told = await page.locator("#dg-status").textContent();
    if (!told || told === status) fail(`said: "${told}"`);
    await page.locator("#dg-more").click();
    await page.waitForFunction((n) => document.querySelectorAll(".result").length > n, results);
    const then = await page.locator("#dg-status").textContent();
    if (then !== status) fail(`then "${then}", not "${status}"`);
  },

  "a text without spaces is shown around what was found": async () => {
    await ask("");
    const shown = await page.evaluate(async () => {
      const entry = [0, "p1", `${"а".repeat(9)} ${"-".repeat(400)}Пушкин${"-".repeat(400)} я`, ""];
      const load = window.diglotSearch.load;
      window.diglotSearch.load = (kind, number) => kind === "texts" ? Promise.resolve(Array(1000).fill(entry)) : load(kind, number);
      const form = document.querySelector("main form");
      form.elements.q.value = "Пушкин";
      form.requestSubmit();
      const answers = () => document.querySelector(".result p");
      while (!answers()) await new Promise((later) => { setTimeout(later, 20); });
      return [answers().textContent.length, answers().querySelectorAll("mark").length];
    });
    if (shown[0] < 100 || shown[0] > 300 || shown[1] !== 1) fail(`${shown[0]} characters, ${shown[1]} marks`);
  },

  "in a long index, forms far behind the first of their beginning are found": async () => {
    await ask("");
    const wanted = {
      "коммюн": "коммюник коммюнике коммюнистов", // what begins with it
      "коммюзы": "коммюккю коммюник", // of a like length
      "коммюккат": "коммюккю", // behind many that are too long
    };
    const found = await page.evaluate(async (queries) => {
      const search = window.diglotSearch;
      const SIZE = 100;
      const lines = [];
      for (let n = 0; n < 2000; n += 1) lines.push(`комм${String(n).padStart(4, "0")}`);
      for (let n = 0; n < 70; n += 1) lines.push(`коммюкка${String(n).padStart(4, "0")}`);
      lines.push("коммюккю", "коммюник", "коммюнике", "коммюнистов");
      search.index.names = [];
      search.index.words = [];
      for (let at = 0; at < lines.length; at += SIZE) search.index.words.push([lines[at], String(at / SIZE)]);
      document.head.append = (script) => { // gives what the script would
        const number = Number(script.getAttribute("src"));
        const forms = lines.slice(number * SIZE, (number + 1) * SIZE);
        search.take("words", number, [forms.map((form, n) => `${form} ${n}|`).join(""), forms.map((form, n) => `L${n}.0`)]);
      };
      const matches = await Promise.all(queries.map(search.matchOf));
      return matches.map((match) => [...match.forms].join(" "));
    }, Object.keys(wanted));
    Object.keys(wanted).forEach((query, i) => {
      if (found[i] !== wanted[query]) fail(`${query}: ${found[i]}`);
    });
  },

  "every query has its address, and the way back leads through them": async () => {
    await ask("Пушкин");
    for (const query of ["докладчик", "собрание"]) {
      await page.locator("main input[name=q]").fill(query);
      await page.locator("main input[name=q]").press("Enter");
      await answered(query);
      if (new URL(page.url()).searchParams.get("q") !== query) fail(`${query} is at ${page.url()}`);
    }
    await page.goBack();
    await answered("докладчик");
    const field = await page.locator("main input[name=q]").inputValue();
    const mark = await page.locator(".result mark").first().textContent();
    if (field !== "докладчик" || mark !== "докладчик") fail(`back at ${field}, which found ${mark}`);
  },

  "of two queries asked at once the second is answered": async () => {
    await ask("");
    await page.evaluate(() => {
      const form = document.querySelector("main form");
      for (const query of ["Пушкин", "Чехов"]) {
        form.elements.q.value = query;
        form.requestSubmit();
      }
    });
    await answered("Чехов");
    const marks = await page.locator(".result mark").allTextContents();
    if (!marks.includes("Чехов") || marks.includes("Пушкин")) fail(`${marks}`);
    if (new URL(page.url()).searchParams.get("q") !== "Чехов") fail(`at ${page.url()}`);
  },

  "the field of every page leads there": async () => {
    await page.goto(pathToFileURL(path.join(folder, "list.html")).href);
    await page.locator(".bar input[name=q]").fill("Чехов");
    await page.locator(".bar input[name=q]").press("Enter");
    await page.waitForFunction(() => document.querySelector(".result mark"));
    if (await page.locator(".result mark").first().textContent() !== "Чехов") fail("something else was found");
  },
};

async function main() {
  const program = (process.env.PATH || "").split(":").map((part) => path.join(part, "chromium")).find(fs.existsSync);
  const browser = await chromium.launch({ executablePath: program, args: ["--no-sandbox", "--disable-gpu"] });
  const titles = Object.keys(tests);
  page = await browser.newPage();
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => faults.push(message.text()));
  console.log(`1..${titles.length}`);
  for (const [i, title] of titles.entries())
    try {
      await tests[title]();
      if (faults.length) fail(faults.splice(0).join("\n"));
      console.log(`ok ${i + 1} - ${title}`);
    } catch (error) {
      console.log(`not ok ${i + 1} - ${title}\n# ${error.message.split("\n").slice(0, 20).join("\n# ")}`);
    }
  await browser.close();
}

main().catch((error) => {
  console.log(`Bail out! ${error.message.split("\n")[0]}`);
  process.exit(1);
});
