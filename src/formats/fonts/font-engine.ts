import type { Font, MeasureText } from '../../scene/scene';
import { type FontFaceFile, familiesOf, holds } from './font-face';
import { cleanText, itemize, type TextItem } from './itemize';
import { LoadedFace, type PathCommand } from './loaded-face';
import { boxesOf, boxOutline } from './missing-letters';
import {
  createSubsetter,
  type GlyphSubsetOptions,
  type SubsetOptions,
  type Subsetter,
} from './subset-font';

export interface FontResources {
  /** In the order of their style sheets. */
  readonly faces: readonly FontFaceFile[];
  /** WOFF2 → the bare font file. */
  readonly decode: (woff2: Uint8Array) => Promise<Uint8Array>;
  /** `harfbuzzjs/dist/harfbuzz-subset.wasm`, asked for before the first subset. */
  readonly loadSubsetWasm: () => Promise<BufferSource>;
}

/** Lengths in px, y down, from the start of the text's baseline. */
export interface PlacedGlyph {
  /** Its number in the face's file; it is another one in a subset. */
  readonly id: number;
  readonly x: number;
  readonly y: number;
  readonly advance: number;
  /** Where its letters begin in the run's text, in UTF-16 units. */
  readonly cluster: number;
}

/** A stretch of a text that one face sets. */
export interface GlyphRun {
  /** Undefined where no face has the letters; then each glyph stands for a box. */
  readonly face: FontFaceFile | undefined;
  /** In reading order. */
  readonly text: string;
  readonly isRightToLeft: boolean;
  readonly x: number;
  readonly width: number;
  /** From left to right. */
  readonly glyphs: readonly PlacedGlyph[];
}

/** Sets text in the fonts of the app, without a page: the same in Node and in a worker. Nothing that it is given as text throws. */
export interface FontEngine {
  /** Reads the files that the letters need, and what cuts them down. Until then letters count as missing. Rejects where a file cannot be had. */
  readonly prepare: (texts: Iterable<string>) => Promise<void>;
  readonly measure: MeasureText;
  /** The runs of a text, from left to right. */
  readonly runs: (text: string, font: Font) => readonly GlyphRun[];
  /** All its letters as one path, in px, y down, from the start of the baseline. */
  readonly outline: (text: string, font: Font) => readonly PathCommand[];
  /** A static TrueType font of the letters. The face must be one of a run. */
  readonly subset: (face: FontFaceFile, options: SubsetOptions) => Uint8Array;
  /** One of the glyphs of runs, which keep their numbers there, for files that say where each glyph stands. */
  readonly subsetGlyphs: (face: FontFaceFile, options: GlyphSubsetOptions) => Uint8Array;
}

/** Texts whose runs are kept: some kilobytes each. */
const MOST_KNOWN = 5_000;

export function createFontEngine(resources: FontResources): FontEngine {
  return new Engine(resources);
}

class Engine implements FontEngine {
  private readonly resources: FontResources;
  private readonly loading = new Map<FontFaceFile, Promise<void>>();
  private readonly loaded = new Map<FontFaceFile, LoadedFace>();
  /** As `loaded`, in the order of the style sheets. */
  private faces: readonly LoadedFace[] = [];
  private subsetter: Subsetter | undefined;
  private known = new Map<string, readonly GlyphRun[]>();

  constructor(resources: FontResources) {
    this.resources = resources;
  }

  readonly prepare = async (texts: Iterable<string>): Promise<void> => {
    const letters = new Set<number>();
    for (const text of texts) {
      // A letter with its marks may have a form of its own, in another file.
      for (const letter of cleanText(text + text.normalize('NFC'))) {
        letters.add(letter.codePointAt(0) ?? 0);
      }
    }
    await Promise.all([
      this.prepareSubsets(),
      this.prepareFamilies('ui', letters),
      this.prepareFamilies('text', letters),
    ]);
  };

  readonly measure: MeasureText = (text, font) => {
    const last = this.runs(text, font).at(-1);
    return last ? last.x + last.width : 0;
  };

  readonly runs = (text: string, font: Font): readonly GlyphRun[] => {
    const key = `${font.family} ${font.weight} ${font.sizePx} ${text}`;
    let runs = this.known.get(key);
    if (!runs) {
      if (this.known.size >= MOST_KNOWN) this.known.clear();
      this.known.set(key, (runs = this.set(cleanText(text), font)));
    }
    return runs;
  };

