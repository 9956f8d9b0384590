import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { openLarge } from '../../src/io/large/open-large';
import { writeLines } from '../../src/io/large/write-lines';
import type { Dataset, DatasetView } from '../../src/model/dataset';
import { openPacked } from '../../src/model/open-packed';
import { plainEvents, richEvents } from '../support/hostile-events';
import { datasetJson, eventJson, isoDay, type Json } from '../support/model-dataset';
import { tries } from '../support/tries';

async function opened(lines: Blob | string): Promise<Dataset> {
  const blob = typeof lines === 'string' ? new Blob([lines]) : lines;
  const found = await openLarge(
    { format: 'ndjson', source: { kind: 'file', file: blob }, name: 'events', canShare: false },
    { fetch, nowMs: () => 0, onProgress: () => undefined },
  );
  if (!found.ok) throw new Error(found.failure.kind);
  return openPacked(found.head, found.packed);
}

const asLines = (...values: readonly unknown[]) =>
  values.map((value) => JSON.stringify(value)).join('\n');

function fileOf(given: Json): string {
  const { events, ...head } = datasetJson(given);
  return asLines(head, ...(events as readonly unknown[]));
}

const written = async (dataset: Dataset, own: readonly DatasetView[] = []) =>
  writeLines(dataset, own, () => Promise.resolve());

const VIEW: DatasetView = {
  id: 'mine',
  title: 'My view',
  fromDay: isoDay('2023-01-01'),
  toDay: isoDay('2023-06-30'),
  domains: ['security'],
  actors: [],
};

it('the lines of a large set are read again as what they were written from', async () => {
  const events = fc.uniqueArray(fc.oneof(plainEvents, richEvents), {
    maxLength: 8,
    selector: ({ id }) => id,
  });
  await fc.assert(
    fc.asyncProperty(events, async (all) => {
      const dataset = await opened(fileOf({ events: all }));
      const again = await opened(await written(dataset));
      expect([...again.events]).toEqual([...dataset.events]);
      const { events: _own, packed: _columns, ...head } = dataset;
      const { events: _read, packed: _same, ...headAgain } = again;
      expect(headAgain).toEqual(head);
    }),
    { numRuns: tries(60) },
  );
});

it('they keep unknown fields, and no list that nobody wrote', async () => {
  const event = { id: 'talks', date: '2023-05-19', kind: 'meeting', domains: ['security'] };
  const line = { ...event, title: 'Talks', parties: ['JP', 'US'], 'x-own': { a: [1] } };
  const dataset = await opened(fileOf({ events: [line] }));
  const [, text = ''] = (await (await written(dataset)).text()).split('\n');
  expect(JSON.parse(text)).toEqual({ ...line, status: 'happened', importance: 3 });
});

it('the reader’s views come after those of the file', async () => {
  const views = [{ id: 'mine', title: 'Theirs', from: '2022-01-01', to: '2022-12-31' }];
  const dataset = await opened(fileOf({ events: [eventJson({ id: 'talks' })], views }));
  const again = await opened(await written(dataset, [VIEW]));
  expect(again.views.map(({ id, title }) => [id, title])).toEqual([
    ['mine', 'Theirs'],
    ['my-view', 'My view'],
  ]);
});

it('a file that says nothing of itself gets a head for them, and else none', async () => {
  const talks = eventJson({ id: 'talks', actors: ['ministry'] });
  const dataset = await opened(asLines(talks));
  expect((await (await written(dataset)).text()).split('\n')).toHaveLength(2);
  const again = await opened(await written(dataset, [VIEW]));
  expect(again.views).toHaveLength(1);
  expect(again.parties).toEqual(dataset.parties);
  expect(again.actors.get('ministry')).toEqual(dataset.actors.get('ministry'));
  expect(again.recordedThrough).toBe(dataset.recordedThrough);
});

it('the file is written piece by piece, so that the worker can answer meanwhile', async () => {
  const events = Array.from({ length: 5000 }, (_, i) => eventJson({ id: `e-${i}` }));
  const dataset = await opened(fileOf({ events }));
  const pause = vi.fn(() => Promise.resolve());
  const lines = await writeLines(dataset, [], pause);
  expect(pause.mock.calls.length).toBeGreaterThanOrEqual(3);
  expect((await lines.text()).split('\n')).toHaveLength(5002);
});
