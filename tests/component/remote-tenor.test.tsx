import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { setService } from '../../src/io/large/service-of';
import { createTenorService } from '../../src/io/large/tenor-service';
import { createEventTable } from '../../src/model/create-event-table';
import type { Dataset } from '../../src/model/dataset';
import { type Filter, NO_FILTER } from '../../src/query/filter';
import { rejectMasks } from '../../src/query/match';
import { createTenorSampler } from '../../src/query/tenor';
import { tenorRecordOf } from '../../src/query/tenor-record';
import { findLowMaker, findTenorMakeup } from '../../src/query/tenor-shares';
import { tenorWindowAt } from '../../src/query/tenor-window';
import { remoteTenorOf } from '../../src/ui/tenor/remote-tenor';
import { eventually } from '../support/eventually';
import { fakeService } from '../support/fake-service';
import { datasetJson, isoDay } from '../support/model-dataset';
import { packedOf } from '../support/packed-dataset';

const AS_OF = isoDay('2023-06-12');
const VIEW = { startDay: isoDay('2020-01-01'), endDay: AS_OF };
const WINDOW = tenorWindowAt(1);
const SECURITY: Filter = { ...NO_FILTER, domains: ['security'] };

const events = Array.from({ length: 60 }, (_, i) => ({
  id: `e-${i}`,
  title: `Event ${i}`,
  date: `20${20 + (i % 3)}-0${1 + (i % 9)}-1${i % 7}`,
  domains: [i % 2 === 0 ? 'security' : 'diplomacy'],
  kind: 'meeting',
  parties: ['JP', 'US'],
  importance: 1 + (i % 5),
  tenor: (i % 5) - 2,
}));

function ownSampler(dataset: Dataset, filter: Filter) {
  const table = createEventTable(dataset, AS_OF);
  const masks = rejectMasks(table, filter);
  const isIn = (row: number) => masks[row] === 0;
  return { table, isIn, sampler: createTenorSampler(tenorRecordOf(table, isIn)) };
}

let dataset: Dataset;
const tenor = vi.fn<ReturnType<typeof createTenorService>['tenor']>();

beforeEach(() => {
  dataset = packedOf(datasetJson({ events })).dataset;
  const service = createTenorService(dataset);
  tenor.mockImplementation(service.tenor);
  setService(dataset, fakeService({ ...service, tenor }));
});

afterEach(() => tenor.mockReset());

/** A question is sent once the frame is drawn. */
async function answered(): Promise<void> {
  await Promise.resolve();
  await eventually(() => expect(document.documentElement.dataset['busy']).toBeUndefined());
}

it('the worker gives the same ribbon as the page would, in one question a frame', async () => {
  const { table, sampler } = ownSampler(dataset, SECURITY);
  const remote = remoteTenorOf(table, SECURITY);
  if (!remote) throw new Error('no worker');
  const told = vi.fn();
  remote.subscribe(told);
  expect(remote.samplesIn(VIEW, WINDOW).value.every(Number.isNaN)).toBe(true);
  remote.samplesIn(VIEW, WINDOW);
  await answered();
  expect(tenor).toHaveBeenCalledTimes(1);
  expect(told).toHaveBeenCalledTimes(1);
  const own = sampler.samplesIn(VIEW, WINDOW);
  expect(own.value.some((value) => value < 0)).toBe(true);
  expect(remote.samplesIn(VIEW, WINDOW)).toEqual(own);
  expect(remoteTenorOf(table, SECURITY)).toBe(remote);
});

it('what was known last stands in until the answer is there', async () => {
  const { table } = ownSampler(dataset, NO_FILTER);
  const before = remoteTenorOf(table, NO_FILTER);
  before?.samplesIn(VIEW, WINDOW);
  await answered();
  const known = before?.samplesIn(VIEW, WINDOW);
  const after = remoteTenorOf(table, SECURITY);
  expect(after?.samplesIn(VIEW, WINDOW)).toEqual(known);
  await answered();
  expect(after?.samplesIn(VIEW, WINDOW)).toEqual(
    ownSampler(dataset, SECURITY).sampler.samplesIn(VIEW, WINDOW),
  );
  // Of another window the nearest days stand in.
  const closer = after?.samplesIn(VIEW, tenorWindowAt(4));
  expect(closer?.value.some((value) => !Number.isNaN(value))).toBe(true);
  await answered();
});

it('the worker tells what makes up a day and what made a low, once', async () => {
  const { table, isIn } = ownSampler(dataset, SECURITY);
  const remote = remoteTenorOf(table, SECURITY);
  const day = isoDay('2021-05-12');
  const question = { day, window: WINDOW, isIn };
  expect(await remote?.makeupOf(day, WINDOW, 3)).toEqual(
    findTenorMakeup(table, { ...question, most: 3 }),
  );
  expect(remote?.lowOf(day, WINDOW)).toBeUndefined();
  await answered();
  expect(remote?.lowOf(day, WINDOW)).toBe(findLowMaker(table, question));
});

it('without an answer the page goes on', async () => {
  tenor.mockRejectedValue(new Error('gone'));
  const { table } = ownSampler(dataset, NO_FILTER);
  const remote = remoteTenorOf(table, NO_FILTER);
  remote?.samplesIn(VIEW, WINDOW);
  await answered();
  expect(remote?.samplesIn(VIEW, WINDOW).value.every(Number.isNaN)).toBe(true);
});
