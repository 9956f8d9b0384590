import { type Catalogues, cataloguesOf } from '../catalogues-of';

/** Each area's messages, by the name of its file; without those of `later-catalogues.ts` and `record-messages.ts`. */
export const catalogues: Catalogues = cataloguesOf(
  import.meta.glob<Catalogues[string]>(
    [
      './*.json',
      '!./issues.json',
      '!./large.json',
      '!./changes.json',
      '!./ledger.json',
      '!./tenor.json',
      '!./story.json',
      '!./cadence.json',
      '!./export.json',
      '!./reopen.json',
      '!./cli.json',
      '!./formats.json',
    ],
    { eager: true, import: 'default' },
  ),
);
