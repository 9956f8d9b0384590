import { pngChunk, pngWithChunks } from './png-chunks';

const METRES_PER_INCH = 0.0254;
const UNIT_METRE = 1;

/** The PNG with a pHYs chunk, by which programs place it in the size that it has on paper, in place of an earlier one. */
export function pngWithDensity(png: Uint8Array, pixelsPerInch: number): Uint8Array<ArrayBuffer> {
  const chunk = densityChunk(Math.round(pixelsPerInch / METRES_PER_INCH));
  return pngWithChunks(png, [chunk], ({ type }) => type !== 'pHYs');
}

/** Pixels in a metre across and down, and the unit. */
function densityChunk(pixelsPerMetre: number): Uint8Array {
  const data = new Uint8Array(9);
  const view = new DataView(data.buffer);
  view.setUint32(0, pixelsPerMetre);
  view.setUint32(4, pixelsPerMetre);
  view.setUint8(8, UNIT_METRE);
  return pngChunk('pHYs', data);
}
