import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatCsv } from '../../src/lib/csv';
import { tries } from '../support/tries';

it('quotes what has to be, ends each row with CRLF, and leaves numbers as they are', () => {
  expect(
    formatCsv([
      ['a', 'b,c'],
      ['say "no"', -3],
    ]),
  ).toBe('a,"b,c"\r\n"say ""no""",-3\r\n');
});

it('keeps a spreadsheet from running a text as a formula', () => {
  expect(formatCsv([['=1+1', '@x', '+2', '-2', 'a=b']])).toBe("'=1+1,'@x,'+2,'-2,a=b\r\n");
});

it('can be read back, whatever the texts', () => {
  // As `fc.string({ unit: 'binary' })`, which first lists all of its million letters.
  const letters = fc
    .integer({ min: 0, max: 0x10_ff_ff })
    .map((point) => String.fromCodePoint(point));
  const cell = fc
    .array(letters)
    .map((some) => some.join(''))
    .filter((text) => !/^[=+\-@\t\r]/.test(text));
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 1 })), (rows) => {
      expect(readCsv(formatCsv(rows))).toEqual(rows);
    }),
    { numRuns: tries(100) },
  );
});

/** RFC 4180, and no more. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  for (let found = field.exec(text); found; found = field.exec(text)) {
    row.push(found[1] === undefined ? (found[2] ?? '') : found[1].replaceAll('""', '"'));
    if (found[3] === '\r\n') {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}
