import { execFileSync } from 'node:child_process';
import { accessSync, constants, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writePptx } from '../../src/formats/write-pptx';
import { runThrough } from '../../src/lib/steps';
import { textIn } from '../../src/model/text';
import { PAGE_SIZES } from '../../src/scene/page-size';
import { layoutPagesInSteps } from '../../src/scene/pages';
import { pageOf, publish } from '../support/pptx-file';
import { readRecord, slideInput } from '../support/slide';
import { elementsOf, parseXml, type XmlElement } from '../support/xml-tree';

/** The program's file, where it is installed. */
function findOffice(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  return folders
    .map((folder) => path.join(folder, 'soffice'))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

const office = findOffice();
const RANGE = { from: '2023-04-15', to: '2023-06-30', asOf: '2023-06-12' };
const URL_OF_SOURCE = 'https://example.org/readout?a=1&b=2';

/** A presentation as LibreOffice understands it: as one XML file in its own format. */
function openInOffice(program: string, bytes: Uint8Array, folder: string): XmlElement {
  writeFileSync(path.join(folder, 'slides.pptx'), bytes);
  const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile')).href}`;
  const args = [profile, '--headless', '--convert-to', 'fodp', '--outdir', folder, 'slides.pptx'];
  execFileSync(program, args, { cwd: folder, timeout: 150_000, stdio: 'ignore' });
  return parseXml(readFileSync(path.join(folder, 'slides.fodp'), 'utf8'));
}

function recordPages(lang: 'en' | 'ja') {
  const input = slideInput({ dataset: readRecord(), ...RANGE, lang });
  const size = PAGE_SIZES.slide;
  const includes = { legend: true, sources: true, links: true, asOf: true, summaries: false };
  const { pages } = runThrough(layoutPagesInSteps({ ...input, size, includes }));
  const source = {
    number: 1,
    title: 'Readout',
    publisher: 'The White House',
    published: '',
    url: URL_OF_SOURCE,
  };
  const published = pages.map(({ scene }) => pageOf(scene, { alt: 'In words', sources: [source] }));
  const titles = input.rows.map((row) => {
    const state = input.table.stateOf(row);
    return plain(state ? textIn(state.title, lang).text : '');
  });
  return { published, titles, title: input.title };
}

const plain = (text: string) => text.replaceAll(/\s/g, '');

function allText(element: XmlElement): string {
  return plain(element.text + element.children.map(allText).join(''));
}

describe.skipIf(!office)(
  `a PowerPoint file in LibreOffice${office ? '' : ' (not installed here, so not tried)'}`,
  () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'entente-office-'));
    const { published, titles, title } = recordPages('en');
    let body: XmlElement;

    beforeAll(async () => {
      const bytes = await writePptx(publish(published, { title }));
      body = openInOffice(office ?? '', bytes, folder);
    }, 180_000);
    afterAll(() => {
      rmSync(folder, { recursive: true, force: true });
    });

    it('has a slide for each page, with shapes and no pictures', () => {
      expect(elementsOf(body, 'draw:page')).toHaveLength(published.length);
      expect(elementsOf(body, 'draw:custom-shape').length).toBeGreaterThan(50);
      expect(elementsOf(body, 'draw:image')).toEqual([]);
    });

    it('names every event in a group of its own', () => {
      // Groups of links between events begin with a name, too.
      const groups = elementsOf(body, 'draw:g').map((group) => ({
        name: plain(group.attributes['draw:name'] ?? ''),
        text: allText(group),
      }));
      for (const event of titles) {
        const named = groups.filter(({ name }) => name.startsWith(event.slice(0, 60)));
        expect(
          named.filter(({ text }) => text.includes(event)),
          event,
        ).toHaveLength(1);
      }
    });

    it('has the title in its outline, and sources in its notes', () => {
      const [slide] = elementsOf(body, 'draw:page');
      const shapes = slide ? elementsOf(slide, 'draw:frame') : [];
      const titled = shapes.filter((of) => of.attributes['presentation:class'] === 'title');
      expect(titled.map(allText)).toEqual([plain(title)]);
      const notes = slide ? elementsOf(slide, 'presentation:notes').map(allText).join('') : '';
      expect(notes).toContain(plain('In words'));
      expect(notes).toContain(plain('1  Readout'));
      expect(notes).toContain(URL_OF_SOURCE);
    });
  },
);
