import type { Box, FadeFill } from '../scene/scene';
import type { Palette } from './palette';
import { element, formatNumber } from './xml';

/** From here on two decimals, as numbers have them else, would put stops in each other's place. */
const MANY_STOPS = 8;

/** The gradients, clips and ids of one SVG document. Ids go by order of first use; equal definitions share one. */
export class SvgDefs {
  private readonly palette: Palette;
  private readonly idPrefix: string;
  private readonly idOfContent = new Map<string, string>();
  private readonly uses = new Map<string, number>();
  private readonly takenIds = new Set<string>();
  readonly elements: string[] = [];

  constructor(palette: Palette, idPrefix: string) {
    this.palette = palette;
    this.idPrefix = idPrefix;
  }

  /** `url(#…)` of a horizontal gradient. */
  fade({ x0, x1, stops }: FadeFill): string {
    const content = stops
      .map(({ offset, ink, opacity }) =>
        element('stop', {
          offset: stops.length > MANY_STOPS ? offset.toFixed(4) : offset,
          'stop-color': this.palette[ink],
          'stop-opacity': opacity === 1 ? undefined : opacity,
        }),
      )
      .join('');
    const place = {
      gradientUnits: 'userSpaceOnUse',
      x1: x0,
      y1: 0,
      x2: x1 > x0 ? x1 : x0 + 0.01,
      y2: 0,
    };
    return this.define('fade', 'linearGradient', place, content);
  }

  /** `url(#…)` of a rectangular clip. */
  clip({ x, y, width, height }: Box): string {
    return this.define('clip', 'clipPath', {}, element('rect', { x, y, width, height }));
  }

  /** An id made of a text's letters and figures, with a number where it is taken; undefined if it has none. */
  uniqueId(text: string): string | undefined {
    const slug = text
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, '');
    if (slug === '') return undefined;
    const base = `${this.idPrefix}${slug}`;
    let id = base;
    for (let n = this.uses.get(base) ?? 2; this.takenIds.has(id); n++) {
      id = `${base}-${n}`;
      this.uses.set(base, n + 1);
    }
    this.takenIds.add(id);
    return id;
  }

  private define(
    kind: string,
    name: string,
    attributes: Readonly<Record<string, string | number>>,
    content: string,
  ): string {
    const key = `${name} ${JSON.stringify(attributes)} ${content}`;
    let id = this.idOfContent.get(key);
    if (id === undefined) {
      id = `${this.idPrefix}def-${kind}-${formatNumber(this.elements.length + 1)}`;
      this.idOfContent.set(key, id);
      this.elements.push(element(name, { id, ...attributes }, content));
    }
    return `url(#${id})`;
  }
}
