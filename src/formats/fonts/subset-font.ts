/** What `harfbuzz-subset.wasm` exports, as far as it is called here: HarfBuzz's own functions, pointers as numbers. */
interface SubsetExports {
  readonly memory: WebAssembly.Memory;
  readonly _initialize: () => void;
  readonly malloc: (size: number) => number;
  readonly free: (pointer: number) => void;
  readonly hb_blob_create: (data: number, length: number, mode: number, user: 0, free: 0) => number;
  readonly hb_blob_destroy: (blob: number) => void;
  readonly hb_blob_get_data: (blob: number, length: 0) => number;
  readonly hb_blob_get_length: (blob: number) => number;
  readonly hb_face_create: (blob: number, index: number) => number;
  readonly hb_face_destroy: (face: number) => void;
  readonly hb_face_reference_blob: (face: number) => number;
  readonly hb_set_add: (set: number, value: number) => void;
  readonly hb_subset_input_create_or_fail: () => number;
  readonly hb_subset_input_destroy: (input: number) => void;
  readonly hb_subset_input_unicode_set: (input: number) => number;
  readonly hb_subset_input_glyph_set: (input: number) => number;
  /** A set of the input by its kind. */
  readonly hb_subset_input_set: (input: number, kind: number) => number;
  readonly hb_subset_input_set_flags: (input: number, flags: number) => void;
  readonly hb_subset_input_pin_axis_location: (
    input: number,
    face: number,
    tag: number,
    value: number,
  ) => number;
  readonly hb_subset_or_fail: (face: number, input: number) => number;
}

const MEMORY_MODE_WRITABLE = 2;
const FLAG_NO_HINTING = 1;
const FLAG_RETAIN_GLYPH_NUMBERS = 2;
const FLAG_NO_LAYOUT_CLOSURE = 0x200;
const SET_OF_DROPPED_TABLES = 3;
/** What only those need who set text themselves. */
const TABLES_OF_TEXT = ['GSUB', 'GPOS', 'GDEF', 'BASE', 'STAT', 'name', 'post', 'OS/2', 'cmap'];
/** `wght` as four bytes. */
const WEIGHT_AXIS = 0x77676874;

export interface SubsetOptions {
  readonly weight: number;
  /** Code points; those that the font has not are left out. */
  readonly letters: Iterable<number>;
}

export interface GlyphSubsetOptions {
  readonly weight: number;
  /** Numbers of glyphs in the font. */
  readonly glyphs: Iterable<number>;
}

/** Cuts fonts down. The same input gives the same bytes. */
export interface Subsetter {
  /** A static TrueType font of one weight with the letters alone; its kerning and names are kept, its hints are not. */
  readonly subset: (font: Uint8Array, options: SubsetOptions) => Uint8Array;
  /** One of the glyphs alone, under the numbers that they have: outlines and widths, for files that say where each glyph stands. */
  readonly subsetGlyphs: (font: Uint8Array, options: GlyphSubsetOptions) => Uint8Array;
}

/** `wasm` is `harfbuzzjs/dist/harfbuzz-subset.wasm`. */
export async function createSubsetter(wasm: BufferSource): Promise<Subsetter> {
  const { instance } = await WebAssembly.instantiate(wasm);
  const hb = instance.exports as unknown as SubsetExports;
  // oxlint-disable-next-line no-underscore-dangle -- the name that its compiler gives it
  hb._initialize();
  return {
    subset: (font, { weight, letters }) =>
      cutDown(hb, { font, weight }, (input) => {
        const unicodes = hb.hb_subset_input_unicode_set(input);
        for (const letter of letters) hb.hb_set_add(unicodes, letter);
        return FLAG_NO_HINTING;
      }),
    subsetGlyphs: (font, { weight, glyphs }) =>
      cutDown(hb, { font, weight }, (input) => {
        const numbers = hb.hb_subset_input_glyph_set(input);
        for (const glyph of glyphs) hb.hb_set_add(numbers, glyph);
        const dropped = hb.hb_subset_input_set(input, SET_OF_DROPPED_TABLES);
        for (const table of TABLES_OF_TEXT) hb.hb_set_add(dropped, tagOf(table));
        return FLAG_NO_HINTING | FLAG_RETAIN_GLYPH_NUMBERS | FLAG_NO_LAYOUT_CLOSURE;
      }),
  };
}

/** A table's name as four bytes. */
function tagOf(name: string): number {
  const letters = Array.from(name.padEnd(4), (letter) => letter.charCodeAt(0));
  return letters.reduce((tag, letter) => tag * 256 + letter, 0);
}

/** `choose` says what is kept and gives the flags. */
function cutDown(
  hb: SubsetExports,
  { font, weight }: { readonly font: Uint8Array; readonly weight: number },
  choose: (input: number) => number,
): Uint8Array {
  const data = hb.malloc(font.byteLength);
  // Memory that grows gives its views up, so each is made when needed.
  new Uint8Array(hb.memory.buffer).set(font, data);
  const blob = hb.hb_blob_create(data, font.byteLength, MEMORY_MODE_WRITABLE, 0, 0);
  const face = hb.hb_face_create(blob, 0);
  hb.hb_blob_destroy(blob);
  const input = hb.hb_subset_input_create_or_fail();
  try {
    hb.hb_subset_input_set_flags(input, choose(input));
    hb.hb_subset_input_pin_axis_location(input, face, WEIGHT_AXIS, weight);
    const cut = hb.hb_subset_or_fail(face, input);
    if (cut === 0) throw new Error('expected a font that can be cut down, found a broken one');
    const bytes = readFace(hb, cut);
    hb.hb_face_destroy(cut);
    return bytes;
  } finally {
    hb.hb_subset_input_destroy(input);
    hb.hb_face_destroy(face);
    hb.free(data);
  }
}

function readFace(hb: SubsetExports, face: number): Uint8Array {
  const blob = hb.hb_face_reference_blob(face);
  const start = hb.hb_blob_get_data(blob, 0);
  const bytes = new Uint8Array(hb.memory.buffer, start, hb.hb_blob_get_length(blob)).slice();
  hb.hb_blob_destroy(blob);
  return bytes;
}
