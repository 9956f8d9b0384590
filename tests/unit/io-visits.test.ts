import { describe, expect, it } from 'vitest';
import { findLastVisit, noteVisit, seenThrough, visitOf } from '../../src/io/visits';
import { datasetOf, eventJson, isoDay } from '../support/model-dataset';

function fakeStorage(): Storage {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  } as Storage;
}
const dataset = datasetOf({ events: [eventJson()] });
const on = (iso: string) => visitOf(dataset, isoDay(iso));

describe('visits of a record', () => {
  it('have none before the first', () => {
    const storage = fakeStorage();
    expect(noteVisit(storage, 'a', on('2023-01-01'))).toBeUndefined();
    expect(findLastVisit(storage, 'a', on('2023-01-01'))).toBeUndefined();
  });

  it('are told apart by day and by dataset; coming back the same day changes nothing', () => {
    const storage = fakeStorage();
    noteVisit(storage, 'a', on('2023-01-01'));
    noteVisit(storage, 'a', on('2023-02-01'));
    expect(noteVisit(storage, 'a', on('2023-02-01'))).toEqual(on('2023-01-01'));
    expect(findLastVisit(storage, 'a', on('2023-02-01'))).toEqual(on('2023-01-01'));
    expect(findLastVisit(storage, 'b', on('2023-02-01'))).toBeUndefined();
  });

  it('can be asked for before this one is kept', () => {
    const storage = fakeStorage();
    noteVisit(storage, 'a', on('2023-01-01'));
    noteVisit(storage, 'a', on('2023-02-01'));
    expect(findLastVisit(storage, 'a', on('2023-03-01'))).toEqual(on('2023-02-01'));
    noteVisit(storage, 'a', on('2023-03-01'));
    expect(findLastVisit(storage, 'a', on('2023-03-01'))).toEqual(on('2023-02-01'));
  });

  it('notice another file of the same day', () => {
    const storage = fakeStorage();
    const edited = datasetOf({ events: [eventJson({ title: 'Another title' })] });
    noteVisit(storage, 'a', on('2023-01-01'));
    expect(noteVisit(storage, 'a', visitOf(edited, isoDay('2023-01-01')))).toEqual(
      on('2023-01-01'),
    );
  });

  it('saw no more than the record held, and no more than the day', () => {
    expect(seenThrough(on('2023-01-01'))).toBe(isoDay('2023-01-01'));
    expect(seenThrough(on('2030-01-01'))).toBe(dataset.recordedThrough);
  });

  it('keep the last twenty datasets', () => {
    const storage = fakeStorage();
    for (let i = 0; i < 30; i++) noteVisit(storage, `d-${i}`, on('2023-01-01'));
    expect(noteVisit(storage, 'd-29', on('2023-02-01'))).toBeDefined();
    expect(noteVisit(storage, 'd-0', on('2023-02-01'))).toBeUndefined();
  });

  it.each(['{', '[]', '{"a":1}', '{"a":{"current":{"day":"x"}}}', 'null'])(
    'are as none where what is kept is broken: %s',
    (text) => {
      const storage = fakeStorage();
      storage.setItem('entente.visits', text);
      expect(noteVisit(storage, 'a', on('2023-01-01'))).toBeUndefined();
      expect(noteVisit(storage, 'a', on('2023-01-02'))).toEqual(on('2023-01-01'));
    },
  );

  it('do without storage', () => {
    expect(noteVisit(undefined, 'a', on('2023-01-01'))).toBeUndefined();
  });
});
