// lighthouse.js [bench] FOLDER - a web edition by Lighthouse in Chromium, served from this machine: the longest text,
// the front and the search page, as a TAP test. Performance is a time on this machine, so that a test judges only what
// does not vary; with "bench" the scores are printed and performance counts, too: the middle of three runs.
// $DIGLOT_NODE/node_modules holds lighthouse.
"use strict";
const fs = require("fs");
const http = require("http");
const path = require("path");
const zlib = require("zlib");
const { pathToFileURL } = require("url");
const modules = path.resolve(process.env.DIGLOT_NODE, "node_modules");

const folder = path.resolve(process.argv[process.argv.length - 1]);
const bench = process.argv[2] === "bench";
const LEAST = 95;
const RUNS = bench ? 3 : 1;
const CATEGORIES = ["accessibility", "best-practices", "seo", "performance"];
// Of performance: what the page is, not how fast this machine was.
const STEADY = ["total-byte-weight", "unsized-images", "font-display", "uses-responsive-images", "no-document-write",
  "non-composited-animations", "legacy-javascript", "redirects", "uses-passive-event-listeners", "third-party-summary"];
const TYPES = { ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".png": "image/png",
  ".jpg": "image/jpeg", ".svg": "image/svg+xml", ".woff2": "font/woff2", ".pdf": "application/pdf" };

// A host as they come: it compresses texts, and has no headers to set.
function serve() {
  const server = http.createServer((request, response) => {
    const name = path.normalize(decodeURIComponent(new URL(request.url, "http://x").pathname)).replace(/\/$/, "/index.html");
    const file = path.join(folder, name);
    if (!file.startsWith(folder) || !fs.existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    const type = TYPES[path.extname(file)] || "application/octet-stream";
    const isText = type.startsWith("text/");
    response.writeHead(200, { "Content-Type": type, ...(isText && { "Content-Encoding": "gzip" }) });
    response.end(isText ? zlib.gzipSync(fs.readFileSync(file)) : fs.readFileSync(file));
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

function longestText() {
  return fs.readdirSync(folder).filter((name) => name.endsWith(".html"))
    .filter((name) => fs.readFileSync(path.join(folder, name), "utf8").includes('<body class="item"'))
    .sort((a, b) => fs.statSync(path.join(folder, b)).size - fs.statSync(path.join(folder, a)).size)[0];
}

function faultsOf(report, category) {
  const audits = report.categories[category].auditRefs.map((each) => report.audits[each.id])
    .filter((audit) => audit.score !== null && audit.score < 0.9);
  return audits.map((audit) => `${audit.id} ${audit.score}: ${audit.title} ${audit.displayValue || ""}`);
}

const middle = (numbers) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

async function judge(lighthouse, port, address) {
  const reports = [];
  for (let run = 0; run < RUNS; run += 1)
    reports.push((await lighthouse(address, { port, onlyCategories: CATEGORIES, logLevel: "error" })).lhr);
  return CATEGORIES.map((category) => {
    const score = Math.round(100 * middle(reports.map((report) => report.categories[category].score)));
    const faults = faultsOf(reports[0], category);
    if (category !== "performance" || bench) return { category, score, faults, fine: score >= LEAST };
    const unsteady = STEADY.map((id) => reports[0].audits[id]).filter((audit) => audit && audit.score !== null && audit.score < 0.9);
    return { category, score, faults: unsteady.map((audit) => `${audit.id}: ${audit.title}`), fine: unsteady.length === 0 };
  });
}

async function main() {
  if (!fs.existsSync(path.join(modules, "lighthouse"))) {
    console.log("1..0 # SKIP lighthouse is not installed; make test installs it where npm is reached");
    return 0;
  }
  const lighthouse = (await import(pathToFileURL(path.join(modules, "lighthouse/core/index.js")))).default;
  const launcher = await import(pathToFileURL(path.join(modules, "chrome-launcher/dist/index.js")));
  const program = (process.env.PATH || "").split(":").map((part) => path.join(part, "chromium")).find(fs.existsSync);
  const chrome = await launcher.launch({ chromePath: program, chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu"] });
  const server = await serve();
  const root = `http://127.0.0.1:${server.address().port}/`;
  let number = 0, failed = 0;
  const pages = [longestText(), "index.html", "search.html"];
  console.log(`1..${pages.length * CATEGORIES.length}`);
  for (const page of pages)
    for (const { category, score, faults, fine } of await judge(lighthouse, chrome.port, root + page)) {
      number += 1;
      failed += !fine;
      console.log(`${fine ? "ok" : "not ok"} ${number} - ${page}: ${category}`);
      if (bench) console.log(`# ${score}`);
      if (!fine) console.log(faults.map((fault) => `# ${fault}`).join("\n"));
    }
  chrome.kill();
  server.close();
  return failed ? 1 : 0;
}

main().then((status) => process.exit(status), (error) => {
  console.log(`Bail out! ${error.message.split("\n")[0]}`);
  process.exit(1);
});
