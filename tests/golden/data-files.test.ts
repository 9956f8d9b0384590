import { describe, expect, it } from 'vitest';
import { formatDatasetJson } from '../../src/formats/dataset-json';
import { formatEventsCsv } from '../../src/formats/events-csv';
import { formatEventsIcs } from '../../src/formats/events-ics';
import { formatEventsMarkdown } from '../../src/formats/events-markdown';
import { hashDataset } from '../../src/formats/hash-dataset';
import type { RecordExport } from '../../src/formats/record-export';
import { formatBibtex } from '../../src/formats/references/bibtex';
import { formatCslJson } from '../../src/formats/references/csl-json';
import { LANGS } from '../../src/time/lang';
import { isoDay } from '../support/model-dataset';
import { publishableRecord } from '../support/publishable-record';
import { exportOf, textOf } from '../support/record-export';

/** All but what happened in 1951. */
const SPAN = { startDay: isoDay('2023-01-01'), endDay: isoDay('2026-01-01') };

const FORMATS = {
  csv: (from: RecordExport) => formatEventsCsv(from, { bom: false }),
  ics: formatEventsIcs,
  md: (from: RecordExport) => formatEventsMarkdown(from, { hash: hashDataset(from.table.dataset) }),
  json: formatDatasetJson,
  bib: formatBibtex,
  'csl.json': formatCslJson,
};

// In every zone of the tests the same bytes.
describe.each(LANGS)('a range as files of data in %s', (lang) => {
  it.each(Object.entries(FORMATS))('is this as .%s', async (ending, format) => {
    const dataset = publishableRecord();
    const from = exportOf(dataset, { lang, span: SPAN, title: lang === 'en' ? 'Range' : '期間' });
    const text = textOf(format(from));
    await expect(text).toMatchFileSnapshot(`data/made-up.${lang}.${ending}`);
  });
});
