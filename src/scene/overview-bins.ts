import type { YearCounts } from './overview-columns';

/** Years that a column of the overview stands for. */
export type YearsPerColumn = 1 | 10 | 100 | 1000;

const LEAST_COLUMN_PX = 1.5;

/** As few as leave each column wide enough to be seen. */
export function yearsPerColumn(years: number, widthPx: number): YearsPerColumn {
  const choices: readonly YearsPerColumn[] = [1, 10, 100];
  return choices.find((each) => (each * widthPx) / years >= LEAST_COLUMN_PX) ?? 1000;
}

/** Counts of so many years each, which begin at round numbers; `firstYear` is the first column's first. */
export function binYears(counts: YearCounts, each: YearsPerColumn): YearCounts {
  if (each === 1) return counts;
  const { firstYear, years, perDomain } = counts;
  const first = Math.floor(firstYear / each);
  const bins = Math.floor((firstYear + years - 1) / each) - first + 1;
  return {
    firstYear: first * each,
    years: bins,
    perDomain: perDomain.map((counted) => {
      const sums = new Uint32Array(bins);
      for (let i = 0; i < years; i++) {
        const bin = Math.floor((firstYear + i) / each) - first;
        sums[bin] = (sums[bin] ?? 0) + (counted[i] ?? 0);
      }
      return sums;
    }),
  };
}
