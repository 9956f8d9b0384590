// npm run bench: times of the built app in a real Chromium, beside other timelines, as tables and as .cache/bench.json.
import { mkdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright';
import { chromiumLaunchOptions } from '../../scripts/chromium.mjs';
import { measureExports } from './exports.mjs';
import { readOptions } from './options.mjs';
import { measureRecord } from './record.mjs';
import { buildPages, servePages } from './serve.mjs';
import { measureSize } from './sizes.mjs';
import { growthOf, leadOf, ratioTables, recordTable, sizeTables } from './tables.mjs';
import { ENTENTE, PEERS } from './tools.mjs';

const cache = path.resolve(import.meta.dirname, '../../.cache');

async function withBrowser(measure) {
  const browser = await chromium.launch(chromiumLaunchOptions());
  try {
    return await measure(browser);
  } finally {
    await browser.close();
  }
}

function describeMachine(chromiumVersion) {
  return {
    cpu: os.cpus()[0]?.model.trim(),
    cores: os.cpus().length,
    memoryGb: Math.round(os.totalmem() / 2 ** 30),
    node: process.versions.node,
    chromium: chromiumVersion,
  };
}

/** A tool that cannot do a size is not tried at a larger one. */
async function measureSizes(url, { parts, sizes, runs, input }) {
  const tools = [
    ...(parts.includes('large') ? [ENTENTE] : []),
    ...(parts.includes('peers') ? PEERS : []),
  ];
  const results = [];
  const failed = new Map();
  for (const size of tools.length > 0 ? sizes : []) {
    for (const tool of tools) {
      const before = failed.get(tool.id);
      const started = performance.now();
      const result = before
        ? { tool: tool.id, size, runs: 0, failed: 'not tried' }
        : await measureSize(url, tool, { size, runs, input });
      const seconds = Math.round((performance.now() - started) / 1000);
      console.error(`${tool.name}, ${size}: ${result.runs} × in ${seconds} s`);
      if (result.failed && tool !== ENTENTE) failed.set(tool.id, result.failed);
      results.push(result);
    }
    console.log(sizeTables(size, results, runs));
  }
  return results;
}

const options = readOptions();
const machine = describeMachine(await withBrowser((browser) => browser.version()));
const date = new Date().toISOString().slice(0, 10);
console.log(
  `${date}, ${machine.cpu}, ${machine.cores} cores, ${machine.memoryGb} GB, Node ${machine.node}, ` +
    `Chromium ${machine.chromium}; medians of ${options.runs}`,
);
const { parts } = options;
await buildPages({
  withApp: !options.isBuilt && ['record', 'exports', 'large'].some((part) => parts.includes(part)),
  withPeers: !options.isBuilt && parts.includes('peers'),
});
const server = await servePages();
try {
  const record = parts.includes('record')
    ? await withBrowser((browser) => measureRecord(browser, server.url, options.runs))
    : [];
  if (record.length > 0) console.log(recordTable(record, 'The record against its budgets'));
  const exported = parts.includes('exports')
    ? await withBrowser((browser) => measureExports(browser, server.url, options.runs))
    : [];
  if (exported.length > 0) console.log(recordTable(exported, 'Files of the record'));
  const sizes = await measureSizes(server.url, options);
  const lead = leadOf(sizes);
  const growth = growthOf(sizes);
  console.log(ratioTables(lead, growth));
  const report = {
    date,
    machine,
    runs: options.runs,
    input: options.input,
    record,
    exported,
    sizes,
    lead,
    growth,
  };
  // JSON knows no Infinity.
  const text = JSON.stringify(
    report,
    (_key, value) => (value === Infinity ? 'over 60 s' : value),
    2,
  );
  mkdirSync(cache, { recursive: true });
  writeFileSync(path.join(cache, 'bench.json'), `${text}\n`);
} finally {
  await server.close();
}
