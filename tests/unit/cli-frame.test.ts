import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/commands';
import { textColumns, wrapText } from '../../src/cli/terminal-text';
import { runCli } from '../support/run-cli';

describe('the command line', () => {
  it.each(['en', 'ja'])('lists every command in its help (%s)', async (lang) => {
    const { code, out, err } = await runCli(['--help', '--lang', lang]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const { name } of COMMANDS) expect(out).toMatch(new RegExp(`^ {2}${name} {2,}\\S`, 'm'));
    expect(out).not.toMatch(/cli[:.]/);
  });

  const helps = COMMANDS.flatMap((command) => ['en', 'ja'].map((lang) => [lang, command] as const));

  it.each(helps)('explains every option of a command (%s, $name)', async (lang, command) => {
    const { code, out } = await runCli([command.name, '--help', '--lang', lang]);
    expect(code).toBe(0);
    for (const { name } of command.options) expect(out).toMatch(new RegExp(`--${name}\\b`));
    // A missing word shows as its key.
    expect(out).not.toMatch(/cli[:.]|options\w*\./);
    const unexplained = out.split('\n').filter((line, i, lines) => {
      const isOption = /^ {2}(-\w, )?--[a-z]/.test(line) && !/ {2}\S+.* {2,}\S/.test(line);
      return isOption && !/^ {20,}\S/.test(lines[i + 1] ?? '');
    });
    expect(unexplained).toEqual([]);
  });

  it('speaks the language of the environment, and --lang before it', async () => {
    expect((await runCli(['--help'], { LANG: 'ja_JP.UTF-8' })).out).toContain('使い方');
    expect((await runCli(['--help'], { LC_ALL: 'C', LANG: 'ja_JP.UTF-8' })).out).toContain('Usage');
    expect((await runCli(['--lang=ja', '--help'])).out).toContain('使い方');
    expect((await runCli(['--help', '--lang=en'], { LANG: 'ja_JP.UTF-8' })).out).toContain('Usage');
  });

  it.each([
    [[], 'a command is missing: one of check'],
    [['publish'], '“publish” is no command. Expected one of check'],
    [['--colour', 'check', 'a.json'], '--colour is no option'],
    [['check'], 'FILE… is missing'],
    [['check', 'a.json', '--colour'], '--colour is no option'],
    [['check', 'a.json', '-x'], '-x is no option'],
    [['check', 'a.json', '--format'], '--format needs a value: FORMAT'],
    [['check', 'a.json', '--format', '--strict'], '--format needs a value: FORMAT'],
    [['check', 'a.json', '--format', 'xml'], '--format must be one of text, json, found “xml”'],
    [['check', 'a.json', '--strict=yes'], '--strict takes no value, found “yes”'],
    [['check', 'a.json', '--format=text', '--format=json'], '--format is given more than once'],
    [['check', 'a.json', '--lang', 'fr'], '--lang must be one of en, ja, found “fr”'],
    [['check', 'no-such-file.json'], 'there is no file “no-such-file.json”'],
    [['check', 'tests'], '“tests” is no file'],
    [['convert', 'a.json', 'b.json'], '“b.json” is one too many'],
  ])('refuses %j with a reason and exit code 2', async (args, reason) => {
    const { code, out, err } = await runCli(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(reason);
    expect(err).toMatch(/^entente: .+\n$/);
  });
});

describe('text on a terminal', () => {
  it('counts Japanese characters as two columns', () => {
    expect(textColumns('日米 1951')).toBe(9);
  });

  it('breaks lines at spaces, and between Japanese characters but not before a full stop', () => {
    expect(wrapText('one two three', 8)).toEqual(['one two', 'three']);
    expect(wrapText('日米関係。', 8)).toEqual(['日米関係。']);
    expect(wrapText('日米「関係」', 6)).toEqual(['日米', '「関係」']);
  });
});
