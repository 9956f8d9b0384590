import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { hashDataset } from '../../src/formats/hash-dataset';
import { readPictureStamp } from '../../src/formats/read-picture-stamp';
import { PublishError, type Publisher, type PublishFault } from '../../src/io/publish/publisher';
import type { AppStore } from '../../src/state/store';
import { eventually } from '../support/eventually';
import { catchDownloads, openRecord, pagesMade, showExport } from '../support/export-page';
import { stubMedia } from '../support/media';
import { smallRecord } from '../support/small-record';

let store: AppStore;
let saved: Map<string, Blob>;

beforeEach(() => {
  store = openRecord();
  saved = catchDownloads();
});

afterEach(() => {
  vi.unstubAllGlobals();
});

const radio = (name: RegExp | string) => screen.getByRole('radio', { name });
const status = (words: string) =>
  eventually(() => expect(screen.getByRole('status')).toHaveTextContent(words));
const press = (name: string) => userEvent.setup().click(screen.getByRole('button', { name }));

async function savedFile(): Promise<readonly [string, Uint8Array]> {
  await eventually(() => expect(saved.size).toBe(1));
  const [[name, blob] = ['', new Blob()]] = saved;
  return [name, new Uint8Array(await blob.arrayBuffer())];
}

const textOf = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

/** Fails, or goes on until it is stopped. */
function brokenPublisher(fault?: PublishFault) {
  const write = vi.fn<Publisher['write']>(
    (_job, { signal, onPage }) =>
      new Promise((_resolve, reject) => {
        onPage(1);
        if (fault) reject(new PublishError(fault));
        signal.addEventListener('abort', () => reject(new PublishError('aborted')));
      }),
  );
  return { write, warm: async () => {}, close: () => {} };
}

