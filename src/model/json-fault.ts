/** Where a text stops being JSON. */
export interface JsonFault {
  readonly offset: number;
  /** Both from 1; the column counts UTF-16 units. */
  readonly line: number;
  readonly column: number;
  /** The text ends before its value does. */
  readonly truncated: boolean;
}

type Wanted =
  | 'value'
  | 'value-or-end'
  | 'key'
  | 'key-or-end'
  | 'colon'
  | 'comma-or-end'
  | 'nothing';

const SPACE = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;

/**
 * The first place at which a text is not JSON, undefined if it is. Browsers word their own errors each in its way, some
 * without a place. Goes by a stack of its own, so no depth of nesting can exhaust the machine's; O(length).
 */
export function findJsonFault(text: string): JsonFault | undefined {
  const closers: string[] = [];
  let wanted: Wanted = 'value';
  let at = skip(SPACE, text, 0);
  while (at < text.length) {
    const next = step(text, at, { wanted, closers });
    if (!next) return faultAt(text, at);
    if (next.faultAt !== undefined) return faultAt(text, next.faultAt);
    wanted = next.wanted;
    at = skip(SPACE, text, next.at);
  }
  return wanted === 'nothing' ? undefined : faultAt(text, text.length);
}

interface Step {
  readonly at: number;
  readonly wanted: Wanted;
  readonly faultAt?: number;
}

/** Reads one token; `closers` is the stack of open brackets and changes in place. Undefined for a token out of place. */
function step(
  text: string,
  at: number,
  { wanted, closers }: { wanted: Wanted; closers: string[] },
): Step | undefined {
  const char = text[at];
  const after = (): Wanted => (closers.length > 0 ? 'comma-or-end' : 'nothing');
  if (wanted === 'nothing') return undefined;
  if (wanted === 'colon') return char === ':' ? { at: at + 1, wanted: 'value' } : undefined;
  if (char === closers.at(-1) && wanted.endsWith('or-end')) {
    closers.pop();
    return { at: at + 1, wanted: after() };
  }
  if (wanted === 'comma-or-end') {
    if (char !== ',') return undefined;
    return { at: at + 1, wanted: closers.at(-1) === '}' ? 'key' : 'value' };
  }
  if (char === '"') {
    const end = stringEnd(text, at);
    const isKey = wanted.startsWith('key');
    return { at: end.at, wanted: isKey ? 'colon' : after(), ...(end.bad && { faultAt: end.at }) };
  }
  if (wanted.startsWith('key')) return undefined;
  if (char === '{' || char === '[') {
    closers.push(char === '{' ? '}' : ']');
    return { at: at + 1, wanted: char === '{' ? 'key-or-end' : 'value-or-end' };
  }
  return plainValue(text, at, after());
}

function plainValue(text: string, at: number, wanted: Wanted): Step | undefined {
  const end = Math.max(skip(NUMBER, text, at), skip(WORD, text, at));
  if (end > at) return { at: end, wanted };
  const rest = text.slice(at);
  const cutShort = rest === '-' || ['true', 'false', 'null'].some((word) => word.startsWith(rest));
  return cutShort ? { at: text.length, wanted, faultAt: text.length } : undefined;
}

const HEX4 = /[0-9a-fA-F]{4}/y;

/** Where a string that begins at a quote ends, past its closing quote, or where it goes wrong. */
function stringEnd(text: string, from: number): { readonly at: number; readonly bad: boolean } {
  let at = from + 1;
  while (at < text.length) {
    const char = text.charCodeAt(at);
    if (char === 0x22) return { at: at + 1, bad: false };
    if (char < 0x20) return { at, bad: true };
    if (char === 0x5c) {
      const escape = text[at + 1];
      if (escape === undefined) break;
      const end = escape === 'u' ? skip(HEX4, text, at + 2) : at + 2;
      if (escape === 'u' ? end === at + 2 : !'"\\/bfnrt'.includes(escape)) {
        return {
          at: text.length - at < 6 && /^\\u[0-9a-fA-F]*$/.test(text.slice(at)) ? text.length : at,
          bad: true,
        };
      }
      at = end;
    } else at += 1;
  }
  return { at: text.length, bad: true };
}

function skip(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : from;
}

function faultAt(text: string, offset: number): JsonFault {
  let line = 1;
  let lineStart = 0;
  for (
    let end = text.indexOf('\n');
    end >= 0 && end < offset;
    end = text.indexOf('\n', lineStart)
  ) {
    line += 1;
    lineStart = end + 1;
  }
  return { offset, line, column: offset - lineStart + 1, truncated: offset >= text.length };
}
