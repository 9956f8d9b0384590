/** A cell is a number as it stands, or text. */
export type CsvCell = string | number;

/**
 * Rows as RFC 4180 has them: comma, CRLF after each, quotes where they are needed. A text that a spreadsheet would run as
 * a formula gets an apostrophe before it, since datasets are written by others.
 */
export function formatCsv(rows: readonly (readonly CsvCell[])[]): string {
  return rows.map((row) => `${row.map(formatCell).join(',')}\r\n`).join('');
}

function formatCell(cell: CsvCell): string {
  if (typeof cell === 'number') return String(cell);
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
