import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDataset } from '../../src/model/parse-dataset';
import { textIn } from '../../src/model/text';
import type { Box, SceneNode, Shape, TextShape } from '../../src/scene/scene';
import { layoutSlide, type SlideInput } from '../../src/scene/slide';
import { textBox } from '../../src/scene/slide-text';
import { readRecord, slideInput } from '../support/slide';
import { tries } from '../support/tries';

interface Drawn {
  readonly eventId: string | undefined;
  readonly shape: Shape;
}

function drawn(nodes: readonly SceneNode[], eventId?: string): Drawn[] {
  return nodes.flatMap((node): Drawn[] =>
    node.kind === 'group' ? drawn(node.nodes, node.eventId ?? eventId) : [{ eventId, shape: node }],
  );
}

const isText = (shape: Shape): shape is TextShape => shape.kind === 'text';

function overlap(a: Box, b: Box): boolean {
  const slack = 0.01;
  return (
    a.x + slack < b.x + b.width &&
    b.x + slack < a.x + a.width &&
    a.y + slack < b.y + b.height &&
    b.y + slack < a.y + a.height
  );
}

function shapeBox(shape: Shape): Box | undefined {
  switch (shape.kind) {
    case 'circle':
      return {
        x: shape.x - shape.r,
        y: shape.y - shape.r,
        width: 2 * shape.r,
        height: 2 * shape.r,
      };
    case 'rect':
      return shape;
    case 'polygon': {
      const xs = shape.points.filter((_, i) => i % 2 === 0);
      const ys = shape.points.filter((_, i) => i % 2 === 1);
      const [x, y] = [Math.min(...xs), Math.min(...ys)];
      return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
    }
    case 'curve':
    case 'text':
      return undefined;
  }
}

/** Rows whose whole title does not stand in their group; lines are joined without regard to blanks. */
function missingNames(
  { table, rows, lang }: SlideInput,
  texts: readonly { readonly eventId: string | undefined; readonly text: string }[],
): string[] {
  const plain = (text: string) => text.replaceAll(/\s/g, '');
  return rows.flatMap((row) => {
    const state = table.stateOf(row);
    if (!state) return [`row ${row} has no event`];
    const title = plain(textIn(state.title, lang).text);
    const own = texts.filter(({ eventId }) => eventId === state.id).map(({ text }) => text);
    return plain(own.join('')).includes(title) ? [] : [`${title} is not named in whole`];
  });
}

/** All that a slide must hold to, as sentences; empty where it does. */
function faultsOf(input: SlideInput): string[] {
  const { scene } = layoutSlide(input);
  const all = drawn(scene.nodes);
  const texts = all
    .filter(({ shape }) => isText(shape))
    .map(({ eventId, shape }) => ({
      eventId,
      text: (shape as TextShape).text,
      box: textBox(shape as TextShape, input.measure),
    }));
  const marks = all.flatMap(({ eventId, shape }) => {
    const box = eventId && !isText(shape) ? shapeBox(shape) : undefined;
    return box ? [{ eventId, box }] : [];
  });
  const faults = missingNames(input, texts);
  texts.forEach((a, i) => {
    const { x, y, width, height } = a.box;
    if (x < 0 || y < 0 || x + width > scene.widthPx || y + height > scene.heightPx) {
      faults.push(`${a.text} leaves the page`);
    }
    for (const b of texts.slice(i + 1)) {
      if (overlap(a.box, b.box)) faults.push(`${a.text} meets ${b.text}`);
    }
    for (const mark of marks) {
      if (mark.eventId !== a.eventId && overlap(a.box, mark.box)) {
        faults.push(`${a.text} covers the mark of ${mark.eventId}`);
      }
    }
  });
  return faults;
}

