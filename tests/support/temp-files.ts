import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';

/** A folder that is gone after the tests of the file. */
export function tempFolder(): (name: string, content?: string | Uint8Array) => string {
  const folder = mkdtempSync(path.join(tmpdir(), 'entente-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  return (name, content) => {
    const place = path.join(folder, name);
    if (content !== undefined) writeFileSync(place, content);
    return place;
  };
}