  readonly outline = (text: string, font: Font): readonly PathCommand[] =>
    this.runs(text, font).flatMap((run) => {
      const face = run.face && this.loaded.get(run.face);
      return run.glyphs.flatMap((glyph) => {
        const path = face
          ? face.outline(glyph.id, font.weight)
          : boxFor(run.text, glyph, font.sizePx);
        return path.map((command) => place(command, glyph, font.sizePx));
      });
    });

  readonly subset = (face: FontFaceFile, options: SubsetOptions): Uint8Array => {
    const { bytes, subsetter } = this.prepared(face);
    return subsetter.subset(bytes, options);
  };

  readonly subsetGlyphs = (face: FontFaceFile, options: GlyphSubsetOptions): Uint8Array => {
    const { bytes, subsetter } = this.prepared(face);
    return subsetter.subsetGlyphs(bytes, options);
  };

  private prepared(face: FontFaceFile): { bytes: Uint8Array; subsetter: Subsetter } {
    const loaded = this.loaded.get(face);
    if (!loaded || !this.subsetter) {
      throw new Error(`${face.family}: expected a face that was prepared, found one that was not`);
    }
    return { bytes: loaded.bytes, subsetter: this.subsetter };
  }

  private async prepareSubsets(): Promise<void> {
    if (this.subsetter) return;
    const subsetter = await createSubsetter(await this.resources.loadSubsetWasm());
    this.subsetter ??= subsetter;
  }

  /** Family by family: some files claim letters that they have not, which the next family may have. */
  private async prepareFamilies(
    family: Font['family'],
    letters: ReadonlySet<number>,
  ): Promise<void> {
    let open = [...letters];
    for (const name of familiesOf(family)) {
      const own = this.resources.faces.filter((face) => face.family === name);
      const claiming = own.filter((face) => open.some((letter) => holds(face, letter)));
      // oxlint-disable-next-line no-await-in-loop
      await Promise.all(claiming.map((face) => this.load(face)));
      open = open.filter(
        (letter) =>
          !claiming.some((face) => holds(face, letter) && this.loaded.get(face)?.has(letter)),
      );
    }
  }

  private load(face: FontFaceFile): Promise<void> {
    let done = this.loading.get(face);
    if (!done) {
      done = this.read(face);
      this.loading.set(face, done);
      // What failed may be tried again.
      done.catch(() => this.loading.delete(face));
    }
    return done;
  }

  private async read(face: FontFaceFile): Promise<void> {
    // Not with this file: it waits for its wasm, and a worker would miss the messages of that time.
    const hb = await import('harfbuzzjs');
    const bytes = await this.resources.decode(await face.load());
    this.loaded.set(face, new LoadedFace(hb, face, bytes));
    this.faces = this.resources.faces.flatMap((file) => this.loaded.get(file) ?? []);
    this.known = new Map();
  }

  private set(text: string, font: Font): readonly GlyphRun[] {
    let x = 0;
    return itemize(text, font.family, this.faces).map((item) => {
      const run = placeRun(item, font, x);
      x += run.width;
      return run;
    });
  }
}

/** No box stands for a blank. */
function boxFor(text: string, { cluster, advance }: PlacedGlyph, sizePx: number) {
  return /\s/.test(text.charAt(cluster)) ? [] : boxOutline(advance / sizePx);
}

function placeRun(item: TextItem, { sizePx, weight }: Font, x: number): GlyphRun {
  const { face, text, level } = item;
  const shaped = face?.shape(item, weight) ?? boxesOf(item);
  const glyphs = shaped.map((glyph) => ({
    id: glyph.id,
    x: x + glyph.x * sizePx,
    y: -glyph.y * sizePx,
    advance: glyph.advance * sizePx,
    cluster: glyph.cluster,
  }));
  const width = glyphs.reduce((sum, { advance }) => sum + advance, 0);
  return { face: face?.file, text, isRightToLeft: level % 2 === 1, x, width, glyphs };
}

function place({ type, values }: PathCommand, at: PlacedGlyph, sizePx: number): PathCommand {
  return {
    type,
    values: values.map((value, i) => (i % 2 === 0 ? at.x + value * sizePx : at.y - value * sizePx)),
  };
}
