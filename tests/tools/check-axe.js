// check-axe.js FOLDER - every page of FOLDER by axe-core in Chromium: WCAG 2.2 A and AA, wide and narrow.
// $DIGLOT_NODE/node_modules holds axe-core and playwright-core. Status 1 when something is found.
"use strict";
const fs = require("fs");
const path = require("path");
const { pathToFileURL } = require("url");
const modules = path.resolve(process.env.DIGLOT_NODE, "node_modules");
const axe = require(path.join(modules, "axe-core"));
const { chromium } = require(path.join(modules, "playwright-core"));

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const WINDOWS = [{ width: 1280, height: 900 }, { width: 360, height: 740 }];

function pagesBelow(folder) {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return pagesBelow(file);
    return entry.name.endsWith(".html") ? [file] : [];
  }).sort();
}

async function findingsOf(page, file) {
  await page.goto(pathToFileURL(file).href);
  await page.evaluate(axe.source);
  const result = await page.evaluate((tags) => axe.run({ runOnly: tags }), TAGS);
  return result.violations.flatMap((rule) =>
    rule.nodes.map((node) => `${file}: ${rule.id}: ${rule.help}: ${node.html.slice(0, 160)}`));
}

async function main(folder) {
  const files = pagesBelow(path.resolve(folder));
  if (files.length === 0) throw new Error(`${folder}: no page`);
  const program = (process.env.PATH || "").split(":").map((part) => path.join(part, "chromium")).find(fs.existsSync);
  const browser = await chromium.launch({ executablePath: program, args: ["--no-sandbox"] });
  let found = [];
  for (const viewport of WINDOWS) {
    const page = await browser.newPage({ viewport });
    for (const file of files) found = found.concat(await findingsOf(page, file));
    await page.close();
  }
  await browser.close();
  console.log([...new Set(found)].join("\n"));
  return found.length === 0 ? 0 : 1;
}

main(process.argv[2]).then((status) => process.exit(status), (error) => {
  console.error(error.message);
  process.exit(1);
});
