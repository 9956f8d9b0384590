import { type Catalogues, cataloguesOf } from '../catalogues-of';

/** Each area's messages, by the name of its file; without those of the command line. */
export const catalogues: Catalogues = cataloguesOf(
  import.meta.glob<Catalogues[string]>(['./*.json', '!./cli.json'], {
    eager: true,
    import: 'default',
  }),
);
