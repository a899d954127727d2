// check-ace.js BOOK... - e-books by Ace by DAISY, all of them in one browser: a line for each finding.
// $DIGLOT_NODE/node_modules holds @daisy/ace; $PUPPETEER_EXECUTABLE_PATH names the browser. Status 1 when something
// is found.
"use strict";
const fs = require("fs");
const os = require("os");
const path = require("path");
const modules = path.resolve(process.env.DIGLOT_NODE, "node_modules");
const ace = require(path.join(modules, "@daisy/ace-core"));
const runner = require(path.join(modules, "@daisy/ace-axe-runner-puppeteer"));

// Ace would start and end a browser for every book.
const oneBrowser = { ...runner, launch: async () => {}, close: async () => {} };

async function findingsOf(book, scratch) {
  const outdir = fs.mkdtempSync(path.join(scratch, "book-"));
  await ace(book, { cwd: process.cwd(), outdir, silent: true, initLogger: true, verbose: false }, oneBrowser);
  const report = JSON.parse(fs.readFileSync(path.join(outdir, "report.json"), "utf8"));
  const found = report.assertions.flatMap((part) => part.assertions.map((each) =>
    [path.basename(book), part["earl:testSubject"].url, each["earl:test"]["dct:title"],
      String(each["earl:result"]["dct:description"]).slice(0, 160).replace(/\s+/g, " ")].join(": ")));
  if (!found.length && report["earl:result"]["earl:outcome"] !== "pass") found.push(`${book}: did not pass`);
  return found;
}

async function main(books) {
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), "ace-"));
  let found = [];
  await runner.launch();
  for (const book of books) found = found.concat(await findingsOf(book, scratch));
  await runner.close();
  fs.rmSync(scratch, { recursive: true });
  if (found.length) console.log(found.join("\n"));
  return found.length ? 1 : 0;
}

main(process.argv.slice(2)).then((status) => process.exit(status), (error) => {
  console.log(error && error.stack || `Ace gave up: ${error}`);
  process.exit(1);
});
