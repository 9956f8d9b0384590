import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DatasetView } from '../../src/model/dataset';
import { dayOf } from '../../src/time/day';
import { firstRange, rangeOfDraft, rangeOfKind } from '../../src/ui/export/export-range';
import { lettersIn, MOST_LETTERS, shortened, wordFault } from '../../src/ui/export/export-words';
import { fileName, pageNames } from '../../src/ui/export/file-names';
import { anyText } from '../support/any-text';
import { openedStore } from '../support/opened-store';

const view = (id: string): DatasetView => ({
  id,
  title: id,
  fromDay: 0,
  toDay: 1,
  domains: [],
  actors: [],
});

describe('names of files', () => {
  it('tell views in the order of the story, and pages where there are several', () => {
    const parts = [
      { told: { view: view('spring'), place: 1 }, pageCount: 1 },
      { told: { view: view('trade'), place: 2 }, pageCount: 2 },
    ];
    expect(pageNames('entente-small-story', parts, 'png')).toEqual([
      'entente-small-01-spring.png',
      'entente-small-02-trade-01.png',
      'entente-small-02-trade-02.png',
    ]);
  });

  it('of many pages stand in their order wherever they are sorted', () => {
    const names = pageNames('entente-small-2023', [{ pageCount: 120 }], 'svg');
    expect(names[0]).toBe('entente-small-2023-001.svg');
    expect(names.toSorted()).toEqual(names);
  });

  it('hold nothing that a file cannot be called', () => {
    fc.assert(
      fc.property(anyText(), (id) => {
        expect(fileName(id, [])).toMatch(/^entente-[\p{Letter}\p{Number}._-]*-story$/u);
      }),
    );
  });
});

describe('the range of an export', () => {
  it('begins with what was picked, else with whole days about what is visible', () => {
    const store = openedStore();
    store
      .getState()
      .setView({ startDay: dayOf(2023, 1, 1) + 0.5, endDay: dayOf(2023, 3, 1) + 0.2 }, 'replace');
    expect(firstRange(store.getState())).toEqual({
      kind: 'visible',
      draft: { from: dayOf(2023, 1, 1), to: dayOf(2023, 3, 1) },
    });
    store.getState().selectRange({ startDay: dayOf(2023, 2, 1), endDay: dayOf(2023, 2, 2) });
    expect(firstRange(store.getState())).toEqual({
      kind: 'selected',
      draft: { from: dayOf(2023, 2, 1), to: dayOf(2023, 2, 1) },
    });
  });

  it('keeps the days that were typed', () => {
    const draft = { from: 3, to: undefined };
    const typed = rangeOfKind('typed', openedStore().getState(), draft);
    expect(typed.draft).toBe(draft);
    expect(rangeOfDraft(typed.draft)).toBe('empty');
    expect(rangeOfDraft({ from: 3, to: 2 })).toBe('reversed');
    expect(rangeOfDraft({ from: 3, to: 3 })).toEqual({ fromDay: 3, toDay: 3 });
  });
});

describe('words of an export', () => {
  it('have room once they are shortened, and lose no half of a letter', () => {
    fc.assert(
      fc.property(fc.array(anyText(), { minLength: 80, maxLength: 200 }), (texts) => {
        const title = texts.join(' 👩🏽‍🚀 ').padEnd(MOST_LETTERS.title + 1, 'x');
        fc.pre(wordFault({ title }) === 'title');
        const short = shortened(title, 'title');
        expect(lettersIn(short)).toBeLessThanOrEqual(MOST_LETTERS.title);
        expect(wordFault({ title: short })).toBeUndefined();
        expect(title.startsWith(short.slice(0, -1).trimEnd())).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});
