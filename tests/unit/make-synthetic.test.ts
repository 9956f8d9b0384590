import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { main, syntheticDataset } from '../../scripts/make-synthetic.mjs';
import { createCalendar } from '../../scripts/synthetic/calendar.mjs';
import { createEventDrawer } from '../../scripts/synthetic/events.mjs';
import { createRandom } from '../../scripts/synthetic/random.mjs';
import { EVENT_KINDS } from '../../src/model/dataset';
import { parseDataset } from '../../src/model/parse-dataset';
import { parseIsoDay } from '../../src/time/day';
import { parseEdtf } from '../../src/time/parse-edtf';

type SyntheticEvent =
  ReturnType<typeof syntheticDataset>['events'] extends Iterable<infer E> ? E : never;

const FIRST_DAY = parseIsoDay('1945-01-01')!;
const LAST_DAY = parseIsoDay('2027-12-31')!;
const RECORDED = parseIsoDay('2026-02-20')!;

function wholeDataset(events: number, seed: number) {
  const dataset = syntheticDataset({ events, seed });
  return { ...dataset.head, events: [...dataset.events] };
}

function englishTitle({ title }: SyntheticEvent): string {
  return typeof title === 'string' ? title : title.en;
}

describe('a synthetic dataset', () => {
  const many = wholeDataset(20_000, 1);
  const share = (holds: (event: SyntheticEvent) => boolean, of = many.events) =>
    of.filter(holds).length / of.length;
  const dateOf = ({ date }: SyntheticEvent) => parseEdtf(date)!;

  it.each([1, 2, 77])('of seed %i parses without an issue', (seed) => {
    const { dataset, issues } = parseDataset(wholeDataset(2000, seed));
    expect(issues).toEqual([]);
    expect(dataset?.events).toHaveLength(2000);
    expect(dataset?.actors.size).toBe(500);
    expect(dataset?.sources.size).toBe(60);
  });

  it('parses without an issue at every size that is small', () => {
    for (const size of [1, 2, 3, 10, 50]) {
      expect(parseDataset(wholeDataset(size, 5)).issues).toEqual([]);
    }
  });

  it.each(['1945-01-01', '2020-03-31', '2026-02-20', '2026-02-21', '2027-12-31'])(
    'revises events of %s so that each state can be seen',
    (iso) => {
      const draw = createEventDrawer(createRandom(9, 3), many.actors);
      const day = parseIsoDay(iso)! - FIRST_DAY;
      const drawn = Array.from({ length: 10_000 }, (_, i) => draw(i, day, false));
      const revised = drawn
        .filter(({ revisions }) => revisions)
        .map((event) => ({ ...event, links: [] }));
      expect(revised.length).toBeGreaterThan(5);
      const { dataset, issues } = parseDataset({ ...many, events: revised });
      expect(issues).toEqual([]);
      expect([...(dataset?.events ?? [])].filter(({ states }) => states.length === 1)).toEqual([]);
    },
  );

  it('keeps its closed dates between 1945 and 2027', () => {
    const days = many.events.map(dateOf);
    expect(days.every(({ openStart, minDay }) => openStart || minDay >= FIRST_DAY)).toBe(true);
    expect(days.every(({ openEnd, maxDay }) => openEnd || maxDay <= LAST_DAY)).toBe(true);
  });

  it('is three tenths ranges, mostly of days and weeks', () => {
    const ranges = many.events.filter(({ date }) => date.includes('/'));
    const longer = (days: number) =>
      share((event) => {
        const { minDay, maxDay } = dateOf(event);
        return Number.isFinite(maxDay - minDay) && maxDay - minDay >= days;
      }, ranges);
    expect(ranges.length / many.events.length).toBeCloseTo(0.3, 1.5);
    expect(longer(7)).toBeCloseTo(0.4, 1);
    expect(longer(43)).toBeCloseTo(0.11, 1);
    expect(longer(366)).toBeLessThan(0.01);
    expect(ranges.some(({ date }) => date.includes('..'))).toBe(true);
    expect(many.events.some(({ date }) => date.endsWith('/..'))).toBe(true);
  });

  it('says most dates to the day and some more loosely', () => {
    const points = many.events.filter(({ date }) => !date.includes('/'));
    const ofPrecision = (wanted: string) =>
      share((event) => dateOf(event).precision === wanted, points);
    expect(ofPrecision('day')).toBeGreaterThan(0.8);
    for (const loose of ['month', 'quarter', 'year']) {
      expect(ofPrecision(loose)).toBeGreaterThan(0.01);
      expect(ofPrecision(loose)).toBeLessThan(0.15);
    }
    expect(share((event) => dateOf(event).approximate)).toBeGreaterThan(0.005);
    expect(share((event) => dateOf(event).uncertain)).toBeGreaterThan(0.003);
  });

  it('skews importance towards the small', () => {
    const shares = [5, 4, 3, 2, 1].map((wanted) =>
      share(({ importance }) => importance === wanted),
    );
    [0.005, 0.04, 0.2, 0.35, 0.405].forEach((wanted, i) => {
      expect(Math.abs(shares[i]! - wanted)).toBeLessThan(0.1 * wanted + 0.003);
    });
  });

  it('has every kind, the usual domains, and some events in two or three', () => {
    expect(new Set(many.events.map(({ kind }) => kind))).toEqual(new Set(EVENT_KINDS));
    const ofDomains = (count: number) => share(({ domains }) => domains.length === count);
    expect(ofDomains(1)).toBeCloseTo(0.82, 1);
    expect(ofDomains(2)).toBeCloseTo(0.15, 1);
    expect(ofDomains(3)).toBeCloseTo(0.03, 1.5);
  });

  it('is mostly about the two sides, with twelve further countries', () => {
    expect(new Set(many.events.flatMap(({ parties }) => parties)).size).toBe(14);
    expect(share(({ parties }) => parties[0] === 'JP' && parties[1] === 'US')).toBeGreaterThan(0.8);
    expect(share(({ parties }) => parties.length === 0)).toBe(0);
  });

  it('names few actors often and hundreds seldom', () => {
    const counts = new Map<string, number>();
    for (const id of many.events.flatMap(({ actors }) => actors ?? [])) {
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    const named = [...counts.values()].toSorted((a, b) => b - a);
    const all = named.reduce((sum, count) => sum + count, 0);
    const ofFirst = (n: number) => named.slice(0, n).reduce((sum, count) => sum + count, 0) / all;
    expect(named.length).toBeGreaterThan(400);
    expect(ofFirst(1)).toBeGreaterThan(0.1);
    expect(ofFirst(10)).toBeLessThan(0.6);
    expect(ofFirst(250)).toBeLessThan(0.98);
  });

  it('has actors of each kind, of both sides, in wider ones', () => {
    const kinds = new Set(many.actors.map(({ kind }) => kind));
    expect(kinds).toEqual(new Set(['person', 'government', 'organisation', 'company', 'group']));
    for (const party of ['JP', 'US', 'AU']) {
      expect(many.actors.some((actor) => actor.kind === 'person' && actor.party === party)).toBe(
        true,
      );
    }
    expect(many.actors.filter(({ memberOf }) => memberOf).length).toBeGreaterThan(100);
  });

  it('has titles of 20 to 70 characters, a tenth in Japanese too', () => {
    const lengths = many.events.map((event) => englishTitle(event).length);
    expect(Math.min(...lengths)).toBeGreaterThanOrEqual(20);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(70);
    expect(share(({ title }) => typeof title !== 'string')).toBeCloseTo(0.1, 1.5);
    expect(new Set(many.events.map(englishTitle)).size).toBeGreaterThan(12_000);
  });

  it('has up to two sources and two tags, of sixty and forty', () => {
    expect(new Set(many.events.flatMap(({ tags }) => tags ?? [])).size).toBe(40);
    expect(new Set(many.events.flatMap(({ sources }) => sources ?? [])).size).toBe(60);
    expect(many.events.every(({ tags }) => (tags?.length ?? 0) <= 2)).toBe(true);
    for (const count of [0, 1, 2]) {
      expect(share(({ sources }) => (sources?.length ?? 0) === count)).toBeGreaterThan(0.1);
    }
  });

  it('tells what is over from what lies ahead', () => {
    const ahead = new Set(['scheduled', 'expected', 'possible']);
    const over = new Set(['happened', 'cancelled', 'lapsed', 'postponed']);
    const allIn = (statuses: ReadonlySet<string>, holds: (event: SyntheticEvent) => boolean) =>
      many.events.filter(holds).every(({ status = 'happened' }) => statuses.has(status));
    expect(allIn(over, (event) => dateOf(event).maxDay <= RECORDED)).toBe(true);
    expect(allIn(ahead, (event) => dateOf(event).minDay > RECORDED)).toBe(true);
    const found = new Set(many.events.map(({ status = 'happened' }) => status));
    expect(found).toEqual(new Set([...ahead, ...over, 'under-way']));
    expect(share(({ status = 'happened' }) => status === 'happened')).toBeGreaterThan(0.9);
  });

  it('has a few revisions and links', () => {
    expect(Math.abs(share(({ revisions }) => revisions !== undefined) - 0.002)).toBeLessThan(0.001);
    expect(Math.abs(share(({ links }) => links !== undefined) - 0.005)).toBeLessThan(0.0015);
  });

  it('takes 200 to 260 bytes an event', () => {
    const text = many.events.map((event) => `${JSON.stringify(event)}\n`).join('');
    const bytes = Buffer.byteLength(text) / many.events.length;
    expect(bytes).toBeGreaterThan(200);
    expect(bytes).toBeLessThan(260);
  });

  it('is only roughly in order of time', () => {
    const starts = many.events.map((event) => dateOf(event).minDay).filter(Number.isFinite);
    expect(starts.filter((day, i) => day < (starts[i - 1] ?? day)).length).toBeGreaterThan(1000);
    expect(starts.slice(0, 5000).every((day) => day < parseIsoDay('1995-01-01')!)).toBe(true);
  });

  it('is drawn anew by each iteration, and only as far as it is asked for', () => {
    const { events } = syntheticDataset({ events: 9_000_000, seed: 3 });
    const firstThree = () => {
      const drawn: SyntheticEvent[] = [];
      for (const event of events) if (drawn.push(event) === 3) break;
      return drawn;
    };
    expect(firstThree()).toHaveLength(3);
    expect(firstThree()).toEqual(firstThree());
  });
});

describe('the calendar of bursts', () => {
  const { usual, density, burst, summits } = createCalendar(createRandom(1, 2));

  it('has 250 summits, more of them in the later half', () => {
    expect(summits).toHaveLength(250);
    expect(summits.filter((day) => day > usual.length / 2).length).toBeGreaterThan(125);
  });

  it('is 20 to 60 times as dense as usual for a few days at each, and as usual elsewhere', () => {
    const factors = Array.from(density, (weight, day) => weight / usual[day]!);
    const bursting = factors.filter((_, day) => burst[day] === 1);
    expect(Math.min(...bursting)).toBeGreaterThanOrEqual(20);
    expect(Math.max(...bursting)).toBeLessThanOrEqual(60);
    expect(bursting.length).toBeGreaterThanOrEqual(500);
    expect(bursting.length).toBeLessThanOrEqual(1250);
    expect(factors.every((factor, day) => burst[day] === 1 || factor === 1)).toBe(true);
  });

  it('is what the events follow', () => {
    const { events } = syntheticDataset({ events: 20_000, seed: 1 });
    const exact = [...events].filter(({ date }) => /^\d{4}-\d\d-\d\d$/.test(date));
    const inBurst = exact.filter(({ date }) => burst[parseIsoDay(date)! - FIRST_DAY] === 1);
    const sum = (weights: Float64Array) => weights.reduce((all, weight) => all + weight, 0);
    const expected = sum(density.filter((_, day) => burst[day] === 1)) / sum(density);
    expect(inBurst.length / exact.length).toBeCloseTo(expected, 1.5);
  });

  it('grows busier over the decades', () => {
    const inYear = (year: number) => usual[parseIsoDay(`${year}-06-01`)! - FIRST_DAY]!;
    expect(inYear(1970)).toBeGreaterThan(inYear(1946));
    expect(inYear(2025)).toBeGreaterThan(2 * inYear(1980));
  });
});

describe('a seeded random stream', () => {
  it('spreads evenly over [0, 1), whatever the seed', () => {
    for (const seed of [0, 1, 2, 2 ** 32, Number.MAX_SAFE_INTEGER]) {
      const random = createRandom(seed, 0);
      const tenths = Array.from({ length: 10 }, () => 0);
      for (let i = 0; i < 20_000; i++) tenths[Math.floor(random() * 10)]! += 1;
      expect(Math.min(...tenths)).toBeGreaterThan(1800);
      expect(Math.max(...tenths)).toBeLessThan(2200);
    }
  });

  it('differs by seed, also above 32 bits, and by stream', () => {
    const starts = [createRandom(1, 0), createRandom(1, 1), createRandom(2, 0)];
    starts.push(createRandom(2 ** 32 + 1, 0), createRandom(2 ** 33 + 1, 0));
    expect(new Set(starts.map((random) => random())).size).toBe(starts.length);
  });
});

describe('npm run make:synthetic', () => {
  const script = path.resolve(import.meta.dirname, '../../scripts/make-synthetic.mjs');
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'entente-synthetic-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  /** As people run it: in a process of its own. */
  function spawn(...args: string[]) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  }
  /** The same in this process, which is there already. */
  async function run(...args: string[]) {
    const out = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    const error = vi.spyOn(console, 'error').mockReturnValue();
    const status = await main(args);
    const said = (calls: readonly (readonly unknown[])[]) => calls.flat().join('\n');
    const [stdout, stderr] = [said(out.mock.calls), said(error.mock.calls)];
    out.mockRestore();
    error.mockRestore();
    return { status, stdout, stderr };
  }
  const argumentsFor = (name: string, seed: number, events: number) => {
    const file = path.join(folder, name);
    return ['--events', String(events), '--seed', String(seed), '--out', file] as const;
  };
  async function made(name: string, seed: number, events = 300): Promise<string> {
    const done = await run(...argumentsFor(name, seed, events));
    expect(done).toMatchObject({ status: 0, stdout: '' });
    return path.join(folder, name);
  }
  function madeApart(name: string, seed: number, events = 300): string {
    const done = spawn(...argumentsFor(name, seed, events));
    expect(done).toMatchObject({ status: 0, stdout: '' });
    return path.join(folder, name);
  }

  it('writes the head and then each event as a line of its own', async () => {
    const text = readFileSync(await made('a.ndjson', 1), 'utf8');
    expect(text.endsWith('}\n')).toBe(true);
    const [head, ...events] = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(head).not.toHaveProperty('events');
    expect(head).toMatchObject({ format: 'entente/1', recordedThrough: '2026-02-20' });
    expect({ ...head, events }).toEqual(wholeDataset(300, 1));
    expect(events.slice(0, 2).map(({ id }) => id)).toEqual(['e-000001', 'e-000002']);
  });

  it.each(['ndjson', 'parquet'])(
    'writes the same bytes of %s for the same seed, and others for another',
    async (ending) => {
      const first = readFileSync(madeApart(`one.${ending}`, 4));
      expect(readFileSync(await made(`again.${ending}`, 4)).equals(first)).toBe(true);
      expect(readFileSync(await made(`other.${ending}`, 5)).equals(first)).toBe(false);
    },
  );

  it('writes Parquet that holds the same events, and the head in its metadata', async () => {
    const file = await asyncBufferFromFile(await made('c.parquet', 1, 2000));
    const metadata = await parquetMetadataAsync(file);
    const head = metadata.key_value_metadata?.find(({ key }) => key === 'entente')?.value;
    const rows = await parquetReadObjects({ file, metadata });
    const { events, ...expectedHead } = wholeDataset(2000, 1);
    expect(JSON.parse(head ?? '')).toEqual(expectedHead);
    expect(rows.map(eventOfRow)).toEqual(events);
    expect(events.some(({ links }) => links) && events.some(({ revisions }) => revisions)).toBe(
      true,
    );
  });

  it.each([
    [['--out', 'x.ndjson', '--evens', '3'], /--evens/],
    [['--out', 'x.ndjson', 'more'], /more/],
    [['--out', 'x.json'], /\.ndjson or \.parquet, found "x\.json"/],
    [['--events', '5'], /--out FILE is missing/],
    [['--out', 'x.ndjson', '--events', '0'], /--events must be a whole number from 1/],
    [['--out', 'x.ndjson', '--events', '1e6'], /found "1e6"/],
    [['--out', 'x.ndjson', '--seed', '-1'], /--seed/],
  ])('refuses %j with exit code 2', async (args, message) => {
    const { status, stdout, stderr } = await run(...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(message);
  });

  it.each(['a.ndjson', 'a.parquet'])(
    'says why %s cannot be written, with exit code 1',
    async (name) => {
      const args = ['--events', '3', '--out', path.join(folder, 'none', name)];
      const { status, stderr } = await run(...args);
      expect(status).toBe(1);
      expect(stderr).toContain('ENOENT');
    },
  );

  it('ends its process with that code', () => {
    const unwritable = spawn('--events', '3', '--out', path.join(folder, 'none', 'a.ndjson'));
    expect(unwritable.status).toBe(1);
    expect(unwritable.stderr).toContain('ENOENT');
    const refused = spawn('--out', 'x.json');
    expect(refused).toMatchObject({ status: 2, stdout: '' });
    expect(refused.stderr).toMatch(/\.ndjson or \.parquet, found "x\.json"/);
  });

  it('lists every argument under --help', async () => {
    const { status, stdout } = await run('--help');
    expect(status).toBe(0);
    for (const flag of ['--out', '--events', '--seed', '--help', '.ndjson', '.parquet']) {
      expect(stdout).toContain(flag);
    }
  });
});

/** As the row's event stands in the dataset: without the columns that are empty. */
function eventOfRow({ title, title_ja: ja, ...row }: Record<string, unknown>): unknown {
  const given = Object.entries(row).filter(([, value]) => value !== null && value !== undefined);
  return { title: ja ? { en: title, ja } : title, ...Object.fromEntries(given) };
}
