// The files that are opened, made once and kept under .cache/bench. Delete that folder to have them made anew.
import { execFileSync } from 'node:child_process';
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
} from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { finished } from 'node:stream/promises';
import { runnerImport } from 'vite';

const root = path.resolve(import.meta.dirname, '../..');
export const BENCH_FOLDER = path.join(root, '.cache/bench');
const RECORD_FILE = path.join(root, 'data/japan-us.json');
const MS_PER_DAY = 86_400_000;
/** Open ends are drawn up to here. */
const LAST_DAY = Date.UTC(2027, 11, 31) / MS_PER_DAY;

/** A synthetic dataset of that many events. @returns {Promise<string>} its name under .cache/bench */
export async function syntheticFile(size, ending) {
  const name = `${size}.${ending}`;
  const file = path.join(BENCH_FOLDER, name);
  if (existsSync(file)) return name;
  mkdirSync(BENCH_FOLDER, { recursive: true });
  await makeWhole(file, async (part) => {
    if (ending === 'json') await joinLines(await linesOf(size), part);
    else generate(size, part);
  });
  return name;
}

/** Of each event something was said before. @returns {Promise<string>} its name under .cache/bench */
export async function revisedFile(size) {
  const name = `${size}-revised.ndjson`;
  const file = path.join(BENCH_FOLDER, name);
  if (existsSync(file)) return name;
  mkdirSync(BENCH_FOLDER, { recursive: true });
  await makeWhole(file, (part) => generate(size, part, ['--revised', '1']));
  return name;
}

const named = (list, ids = []) => list.filter(({ id }) => ids.includes(id));

/**
 * One event, and of actors and sources those that it names: what a tool takes before it holds any data.
 * @param {'ndjson' | 'json'} ending
 * @returns {Promise<string>} its name under .cache/bench
 */
export async function oneEventFile(ending) {
  const source = await linesOf(1);
  const name = `one-event.${ending}`;
  const file = path.join(BENCH_FOLDER, name);
  if (existsSync(file)) return name;
  const lines = [];
  for await (const object of objectsOfLines(source)) lines.push(object);
  const [head, event] = lines;
  const own = {
    ...head,
    // Alone, without those that it belongs to.
    actors: named(head.actors, event.actors).map((actor) => ({
      ...actor,
      memberOf: undefined,
    })),
    sources: named(head.sources, event.sources),
  };
  const text =
    ending === 'json'
      ? JSON.stringify({ ...own, events: [event] })
      : `${JSON.stringify(own)}\n${JSON.stringify(event)}\n`;
  await makeWhole(file, (part) => writeText(part, [text]));
  return name;
}

/** The same events as plain objects for the peers. @returns {Promise<string>} its name under .cache/bench */
export async function peerFile(size) {
  const source = size === 'record' ? RECORD_FILE : await linesOf(size);
  const name = `${size}.peers.json`;
  const file = path.join(BENCH_FOLDER, name);
  if (existsSync(file) && statSync(file).mtimeMs > statSync(source).mtimeMs) return name;
  mkdirSync(BENCH_FOLDER, { recursive: true });
  const { module } = await runnerImport(path.join(root, 'src/time/parse-edtf.ts'), { root });
  const events = size === 'record' ? JSON.parse(readFileSync(source, 'utf8')).events : undefined;
  await makeWhole(file, (part) =>
    writeList(events ?? eventsOfLines(source), part, (event) =>
      peerEvent(event, module.parseEdtf(event.date)),
    ),
  );
  return name;
}

const linesOf = async (size) => path.join(BENCH_FOLDER, await syntheticFile(size, 'ndjson'));

/** A file that was left half written must not be taken for a whole one. */
async function makeWhole(file, make) {
  const { dir, base } = path.parse(file);
  const part = path.join(dir, `part-${base}`);
  await make(part);
  renameSync(part, file);
}

function generate(size, file, more = []) {
  const script = path.join(root, 'scripts/make-synthetic.mjs');
  const args = [script, '--events', String(size), '--seed', '1', '--out', file, ...more];
  execFileSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
}

async function* objectsOfLines(file) {
  for await (const line of createInterface({ input: createReadStream(file) }))
    if (line.trim() !== '') yield JSON.parse(line);
}

async function* eventsOfLines(file) {
  for await (const object of objectsOfLines(file)) if (!('format' in object)) yield object;
}

async function joinLines(source, file) {
  const lines = objectsOfLines(source);
  const { value: head } = await lines.next();
  const events = [];
  for await (const event of lines) events.push(event);
  await writeText(file, [JSON.stringify({ ...head, events })]);
}

async function writeList(events, file, toItem) {
  async function* pieces() {
    let separator = '[\n';
    for await (const event of events) {
      yield separator + JSON.stringify(toItem(event));
      separator = ',\n';
    }
    yield '\n]\n';
  }
  await writeText(file, pieces());
}

async function writeText(file, pieces) {
  const stream = createWriteStream(file);
  for await (const piece of pieces)
    if (!stream.write(piece)) await new Promise((resolve) => stream.once('drain', resolve));
  stream.end();
  await finished(stream);
}

/** In the first of its domains; of its two languages in English. */
function peerEvent({ id, title, domains, importance = 3 }, { minDay, maxDay }) {
  const startDay = Number.isFinite(minDay) ? minDay : 0;
  const endDay = Number.isFinite(maxDay) ? maxDay : Math.max(startDay, LAST_DAY);
  return {
    id,
    title: typeof title === 'string' ? title : (title.en ?? Object.values(title)[0]),
    start: startDay * MS_PER_DAY,
    ...(endDay > startDay ? { end: (endDay + 1) * MS_PER_DAY } : {}),
    domain: domains[0],
    importance,
  };
}
