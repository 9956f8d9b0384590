import * as z from 'zod/mini';
import {
  actorSchema,
  domainSchema,
  eventSchema,
  headExtras,
  headSchema,
  PIECES,
  sourceSchema,
  viewSchema,
} from '../../src/model/schema';

const COUNTRY = '^[A-Z]{2}$';

/** What JSON Schema can say of the parts that are code in the reader. Where it can say less, it takes more. */
function registryOfPieces() {
  const pieces = z.registry<Readonly<Record<string, unknown>>>();
  const add = (piece: z.core.$ZodType, meaning: Readonly<Record<string, unknown>>) =>
    pieces.add(piece, meaning);
  const words = { type: 'string', pattern: '\\S' };
  add(PIECES.text, {
    id: 'text',
    description: 'One text, or one for each language by its BCP 47 tag.',
    anyOf: [words, { type: 'object', minProperties: 1, additionalProperties: words }],
  });
  add(PIECES.date, {
    id: 'date',
    description:
      'EDTF (ISO 8601-2): 2023-01-13, 2023-05, 2027, 2023-35, 2023-07-11/2023-07-12, 2023-03-16/.., 2019-11~, 2027?, 202X.',
    type: 'string',
    pattern: '^[-−+0-9X?~%./:TZ]+$',
  });
  add(PIECES.day, {
    id: 'day',
    description: 'A calendar day: 2023-01-13.',
    type: 'string',
    pattern: '^-?[0-9]{4}-[0-9]{2}-[0-9]{2}$',
  });
  add(PIECES.time, {
    description: 'Local time of day at the place, on a date of one exact day: 00:00 to 23:59.',
    type: 'string',
    pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$',
  });
  add(PIECES.url, { type: 'string', pattern: '^[Hh][Tt][Tt][Pp][Ss]?://' });
  add(PIECES.importance, { type: 'integer', minimum: 1, maximum: 5 });
  const id = { type: 'string', pattern: '^[^\\s,]+$' };
  add(PIECES.participation, {
    anyOf: [
      id,
      {
        type: 'object',
        properties: { actor: id, role: { $ref: '#/$defs/text' } },
        required: ['actor'],
      },
    ],
  });
  return pieces;
}

/** The JSON Schema of a dataset file, made from the schemas that the reader checks with. */
export function datasetJsonSchema(): Readonly<Record<string, unknown>> {
  const pieces = registryOfPieces();
  const country = z.string().check(z.regex(new RegExp(COUNTRY)));
  const optional = Object.entries({
    ...headExtras,
    domains: z.array(domainSchema),
    actors: z.array(actorSchema),
    sources: z.array(sourceSchema),
    views: z.array(viewSchema),
  }).map(([field, schema]) => [field, z.optional(schema as z.ZodMiniType)]);
  const root = z.object({
    ...headSchema.shape,
    parties: z.tuple([country, country]),
    ...(Object.fromEntries(optional) as Record<string, z.ZodMiniType>),
    events: z.array(eventSchema),
  });
  const { $schema, ...schema } = z.toJSONSchema(root, { io: 'input', metadata: pieces });
  return {
    $schema,
    title: 'Entente dataset, version 1',
    description: 'One bilateral relation as dated events. See docs/dataset-format.md.',
    ...schema,
  };
}
