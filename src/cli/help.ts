import type { TFunction } from 'i18next';
import type { Command, Option } from './command';
import { COMMANDS } from './commands';
import { COMMON_OPTIONS } from './read-args';
import { COLUMNS, textColumns, wrapText } from './terminal-text';

/** What `entente --help` says. */
export function generalHelp(t: TFunction): string {
  return join([
    t('cli:help.about'),
    section(t('cli:help.usage'), ['entente COMMAND …', 'entente COMMAND --help']),
    section(
      t('cli:help.commands'),
      COMMANDS.map((command) => [command.name, t(`cli:commands.${command.name}`)]),
    ),
    section(
      t('cli:help.options'),
      COMMON_OPTIONS.map((option) => optionRow(option, t)),
    ),
    section(t('cli:help.exitCodes'), exitRows(t)),
  ]);
}

/** What `entente COMMAND --help` says. */
export function commandHelp({ name, operands, options, examples }: Command, t: TFunction): string {
  const line = (args: string) => `entente ${name} ${args}`;
  return join([
    wrapText(`${t(`cli:commands.${name}`)}${t('cli:help.stop')}`, COLUMNS).join('\n'),
    section(t('cli:help.usage'), [line(`[${t('cli:help.optionsWord')}] ${operands}`)]),
    ...t(`cli:about.${name}`)
      .split('\n')
      .map((paragraph) => wrapText(paragraph, COLUMNS).join('\n')),
    section(
      t('cli:help.options'),
      [...options, ...COMMON_OPTIONS].map((option) => optionRow(option, t, name)),
    ),
    section(t('cli:help.examples'), examples.map(line)),
    section(t('cli:help.exitCodes'), exitRows(t)),
  ]);
}

type Row = string | readonly [term: string, words: string];

function exitRows(t: TFunction): readonly Row[] {
  return ['0', '1', '2', '3'].map((code) => [code, t(`cli:exit.${code}`)] as const);
}

/** A command may word a common option in its own way. */
function optionRow({ name, short, value, choices }: Option, t: TFunction, command = ''): Row {
  const spelled = `${short === undefined ? '' : `-${short}, `}--${name}`;
  const term = value === undefined ? spelled : `${spelled} ${choices?.join('|') ?? value}`;
  const common = t(`cli:options.${name}`, { defaultValue: '' });
  return [term, t(`cli:optionsOf.${command}.${name}`, { defaultValue: common })];
}

const INDENT = 2;
/** A longer term stands on a line of its own. */
const TERM_COLUMNS = 24;

function section(title: string, rows: readonly Row[]): string {
  const lines = rows.flatMap((row) => (typeof row === 'string' ? [row] : rowLines(row)));
  return [title, ...lines.map((line) => ' '.repeat(INDENT) + line)].join('\n');
}

function rowLines([term, words]: readonly [string, string]): string[] {
  const lines = wrapText(words, COLUMNS - INDENT - TERM_COLUMNS);
  const isLong = textColumns(term) > TERM_COLUMNS - 2;
  const heads = isLong ? ['', ...lines.slice(1).map(() => '')] : [term];
  const rows = lines.map((line, i) => `${(heads[i] ?? '').padEnd(TERM_COLUMNS)}${line}`);
  return isLong ? [term, ...rows] : rows;
}

function join(parts: readonly string[]): string {
  return `${parts.join('\n\n')}\n`;
}
