import fc from 'fast-check';

/** Valid EDTF texts of single dates (levels 0 and 1, with all the divisions of a year). */
const year = fc
  .integer({ min: -9999, max: 9999 })
  .map((number) => `${number < 0 ? '-' : ''}${String(Math.abs(number)).padStart(4, '0')}`);
const twoDigits = (min: number, max: number) =>
  fc.integer({ min, max }).map((number) => String(number).padStart(2, '0'));
const unspecifiedYear = fc.tuple(year, fc.integer({ min: 1, max: 3 })).map(([text, count]) => {
  return text.slice(0, -count) + 'X'.repeat(count);
});
const qualifier = fc.constantFrom('', '', '', '?', '~', '%');

export const edtfPoint: fc.Arbitrary<string> = fc
  .tuple(
    fc.oneof(
      year,
      unspecifiedYear,
      fc.tuple(year, twoDigits(1, 12)).map((parts) => parts.join('-')),
      fc.tuple(year, twoDigits(21, 41)).map((parts) => parts.join('-')),
      fc.tuple(year, twoDigits(1, 12), twoDigits(1, 28)).map((parts) => parts.join('-')),
      fc.tuple(year, twoDigits(1, 12)).map((parts) => `${parts.join('-')}-XX`),
      year.map((text) => `${text}-XX`),
      year.map((text) => `${text}-XX-XX`),
    ),
    qualifier,
  )
  .map(([text, mark]) => text + mark);

/** Intervals, of which some end before they start. */
export const edtfInterval: fc.Arbitrary<string> = fc
  .tuple(fc.oneof(edtfPoint, fc.constantFrom('..', '')), edtfPoint)
  .map((ends) => ends.join('/'));
