import { readFileSync } from 'node:fs';
import { crc32 as nodeCrc32 } from 'node:zlib';
import fc from 'fast-check';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { PDF_STAMP_KEY } from '../../src/formats/pdf-stamp';
import { type PictureStamp, parseStampText, stampText } from '../../src/formats/picture-stamp';
import { pngWithStamp } from '../../src/formats/png-stamp';
import { pngWithWords } from '../../src/formats/png-words';
import { readPictureStamp } from '../../src/formats/read-picture-stamp';
import { stampXml } from '../../src/formats/svg-stamp';
import { crc32 } from '../../src/lib/crc32';
import { paintSvg } from '../../src/paint/paint-svg';
import { DARK } from '../../src/paint/palette';
import { encodeValue } from '../../src/state/url-text';
import { anyText } from '../support/any-text';

const STAMP: PictureStamp = {
  view: 'v=1&from=2023-01-01&to=2023-06-30&q=広島',
  dataset: 'japan-us',
  hash: '0123456789abcdef'.repeat(4),
};

const stamps = fc.record({
  view: fc.oneof(
    anyText().map((text) => `v=1&q=${encodeValue(text)}`),
    anyText().map((text) => `v=1&${text}`),
  ),
  dataset: anyText(),
  hash: fc.string({
    unit: fc.constantFrom(...'0123456789abcdef'.split('')),
    minLength: 64,
    maxLength: 64,
  }),
});

function utf8(value: string): Uint8Array {
  return new TextEncoder().encode(value);
}

function png(): Uint8Array {
  const picture = new PNG({ width: 3, height: 2 });
  picture.data.fill(200);
  return new Uint8Array(PNG.sync.write(picture));
}

function svg(stamp: PictureStamp): Uint8Array {
  const scene = { widthPx: 10, heightPx: 10, nodes: [] };
  const options = { palette: DARK, title: 'A', desc: 'B', lang: 'en', metadata: stampXml(stamp) };
  return utf8(paintSvg(scene, options));
}

/** As much of a PDF as is looked at. */
function pdf(value: string): Uint8Array {
  return utf8(`%PDF-1.7\n1 0 obj\n<< /Title (A)\n/${PDF_STAMP_KEY} ${value} >>\nendobj\n%%EOF\n`);
}

const literal = (value: string) => `(${value.replaceAll(/[\\()]/g, (mark) => `\\${mark}`)})`;
const hex = (value: string) =>
  `<FEFF${Array.from({ length: value.length }, (_, i) => value.charCodeAt(i).toString(16).padStart(4, '0')).join('')}>`;

describe('a stamp', () => {
  it('comes back from each kind of picture as it went in', () => {
    const picture = png();
    fc.assert(
      fc.property(stamps, (stamp) => {
        const expected = { kind: 'stamp', stamp };
        expect(readPictureStamp(pngWithStamp(picture, stamp))).toEqual(expected);
        expect(readPictureStamp(svg(stamp))).toEqual(expected);
        for (const write of [literal, hex]) {
          expect(readPictureStamp(pdf(write(stampText(stamp))))).toEqual(expected);
        }
      }),
    );
  });

  it('holds the view, the dataset and its hash, in ASCII, and nothing else', () => {
    const written = stampText({ ...STAMP, author: 'somebody' } as PictureStamp);
    expect(written).toMatch(/^[\x20-\x7E]+$/);
    expect(Object.keys(JSON.parse(written) as object)).toEqual(['view', 'dataset', 'hash']);
  });

  it.each([
    'v=1&data=https://other.example/x.json&from=2023-01-01',
    'v=1&%64ata=https://other.example/x.json&from=2023-01-01',
    '?v=1&from=2023-01-01&data=',
  ])('never says where to fetch a dataset from: %s', (view) => {
    const safe = 'v=1&from=2023-01-01';
    expect(stampText({ ...STAMP, view })).toContain(`"view":"${safe}"`);
    const written = JSON.stringify({ ...STAMP, view });
    expect(parseStampText(written)?.view).toBe(safe);
  });

  it.each([
    ['no JSON', 'v=1'],
    ['another JSON', '[1]'],
    ['no hash', JSON.stringify({ ...STAMP, hash: 'abc' })],
    ['no view', JSON.stringify({ ...STAMP, view: 7 })],
    ['a view without end', JSON.stringify({ ...STAMP, view: 'v'.repeat(30_000) })],
  ])('is none with %s', (_what, written) => {
    expect(parseStampText(written)).toBeUndefined();
    expect(readPictureStamp(pdf(literal(written)))).toEqual({
      kind: 'unreadable',
      reason: 'damaged',
    });
  });
});

