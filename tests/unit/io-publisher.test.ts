import { expose } from 'comlink';
import { unzipSync } from 'fflate';
import { describe, expect, it, vi } from 'vitest';
import type { Publication } from '../../src/formats/publication';
import { readPictureStamp } from '../../src/formats/read-picture-stamp';
import type { PublishWorker } from '../../src/io/publish/protocol';
import {
  createPublisher,
  PublishError,
  type Publisher,
  type PublishJob,
} from '../../src/io/publish/publisher';
import { LIGHT } from '../../src/paint/palette';
import { eventually } from '../support/eventually';
import { createNearPublisher } from '../support/publisher';

const readFonts = () => [];
const STAMP = { view: 'v=1', dataset: 'small', hash: 'a'.repeat(64) };

function publication(pageCount: number): Publication {
  const pages = Array.from({ length: pageCount }, (_, i) => ({
    scene: {
      widthPx: 100,
      heightPx: 60,
      nodes: [{ kind: 'rect', x: 0, y: 0, width: i + 1, height: 5, fill: 'dip' } as const],
    },
    title: `Page ${i + 1}`,
    alt: 'a bar',
    sources: [],
  }));
  const words = { sources: 'Sources' };
  return { pages, title: 'Bars', lang: 'en', palette: LIGHT, pointsPerPx: 1, words, stamp: STAMP };
}

function job(pageCount: number, format: PublishJob['format'] = 'svg'): PublishJob {
  const names = Array.from({ length: pageCount }, (_, i) => `bars-${i + 1}.${format}`);
  const publications = [publication(pageCount)];
  return { publications, title: 'Bars', format, scale: 1, letters: 'fonts', names };
}

async function write(
  publisher: Publisher,
  what: PublishJob,
  signal = new AbortController().signal,
) {
  const pages: number[] = [];
  const bytes = await publisher.write(what, { signal, onPage: (done) => pages.push(done) });
  return { bytes, pages };
}

const faultOf = (writing: Promise<unknown>) =>
  writing.then(
    () => 'none',
    (error: unknown) => (error instanceof PublishError ? error.fault : error),
  );

/** Takes pages, and then never ends. */
function stuckWorker() {
  const { port1, port2 } = new MessageChannel();
  const answers: Partial<PublishWorker> = {
    begin: () => {},
    addPage: () => {},
    write: () => new Promise(() => {}),
  };
  expose(answers, port2);
  port1.start();
  const terminate = vi.fn<() => void>(() => {
    port1.close();
    port2.close();
  });
  return Object.assign(port1, { terminate });
}

describe('the publisher', () => {
  it('gives one page as a file, several as a zip in their order, each with its view', async () => {
    const publisher = createNearPublisher({ readFonts });
    const { bytes: svg, pages } = await write(publisher, job(1));
    expect(new TextDecoder().decode(svg)).toContain('<title>Page 1</title>');
    expect(readPictureStamp(svg)).toEqual({ kind: 'stamp', stamp: STAMP });
    // It is told on a way of its own, which may take longer than the file.
    await eventually(() => expect(pages).toEqual([1]));
    const { bytes: zip, pages: told } = await write(publisher, job(3));
    const files = unzipSync(zip);
    expect(Object.keys(files)).toEqual(['bars-1.svg', 'bars-2.svg', 'bars-3.svg']);
    expect(readPictureStamp(files['bars-2.svg'] ?? new Uint8Array()).kind).toBe('stamp');
    await eventually(() => expect(told).toEqual([1, 2, 3]));
    publisher.close();
  });

  it('gives the same bytes for the same pages', async () => {
    const publisher = createNearPublisher({ readFonts });
    const [first, second] = [await write(publisher, job(3)), await write(publisher, job(3))];
    expect(second.bytes).toEqual(first.bytes);
    publisher.close();
  });

  it('has the page paint pictures where its worker cannot, and says when one is too large', async () => {
    const png = new Blob([Uint8Array.of(137, 80, 78, 71, 13, 10, 26, 10)]);
    const rasterise = vi.fn<() => Promise<Blob | undefined>>().mockResolvedValueOnce(png);
    const publisher = createNearPublisher({ rasterise, readFonts });
    expect(await faultOf(write(publisher, job(2, 'png')))).toBe('tooLarge');
    expect(rasterise).toHaveBeenCalledTimes(2);
    publisher.close();
  });

  it('ends its worker when a file is given up, and starts another for the next', async () => {
    const workers: ReturnType<typeof stuckWorker>[] = [];
    const publisher = createPublisher({
      readFonts,
      createWorker: () => {
        const worker = stuckWorker();
        workers.push(worker);
        return worker;
      },
    });
    for (const count of [1, 2]) {
      const controller = new AbortController();
      const writing = faultOf(write(publisher, job(1), controller.signal));
      setTimeout(() => controller.abort(), 10);
      expect(await writing).toBe('aborted');
      expect(workers).toHaveLength(count);
      expect(workers.at(-1)?.terminate).toHaveBeenCalled();
    }
  });

  it('says that its worker has died', async () => {
    const worker = stuckWorker();
    const publisher = createPublisher({ createWorker: () => worker, readFonts });
    const writing = faultOf(write(publisher, job(1)));
    setTimeout(() => worker.dispatchEvent(new Event('error')), 10);
    expect(await writing).toBe('worker');
  });
});
