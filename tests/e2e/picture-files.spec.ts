import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { textsOf } from '../../src/formats/fonts/font-face';
import { writePng } from '../../src/formats/write-png';
import { writeSvg } from '../../src/formats/write-svg';
import { cssFont } from '../../src/scene/fonts';
import { screenSize } from '../../src/scene/page-size';
import type { MeasureText, TextShape } from '../../src/scene/scene';
import { layoutRecord, publishRecord } from '../support/publish-record';
import { expect, open, test } from './support';

/** Serves a file at the app's own address, outside of the app's policy. */
async function serve(page: Page, name: string, body: string | Uint8Array): Promise<void> {
  const contentType = name.endsWith('.svg') ? 'image/svg+xml' : 'image/png';
  await page.route(`**/${name}`, (route) =>
    route.fulfill({ body: typeof body === 'string' ? body : Buffer.from(body), contentType }),
  );
}

test('a slide is laid out in the browser as on the command line', async ({ page }) => {
  const choices = { language: 'ja' } as const;
  const { publication } = await publishRecord(choices);
  await open(page, '?lang=ja');
  const canvas = createCanvasMeasure(page);
  let inBrowser = layoutRecord(choices, canvas.measure);
  while (await canvas.learn()) inBrowser = layoutRecord(choices, canvas.measure);
  const [here, there] = [publication, inBrowser].map(({ pages }) =>
    pages.flatMap(({ scene }) => textsOf(scene.nodes)),
  );
  expect(there?.length).toBe(here?.length);
  expect(here?.filter((text, i) => isElsewhere(text, there?.[i]))).toEqual([]);
});

function isElsewhere(here: TextShape, there: TextShape | undefined): boolean {
  const isClose = there && Math.hypot(here.x - there.x, here.y - there.y) < 1;
  return !isClose || here.text !== there.text;
}

/** Widths by the page's canvas. Those not known yet are estimated; `learn` asks for them, and says whether there were any. */
function createCanvasMeasure(page: Page) {
  const known = new Map<string, number>();
  const unknown = new Map<string, { text: string; font: string }>();
  const measure: MeasureText = (text, font) => {
    const asked = { text, font: cssFont(font) };
    const key = `${asked.font} ${text}`;
    const width = known.get(key);
    if (width === undefined) unknown.set(key, asked);
    return width ?? text.length * font.sizePx * 0.6;
  };
  const learn = async () => {
    const keys = [...unknown.keys()];
    const widths = await page.evaluate(measureTexts, [...unknown.values()]);
    keys.forEach((key, i) => known.set(key, widths[i] ?? Number.NaN));
    unknown.clear();
    return keys.length > 0;
  };
  return { measure, learn };
}

async function measureTexts(texts: readonly { text: string; font: string }[]): Promise<number[]> {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) throw new Error('no canvas');
  context.textRendering = 'geometricPrecision';
  const fonts = new Set(texts.map(({ font }) => font));
  const letters = texts.map(({ text }) => text).join('');
  await Promise.all([...fonts].map((font) => document.fonts.load(font, letters)));
  return texts.map(({ text, font }) => {
    context.font = font;
    return context.measureText(text).width;
  });
}

test('a browser shows the text of an SVG file as wide as it was laid out', async ({ page }) => {
  const { publication, engine } = await publishRecord({ language: 'ja' });
  await serve(page, 'slide.svg', await writeSvg(publication, 0, { text: 'fonts', engine }));
  await page.goto('./slide.svg');
  const lengths = await page.evaluate(async () => {
    await Promise.all([...document.fonts].map((face) => face.load()));
    return [...document.querySelectorAll('text')].map((text) => ({
      text: text.textContent,
      px: text.getComputedTextLength(),
    }));
  });
  const texts = textsOf(publication.pages[0]?.scene.nodes ?? []);
  expect(lengths.map(({ text }) => text)).toEqual(texts.map(({ text }) => text));
  const wrong = texts.flatMap(({ text, font }, i) => {
    const byPx = (lengths[i]?.px ?? Number.NaN) - engine.measure(text, font);
    return Math.abs(byPx) < 0.5 ? [] : [{ text, byPx }];
  });
  expect(wrong).toEqual([]);
});

test('resvg draws an SVG of outlines as Chromium does', async ({ page }) => {
  const { publication, engine } = await publishRecord({
    size: screenSize(900, 600),
    theme: 'dark',
  });
  const wasm = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm');
  const png = await writePng(publication, 0, { engine, scale: 1, loadWasm: () => readFile(wasm) });
  await serve(page, 'page.png', png);
  await serve(page, 'page.svg', await writeSvg(publication, 0, { text: 'outlines', engine }));
  await open(page);
  const found = await page.evaluate(async () => {
    const pixels = await Promise.all(
      ['page.png', 'page.svg'].map(async (name) => {
        const image = new Image();
        image.src = name;
        await image.decode();
        const canvas = document.createElement('canvas');
        [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
        const context = canvas.getContext('2d');
        context?.drawImage(image, 0, 0);
        return (
          context?.getImageData(0, 0, canvas.width, canvas.height).data ?? new Uint8ClampedArray()
        );
      }),
    );
    const [resvg = new Uint8ClampedArray(), chromium = new Uint8ClampedArray()] = pixels;
    const differences = resvg.map((value, i) => Math.abs(value - (chromium[i] ?? 255)));
    return {
      lengths: pixels.map(({ length }) => length),
      mean: differences.reduce((sum, value) => sum + value, 0) / differences.length,
      // More than how edges are smoothed.
      far: differences.filter((value) => value > 100).length / differences.length,
      inked: resvg.filter((value, i) => i % 4 === 0 && value > 150).length,
    };
  });
  expect(found.lengths).toEqual([900 * 600 * 4, 900 * 600 * 4]);
  expect(found.inked).toBeGreaterThan(5_000);
  expect(found.mean).toBeLessThan(1);
  expect(found.far).toBeLessThan(0.0001);
});

test('the command line writes the same bytes in every time zone', async () => {
  // Two runs, the first of which may have to build it.
  test.slow();
  const folder = mkdtempSync(path.join(tmpdir(), 'entente-'));
  const run = async (zone: string) => {
    const out = path.join(folder, zone.replace('/', '-'));
    const args = 'render data/japan-us.json --from 2023-05-01 --to 2023-05-31 --asof 2023-06-12';
    const formats = '--size two-columns --format svg,png,pdf,pptx --dpi 96 --lang ja --out';
    await promisify(execFile)(
      process.execPath,
      ['bin/entente.mjs', ...`${args} ${formats}`.split(' '), out],
      { env: { ...process.env, TZ: zone } },
    );
    return readdirSync(out)
      .toSorted()
      .map((name) => [name, readFileSync(path.join(out, name)).toString('base64')]);
  };
  const first = await run('UTC');
  const second = await run('Pacific/Apia');
  expect(first.map(([name]) => name?.split('.').at(-1))).toEqual(['pdf', 'png', 'pptx', 'svg']);
  expect(second).toEqual(first);
  rmSync(folder, { recursive: true });
});
