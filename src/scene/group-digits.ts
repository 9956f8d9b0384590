/** Of a whole number, as English and Japanese write it: 57,210. */
export function groupDigits(count: number): string {
  return count < 1000 ? String(count) : String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}
