import { type EventState, STATUSES, type Status } from '../model/dataset';
import { type EventTable, FLAG } from '../model/event-table';
import { liesAhead } from '../model/state-as-of';
import { textIn } from '../model/text';
import { formatEdtf } from '../time/date-text';
import type { Lang } from '../time/lang';
import { hasNoSource, NO_SOURCE_PX } from './no-source';
import type { Font, Ink, MeasureText } from './scene';
import { wrapBalanced } from './wrap-text';

/** The words that a picture needs; they come from the message catalogue. */
export interface NameWords {
  readonly statusOf: (status: Status) => string;
  readonly notConfirmed: string;
}

/** A name set in so many lines. */
export interface NameForm {
  readonly lines: readonly string[];
  /** Of the widest line, the line below the name and the sign of an event without a source included. */
  readonly widthPx: number;
  /** Rows that it takes. */
  readonly rowCount: number;
  /** Whether the line below the name belongs to it. */
  readonly hasBelow: boolean;
}

/** An event's name and how it may be set. */
export interface Name {
  readonly font: Font;
  readonly ink: Ink;
  readonly lang: string;
  /** One line, then two and three where the text can be broken; first all with the line below, then all without. */
  readonly forms: readonly NameForm[];
  /** Width in one line, without the line below but with that sign. */
  readonly oneLinePx: number;
  /** Date and place, or status and date. */
  readonly below: string | undefined;
}

export const BELOW_FONT: Font = { family: 'ui', sizePx: 11, weight: 400 };

const LOOKS: readonly { font: Font; ink: Ink }[] = [
  { font: { family: 'ui', sizePx: 11, weight: 400 }, ink: 'ink-3' },
  { font: { family: 'ui', sizePx: 11, weight: 400 }, ink: 'ink-3' },
  { font: { family: 'ui', sizePx: 11.5, weight: 400 }, ink: 'ink-2' },
  { font: { family: 'ui', sizePx: 12, weight: 450 }, ink: 'ink-1' },
  { font: { family: 'ui', sizePx: 12.5, weight: 600 }, ink: 'ink-1' },
  { font: { family: 'ui', sizePx: 13, weight: 650 }, ink: 'ink-1' },
];

/** All that names are set in. */
export const NAME_FONTS: readonly Font[] = LOOKS.map(({ font }) => font);

/** Below this a second or third line saves nothing. */
const LEAST_PX_FOR_LINES = [0, 0, 84, 170];

export interface NamesInput {
  readonly table: EventTable;
  readonly lang: Lang;
  readonly words: NameWords;
  readonly measure: MeasureText;
}

/** A canvas draws them as boxes; HTML does not show them. */
const CONTROLS = /\p{Cc}+/gu;

/** Names already set, for one language, one set of words and one way of measuring; kept from table to table. */
export type NameCache = WeakMap<EventState, { readonly flags: number; readonly name: Name }>;

/** As many are found by their row alone: more than a picture shows. */
const MOST_AT_HAND = 2000;

/** Names by row, each set when first asked for. A frame asks for each of its names several times: they are `atHand`. */
export function createNames(
  input: NamesInput,
  cache: NameCache,
  atHand = new Map<number, Name>(),
): (row: number) => Name {
  const { table } = input;
  const find = (row: number): Name => {
    const state = table.stateOf(row);
    const flags = (table.flags[row] ?? 0) & FLAG.unconfirmed;
    const known = state && cache.get(state);
    if (known && known.flags === flags) return known.name;
    const name = createName(input, row);
    if (state) cache.set(state, { flags, name });
    return name;
  };
  return (row) => {
    const known = atHand.get(row);
    if (known) return known;
    const name = find(row);
    if (atHand.size === MOST_AT_HAND) atHand.clear();
    atHand.set(row, name);
    return name;
  };
}

export function statusOf(table: EventTable, row: number): Status {
  return STATUSES[table.status[row] ?? 0] ?? 'happened';
}

function createName(input: NamesInput, row: number): Name {
  const { table, lang, measure } = input;
  const state = table.stateOf(row);
  const look = LOOKS[table.importance[row] ?? 3] ?? { font: BELOW_FONT, ink: 'ink-1' };
  const given = textIn(state?.title ?? '', lang);
  const title = { ...given, text: given.text.replaceAll(CONTROLS, ' ') };
  const below = lineBelow(input, row);
  const belowPx = below === undefined ? 0 : measure(below, BELOW_FONT);
  const widthOf = (text: string) => measure(text, look.font);
  const signPx = hasNoSource(table, row) ? NO_SOURCE_PX : 0;
  const oneLinePx = widthOf(title.text);
  const plain: NameForm[] = [];
  for (const lines of [1, 2, 3] as const) {
    if (oneLinePx < (LEAST_PX_FOR_LINES[lines] ?? 0)) break;
    const broken = wrapBalanced(title.text, lines, widthOf);
    if (!broken) break;
    const lastPx = widthOf(broken.at(-1) ?? '') + signPx;
    const widthPx = Math.max(...broken.map(widthOf), lastPx);
    plain.push({ lines: broken, widthPx, rowCount: lines, hasBelow: false });
  }
  const withBelow = plain.map((form) => ({
    ...form,
    widthPx: Math.max(belowPx, form.widthPx),
    rowCount: form.rowCount + 1,
    hasBelow: true,
  }));
  const forms = below === undefined ? plain : [...withBelow, ...plain];
  return { ...look, lang: title.lang, forms, oneLinePx: oneLinePx + signPx, below };
}

/** Importance 5 tells date and place; what lies ahead tells its status and date. */
function lineBelow({ table, lang, words }: NamesInput, row: number): string | undefined {
  const state = table.stateOf(row);
  if (!state) return undefined;
  const importance = table.importance[row] ?? 3;
  const date = formatEdtf(state.date, lang, 'short');
  if (liesAhead(state.status)) {
    const isFixed = state.status === 'scheduled' && importance < 4;
    const unconfirmed = ((table.flags[row] ?? 0) & FLAG.unconfirmed) !== 0;
    if (isFixed && !unconfirmed) return undefined;
    const status = words.statusOf(state.status);
    return unconfirmed ? `${status} · ${date} · ${words.notConfirmed}` : `${status} · ${date}`;
  }
  if (importance < 5) return undefined;
  return state.place ? `${date} · ${textIn(state.place.name, lang).text}` : date;
}
