import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { takeAsked } from '../support/zone-watch';

const day = new Date(Date.UTC(2023, 4, 19));
const local = new Intl.DateTimeFormat('en');
const utc = new Intl.DateTimeFormat('en', { timeZone: 'UTC' });

class OwnDate extends Date {
  readonly own = true;
}

it.each<[string, () => unknown]>([
  ['a part of a date', () => day.getHours()],
  ['the offset of a date', () => day.getTimezoneOffset()],
  ['a date made of parts', () => new Date(2023, 4, 19)],
  ['a date made of parts by a class of its own', () => new OwnDate(2023, 4, 19)],
  ['a change of a date', () => new Date(0).setDate(3)],
  ['a text without an offset', () => new Date('2023-05-19T10:00')],
  ['a text that is no ISO 8601', () => Date.parse('19 May 2023')],
  ['the time as text', () => Date()],
  ['a date as text', () => String(day)],
  ['a date in words', () => day.toLocaleDateString('en')],
  ['a format without a zone', () => new Intl.DateTimeFormat('en')],
  ['what such a format writes', () => local.format(day)],
  ['what such a format knows', () => local.resolvedOptions()],
  ['the parts that such a format writes', () => local.formatToParts(day)],
  ['another process', () => execFileSync(process.execPath, ['--version'])],
])('who learns the time zone by %s is noted', (_, ask) => {
  takeAsked();
  ask();
  expect([...takeAsked().keys()]).toEqual(['tests/unit/zone-watch.test.ts']);
});

it('who keeps to UTC is not', () => {
  takeAsked();
  const made = [new Date(), new Date(0), new Date('2023-05'), new Date('2023-05-19T10:00:00Z')];
  expect(made.every((date) => date instanceof Date && date.constructor === Date)).toBe(true);
  expect(new OwnDate(0).own).toBe(true);
  expect(day.toISOString()).toBe('2023-05-19T00:00:00.000Z');
  expect(day.getUTCDate() + Date.parse('2023-05-19') - day.getTime()).toBe(19);
  expect(utc.format(day)).toBe('5/19/2023');
  expect(utc.formatToParts(day)).toHaveLength(5);
  expect(utc.resolvedOptions().timeZone).toBe('UTC');
  expect(utc).toBeInstanceOf(Intl.DateTimeFormat);
  expect([...takeAsked()]).toEqual([]);
});