describe('the slide of the record', { timeout: 30_000 }, () => {
  it.each([
    ['2023-03-09', '2023-06-15'],
    ['2023-01-01', '2023-06-30'],
    ['2023-02-01', '2023-03-31'],
    ['2023-05-01', '2023-05-31'],
  ])('is exactly 1080 px high from %s to %s: there is room for all', (from, to) => {
    const input = slideInput({ dataset: readRecord(), from, to, asOf: '2023-06-12', lang: 'en' });
    expect(layoutSlide(input).scene.heightPx).toBe(1080);
  });

  const ranges = [
    ['2023-01-01', '2023-06-30', '2023-06-12'],
    ['2022-12-01', '2023-12-31', '2023-06-12'],
    ['2023-05-01', '2023-05-31', '2026-02-20'],
    ['2026-01-01', '2027-12-31', '2026-11-22'],
    ['1945-01-01', '2027-12-31', '2026-02-20'],
  ] as const;
  for (const lang of ['en', 'ja'] as const) {
    it.each(ranges)(
      `keeps every text clear, from %s to %s as of %s in ${lang}`,
      (from, to, asOf) => {
        const input = slideInput({ dataset: readRecord(), from, to, asOf, lang });
        expect(faultsOf(input)).toEqual([]);
      },
    );
  }
});

const day = fc
  .tuple(
    fc.integer({ min: 2020, max: 2024 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join('-'));
const date = fc.oneof(
  day,
  day.map((text) => text.slice(0, 7)),
  day.map((text) => `${text.slice(0, 4)}?`),
  day.map((text) => `${text}/..`),
  fc.tuple(day, day).map((pair) => pair.toSorted().join('/')),
);
const LATIN = Array.from('abcdefgmwWM');
const JAPANESE = Array.from('日米首脳会談を東京で、開催ミサイル');
const word = fc.string({ minLength: 1, maxLength: 14, unit: fc.constantFrom(...LATIN) });
const title = fc.oneof(
  fc.array(word, { minLength: 1, maxLength: 9 }).map((words) => words.join(' ')),
  fc.string({
    minLength: 1,
    maxLength: 45,
    unit: fc.constantFrom(...JAPANESE),
  }),
  fc.string({ minLength: 300, maxLength: 400, unit: fc.constantFrom('x', 'W') }),
);
const event = fc.record({
  title,
  date,
  domains: fc.constantFrom(['diplomacy'], ['security'], ['economy']),
  status: fc.constantFrom(
    'happened',
    'under-way',
    'scheduled',
    'expected',
    'possible',
    'cancelled',
    'lapsed',
  ),
  importance: fc.integer({ min: 1, max: 5 }),
  sources: fc.subarray(['one', 'two'], { maxLength: 2 }),
});

function recordOf(events: readonly object[]) {
  const { dataset } = parseDataset({
    format: 'entente/1',
    id: 'random',
    title: 'Random',
    parties: ['JP', 'US'],
    recordedThrough: '2023-12-31',
    sources: ['one', 'two'].map((id) => ({ id, title: id, publisher: `Publisher ${id}` })),
    events: events.map((each, i) => ({
      id: `e${i}`,
      kind: 'meeting',
      parties: ['JP', 'US'],
      known: '1900-01-01',
      ...each,
    })),
  });
  if (!dataset) throw new Error('no dataset was read');
  return dataset;
}

describe('the slide of any record', { timeout: 30_000 }, () => {
  it('names every event in whole, and no text meets another, a foreign mark or the edge of the page', () => {
    fc.assert(
      fc.property(
        fc.array(event, { maxLength: 40 }),
        fc.constantFrom('domain' as const, 'none' as const),
        fc.constantFrom('en' as const, 'ja' as const),
        day,
        (events, grouping, lang, asOf) => {
          const range = { from: '2020-03-01', to: '2024-08-31', asOf, lang, grouping };
          expect(faultsOf(slideInput({ dataset: recordOf(events), ...range }))).toEqual([]);
        },
      ),
      { numRuns: tries(60) },
    );
  });

  it('is never lower than asked for and never wider', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 20 }), (events) => {
        const range = {
          from: '2022-01-01',
          to: '2022-12-31',
          asOf: '2022-06-01',
          lang: 'en' as const,
        };
        const { scene } = layoutSlide(slideInput({ dataset: recordOf(events), ...range }));
        expect(scene.widthPx).toBe(1920);
        expect(scene.heightPx).toBeGreaterThanOrEqual(1080);
      }),
      { numRuns: tries(20) },
    );
  });

  it('says so where a range holds no event', () => {
    const input = slideInput({
      dataset: recordOf([]),
      from: '2022-01-01',
      to: '2022-12-31',
      asOf: '2022-06-01',
      lang: 'en',
    });
    const texts = drawn(layoutSlide(input).scene.nodes).flatMap(({ shape }) =>
      isText(shape) ? [shape.text] : [],
    );
    expect(texts).toContain('No events in this range match the filters.');
  });
});
