import * as z from 'zod/mini';
import { parseIsoDay } from '../time/day';
import { parseEdtf } from '../time/parse-edtf';
import {
  ACTOR_KINDS,
  EVENT_KINDS,
  type Importance,
  type Issue,
  LINK_RELATIONS,
  type Participation,
  SOURCE_KINDS,
  STATUSES,
  type Text,
} from './dataset';
import { type Expected, errorAt, valueAt } from './issue';

// The page forbids eval, so zod must not even try to compile its schemas.
z.config({ jitless: true });

export const FORMAT = 'entente/1';

export const PATTERNS = {
  kebabId: /^[a-z0-9]+(-[a-z0-9]+)*$/,
  /** Ids stand in comma-separated lists of the URL. */
  id: /^[^\s,]+$/u,
  country: /^[A-Z]{2}$/,
} as const;

export const CONFIDENCES = ['high', 'medium', 'low'] as const;

type Context = { readonly issues: unknown[] };

/** A value that `understand` takes, or the fault `expected`. Schemas carry keys of the message catalogue as messages. */
function readable<T>(expected: string, understand: (value: unknown) => T | undefined) {
  return z.pipe(
    z.unknown(),
    z.transform((value: unknown, context: Context): T => {
      const found = understand(value);
      if (found !== undefined) return found;
      context.issues.push({ code: 'custom', message: expected, input: value });
      return z.NEVER;
    }),
  );
}

const matching = (expected: string, pattern: RegExp) =>
  z.string({ error: expected }).check(z.regex(pattern, { error: expected }));
const oneOf = <const T extends readonly string[]>(words: T) =>
  z.enum(words, { error: `one-of:${words.join(', ')}` });
const listOf = <T extends z.core.SomeType>(item: T) => z.array(item, { error: 'list' });
const opt = z.exactOptional;

const text = z.pipe(
  z.unknown(),
  z.transform((value: unknown, context: Context): Text => {
    const fault = textFault(value);
    if (fault) context.issues.push({ code: 'custom', message: 'text', input: value, path: fault });
    return fault ? z.NEVER : (value as Text);
  }),
);

/** Where a value fails to be a Text: the path inside it; undefined when it is one. */
export function textFault(value: unknown): readonly string[] | undefined {
  if (typeof value === 'string') return value.trim() === '' ? [] : undefined;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  const languages = Object.entries(value);
  const wrong = languages.find(
    ([, words]: [string, unknown]) => typeof words !== 'string' || words.trim() === '',
  );
  if (wrong) return [wrong[0]];
  return languages.length === 0 ? [] : undefined;
}

const date = readable('date', (value) =>
  typeof value === 'string' ? parseEdtf(value) : undefined,
);
const day = readable('day', (value) =>
  typeof value === 'string' ? parseIsoDay(value) : undefined,
);
const kebabId = matching('kebab-id', PATTERNS.kebabId);
const id = matching('id', PATTERNS.id);
const country = matching('country', PATTERNS.country);
const words = z.string({ error: 'text' });
const between = (min: number, max: number, expected: string) =>
  z
    .number({ error: expected })
    .check(z.gte(min, { error: expected }), z.lte(max, { error: expected }));
const importance = readable('importance', (value) =>
  value === 1 || value === 2 || value === 3 || value === 4 || value === 5
    ? (value satisfies Importance)
    : undefined,
);

const namedActor = z.object({ actor: id, role: opt(text) }, { error: 'participation' });
const participation = z.pipe(
  z.unknown(),
  z.transform((value: unknown, context: Context): Participation => {
    const result = namedActor.safeParse(typeof value === 'string' ? { actor: value } : value);
    if (result.success) return result.data;
    for (const { message, path } of result.error.issues) {
      const inside = typeof value === 'string' ? [] : path;
      context.issues.push({ code: 'custom', message, input: value, path: inside });
    }
    return z.NEVER;
  }),
);
/** Judged apart: what came after the format's first files, if bad, is a warning and costs only itself. */
const time = z.unknown();
/** Judged apart: a bad address is a warning and costs only itself. */
const url = z.unknown();

/** The parts whose form is code; `tests/support/dataset-json-schema.ts` tells them in JSON Schema's own words. */
export const PIECES = { text, date, day, time, url, importance, participation };

