import type { TFunction } from 'i18next';
import { type Command, EXIT, type ExitCode, UsageError } from './command';
import { COMMANDS } from './commands';
import { commandHelp, generalHelp } from './help';
import { type Host, tell } from './host';
import { readArguments } from './read-args';
import { createI18n, languageOf } from './words';

/** Runs what stands on a command line after `entente`. Rejects only for what is nobody's fault but the program's. */
export async function main(args: readonly string[], host: Host): Promise<ExitCode> {
  const language = languageOf(args, host);
  const i18n = createI18n(language);
  const t = i18n.getFixedT(language);
  try {
    const { command, rest } = findCommand(args, t);
    if (!command) {
      host.stdout.write(generalHelp(t));
      return EXIT.ok;
    }
    const given = readArguments(rest, command, t);
    if (given.values.has('help')) {
      host.stdout.write(commandHelp(command, t));
      return EXIT.ok;
    }
    return await command.run({ ...given, language, t, i18n, host });
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    tell(host, error.message);
    return EXIT.wrongUse;
  }
}

interface Found {
  /** Undefined where only help is asked for. */
  readonly command: Command | undefined;
  readonly rest: readonly string[];
}

/** The command is the first word; the common options may stand before it. */
function findCommand(args: readonly string[], t: TFunction): Found {
  const at = args.findIndex((arg, i) => !arg.startsWith('-') && args[i - 1] !== '--lang');
  const before = at < 0 ? args : args.slice(0, at);
  const name = args[at];
  const { values } = readArguments(before, { options: [], operands: '', least: 0, most: 0 }, t);
  if (name === undefined && values.has('help')) return { command: undefined, rest: [] };
  const names = COMMANDS.map((command) => command.name).join(t('cli:between'));
  if (name === undefined) throw new UsageError(t('cli:wrong.noCommand', { names }));
  const command = COMMANDS.find((each) => each.name === name);
  if (!command) throw new UsageError(t('cli:wrong.unknownCommand', { name, names }));
  return { command, rest: [...before, ...args.slice(at + 1)] };
}
