/** Stands in for d3-format, which a scale would use to write its ticks: `src/time/ticks.ts` writes them. */
export function format() {
  throw new Error('Scales write no ticks: d3-format is left out of the bundle');
}
export {
  format as formatPrefix,
  format as formatSpecifier,
  format as precisionFixed,
  format as precisionPrefix,
  format as precisionRound,
};
