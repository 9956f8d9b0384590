import type { Writable } from 'node:stream';
import { withoutControls } from './terminal-text';

/** What a command finds around it; tests give their own. */
export interface Host {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** For results. */
  readonly stdout: Pick<Writable, 'write'>;
  /** For messages. */
  readonly stderr: Pick<Writable, 'write'>;
}

/** Writes a message for the person at the keyboard. */
export function tell({ stderr }: Host, message: string): void {
  stderr.write(`entente: ${withoutControls(message)}\n`);
}
