import { type Catalogues, cataloguesOf } from '../catalogues-of';

/** Each area's messages, by the name of its file. */
export const catalogues: Catalogues = cataloguesOf(
  import.meta.glob<Catalogues[string]>('./*.json', { eager: true, import: 'default' }),
);
