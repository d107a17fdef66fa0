// Opens a report in a headless Chromium and holds it against what a report page promises: nothing on the console, no
// request to anywhere, no violation that axe-core finds, light and dark and in print and on a telephone, tables that the
// keyboard sorts, and the figures of the report for machines.
//
//     node check.js BROWSER REPORT.json PAGE.html... [--pictures FOLDER]
//
// The first page is looked at in every way, the others, in other languages, on a telephone.
//
// The packages come from the folder NODE_MODULES names, or from beside this file.

import { createRequire } from "node:module";
import { readFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

const { positionals, values } = parseArgs({ allowPositionals: true, options: { pictures: { type: "string" } } });
const [executable, report, ...pages] = positionals;
const { pictures } = values;
const beside = process.env.NODE_MODULES ? join(process.env.NODE_MODULES, "beside.js") : import.meta.url;
const packages = createRequire(beside);
const { chromium } = packages("playwright-core");
const axe = readFileSync(packages.resolve("axe-core/axe.min.js"), "utf8");

const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const figures = JSON.parse(readFileSync(report, "utf8"));
const faults = [];
const check = (holds, fault) => {
  if (!holds) faults.push(fault);
};

/** Opens a page as one reader has it, and calls `look` with it; what the browser says or asks meanwhile is a fault. */
const as = async (browser, page, way, options, look) => {
  const address = pathToFileURL(resolve(page)).href;
  const name = `${basename(page, ".html")}-${way}`;
  const context = await browser.newContext({ offline: true, ...options });
  const tab = await context.newPage();
  tab.on("console", (message) => faults.push(`${name}: console: ${message.text()}`));
  tab.on("pageerror", (error) => faults.push(`${name}: ${error}`));
  tab.on("dialog", (dialog) => {
    faults.push(`${name}: a dialog opened: ${dialog.message()}`);
    dialog.dismiss();
  });
  tab.on("request", (request) => check(request.url() === address, `${name}: asked for ${request.url()}`));
  await tab.goto(address);
  await look(tab, name);
  await context.close();
};

const accessible = async (tab, name) => {
  await tab.evaluate(axe);
  const { violations, passes } = await tab.evaluate(() => globalThis.axe.run(document));
  check(passes.length > 20, `${name}: axe-core looked at too little`);
  for (const { id, help, nodes } of violations) {
    for (const { html, failureSummary } of nodes) {
      faults.push(`${name}: axe-core: ${id}: ${help}\n    ${html.slice(0, 160)}\n    ${failureSummary}`);
    }
  }
};

const fits = async (tab, name) => {
  const [wide, room] = await tab.evaluate(() => {
    const root = document.documentElement;
    return [root.scrollWidth, root.clientWidth];
  });
  check(wide <= room, `${name}: ${wide} px wide in a window of ${room}`);
};

const picture = async (tab, name) => {
  if (pictures) await tab.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
};

const seen = async (tab, name) => {
  await fits(tab, name);
  await accessible(tab, name);
  await picture(tab, name);
};

/** A page in another language: the same markup with other words, some of them longer. */
const said = async (tab, name) => {
  await fits(tab, name);
  await picture(tab, name);
};

/** The figures of a table: its rows by id, each with its cells. */
const table = (tab, id) =>
  tab.evaluate((id) => {
    const rows = document.querySelectorAll(`#${id} tbody tr`);
    const cells = (row) => Array.from(row.querySelectorAll("td"), (cell) => cell.textContent.trim());
    return Object.fromEntries(Array.from(rows, (row) => [row.dataset.row, cells(row)]));
  }, id);

const same = (what, shown, counted) => {
  const [one, other] = [JSON.stringify(shown), JSON.stringify(counted)];
  check(one === other, `${what}: the page says ${one}, the report ${other}`);
};

const sameFigures = async (tab) => {
  const numbers = (rows, columns) =>
    Object.fromEntries(Object.entries(rows).map(([row, cells]) => [row, cells.slice(0, columns).map(Number)]));
  const byScenarios = (row) => figures.scenarios.map(({ id }) => row[id]);
  const counted = Object.entries(figures.theme_by_scenario).map(([row, cells]) => [row, byScenarios(cells)]);
  const byScenario = numbers(await table(tab, "table-theme-by-scenario"), figures.scenarios.length);
  same("table-theme-by-scenario", byScenario, Object.fromEntries(counted));
  const byPersona = numbers(await table(tab, "table-theme-by-persona"), Object.keys(figures.theme_by_persona).length);
  const ofPersona = ({ id }) => [id, Object.values(figures.theme_by_persona).map((row) => row[id])];
  same("table-theme-by-persona", byPersona, Object.fromEntries(figures.personas.map(ofPersona)));
  const recurrence = Object.values(await table(tab, "table-recurrence")).map((cells) => cells.slice(0, figures.scenarios.length));
  const found = ({ scenarios }) => byScenarios(scenarios).map((one) => `${one.voices} / ${one.contributions}`);
  same("table-recurrence", recurrence, figures.recurrence.map(found));
  const votes = figures.votes.held ? await table(tab, "table-votes") : {};
  const dots = Object.entries(votes).map(([theme, cells]) => [theme, Number(cells[1])]);
  same("table-votes", dots, figures.votes.held ? figures.votes.themes.map(({ theme, dots }) => [theme, dots]) : []);
  const texts = Object.values(await table(tab, "table-contributions")).map(([text]) => text);
  same("table-contributions", texts, figures.contributions.map(({ text }) => text));
};

/** With the keyboard alone: from the top to the report, and a table put in another order. */
const byKeyboard = async (tab, name) => {
  await tab.keyboard.press("Tab");
  check(await tab.evaluate(() => document.activeElement.className === "skip"), `${name}: Tab does not begin at the skip link`);
  await tab.keyboard.press("Enter");
  check(await tab.evaluate(() => document.activeElement.id === "content"), `${name}: the skip link does not lead to the report`);
  await tab.focus("#table-contributions thead th:nth-child(2) button");
  for (const [key, order] of [["Enter", "ascending"], ["Space", "descending"]]) {
    await tab.keyboard.press(key);
    const state = await tab.evaluate(() => {
      const cells = document.querySelectorAll("#table-contributions tbody td:nth-child(2)");
      const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
      const texts = Array.from(cells, (cell) => cell.textContent);
      const sorted = [...texts].sort(collator.compare);
      return {
        told: document.querySelector("#table-contributions thead th:nth-child(2)").getAttribute("aria-sort"),
        said: document.getElementById("sorted").textContent,
        up: JSON.stringify(texts) === JSON.stringify(sorted),
        down: JSON.stringify(texts) === JSON.stringify(sorted.reverse()),
      };
    });
    check(state.told === order && state.said !== "", `${name}: nobody is told that the table is ${order}`);
    check(order === "ascending" ? state.up : state.down, `${name}: the table is not ${order}`);
  }
};

const print = async (tab, name) => {
  await tab.emulateMedia({ media: "print" });
  await accessible(tab, name);
  if (pictures) await tab.pdf({ path: join(pictures, `${name}.pdf`), format: "A4" });
};

const withoutScript = async (tab, name) => {
  check((await tab.locator("th button").count()) === 0, `${name}: there are buttons that do nothing`);
  check((await tab.locator("#table-contributions tbody tr").count()) > 0, `${name}: the contributions are not there`);
  await fits(tab, name);
};

const profile = mkdtempSync(join(tmpdir(), "halte-page-"));
const browser = await chromium.launch({
  executablePath: executable,
  headless: true,
  args: QUIET,
  env: { ...process.env, HOME: profile },
});
const [first, ...others] = pages;
try {
  const wide = { viewport: { width: 1280, height: 900 } };
  const narrow = { viewport: { width: 400, height: 800 } };
  await as(browser, first, "light", { ...wide, colorScheme: "light" }, async (tab, name) => {
    await seen(tab, name);
    await sameFigures(tab);
    await byKeyboard(tab, name);
  });
  await as(browser, first, "dark", { ...wide, colorScheme: "dark" }, seen);
  await as(browser, first, "light-narrow", { ...narrow, colorScheme: "light" }, seen);
  if (pictures) await as(browser, first, "dark-narrow", { ...narrow, colorScheme: "dark" }, picture);
  await as(browser, first, "print", { ...wide, colorScheme: "dark" }, print);
  await as(browser, first, "no-script", { ...narrow, javaScriptEnabled: false }, withoutScript);
  for (const other of others) await as(browser, other, "narrow", narrow, said);
} finally {
  await browser.close();
  rmSync(profile, { recursive: true, force: true });
}
for (const fault of faults) console.error(fault);
console.log(faults.length === 0 ? `${pages.length} pages: nothing wrong in a browser` : `${faults.length} faults`);
process.exitCode = faults.length === 0 ? 0 : 1;
