import { describe, expect, it } from 'vitest';
import { paintSvg } from '../../src/paint/paint-svg';
import { DARK, LIGHT, type Palette } from '../../src/paint/palette';
import { PAGE_SIZES } from '../../src/scene/page-size';
import { columnPageInput, layoutColumnPage } from '../support/column-page';
import { layoutPages, type PagesOf, pagesInput } from '../support/pages';
import { readRecord } from '../support/slide';

type Golden = Omit<PagesOf, 'dataset'> & { readonly palette?: Palette };

/** Each page as SVG text. */
function paintPages({ palette = LIGHT, ...of }: Golden): string[] {
  const input = pagesInput({ dataset: readRecord(), ...of });
  const { title, subtitle: desc, lang } = input;
  return layoutPages(input).pages.map(
    ({ scene }) => `${paintSvg(scene, { palette, title, desc, lang })}\n`,
  );
}

async function expectAsReviewed(
  pages: readonly string[],
  name: string,
  numbers: readonly number[],
) {
  for (const number of numbers) {
    const file = pages.length === 1 ? `${name}.svg` : `${name}.${number}.svg`;
    // One file after the other, so that a failure names the first that differs.
    // oxlint-disable-next-line no-await-in-loop
    await expect(pages[number - 1]).toMatchFileSnapshot(file);
  }
}

const HALF = { from: '2023-01-01', to: '2023-06-30', asOf: '2023-06-12' };
const YEAR = { from: '2023-01-01', to: '2023-12-31', asOf: '2026-02-20' };

describe('the first half of 2023 as of 12 June 2023', { timeout: 30_000 }, () => {
  it.each(['en', 'ja'] as const)('is drawn on a slide as reviewed in %s', async (lang) => {
    const pages = paintPages({ ...HALF, lang });
    expect(pages).toHaveLength(1);
    await expectAsReviewed(pages, `slide.${lang}`, [1]);
  });

  it('is drawn in newspaper columns as reviewed in Japanese', async () => {
    const pages = paintPages({ ...HALF, lang: 'ja', size: PAGE_SIZES.column });
    await expectAsReviewed(pages, 'pages.column.ja', [2]);
  });

  it('is drawn with arrows and a chronology as reviewed', async () => {
    const includes = { links: true, summaries: true };
    const pages = paintPages({ ...HALF, lang: 'en', size: PAGE_SIZES['a4-across'], includes });
    await expectAsReviewed(pages, 'pages.a4-across.en', [1, pages.length]);
  });
});

/** A page of columns as SVG text. */
function paintColumns({ palette = LIGHT, ...of }: Golden): string {
  const theme = palette === DARK ? 'dark' : 'light';
  const input = columnPageInput({ dataset: readRecord(), theme, ...of });
  const { title, subtitle: desc, lang } = input;
  const { pages } = layoutColumnPage(input);
  return pages.map(({ scene }) => `${paintSvg(scene, { palette, title, desc, lang })}\n`).join('');
}

describe('the record as columns', { timeout: 30_000 }, () => {
  const whole = { from: '1945-01-01', to: '2027-12-31', asOf: '2026-02-20' };

  it('is drawn on a slide as reviewed', async () => {
    const page = paintColumns({ ...whole, lang: 'en' });
    await expectAsReviewed([page], 'columns.en', [1]);
  });

  it('is drawn on a dark square in Japanese as reviewed', async () => {
    const size = PAGE_SIZES.square;
    const page = paintColumns({ ...whole, lang: 'ja', size, palette: DARK });
    await expectAsReviewed([page], 'columns.square.ja.dark', [1]);
  });
});

describe('the year 2023', { timeout: 30_000 }, () => {
  it('is drawn across two dark pages as reviewed', async () => {
    const size = PAGE_SIZES.a4;
    const pages = paintPages({ ...YEAR, lang: 'en', size, palette: DARK });
    expect(pages).toHaveLength(2);
    await expectAsReviewed(pages, 'pages.a4.en.dark', [1, 2]);
  });
});
