import { createTextReader } from './text-bytes';

/** A longer line is not held in memory. */
export const MAX_LINE_LENGTH = 10_000_000;

export interface Line {
  /** From 1. */
  readonly number: number;
  /** Without its end; of a line that is too long only the beginning. */
  readonly text: string;
  readonly isTooLong: boolean;
  /** False where bytes of it are none of UTF-8; U+FFFD stands for them. */
  readonly isUtf8: boolean;
}

export interface LineReader {
  /** Takes more bytes, and gives each line that ends in them to `visit`. */
  add: (bytes: Uint8Array) => void;
  /** Gives what stands after the last line end, if anything does. */
  end: () => void;
}

/** Cuts UTF-8 (a BOM is skipped) into lines at LF or CRLF. */
export function createLineReader(
  visit: (line: Line) => void,
  maxLength = MAX_LINE_LENGTH,
): LineReader {
  let number = 0;
  /** The pieces of the line that is not over yet; once it is too long, only its beginning. */
  let pieces: string[] = [];
  let length = 0;
  let isUtf8 = true;

  const keep = (piece: string) => {
    if (length <= maxLength) pieces.push(piece);
    length += piece.length;
    if (length > maxLength && pieces.length > 1) pieces.length = 1;
  };
  const finish = () => {
    number++;
    const isTooLong = length > maxLength;
    const whole = pieces.length === 1 ? (pieces[0] ?? '') : pieces.join('');
    const text = isTooLong ? whole.slice(0, 200) : whole;
    pieces = [];
    length = 0;
    const wasUtf8 = isUtf8;
    isUtf8 = true;
    visit({
      number,
      text: text.endsWith('\r') ? text.slice(0, -1) : text,
      isTooLong,
      isUtf8: wasUtf8,
    });
  };
  const { add, end } = createTextReader((text, isGood) => {
    isUtf8 &&= isGood;
    let from = 0;
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', from)) {
      keep(text.slice(from, at));
      finish();
      from = at + 1;
    }
    if (from < text.length) keep(text.slice(from));
  });
  return {
    add,
    end: () => {
      end();
      if (length > 0) finish();
    },
  };
}
