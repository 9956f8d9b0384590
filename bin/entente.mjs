#!/usr/bin/env node
// The command line of Entente. It is built from src/ into dist-cli/ when first run, and when a source is newer.
import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const built = path.join(root, 'dist-cli');
const entry = path.join(built, 'main.js');
const INTERNAL_ERROR = 3;

/** @param {string} place a file or folder @returns {number} when the newest file in it was changed */
function changedMs(place) {
  const stats = statSync(place);
  if (!stats.isDirectory()) return stats.mtimeMs;
  const times = readdirSync(place, { withFileTypes: true }).map((each) =>
    changedMs(path.join(place, each.name)),
  );
  return Math.max(stats.mtimeMs, ...times);
}

function isBuilt() {
  if (!existsSync(entry)) return false;
  const sources = ['src', 'vite.cli.config.ts', 'package-lock.json'];
  const builtMs = statSync(entry).mtimeMs;
  return sources.every((source) => changedMs(path.join(root, source)) <= builtMs);
}

async function buildAnew() {
  process.stderr.write('entente: building the command line (once, a few seconds) …\n');
  const { build } = await import('vite');
  // Built aside: another run may be using what is there.
  const aside = path.join(root, '.cache', `cli-${process.pid}`);
  await build({
    root,
    configFile: path.join(root, 'vite.cli.config.ts'),
    logLevel: 'error',
    build: { outDir: aside },
  });
  // Another run may have built the same meanwhile, and be reading it now.
  if (isBuilt()) rmSync(aside, { recursive: true });
  else putInPlace(aside);
}

/** @param {string} aside */
function putInPlace(aside) {
  try {
    rmSync(built, { recursive: true, force: true });
    renameSync(aside, built);
  } catch (error) {
    // Unless another run has been quicker by a hair.
    if (!isBuilt()) throw error;
    rmSync(aside, { recursive: true, force: true });
  }
}

// A reader that has seen enough, as `head`, closes the pipe: that is no fault.
process.stdout.on('error', (error) => {
  process.exit('code' in error && error.code === 'EPIPE' ? 0 : INTERNAL_ERROR);
});

try {
  if (!isBuilt()) await buildAnew();
  const { main } = await import(pathToFileURL(entry).href);
  process.exitCode = await main(process.argv.slice(2), process);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = INTERNAL_ERROR;
}
