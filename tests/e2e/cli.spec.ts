import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';

const run = promisify(execFile);

async function codeOf(...args: readonly string[]): Promise<number> {
  try {
    await run(process.execPath, ['bin/entente.mjs', ...args]);
    return 0;
  } catch (error) {
    return (error as { code: number }).code;
  }
}

// One after the other: the first run builds the command line.
test.describe.configure({ mode: 'default' });
test.slow();

test('npx entente works in a clone, builds itself when needed, and keeps stdout for results', async () => {
  const { stdout } = await run('npx', ['--offline', 'entente', 'check', 'data/japan-us.json']);
  expect(stdout).toMatch(/^data\/japan-us\.json: \d+ events, 0 errors, 0 warnings\n$/);
});

test('entente ends with the code that says how it went', async () => {
  expect(await codeOf('--help')).toBe(0);
  expect(await codeOf('check', 'package.json')).toBe(1);
  expect(await codeOf('check', '--colour', 'package.json')).toBe(2);
});

test('entente convert writes what papers and calendars read', async () => {
  const out = test.info().outputPath('spring.ics');
  const range = ['--from', '2023-03-01', '--to', '2023-05-31'];
  await run(process.execPath, [
    'bin/entente.mjs',
    'convert',
    'data/japan-us.json',
    ...range,
    '--out',
    out,
  ]);
  expect(readFileSync(out, 'utf8')).toMatch(/^BEGIN:VCALENDAR\r\n[^]*END:VCALENDAR\r\n$/);
});
