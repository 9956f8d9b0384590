import { describe, expect, it } from 'vitest';
import { dayOf } from '../../src/time/day';
import { extentText } from '../../src/ui/timeline/Overview';

const years = (first: number, last: number) => ({
  startDay: dayOf(first, 1, 1),
  endDay: dayOf(last + 1, 1, 1),
});

describe('the title of the overview', () => {
  it.each([
    [1945, 2027, '1945–2027', '1945〜2027年'],
    [2024, 2024, '2024', '2024年'],
    [-499, 2023, '500 BCE – 2023', '紀元前500年〜2023年'],
  ])('says the years %i to %i as people count them', (first, last, en, ja) => {
    expect(extentText(years(first, last), 'en')).toBe(en);
    expect(extentText(years(first, last), 'ja')).toBe(ja);
  });
});
