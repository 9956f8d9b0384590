import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isPng } from '../../src/formats/png-chunks';
import { readPngStamp } from '../../src/formats/png-stamp';
import { readSvgStamp } from '../../src/formats/svg-stamp';
import { runCli } from '../support/run-cli';

let folder: string;
/** A month of the record, in a file of its own: reading all of it takes most of the time. */
let MAY: readonly string[];
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'entente-'));
  const record = JSON.parse(readFileSync('data/japan-us.json', 'utf8')) as Raw;
  const file = path.join(folder, 'may.json');
  const events = record.events
    .filter(({ date }) => String(date).startsWith('2023-05'))
    .map((event) => ({ ...event, links: [] }));
  writeFileSync(file, JSON.stringify({ ...record, events, views: [] }));
  MAY = [file, '--from=2023-05-01', '--to=2023-05-31', '--asof=2023-06-12'];
});

interface Raw {
  readonly events: readonly { readonly date?: unknown }[];
}

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Runs `render` for May 2023 into a folder of its own and reads what came. */
async function render(...options: readonly string[]) {
  const out = mkdtempSync(path.join(folder, 'run-'));
  const run = await runCli(['render', ...MAY, '--out', out, ...options]);
  const names = readdirSync(out).toSorted();
  const files = names.map((name) => readFileSync(path.join(out, name)));
  return { ...run, names, files, printed: run.out.replaceAll(out + path.sep, '') };
}

const heads = (svg = '') => ({
  title: /<title>(.*?)<\/title>/.exec(svg)?.[1],
  size: /width="(.*?)" height="(.*?)"/.exec(svg)?.slice(1),
});

