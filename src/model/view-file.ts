import { formatIsoDay } from '../time/day';
import type { DatasetView, Text } from './dataset';

/** A view as it stands in a file; what it leaves open is left out. */
export interface ViewJson {
  readonly id: string;
  readonly title: Text;
  readonly note?: Text;
  readonly from: string;
  readonly to: string;
  readonly asOf?: string;
  readonly domains?: readonly string[];
  readonly actors?: readonly string[];
  readonly event?: string;
}

export function viewJson(view: DatasetView): ViewJson {
  const { id, title, note, fromDay, toDay, asOfDay, domains, actors, event } = view;
  return {
    id,
    title,
    ...(note !== undefined && { note }),
    from: formatIsoDay(fromDay),
    to: formatIsoDay(toDay),
    ...(asOfDay !== undefined && { asOf: formatIsoDay(asOfDay) }),
    ...(domains.length > 0 && { domains }),
    ...(actors.length > 0 && { actors }),
    ...(event !== undefined && { event }),
  };
}

/** As long as a person would still read it in an address. */
const MOST_CHARACTERS = 48;

/** A kebab-case id that says what the view is called, as far as Latin letters can, and that is not taken. */
export function newViewId(title: string, isTaken: (id: string) => boolean): string {
  const words = title
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, MOST_CHARACTERS)
    .replaceAll(/^-+|-+$/g, '');
  const base = words || 'view';
  let id = base;
  for (let n = 2; isTaken(id); n++) id = `${base}-${n}`;
  return id;
}
