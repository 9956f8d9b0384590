import { type Catalogues, cataloguesOf } from '../catalogues-of';

/** Each area's messages, by the name of its file; without those of `later-catalogues.ts`. */
export const catalogues: Catalogues = cataloguesOf(
  import.meta.glob<Catalogues[string]>(['./*.json', '!./issues.json', '!./large.json'], {
    eager: true,
    import: 'default',
  }),
);
