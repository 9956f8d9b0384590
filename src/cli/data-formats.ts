import type { RecordExport, TextPieces } from '../formats/record-export';

export interface FormatOptions {
  readonly bom: boolean;
}

type Write = (from: RecordExport, options: FormatOptions) => Promise<TextPieces>;

/** By its name and the ending of its files. The code of each is loaded when it is written. */
const WRITERS = {
  csv: async (from, { bom }) => {
    const { formatEventsCsv } = await import('../formats/events-csv');
    return formatEventsCsv(from, { bom });
  },
  ics: async (from) => {
    const { formatEventsIcs } = await import('../formats/events-ics');
    return formatEventsIcs(from);
  },
  md: async (from) => {
    const { formatEventsMarkdown } = await import('../formats/events-markdown');
    const { hashDataset } = await import('../formats/hash-dataset');
    return formatEventsMarkdown(from, { hash: hashDataset(from.table.dataset) });
  },
  json: async (from) => {
    const { formatDatasetJson } = await import('../formats/dataset-json');
    return formatDatasetJson(from);
  },
  bibtex: async (from) => {
    const { formatBibtex } = await import('../formats/references/bibtex');
    return formatBibtex(from);
  },
  csl: async (from) => {
    const { formatCslJson } = await import('../formats/references/csl-json');
    return formatCslJson(from);
  },
} as const satisfies Readonly<Record<string, Write>>;

export type DataFormat = keyof typeof WRITERS;

export const DATA_FORMATS = Object.keys(WRITERS) as readonly DataFormat[];

export function writeData(
  format: DataFormat,
  from: RecordExport,
  options: FormatOptions,
): Promise<TextPieces> {
  return WRITERS[format](from, options);
}

export function findFormat(name: string): DataFormat | undefined {
  return DATA_FORMATS.find((format) => format === name.toLowerCase());
}
