import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { type Call, UsageError } from './command';
import { formatOfEnding, type PictureFileFormat, type RenderOptions } from './render-options';

interface Asked extends Pick<RenderOptions, 'formats' | 'out'> {
  readonly pageCount: number;
  /** The file's own name, where `--out` is a folder. */
  readonly nameOf: (format: PictureFileFormat) => string;
}

export interface Places {
  /** Where a file goes; `-` is the standard output. */
  readonly of: (format: PictureFileFormat, page: number | undefined) => string;
}

/**
 * `--out` is a folder, made where it is missing, or a file by its ending, or `-`. Pages in files of their own get their
 * number before the ending. Throws a UsageError where more files come than a place holds.
 */
export function createPlaces({ t }: Pick<Call, 't'>, asked: Asked): Places {
  const { formats, out, pageCount, nameOf } = asked;
  const [first = 'svg'] = formats;
  const isForEachPage = first === 'svg' || first === 'png';
  if (out === '-') {
    if (formats.length > 1 || (isForEachPage && pageCount > 1)) {
      throw new UsageError(t('cli:render.oneToStdout', { count: pageCount }));
    }
    return { of: () => '-' };
  }
  const isFile = formatOfEnding(out) !== undefined;
  if (isFile && (formats.length > 1 || formatOfEnding(out) !== first)) {
    throw new UsageError(
      t('cli:render.otherEnding', { out, formats: formats.join(t('cli:between')) }),
    );
  }
  makeFolder(isFile ? path.dirname(out) : out, t);
  const placeOf = (format: PictureFileFormat) => (isFile ? out : path.join(out, nameOf(format)));
  return {
    of: (format, page) =>
      page === undefined || pageCount === 1
        ? placeOf(format)
        : numbered(placeOf(format), page, pageCount),
  };
}

function makeFolder(folder: string, t: Call['t']): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new UsageError(t('cli:wrong.noWrite', { file: folder, reason: String(error) }));
  }
}

/** `slide.svg` → `slide-02.svg`; as many figures as the last page has, so that they sort. */
function numbered(place: string, page: number, pageCount: number): string {
  const { dir, name, ext } = path.parse(place);
  const number = String(page + 1).padStart(String(pageCount).length, '0');
  return path.join(dir, `${name}-${number}${ext}`);
}
