/** Three decimals, a thousandth of a px; 0 for what is not finite. */
export function round(value: number): number {
  return Number.isFinite(value) ? Math.round(value * 1000) / 1000 : 0;
}
