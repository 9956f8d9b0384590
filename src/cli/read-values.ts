import type { TFunction } from 'i18next';
import { UsageError } from './command';

export interface NumberRange {
  readonly least: number;
  readonly most: number;
  readonly t: TFunction;
}

/** A decimal number of an option. Throws a UsageError for one out of range. */
export function readNumber(option: string, found: string, { least, most, t }: NumberRange): number {
  const value = /^\d+(?:\.\d+)?$/.test(found) ? Number(found) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new UsageError(t('cli:wrong.number', { option, least, most, found }));
}

const MOMENT = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:\d\d))?$/;

/** A day or a moment with its zone, as an ISO 8601 instant in UTC. Throws a UsageError for another text. */
export function readMoment(option: string, found: string, t: TFunction): string {
  const ms = MOMENT.test(found) ? Date.parse(found) : Number.NaN;
  // 30 February is taken for 2 March by some.
  const isReal =
    !Number.isNaN(ms) && new Date(found.slice(0, 10)).toISOString().startsWith(found.slice(0, 10));
  if (!isReal) throw new UsageError(t('cli:wrong.moment', { option, found }));
  return new Date(ms).toISOString().replace(/\.000Z$/, 'Z');
}
