import { parseArgs } from 'node:util';
import type { TFunction } from 'i18next';
import { type Command, type Option, UsageError } from './command';

/** Every command has these, and so has `entente` by itself. */
export const COMMON_OPTIONS: readonly Option[] = [
  { name: 'lang', value: 'LANG', choices: ['en', 'ja'] },
  { name: 'help', short: 'h' },
];

export interface Arguments {
  readonly operands: readonly string[];
  readonly values: ReadonlyMap<string, readonly string[]>;
}

type Accepted = Pick<Command, 'options' | 'operands' | 'least' | 'most'>;

/** Reads what stands after a command's name. Throws a UsageError for what the command does not know or lacks. */
export function readArguments(
  args: readonly string[],
  { options, operands, least, most }: Accepted,
  t: TFunction,
): Arguments {
  const known = [...options, ...COMMON_OPTIONS];
  // Not strict: Node's own complaints are in English only.
  const { tokens, positionals } = parseArgs({
    args: [...args],
    options: Object.fromEntries(known.map(parseOption)),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const values = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const option = known.find(({ name }) => name === token.name);
    if (!option) throw new UsageError(t('cli:wrong.unknownOption', { option: token.rawName }));
    const given = values.get(option.name) ?? [];
    if (given.length > 0 && !option.repeats)
      throw new UsageError(t('cli:wrong.repeated', { option: token.rawName }));
    values.set(option.name, [...given, readValue(option, token, t)]);
  }
  if (!values.has('help')) checkOperands(positionals, { operands, least, most }, t);
  return { operands: positionals, values };
}

function parseOption({ name, short, value }: Option) {
  const type = value === undefined ? ('boolean' as const) : ('string' as const);
  return [name, { type, multiple: true, ...(short !== undefined && { short }) }] as const;
}

interface Token {
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

function readValue(
  { value: wanted, choices }: Option,
  { rawName: option, value, inlineValue }: Token,
  t: TFunction,
): string {
  if (wanted === undefined) {
    if (value !== undefined) throw new UsageError(t('cli:wrong.noValue', { option, value }));
    return '';
  }
  // `--from --to`: a value is missing. One that begins so can be given as `--q=--to`.
  const isMissing = value === undefined || (!inlineValue && /^--?[a-z]/i.test(value));
  if (isMissing) throw new UsageError(t('cli:wrong.missingValue', { option, value: wanted }));
  if (choices && !choices.includes(value))
    throw new UsageError(wrongChoice(t, option, value, choices));
  return value;
}

/** “--format must be one of text, json, found “xml”” */
export function wrongChoice(
  t: TFunction,
  option: string,
  found: string,
  choices: readonly string[],
): string {
  return t('cli:wrong.choice', { option, found, choices: choices.join(t('cli:between')) });
}

function checkOperands(
  found: readonly string[],
  { operands, least, most }: Pick<Accepted, 'operands' | 'least' | 'most'>,
  t: TFunction,
): void {
  if (found.length < least) throw new UsageError(t('cli:wrong.missingOperand', { operands }));
  const extra = found[most];
  if (extra !== undefined) throw new UsageError(t('cli:wrong.extraOperand', { found: extra }));
}