describe('a PNG', () => {
  it('is the same picture with a stamp, to a decoder that checks every sum', () => {
    const stamped = pngWithStamp(png(), STAMP);
    const decoded = PNG.sync.read(Buffer.from(stamped), { checkCRC: true });
    expect([decoded.width, decoded.height]).toEqual([3, 2]);
    expect(new Uint8Array(decoded.data)).toEqual(new Uint8Array(24).fill(200));
  });

  it('has one stamp, the last', () => {
    const twice = pngWithStamp(pngWithStamp(png(), { ...STAMP, dataset: 'other' }), STAMP);
    expect(twice).toEqual(pngWithStamp(png(), STAMP));
  });

  it('says so where its stamp was changed, or is cut short', () => {
    const stamped = pngWithStamp(png(), STAMP);
    const at = Buffer.from(stamped).indexOf('japan-us');
    const changed = stamped.with(at, 'x'.charCodeAt(0));
    const damaged = { kind: 'unreadable', reason: 'damaged' };
    expect(readPictureStamp(changed)).toEqual(damaged);
    expect(readPictureStamp(stamped.subarray(0, at))).toEqual(damaged);
  });

  it('without a stamp has none', () => {
    expect(readPictureStamp(png())).toEqual({ kind: 'none' });
  });

  it('says what it is and shows, in any script, and opens again beside that', () => {
    const words = { title: '日本と米国', alt: '50件の出来事', lang: 'ja' } as const;
    const worded = pngWithStamp(pngWithWords(png(), words), STAMP);
    expect(() => PNG.sync.read(Buffer.from(worded), { checkCRC: true })).not.toThrow();
    const bytes = Buffer.from(worded);
    expect(bytes.includes('iTXtTitle\0\0\0ja\0\0日本と米国')).toBe(true);
    expect(bytes.includes('iTXtDescription\0\0\0ja\0\x0050件の出来事')).toBe(true);
    expect(readPictureStamp(worded)).toEqual({ kind: 'stamp', stamp: STAMP });
  });

  it('of endless empty chunks is given up', () => {
    const endless = new Uint8Array(8 + 12 * 200_000);
    endless.set(png().subarray(0, 8));
    expect(readPictureStamp(endless)).toEqual({ kind: 'unreadable', reason: 'damaged' });
  });
});

describe('an SVG', () => {
  it('keeps its stamp when another program writes it anew', () => {
    const written = stampText(STAMP);
    const moved = `<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" xmlns:entente="urn:entente:view:1"><metadata id="m"><entente:view\n  id="e">${written.replaceAll('&', '&#38;').replaceAll('"', '&#x22;')}</entente:view></metadata></svg>`;
    expect(readPictureStamp(utf8(moved))).toEqual({ kind: 'stamp', stamp: STAMP });
    const cdata = moved.replace(
      /(<entente:view[^>]*>).*(<\/entente)/s,
      `$1<![CDATA[${written}]]>$2`,
    );
    expect(readPictureStamp(utf8(cdata))).toEqual({ kind: 'stamp', stamp: STAMP });
  });

  it('has none without an element of our namespace', () => {
    const plain = utf8('<svg xmlns="http://www.w3.org/2000/svg"><metadata>x</metadata></svg>');
    expect(readPictureStamp(plain)).toEqual({ kind: 'none' });
  });

  it('full of entities that entities are made of is read at once, and none is expanded', () => {
    const entities = Array.from(
      { length: 40 },
      (_, i) => `<!ENTITY e${i + 1} "&e${i};&e${i};&e${i};&e${i};">`,
    ).join('');
    const bomb = `<!DOCTYPE svg [<!ENTITY e0 "ha">${entities}]><svg xmlns:entente="urn:entente:view:1"><entente:view>&e40;</entente:view></svg>`;
    expect(readPictureStamp(utf8(bomb))).toEqual({ kind: 'unreadable', reason: 'damaged' });
  });

  it.each(['<entente:view', '<entente:view>', '&#', '<entente:view>&#x110000;</entente:view>'])(
    'that says thousands of times %s is soon given up',
    (piece) => {
      const many = utf8(`<svg xmlns:entente="urn:entente:view:1">${piece.repeat(30_000)}`);
      expect(readPictureStamp(many).kind).toBe('unreadable');
    },
  );
});

describe('a file from anywhere', () => {
  it.each([
    ['nothing', ''],
    ['text', 'Minutes of the meeting'],
    ['a page of HTML', '<!doctype html><html><body>x</body></html>'],
    ['JSON', readFileSync('package.json', 'utf8')],
  ])('that is %s is no picture', (_what, content) => {
    expect(readPictureStamp(utf8(content))).toEqual({ kind: 'unreadable', reason: 'notPicture' });
  });

  it('never throws, whatever its bytes', () => {
    const starts = [png().subarray(0, 33), pngWithStamp(png(), STAMP), svg(STAMP), pdf('(')].map(
      (bytes) => Array.from(bytes),
    );
    const bytes = fc
      .tuple(fc.constantFrom([], ...starts), fc.nat(400), fc.array(fc.nat(255)))
      .map(([start, kept, rest]) => Uint8Array.from([...start.slice(0, kept), ...rest]));
    fc.assert(
      fc.property(bytes, (any) => {
        expect(['stamp', 'none', 'unreadable']).toContain(readPictureStamp(any).kind);
      }),
    );
  });
});

describe('the check sum', () => {
  it('is the one that Node works out', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(crc32(bytes)).toBe(nodeCrc32(bytes));
      }),
    );
  });
});
