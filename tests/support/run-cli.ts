import { main } from '../../src/cli/main';

export interface CliRun {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line in this process and keeps what it writes. */
export async function runCli(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<CliRun> {
  const written = { out: '', err: '' };
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const into = (key: 'out' | 'err') => ({
    write: (chunk: string | Uint8Array) => {
      written[key] += typeof chunk === 'string' ? chunk : decoder.decode(chunk);
      return true;
    },
  });
  const code = await main(args, { env, stdout: into('out'), stderr: into('err') });
  return { code, ...written };
}
