/** Stands in for d3-transition, of which d3-zoom needs only this when nothing is animated through it. */
export function interrupt() {
  // There is never a transition to interrupt.
}
