import { type Catalogues, cataloguesOf } from '../catalogues-of';

/** Messages that are not needed before a file has been read: of its faults, and of large files. */
export const catalogues: Catalogues = cataloguesOf(
  import.meta.glob<Catalogues[string]>(['./issues.json', './large.json'], {
    eager: true,
    import: 'default',
  }),
);
