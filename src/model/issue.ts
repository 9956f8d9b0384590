import type { Issue } from './dataset';

export type Expected = Issue['expected'];
type Path = readonly PropertyKey[];

const FOUND_LENGTH = 80;

/** `events[12].title.en`; a key that is no plain word stands in brackets: `title["zh-Hant"]`. */
export function pathText(path: Path): string {
  let text = '';
  for (const part of path) {
    if (typeof part === 'number') text += `[${part}]`;
    else if (/^[A-Za-z_][\w]*$/.test(String(part)))
      text += text ? `.${String(part)}` : String(part);
    else text += `[${JSON.stringify(shorten(String(part)))}]`;
  }
  return text;
}

/** Quoted text, a number, or a type in words, of 80 characters at most. */
export function describe(value: unknown): string {
  if (typeof value === 'string') return `“${withPictures(shorten(value))}”`;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value === undefined || value === null) return 'nothing';
  if (Array.isArray(value)) return 'list';
  return typeof value === 'object' ? 'object' : typeof value;
}

/** With a picture for each control character, which would not be seen, or would turn what follows: ␀ for U+0000. */
function withPictures(text: string): string {
  return text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, (control) => {
    const code = control.charCodeAt(0);
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : code === 0x7f ? '␡' : '\ufffd';
  });
}

function shorten(text: string): string {
  const room = FOUND_LENGTH - 2;
  if (text.length <= room) return text;
  // Not `Array.from(text)`: the text may be gigabytes long. A cut surrogate pair is dropped whole.
  const start = text.slice(0, room - 1);
  return `${start.replace(/[\uD800-\uDBFF]$/, '')}…`;
}

export function errorAt(path: Path, expected: Expected, value: unknown): Issue {
  return { path: pathText(path), severity: 'error', expected, found: describe(value) };
}

export function warningAt(path: Path, expected: Expected, value: unknown): Issue {
  return { path: pathText(path), severity: 'warning', expected, found: describe(value) };
}

/** What stands at `path` inside an untrusted value; undefined where the path leads nowhere. */
export function valueAt(root: unknown, path: Path): unknown {
  let value = root;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}
