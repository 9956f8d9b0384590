/** Stands in for d3-color, which d3-interpolate would use to blend colours: only numbers are blended here. */
export function color() {
  throw new Error('Colours are not blended: d3-color is left out of the bundle');
}
export { color as cubehelix, color as hcl, color as hsl, color as lab, color as rgb };