const place = z.object(
  {
    name: text,
    country: opt(country),
    lat: opt(between(-90, 90, 'latitude')),
    lon: opt(between(-180, 180, 'longitude')),
    timeZone: opt(words),
  },
  { error: 'object' },
);
const link = z.object({ to: id, rel: oneOf(LINK_RELATIONS) }, { error: 'object' });

/** What a revision may say anew. */
const revisable = {
  title: opt(text),
  summary: opt(text),
  date: opt(date),
  time: opt(time),
  place: opt(place),
  domains: opt(listOf(id).check(z.minLength(1, { error: 'domains' }))),
  kind: opt(oneOf(EVENT_KINDS)),
  parties: opt(listOf(country)),
  actors: opt(listOf(participation)),
  importance: opt(importance),
  links: opt(listOf(link)),
  sources: opt(listOf(id)),
};

export const revisionSchema = z.object(
  { ...revisable, known: day, status: oneOf(STATUSES) },
  { error: 'object' },
);

export const eventSchema = z.object(
  {
    ...revisable,
    id: kebabId,
    title: text,
    date,
    domains: listOf(id).check(z.minLength(1, { error: 'domains' })),
    kind: oneOf(EVENT_KINDS),
    parties: listOf(country),
    status: opt(oneOf(STATUSES)),
    tenor: opt(between(-2, 2, 'tenor')),
    tags: opt(listOf(id)),
    confidence: opt(oneOf(CONFIDENCES)),
    known: opt(day),
    revisions: opt(listOf(revisionSchema)),
  },
  { error: 'object' },
);

export const actorSchema = z.object(
  {
    id,
    name: text,
    kind: oneOf(ACTOR_KINDS),
    party: opt(country),
    memberOf: opt(listOf(id)),
    offices: opt(
      listOf(z.object({ title: text, from: opt(date), to: opt(date) }, { error: 'object' })),
    ),
  },
  { error: 'object' },
);

export const sourceSchema = z.object(
  {
    id,
    title: text,
    publisher: text,
    url: opt(url),
    published: opt(date),
    kind: opt(oneOf(SOURCE_KINDS)),
    language: opt(words),
  },
  { error: 'object' },
);

export const viewSchema = z.object(
  {
    id,
    title: text,
    note: opt(text),
    from: day,
    to: day,
    asOf: opt(day),
    domains: opt(listOf(id)),
    actors: opt(listOf(id)),
    event: opt(id),
  },
  { error: 'object' },
);

export const domainSchema = z.object({ id, name: text }, { error: 'object' });

/** What no dataset can do without; the lists inside are judged item by item. */
export const headSchema = z.object(
  {
    format: z.literal(FORMAT, { error: `format:${FORMAT}` }),
    id: kebabId,
    title: text,
    parties: readable('parties', (value) =>
      Array.isArray(value) && value.length === 2 && value.every(isCountry)
        ? (value as unknown as readonly [string, string])
        : undefined,
    ),
    recordedThrough: day,
    events: readable('events', (value) =>
      Array.isArray(value) ? (value as readonly unknown[]) : undefined,
    ),
  },
  { error: 'dataset' },
);

function isCountry(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Z]{2}$/.test(value);
}

/** Left out with a warning when at fault. */
export const headExtras = {
  description: text,
  languages: listOf(words),
  licence: words,
  credits: text,
};

export type EventRecord = z.output<typeof eventSchema>;
export type RevisionRecord = z.output<typeof revisionSchema>;

/** A value checked against a schema: the parsed record, or an issue for each fault at its exact place. */
export function read<T extends z.ZodMiniType>(
  schema: T,
  value: unknown,
  at: readonly PropertyKey[],
): { readonly record: z.output<T> | undefined; readonly issues: readonly Issue[] } {
  const result = schema.safeParse(value);
  if (result.success) return { record: result.data, issues: [] };
  return {
    record: undefined,
    issues: result.error.issues.map((fault) =>
      errorAt([...at, ...fault.path], expectedOf(fault.message), valueAt(value, fault.path)),
    ),
  };
}

function expectedOf(message: string): Expected {
  const colon = message.indexOf(':');
  if (colon < 0) return { key: message };
  return { key: message.slice(0, colon), values: { options: message.slice(colon + 1) } };
}
