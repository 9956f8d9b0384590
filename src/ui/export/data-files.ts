import type { RecordExport, TextPieces } from '../../formats/record-export';
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
};
