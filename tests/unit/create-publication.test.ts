import { readdirSync, readFileSync } from 'node:fs';
import { createInstance } from 'i18next';
import { describe, expect, it } from 'vitest';
import { runThrough } from '../../src/lib/steps';
import { createEventTable } from '../../src/model/create-event-table';
import { type Filter, NO_FILTER } from '../../src/query/filter';
import { rejectMasks } from '../../src/query/match';
import { matchingRows } from '../../src/query/window';
import { PAGE_SIZES } from '../../src/scene/page-size';
import type { SceneNode } from '../../src/scene/scene';
import { parseIsoDay } from '../../src/time/day';
import { createPublication } from '../../src/ui/export/create-publication';
import type { PublicationChoices } from '../../src/ui/export/publication-input';
import { measureByLetters, readRecord } from '../support/slide';

const day = (text: string) => parseIsoDay(text) ?? Number.NaN;

function messagesOf(lang: string) {
  const folder = `src/ui/messages/${lang}`;
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  return Object.fromEntries(
    files.map((file) => [
      file.replace('.json', ''),
      JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')),
    ]),
  );
}

const i18n = createInstance();
void i18n.init({
  lng: 'en',
  resources: { en: messagesOf('en'), ja: messagesOf('ja') },
  interpolation: { escapeValue: false },
  initAsync: false,
});

const CHOICES: PublicationChoices = {
  range: { fromDay: day('2023-01-01'), toDay: day('2023-06-30') },
  size: PAGE_SIZES.slide,
  layout: 'pages',
  theme: 'light',
  language: 'en',
  grouping: 'domain',
  includes: {
    legend: true,
    sources: true,
    links: false,
    asOf: true,
    summaries: false,
    tenor: false,
    cadence: false,
    forecasts: false,
  },
};

function publish(choices: Partial<PublicationChoices> = {}, filter: Partial<Filter> = {}) {
  const table = createEventTable(readRecord(), day('2023-06-12'));
  const whole = { ...NO_FILTER, ...filter };
  const matching = matchingRows(table, rejectMasks(table, whole));
  const subject = { table, matching, filter: whole };
  return runThrough(
    createPublication(subject, { ...CHOICES, ...choices }, { i18n, measure: measureByLetters }),
  );
}

function textsOf(nodes: readonly SceneNode[]): string[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'group') return textsOf(node.nodes);
    return node.kind === 'text' ? [node.text] : [];
  });
}

describe('a publication', { timeout: 30_000 }, () => {
  it('has a title made of parties and range, unless one is given', () => {
    expect(publish().title).toBe('Japan and the United States, January to June 2023');
    expect(publish({ title: '   ' }).title).toBe(
      'Japan and the United States, January to June 2023',
    );
    expect(publish({ title: ' Half a year ' }).title).toBe('Half a year');
  });

  it('speaks the language that was chosen, alt text too', () => {
    const { title, lang, pages } = publish({
      language: 'ja',
      includes: { ...CHOICES.includes, tenor: true, cadence: true },
    });
    expect(lang).toBe('ja');
    expect(title).toBe('日本と米国、2023年1〜6月');
    expect(pages[0]?.alt).toMatch(
      /^2023年1月1日から2023年\d月3\d日までの年表、2023年6月12日時点。/,
    );
    expect(textsOf(pages[0]?.scene.nodes ?? []).join('\n')).not.toMatch(/export:|tenor:|undefined/);
  });

  it('counts and names its weightiest events in the alt text', () => {
    const [page] = publish({}, { importance: [4, 5] }).pages;
    expect(page?.alt).toMatch(
      /^A timeline from 1 January 2023 to 30 June 2023, as of 12 June 2023\. \d+ events?: /,
    );
    expect(page?.alt).toContain('Kishida meets Biden at the White House (13 January 2023)');
  });

  it('says in the alt text that nothing matches', () => {
    const range = { fromDay: day('1930-01-01'), toDay: day('1930-12-31') };
    const [page] = publish({ range }).pages;
    expect(page?.alt).toBe(
      'A timeline from 1 January 1930 to 31 December 1930, as of 12 June 2023, without any event that matches.',
    );
  });

  it('carries a stamp of the view only where that is wished', () => {
    expect(publish()).not.toHaveProperty('stamp');
    expect(publish({ stampHash: 'ab', grouping: 'kind' }, { domains: ['economy'] }).stamp).toEqual({
      view: 'v=1&from=2023-01-01&to=2023-06-30&asof=2023-06-12&domains=economy&group=kind',
      dataset: 'japan-us',
      hash: 'ab',
    });
  });

  it('tells the day of making only where it is asked for', () => {
    const all = (publication: ReturnType<typeof publish>) =>
      publication.pages.flatMap(({ scene }) => textsOf(scene.nodes)).join('\n');
    expect(all(publish())).not.toContain('exported');
    expect(all(publish({ exportedDay: day('2026-11-22') }))).toContain('exported 22 November 2026');
  });

  it('sums up the forecasts where that is wished', () => {
    const { pages } = publish({ includes: { ...CHOICES.includes, forecasts: true } });
    expect(pages.flatMap(({ scene }) => textsOf(scene.nodes)).join(' ')).toMatch(
      /\d+ forecasts by 12 June 2023/,
    );
  });

  it('has lanes by any grouping', () => {
    const { pages } = publish({ grouping: 'capital' });
    expect(pages.flatMap(({ scene }) => textsOf(scene.nodes)).join('\n')).toMatch(
      /Tokyo.*elsewhere in Japan/,
    );
  });
});
