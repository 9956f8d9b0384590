/** A TrueType font's glyphs as they stand in the file; lengths in its own units. */
export interface TrueType {
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  readonly bytesOf: (table: string) => Uint8Array;
  /** Empty for a glyph without outlines. */
  readonly outlineOf: (glyph: number) => Uint8Array;
  readonly advanceOf: (glyph: number) => number;
  readonly leftBearingOf: (glyph: number) => number;
}

/** Reads the tables of outlines and widths (OpenType 1.9). Throws where one is missing. */
export function openTrueType(bytes: Uint8Array): TrueType {
  const tables = tablesOf(bytes);
  const bytesOf = (tag: string): Uint8Array => {
    const table = tables.get(tag);
    if (!table)
      throw new Error(`font: expected a table ${tag}, found ${[...tables.keys()].join()}`);
    return table;
  };
  const view = (tag: string) => viewOf(bytesOf(tag));
  const [head, hhea, hmtx, loca, glyf] = [
    view('head'),
    view('hhea'),
    view('hmtx'),
    view('loca'),
    bytesOf('glyf'),
  ];
  const isLong = head.getInt16(50) === 1;
  const offsetOf = (glyph: number) =>
    isLong ? loca.getUint32(4 * glyph) : 2 * loca.getUint16(2 * glyph);
  // Glyphs after the last one with an advance of its own have that one, too.
  const advances = hhea.getUint16(34);
  return {
    unitsPerEm: head.getUint16(18),
    ascent: hhea.getInt16(4),
    descent: hhea.getInt16(6),
    bytesOf,
    outlineOf: (glyph) => glyf.subarray(offsetOf(glyph), offsetOf(glyph + 1)),
    advanceOf: (glyph) => hmtx.getUint16(4 * Math.min(glyph, advances - 1)),
    leftBearingOf: (glyph) =>
      hmtx.getInt16(glyph < advances ? 4 * glyph + 2 : 4 * advances + 2 * (glyph - advances)),
  };
}

function tablesOf(bytes: Uint8Array): Map<string, Uint8Array> {
  const file = viewOf(bytes);
  const tables = new Map<string, Uint8Array>();
  for (let i = 0; i < file.getUint16(4); i++) {
    const record = 12 + 16 * i;
    const tag = String.fromCharCode(...bytes.subarray(record, record + 4));
    const start = file.getUint32(record + 8);
    tables.set(tag, bytes.subarray(start, start + file.getUint32(record + 12)));
  }
  return tables;
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

const MAGIC = 0xb1b0afba;

/** A font file of tables, with its checksums. Tables stand in the order of their names. */
export function writeTrueType(tables: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const entries = Object.entries(tables).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const headerLength = 12 + 16 * entries.length;
  const length = entries.reduce((sum, [, table]) => sum + padded(table.length), headerLength);
  const bytes = new Uint8Array(length);
  const file = viewOf(bytes);
  const power = 2 ** Math.floor(Math.log2(entries.length));
  file.setUint32(0, 0x00010000);
  file.setUint16(4, entries.length);
  file.setUint16(6, 16 * power);
  file.setUint16(8, Math.log2(power));
  file.setUint16(10, 16 * (entries.length - power));
  let at = headerLength;
  let headAt = 0;
  for (const [i, [tag, table]] of entries.entries()) {
    const record = 12 + 16 * i;
    bytes.set(table, at);
    if (tag === 'head') {
      headAt = at;
      file.setUint32(at + 8, 0);
    }
    for (let k = 0; k < 4; k++) bytes[record + k] = tag.charCodeAt(k);
    file.setUint32(record + 4, checksum(file, at, padded(table.length)));
    file.setUint32(record + 8, at);
    file.setUint32(record + 12, table.length);
    at += padded(table.length);
  }
  file.setUint32(headAt + 8, MAGIC - checksum(file, 0, length));
  return bytes;
}

function padded(length: number): number {
  return Math.ceil(length / 4) * 4;
}

function checksum(file: DataView, start: number, length: number): number {
  let sum = 0;
  for (let at = start; at < start + length; at += 4) sum = (sum + file.getUint32(at)) >>> 0;
  return sum;
}
