// npm run make:synthetic: writes a made-up dataset of any size, for tests of size and speed.
import { realpathSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { syntheticDataset } from './synthetic/synthetic-dataset.mjs';
import { writeNdjson } from './synthetic/write-ndjson.mjs';
import { writeParquet } from './synthetic/write-parquet.mjs';

export { syntheticDataset };

const HELP = `Writes a made-up dataset: Japan and the United States, 1945 to 2027, with bursts of events around summits.

  npm run make:synthetic -- --events 1000000 --seed 1 --out FILE

  --out FILE      where to write; an earlier file is replaced. The ending says the format:
                  .ndjson   the head on the first line, then an event a line (about 0.25 kB each)
                  .parquet  an event a row, snappy, the head in the metadata "entente"
  --events N      how many events, 1 to 9999999 (1000000 if left out)
  --seed N        a whole number from 0 (1 if left out); the same seed gives the same file
  --revised X     the share of events of which something was said before, 0 to 1 (0.002 if left out)
  -h, --help      this text

Exit code: 0 when written, 1 when the file cannot be written, 2 when the arguments are wrong.
`;

/** @type {Readonly<Record<string, typeof writeNdjson | typeof writeParquet>>} */
const WRITERS = { ndjson: writeNdjson, parquet: writeParquet };
const MOST_EVENTS = 9_999_999;

/** What is wrong with the arguments, for the person who typed them. */
class UsageError extends Error {}

/** @param {string[]} args */
function readArguments(args) {
  const { help, out, events, seed, revised } = readFlags(args);
  if (help) return undefined;
  if (out === undefined) throw new UsageError('--out FILE is missing');
  const write = WRITERS[out.slice(out.lastIndexOf('.') + 1)];
  if (!write) throw new UsageError(`--out must end in .ndjson or .parquet, found "${out}"`);
  return {
    out,
    write,
    events: wholeNumber('--events', events, 1, MOST_EVENTS),
    seed: wholeNumber('--seed', seed, 0, Number.MAX_SAFE_INTEGER),
    ...(revised === undefined ? {} : { revised: shareOf('--revised', revised) }),
  };
}

/** @param {string[]} args */
function readFlags(args) {
  try {
    return parseArgs({
      args,
      options: {
        events: { type: 'string', default: '1000000' },
        seed: { type: 'string', default: '1' },
        revised: { type: 'string' },
        out: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** @param {string} flag @param {string} text @param {number} min @param {number} max */
function wholeNumber(flag, text, min, max) {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= min && number <= max) return number;
  throw new UsageError(`${flag} must be a whole number from ${min} to ${max}, found "${text}"`);
}

/** @param {string} flag @param {string} text */
function shareOf(flag, text) {
  const share = Number(text);
  if (/^\d*\.?\d+$/.test(text) && share <= 1) return share;
  throw new UsageError(`${flag} must be a number from 0 to 1, found "${text}"`);
}

/** @param {string[]} args @returns {Promise<number>} exit code */
export async function main(args) {
  try {
    const wanted = readArguments(args);
    if (!wanted) {
      process.stdout.write(HELP);
      return 0;
    }
    const { out, write, ...size } = wanted;
    const started = performance.now();
    await write(out, syntheticDataset(size));
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const megabytes = (statSync(out).size / 1e6).toFixed(1);
    console.error(`Wrote ${size.events} events to ${out} (${megabytes} MB) in ${seconds} s`);
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    if (!(error instanceof UsageError)) return 1;
    console.error('--help lists the arguments');
    return 2;
  }
}

const script = process.argv[1];
if (script !== undefined && realpathSync(script) === fileURLToPath(import.meta.url)) {
  process.exitCode = await main(process.argv.slice(2));
}
