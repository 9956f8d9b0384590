/** Rows in the page beside those in view, on either side. */
const SPARE = 10;
/** Before anything has been laid out. */
const LEAST = 40;

export interface RowWindowInput {
  readonly count: number;
  readonly topPx: number;
  readonly rowPx: number;
  readonly heightPx: number;
}

/** The rows, [first, end), to be in the page. */
export function rowWindow({ count, topPx, rowPx, heightPx }: RowWindowInput) {
  const shown = Math.max(LEAST, Math.ceil(heightPx / rowPx) + 2 * SPARE);
  const wanted = Math.floor(topPx / rowPx) - SPARE;
  const first = Math.max(0, Math.min(wanted, count - shown));
  return { first, end: Math.min(count, first + shown) };
}