describe('render', () => {
  it('writes a slide with the events of the range to a file, and prints its name', async () => {
    const place = path.join(folder, 'new', 'may.svg');
    const { code, out, err } = await runCli(['render', ...MAY, '--out', place]);
    expect({ code, out, err }).toEqual({ code: 0, out: `${place}\n`, err: '' });
    const svg = readFileSync(place, 'utf8');
    expect(heads(svg)).toEqual({
      title: 'Japan and the United States, May 2023',
      size: ['1920', '1080'],
    });
    expect(svg).toContain('data-event="micron-hiroshima-investment"');
    expect(svg).toContain('>Micron pledges up to 500bn yen for its Hiroshima plant<');
    expect((await runCli(['render', ...MAY, '--out', '-'])).out).toBe(svg);
  });

  it('takes every choice that the dialog has', async () => {
    const { files } = await render(
      '--size=200x100mm',
      '--theme=dark',
      '--lang=ja',
      '--title=五月 & 六月',
      '--subtitle=要約',
      '--footer=社内限り',
      '--exclude=legend,sources',
      '--no-stamp',
      '--made-at=2023-06-12T09:30:00+09:00',
    );
    const svg = String(files[0]);
    expect(heads(svg).size).toEqual(['200mm', '100mm']);
    expect(heads(svg).title).toContain('五月 &amp; 六月');
    expect(svg).toContain('>要約<');
    expect(svg).toContain('>社内限り<');
    expect(svg).not.toContain('>出典<');
    expect(svg).toContain('>2023-06-12T00:30:00Z<');
    expect(readSvgStamp(svg)).toEqual({ kind: 'none' });
  });

  it('draws PNG in the dots asked for, with its size on paper and a stamp that opens its view', async () => {
    const { files } = await render(
      '--size=100x80mm',
      '--format=png',
      '--dpi=75',
      '--domains=economy',
    );
    const png = files[0] ?? Buffer.alloc(0);
    expect(isPng(png)).toBe(true);
    const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
    expect(Math.abs(width - (100 / 25.4) * 75)).toBeLessThan(1);
    expect(Math.abs(height - (80 / 25.4) * 75)).toBeLessThan(1);
    const at = png.indexOf('pHYs');
    expect([png.readUInt32BE(at + 4), png.readUInt32BE(at + 8), png[at + 12]]).toEqual([
      2953, 2953, 1,
    ]);
    const found = readPngStamp(png);
    expect(found.kind === 'stamp' && found.stamp.view).toBe(
      'v=1&from=2023-05-01&to=2023-05-31&asof=2023-06-12&domains=economy',
    );
  });

  it('gives each page its number, and puts all pages into one document', async () => {
    const { names } = await render('--size=column', '--format=svg,pdf,pptx', '--include=summaries');
    const base = 'entente-japan-us-2023-05-01--2023-05-31';
    expect(names.slice(0, 2)).toEqual([`${base}-01.svg`, `${base}-02.svg`]);
    expect(names.slice(-2)).toEqual([`${base}.pdf`, `${base}.pptx`]);
  });

  it('draws columns on one page, however many events there are', async () => {
    const options = ['--layout=columns', '--size=column', '--format=svg,pdf,pptx'];
    const { code, err, names, files } = await render(...options);
    const base = 'entente-japan-us-2023-05-01--2023-05-31';
    expect({ code, err, names }).toEqual({
      code: 0,
      err: '',
      names: [`${base}.pdf`, `${base}.pptx`, `${base}.svg`],
    });
    const svg = String(files[2]);
    expect(svg).toMatch(/<desc>A timeline from 1 May 2023 to 31 May 2023.* count the events of/);
    expect(svg).toMatch(/\d+ events in columns by day, \d+ named\./);
    const found = readSvgStamp(svg);
    expect(found.kind === 'stamp' && found.stamp.view).toContain('from=2023-05-01&to=2023-05-31');
    expect(String((await render(...options)).files[2])).toBe(svg);
  });

  it('draws more events than pages are made of as columns, and points to that', async () => {
    const head = JSON.parse(readFileSync(MAY[0] ?? '', 'utf8')) as Raw;
    const file = path.join(folder, 'many.ndjson');
    const lines = Array.from({ length: 20_001 }, (_, i) =>
      JSON.stringify({
        id: `e${i}`,
        title: `Meeting ${i}`,
        kind: 'meeting',
        domains: ['economy'],
        parties: ['JP', 'US'],
        date: `2023-05-${10 + (i % 20)}`,
      }),
    );
    writeFileSync(file, [JSON.stringify({ ...head, events: undefined }), ...lines].join('\n'));
    const refused = await runCli(['render', file]);
    expect(refused.code).toBe(2);
    expect(refused.err).toMatch(/20,001 events, more than .*Take --layout columns/);
    const { code, out } = await runCli(['render', file, '--layout=columns', '--out=-']);
    expect(code).toBe(0);
    expect(out).toContain('20,001 events in columns by week');
  });

  it('says so where nothing matches, and draws that', async () => {
    const { code, err, files } = await render('--q=nowhere-at-all');
    expect({ code, err }).toEqual({ code: 0, err: 'entente: no events match.\n' });
    expect(String(files[0])).toContain('No events');
  });

  it.each([
    ['--format=svg,gif', '--format must be one of svg, png, pdf, pptx'],
    ['--format=,', '--format must be one of'],
    ['--size=a3', '“a3” is no size for --size. Expected one of slide'],
    ['--size=10x10mm', 'each side must be 80 to 1600 mm long'],
    ['--size=300x200', '“300x200” is no size'],
    ['--theme=grey', '--theme must be one of light, dark'],
    ['--include=legends', '--include must be one of legend'],
    ['--scale=9', '--scale must be a number from 1 to 4, found “9”'],
    ['--dpi=1e3', '--dpi must be a number from 72 to 600'],
    ['--made-at=2023-02-30', '--made-at must be a day or a moment'],
    ['--made-at=yesterday', '--made-at must be a day or a moment'],
    ['--group=planet', '--group must be one of domain'],
    ['--layout=rows', '--layout must be one of pages, columns, found “rows”'],
    ['--svg-text=curves', '--svg-text must be one of fonts, outlines'],
    ['--asof=2023-13-01', '“2023-13-01” for --asof cannot be read'],
  ])('refuses %s with a reason', async (option, reason) => {
    const { code, out, err } = await runCli(['render', 'data/japan-us.json', option]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(reason);
  });

  it.each([
    [['--scale=2', '--dpi=300'], 'give one of them'],
    [['--out=-', '--format=svg,png'], 'the standard output takes one file'],
    [['--out=may.svg', '--format=png'], '--out may.svg is one file of another format than png'],
    [['--out=package.json/may'], '“package.json/may” cannot be written'],
  ])('refuses %j together', async (options, reason) => {
    const { code, out, err } = await runCli(['render', ...MAY, ...options]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(reason);
  });
});
