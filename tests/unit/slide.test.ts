import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textIn } from '../../src/model/text';
import { layoutSlide, type SlideInput } from '../../src/scene/slide';
import { collisionsIn, drawn, isText } from '../support/scene-faults';
import { readRecord, slideInput } from '../support/slide';
import { recordOf, slideDay, slideEvent } from '../support/slide-records';
import { tries } from '../support/tries';

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
  const texts = drawn(scene.nodes).flatMap(({ eventId, shape }) =>
    isText(shape) ? [{ eventId, text: shape.text }] : [],
  );
  return [...missingNames(input, texts), ...collisionsIn(scene, input.measure)];
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

describe('the slide of any record', { timeout: 30_000 }, () => {
  it('names every event in whole, and no text meets another, a foreign mark or the edge of the page', () => {
    fc.assert(
      fc.property(
        fc.array(slideEvent, { maxLength: 40 }),
        fc.constantFrom('domain' as const, 'none' as const),
        fc.constantFrom('en' as const, 'ja' as const),
        slideDay,
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
      fc.property(fc.array(slideEvent, { maxLength: 20 }), (events) => {
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
