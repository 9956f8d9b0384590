// npm test: every check, two at a time but for the browser's. A failing one does not stop the rest.
// `node scripts/test.mjs types unit` runs only the steps whose names begin so.
import { spawn } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { countPlaywright, countVitest } from './test-reports.mjs';

/**
 * @typedef {{ passed: number, failed: number, skipped?: number }} Count
 * @typedef {object} Step
 * @property {string} name
 * @property {string[]} args for node
 * @property {Record<string, string>} [env]
 * @property {string} [after] the step before it that must have ended well
 * @property {boolean} [alone] it uses both cores itself, and another beside it would disturb its timing
 * @property {(report: unknown) => Count} [count] reads the runner's JSON report; without it the step counts as one
 */

const root = fileURLToPath(new URL('..', import.meta.url));
const reports = path.join(root, '.cache/reports');
const CORES = 2;
const ZONE = 'America/New_York';
const OTHER_ZONES = ['UTC', 'Asia/Tokyo', 'Pacific/Apia'];

/** @param {string} name */
const reportFile = (name) => path.join(reports, `${name.replaceAll(/\W+/g, '-')}.json`);

/** @param {string} name @param {string} project @param {string} zone */
function vitestStep(name, project, zone) {
  const args = ['run', '--project', project, '--reporter=default', '--reporter=json'];
  return {
    name,
    args: ['node_modules/vitest/vitest.mjs', ...args, `--outputFile.json=${reportFile(name)}`],
    env: { TZ: zone },
    count: countVitest,
  };
}

/** @param {string} zone @returns {Step} */
function otherZoneStep(zone) {
  const { env, ...step } = vitestStep(`unit ${zone}`, 'unit', zone);
  return { ...step, env: { ...env, OTHER_ZONE: '1' } };
}

/** The longest first, so that no core waits for another at the end. @param {number} port @returns {Step[]} */
function allSteps(port) {
  return [
    vitestStep(`unit ${ZONE}`, 'unit', ZONE),
    ...OTHER_ZONES.map(otherZoneStep),
    vitestStep('component', 'component', 'Asia/Tokyo'),
    vitestStep('office', 'office', 'UTC'),
    { name: 'build', args: ['node_modules/vite/bin/vite.js', 'build'] },
    { name: 'types', args: ['node_modules/typescript/bin/tsc', '-b'] },
    { name: 'lint rules', args: ['node_modules/oxlint/bin/oxlint'] },
    { name: 'lint format', args: ['node_modules/@biomejs/biome/bin/biome', 'ci', '.'] },
    { name: 'size', args: ['node_modules/size-limit/bin.js'], after: 'build' },
    {
      name: 'e2e',
      args: ['node_modules/@playwright/test/cli.js', 'test'],
      env: { E2E_PORT: String(port), E2E_REPORT: reportFile('e2e') },
      after: 'build',
      alone: true,
      count: countPlaywright,
    },
  ];
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        resolve(typeof address === 'object' && address ? address.port : 0);
      });
    });
  });
}

/** @param {Step} step @returns {Promise<{ code: number, log: string }>} */
function run(step) {
  const log = reportFile(step.name).replace(/json$/, 'log');
  const out = createWriteStream(log);
  const child = spawn(process.execPath, step.args, {
    cwd: root,
    env: { ...process.env, NO_COLOR: '1', CI: '1', ...step.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.pipe(out, { end: false });
  child.stderr.pipe(out, { end: false });
  return new Promise((resolve) => {
    child.once('close', (code) => {
      out.end(() => {
        resolve({ code: code ?? 1, log });
      });
    });
  });
}

/** @param {Step} step @param {number} code @returns {Count} */
function countOf(step, code) {
  const whole = code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  if (!step.count) return whole;
  const file = reportFile(step.name);
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const count = step.count(JSON.parse(readFileSync(file, 'utf8')));
  // A runner that fails for a reason outside its tests (nothing found, a crash) must not look like success.
  return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}

/** @type {Map<string, Count & { code: number }>} */
const results = new Map();

/** @type {Map<string, Promise<void>>} */
const begun = new Map();

/** @param {Step} step */
async function runAndReport(step) {
  await begun.get(step.after ?? '');
  const started = performance.now();
  const before = step.after && results.get(step.after);
  const unmet = before && before.code !== 0;
  const { code, log } = unmet ? { code: 1, log: '' } : await run(step);
  const count = countOf(step, code);
  results.set(step.name, { ...count, code });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const verdict = count.failed === 0 ? 'ok  ' : 'FAIL';
  const skipped = count.skipped ? `, ${count.skipped} skipped` : '';
  console.log(
    `${verdict} ${step.name.padEnd(22)} ${seconds.padStart(6)} s  ${count.passed} passed, ${count.failed} failed${skipped}`,
  );
  if (unmet) console.log(`     not run: "${step.after}" failed`);
  else if (count.failed > 0)
    console.log(readFileSync(log, 'utf8').trim().replaceAll(/^/gm, '     '));
}

/** Two at a time in the order given, and then one by one what is to be alone. @param {Step[]} steps */
async function runAll(steps) {
  const waiting = steps.filter(({ alone }) => !alone);
  const lane = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const ended = runAndReport(step);
      begun.set(step.name, ended);
      await ended;
    }
  };
  await Promise.all(Array.from({ length: CORES }, lane));
  for (const step of steps) if (step.alone) await runAndReport(step);
}

const wanted = process.argv.slice(2);
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const every = allSteps(await freePort());
const steps = every.filter(
  ({ name }) => wanted.length === 0 || wanted.some((start) => name.startsWith(start)),
);
const started = performance.now();
await runAll(steps);

const counts = [...results.values()];
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
const failing = [...results].filter(([, { failed: n }]) => n > 0).map(([name]) => name);
console.log(`\n${steps.length} steps in ${((performance.now() - started) / 1000).toFixed(0)} s`);
if (failing.length > 0) console.log(`failing: ${failing.join(', ')}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || results.size < steps.length ? 1 : 0;