describe('a saved file', { timeout: 60_000 }, () => {
  it('is called by its range and can be opened again, unless that is not wished', async () => {
    const user = userEvent.setup();
    showExport(store);
    await user.click(radio('SVG'));
    await pagesMade();
    await press('Download');
    const [name, svg] = await savedFile();
    expect(name).toBe('entente-small-2023-01-01--2023-06-30.svg');
    expect(textOf(svg)).toContain('>Japan and the United States, January to June 2023<');
    expect(readPictureStamp(svg)).toEqual({
      kind: 'stamp',
      stamp: {
        view: 'v=1&from=2023-01-01&to=2023-06-30&asof=2023-06-12',
        dataset: 'small',
        hash: hashDataset(smallRecord()),
      },
    });
    await status(`Saved as ${name}`);

    saved.clear();
    await user.click(screen.getByRole('checkbox', { name: 'Can be opened again in Entente' }));
    // What is chosen now has not been saved.
    expect(screen.getByRole('status')).not.toHaveTextContent('Saved as');
    await press('Download');
    expect(readPictureStamp((await savedFile())[1])).toEqual({ kind: 'none' });
  });

  it('is passed on by touch as the system does it, or else saved', async () => {
    const share = vi.fn<Navigator['share']>(async () => undefined);
    Object.assign(navigator, { share, canShare: () => true });
    stubMedia('(pointer: coarse)');
    try {
      const user = userEvent.setup();
      showExport(store);
      await user.click(radio('SVG'));
      await pagesMade();
      await press('Share');
      await eventually(() => expect(share).toHaveBeenCalledTimes(1));
      const [file] = share.mock.calls[0]?.[0]?.files ?? [];
      expect([file?.name, file?.type]).toEqual([
        'entente-small-2023-01-01--2023-06-30.svg',
        'image/svg+xml',
      ]);
      expect(saved.size).toBe(0);

      Object.assign(navigator, { canShare: () => false });
      await eventually(() => expect(screen.getByRole('button', { name: 'Share' })).toBeEnabled());
      await press('Share');
      expect((await savedFile())[0]).toBe(file?.name);
      expect(share).toHaveBeenCalledTimes(1);
    } finally {
      stubMedia();
      Reflect.deleteProperty(navigator, 'share');
      Reflect.deleteProperty(navigator, 'canShare');
    }
  });

  it('of a story is a zip with each view by its range, filters, day and words; the page stays as it is', async () => {
    const user = userEvent.setup();
    showExport(store);
    const before = store.getState();
    await user.click(radio('SVG'));
    await user.click(radio('Each view of the story (2)'));
    await pagesMade();
    await status('2 files in one zip');
    await press('Download');
    const [name, zip] = await savedFile();
    expect(name).toBe('entente-small-story.zip');
    const files = unzipSync(zip);
    expect(Object.keys(files)).toEqual([
      'entente-small-01-spring.svg',
      'entente-small-02-trade.svg',
    ]);
    const spring = textOf(files['entente-small-01-spring.svg']);
    const trade = textOf(files['entente-small-02-trade.svg']);
    expect(spring).toContain('>Spring<');
    expect(spring).toContain('2 events, 1 Mar – 30 Jun 2023.');
    expect(spring).toContain('As of 12 June 2023');
    expect(trade).toContain('Domains: Economy.');
    expect(trade).toContain('As of 22 November 2026');
    expect(trade).not.toContain('G7 at Hiroshima');
    expect(store.getState()).toBe(before);
    await waitFor(() => expect(document.documentElement).not.toHaveAttribute('data-busy'));
  });

  it('is not offered for a story that a record has not got', () => {
    store = openRecord(smallRecord({ views: [] }));
    showExport(store);
    expect(screen.queryByRole('radio', { name: /^Each view/ })).not.toBeInTheDocument();
  });

  it('can be given up once it takes long, and then nothing is saved', async () => {
    const user = userEvent.setup();
    showExport(store, { publisher: brokenPublisher() });
    await user.click(radio('Each view of the story (2)'));
    await pagesMade();
    await press('Download');
    expect(await screen.findByRole('progressbar')).toBeVisible();
    await status('Writing page 2 of 2');
    await press('Cancel');
    await status('Cancelled. Nothing was saved.');
    expect(screen.getByRole('button', { name: 'Download' })).toHaveFocus();
    expect(saved.size).toBe(0);
    await waitFor(() => expect(document.documentElement).not.toHaveAttribute('data-busy'));
  });

  it('that cannot be written says so, and can be tried again', async () => {
    const publisher = brokenPublisher('worker');
    showExport(store, { publisher });
    await pagesMade();
    await press('Download');
    expect(await screen.findByRole('alert')).toHaveTextContent(/^The file could not be written/);
    await press('Try again');
    await eventually(() => expect(publisher.write).toHaveBeenCalledTimes(2));
    expect(await screen.findByRole('alert')).toHaveTextContent(/^The file could not be written/);
    expect(screen.getByRole('button', { name: 'Download' })).toHaveFocus();
    expect(saved.size).toBe(0);
  });

  it('too large for the browser is offered smaller', async () => {
    showExport(store, { publisher: brokenPublisher('tooLarge') });
    await pagesMade();
    await press('Download');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'This browser cannot make a picture of 3,840 × 2,160 pixels.',
    );
    await press('Take 1× instead');
    expect(radio('1×')).toBeChecked();
  });

  it('for which there is no room says so', async () => {
    const user = userEvent.setup();
    showExport(store);
    await user.click(radio('SVG'));
    await pagesMade();
    Object.assign(URL, {
      createObjectURL: () => {
        throw new Error('no room');
      },
    });
    await press('Download');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /^The browser has no room for this file/,
    );
    await waitFor(() => expect(document.documentElement).not.toHaveAttribute('data-busy'));
  });
});

describe('copying', { timeout: 30_000 }, () => {
  function stubClipboard(write: (items: readonly unknown[]) => Promise<void>) {
    vi.stubGlobal(
      'ClipboardItem',
      class {
        static supports = () => false;
        readonly parts: Record<string, Promise<Blob>>;

        constructor(parts: Record<string, Promise<Blob>>) {
          this.parts = parts;
        }
      },
    );
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { write } });
  }

  it('puts the text of an SVG on the clipboard', async () => {
    const user = userEvent.setup();
    const write = vi.fn<(items: readonly unknown[]) => Promise<void>>(async () => {});
    showExport(store);
    await user.click(radio('SVG'));
    await pagesMade();
    stubClipboard(write);
    await user.click(screen.getByRole('button', { name: 'Copy' }));
    await status('Copied');
    const [[items] = [[]]] = write.mock.calls;
    const [item] = items as readonly { parts: Record<string, Promise<Blob>> }[];
    expect(await (await item?.parts['text/plain'])?.text()).toMatch(/^<svg /);
  });

  it('that the browser forbids says what to do instead, and Escape still closes the dialog', async () => {
    const user = userEvent.setup();
    const close = vi.fn<() => void>();
    showExport(store, { onClose: close });
    await user.click(radio('SVG'));
    await pagesMade();
    stubClipboard(() => Promise.reject(new DOMException('no', 'NotAllowedError')));
    await user.click(screen.getByRole('button', { name: 'Copy' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The browser did not allow copying. Download the file instead.',
    );
    expect(screen.getByRole('button', { name: 'Copy' })).toHaveFocus();
    await user.keyboard('{Escape}');
    expect(close).toHaveBeenCalledOnce();
  });
});
