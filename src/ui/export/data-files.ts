import type { RecordExport, TextPieces } from '../../formats/record-export';
import { runInPieces } from '../run-in-pieces';
import type { DataFormat } from './export-choices';

interface DataFile {
  readonly ending: string;
  readonly type: string;
  /** The code of each comes when it is written. */
  readonly write: (from: RecordExport, options: { readonly bom: boolean }) => Promise<TextPieces>;
}

export const DATA_FILES: Readonly<Record<DataFormat, DataFile>> = {
  csv: {
    ending: 'csv',
    type: 'text/csv',
    write: async (from, { bom }) => {
      const { formatEventsCsv } = await import('../../formats/events-csv');
      return formatEventsCsv(from, { bom });
    },
  },
  ics: {
    ending: 'ics',
    type: 'text/calendar',
    write: async (from) => {
      const { formatEventsIcs } = await import('../../formats/events-ics');
      return formatEventsIcs(from);
    },
  },
  md: {
    ending: 'md',
    type: 'text/markdown',
    write: async (from) => {
      const { formatEventsMarkdown } = await import('../../formats/events-markdown');
      const { hashDatasetInSteps } = await import('../../formats/hash-dataset');
      const hash = await runInPieces(hashDatasetInSteps(from.table.dataset), () => false);
      return formatEventsMarkdown(from, { hash });
    },
  },
  json: {
    ending: 'json',
    type: 'application/json',
    write: async (from) => {
      const { formatDatasetJson } = await import('../../formats/dataset-json');
      return formatDatasetJson(from);
    },
  },
  bib: {
    ending: 'bib',
    type: 'application/x-bibtex',
    write: async (from) => {
      const { formatBibtex } = await import('../../formats/references/bibtex');
      return formatBibtex(from);
    },
  },
  csl: {
    ending: 'csl.json',
    type: 'application/vnd.citationstyles.csl+json',
    write: async (from) => {
      const { formatCslJson } = await import('../../formats/references/csl-json');
      return formatCslJson(from);
    },
  },
};
