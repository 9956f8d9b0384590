import type { i18n as I18n, TFunction } from 'i18next';
import type { Lang } from '../time/lang';
import type { Host } from './host';

export const EXIT = {
  ok: 0,
  /** Faults were found in the data. */
  faults: 1,
  /** The arguments are wrong, or a file cannot be read or written. */
  wrongUse: 2,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** An option of a command. Its words in the help are `cli:options.<name>`. */
export interface Option {
  readonly name: string;
  readonly short?: string;
  /** What stands for its value in the help, as `DAY`; an option without one is a switch. */
  readonly value?: string;
  /** The words that it takes, where they are few. */
  readonly choices?: readonly string[];
  /** May be given more than once. */
  readonly repeats?: boolean;
}

/** What was typed after a command's name, checked. */
export interface Call {
  readonly operands: readonly string[];
  /** By the option's name, in the order given; a switch has one empty value. */
  readonly values: ReadonlyMap<string, readonly string[]>;
  readonly language: Lang;
  /** Words by area and key: `cli:check.error`. */
  readonly t: TFunction;
  readonly i18n: I18n;
  readonly host: Host;
}

/** A command. Its words in the help are `cli:commands.<name>` and `cli:about.<name>`. */
export interface Command {
  readonly name: string;
  /** As the help has it: `FILE…`. */
  readonly operands: string;
  /** How many it takes. */
  readonly least: number;
  readonly most: number;
  readonly options: readonly Option[];
  /** Example arguments for the help, one line each. */
  readonly examples: readonly string[];
  readonly run: (call: Call) => Promise<ExitCode>;
}

/** Something that whoever typed the command can put right; it ends the command with exit code 2. */
export class UsageError extends Error {}
