import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { pageNames } from '../ui/export/file-names';
import { type Call, UsageError } from './command';
import { formatOfEnding, type PictureFileFormat, type RenderOptions } from './render-options';

interface Asked extends Pick<RenderOptions, 'formats' | 'out'> {
  readonly pageCount: number;
  /** The files' own name, without ending, where `--out` is a folder. */
  readonly name: string;
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
  const { formats, out, pageCount } = asked;
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
  const base = isFile ? out.slice(0, -path.extname(out).length) : path.join(out, asked.name);
  const ending = (format: PictureFileFormat) => (isFile ? path.extname(out).slice(1) : format);
  return {
    of: (format, page) => {
      const names = pageNames(
        base,
        [{ pageCount: page === undefined ? 1 : pageCount }],
        ending(format),
      );
      return names[page ?? 0] ?? base;
    },
  };
}

function makeFolder(folder: string, t: Call['t']): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new UsageError(t('cli:wrong.noWrite', { file: folder, reason: String(error) }));
  }
}
