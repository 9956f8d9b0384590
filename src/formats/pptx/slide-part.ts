import type { Palette } from '../../paint/palette';
import type { MeasureText } from '../../scene/scene';
import type { Relations } from './parts';

/** English Metric Units, in which slides are measured. */
export const EMU_PER_POINT = 12_700;
/** Coordinates beyond this are moved in; programs count in 32 bits. */
const FARTHEST_EMU = 1_000_000_000;

/** What painters of one slide share. */
export class SlidePart {
  readonly palette: Palette;
  readonly measure: MeasureText;
  readonly relations: Relations;
  /** Of the publication. */
  readonly lang: string;
  /** Of the page. */
  readonly widthPx: number;
  private readonly pointsPerPx: number;
  private listed: ReadonlySet<string> = new Set();
  private lastId = 1;

  constructor(options: {
    readonly palette: Palette;
    readonly measure: MeasureText;
    readonly relations: Relations;
    readonly pointsPerPx: number;
    readonly lang: string;
    readonly widthPx: number;
  }) {
    this.palette = options.palette;
    this.measure = options.measure;
    this.relations = options.relations;
    this.lang = options.lang;
    this.widthPx = options.widthPx;
    this.pointsPerPx = options.pointsPerPx;
  }

  /** For the next shape: no two of a slide share one; the slide's own tree has 1. */
  nextId(): number {
    this.lastId += 1;
    return this.lastId;
  }

  /** Addresses to which whole texts of the slide lead. */
  list(addresses: ReadonlySet<string>): void {
    this.listed = addresses;
  }

  isListed(address: string): boolean {
    return this.listed.has(address);
  }

  points(px: number): number {
    return Number.isFinite(px) ? px * this.pointsPerPx : 0;
  }

  emu(px: number): number {
    const emu = Math.round(this.points(px) * EMU_PER_POINT);
    return Math.min(FARTHEST_EMU, Math.max(-FARTHEST_EMU, emu)) || 0;
  }
}
