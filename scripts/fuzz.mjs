// npm run fuzz [-- TIMES [FILE …]]: tries the properties of the unit tests with fresh cases, TIMES (10) as many as `npm test`.
// What it finds comes with a seed and a path that lead fast-check there again.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const [times = '10', ...files] = process.argv.slice(2);
if (!/^[1-9]\d*$/.test(times)) {
  console.error(`How many times as many cases? A whole number from 1, not “${times}”.`);
  process.exit(2);
}
const vitest = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url));
const limitMs = 60_000 * Number(times);
const args = ['run', '--project', 'unit', `--testTimeout=${limitMs}`, ...files];
const env = { ...process.env, FUZZ: times };
spawn(process.execPath, [vitest, ...args], { env, stdio: 'inherit' }).on('exit', (code) => {
  process.exitCode = code ?? 1;
});
