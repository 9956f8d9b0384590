import { once } from 'node:events';
import { open } from 'node:fs/promises';
import type { TFunction } from 'i18next';
import { type Call, UsageError } from './command';
import type { Host } from './host';

type Pieces = Iterable<string | Uint8Array>;

/** As much is gathered before it is written: a call for each event would take most of the time. */
const CHUNK_LENGTH = 200_000;

/** Writes a result to a file, or for `-` to stdout. Throws a UsageError where that cannot be done. */
export async function writeOutput(
  place: string,
  pieces: Pieces,
  { t, host }: Pick<Call, 't' | 'host'>,
): Promise<void> {
  if (place === '-') await writeOut(pieces, host);
  else await writeFile(place, pieces, t);
}

async function writeOut(pieces: Pieces, { stdout }: Host): Promise<void> {
  for (const chunk of gathered(pieces)) {
    // A pipe whose reader is slow says so, and is waited for.
    // oxlint-disable-next-line no-await-in-loop
    if (!stdout.write(chunk) && 'once' in stdout) await once(stdout as never, 'drain');
  }
}

async function writeFile(place: string, pieces: Pieces, t: TFunction): Promise<void> {
  const file = await open(place, 'w').catch((error: unknown) => {
    throw new UsageError(t('cli:wrong.noWrite', { file: place, reason: String(error) }));
  });
  try {
    // oxlint-disable-next-line no-await-in-loop
    for (const chunk of gathered(pieces)) await file.writeFile(chunk);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new UsageError(t('cli:wrong.noWrite', { file: place, reason: error.message }));
  } finally {
    await file.close();
  }
}

function* gathered(pieces: Pieces): Generator<string | Uint8Array> {
  let text = '';
  for (const piece of pieces) {
    if (typeof piece === 'string') text += piece;
    else {
      if (text !== '') yield text;
      text = '';
      yield piece;
    }
    if (text.length > CHUNK_LENGTH) {
      yield text;
      text = '';
    }
  }
  if (text !== '') yield text;
}
