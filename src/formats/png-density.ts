import { crc32 } from '../lib/crc32';

/** The signature, and the header with its frame. */
const HEAD_BYTES = 8 + 12 + 13;
const METRES_PER_INCH = 0.0254;
const UNIT_METRE = 1;

/** The PNG with a pHYs chunk, by which programs place it in the size that it has on paper. It must have none yet. */
export function pngWithDensity(png: Uint8Array, pixelsPerInch: number): Uint8Array<ArrayBuffer> {
  const chunk = densityChunk(Math.round(pixelsPerInch / METRES_PER_INCH));
  const whole = new Uint8Array(png.length + chunk.length);
  whole.set(png.subarray(0, HEAD_BYTES));
  whole.set(chunk, HEAD_BYTES);
  whole.set(png.subarray(HEAD_BYTES), HEAD_BYTES + chunk.length);
  return whole;
}

/** Length, type, pixels in a metre across and down, unit, check sum of all but the length. */
function densityChunk(pixelsPerMetre: number): Uint8Array {
  const chunk = new Uint8Array(12 + 9);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, 9);
  chunk.set([0x70, 0x48, 0x59, 0x73], 4);
  view.setUint32(8, pixelsPerMetre);
  view.setUint32(12, pixelsPerMetre);
  view.setUint8(16, UNIT_METRE);
  view.setUint32(17, crc32(chunk.subarray(4, 17)));
  return chunk;
}
