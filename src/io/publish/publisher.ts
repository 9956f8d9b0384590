import { proxy, transfer } from 'comlink';
import type { Publication, PublishedPage } from '../../formats/publication';
import { readFontFaces } from '../page-fonts';
import { rasterise } from '../rasterise';
import { connect, WorkerEnded, type WorkerLike, type WorkerLink } from '../worker-link';
import type { Letters, PublicationHead, PublishWorker, WriteOrder } from './protocol';

/** Pages that go into one file, or a file each. */
export interface PublishJob {
  /** Several are put one after another. */
  readonly publications: readonly Publication[];
  /** What the whole is called. */
  readonly title: string;
  readonly format: 'png' | 'svg' | 'pdf' | 'pptx';
  /** Pixels of a PNG in a px of the page. */
  readonly scale: number;
  readonly letters: Letters;
  /** Of the pages as files of their own. */
  readonly names: readonly string[];
}

export type PublishFault = 'aborted' | 'tooLarge' | 'worker';

export class PublishError extends Error {
  readonly fault: PublishFault;

  constructor(fault: PublishFault) {
    super(fault);
    this.fault = fault;
  }
}

export interface PublishOptions {
  readonly signal: AbortSignal;
  readonly onPage: (pagesDone: number) => void;
}

export interface Publisher {
  /** Has the worker bring what files with these letters need, for when one is asked for. Never rejects. */
  warm: (letters: string) => Promise<void>;
  /** The bytes of a file. Rejects with a `PublishError`. */
  write: (job: PublishJob, options: PublishOptions) => Promise<Uint8Array<ArrayBuffer>>;
  /** Ends the worker. A later `write` starts another one. */
  close: () => void;
}

export interface PublisherParts {
  readonly createWorker?: () => WorkerLike;
  readonly rasterise?: typeof rasterise;
  readonly readFonts?: typeof readFontFaces;
}

/** Has files written by a worker, which is kept for the next one with the fonts that it has read. */
export function createPublisher({
  createWorker = startWorker,
  rasterise: paint = rasterise,
  readFonts = readFontFaces,
}: PublisherParts = {}): Publisher {
  let link: WorkerLink<PublishWorker> | undefined;
  const close = () => {
    link?.end();
    link = undefined;
  };
  return {
    close,
    warm: async (letters) => {
      link ??= connect<PublishWorker>(createWorker());
      // Where something does not come, the file that needs it says so.
      await link.ask((worker) => worker.warm(letters, readFonts())).catch(() => undefined);
    },
    write: async (job, options) => {
      const { signal } = options;
      if (signal.aborted) throw new PublishError('aborted');
      signal.addEventListener('abort', close);
      try {
        link ??= connect<PublishWorker>(createWorker());
        return await writeBy(link, job, { ...options, paint, readFonts });
      } catch (error) {
        if (!(error instanceof PublishError)) close();
        throw faultOf(error, signal);
      } finally {
        signal.removeEventListener('abort', close);
      }
    },
  };
}

function faultOf(error: unknown, signal: AbortSignal): PublishError {
  if (signal.aborted) return new PublishError('aborted');
  if (error instanceof PublishError) return error;
  const isLost = error instanceof WorkerEnded;
  return Object.assign(new PublishError('worker'), { cause: isLost ? undefined : error });
}

function startWorker(): WorkerLike {
  return new Worker(new URL('./publish.worker.ts', import.meta.url), { type: 'module' });
}

interface WriteBy extends PublishOptions {
  readonly paint: typeof rasterise;
  readonly readFonts: typeof readFontFaces;
}

async function writeBy(
  link: WorkerLink<PublishWorker>,
  job: PublishJob,
  { paint, readFonts, signal, onPage }: WriteBy,
): Promise<Uint8Array<ArrayBuffer>> {
  await link.ask((worker) => worker.begin(headOf(job), readFonts()));
  let done = 0;
  // Page after page: that is what leaves room for the page on screen.
  for (const { pages, palette, stamp } of job.publications) {
    for (const page of pages) {
      const given = { page, stamp, palette, scale: job.scale, paint };
      // oxlint-disable-next-line no-await-in-loop
      await (job.format === 'png' ? givePicture(link, given) : givePage(link, given));
      if (signal.aborted) throw new PublishError('aborted');
      done += 1;
      if (job.format === 'png') onPage(done);
    }
  }
  return link.ask((worker) => worker.write(orderOf(job), proxy(onPage)));
}

function headOf({ publications: [first], title }: PublishJob): PublicationHead {
  if (!first) throw new Error('There is no page to write');
  const { pages: _, ...head } = first;
  return { ...head, title };
}

function orderOf({ format, letters, names }: PublishJob): WriteOrder {
  switch (format) {
    case 'svg':
      return { format, letters, names };
    case 'png':
      return { format, names };
    case 'pdf':
    case 'pptx':
      return { format };
  }
}

interface GivenPage {
  readonly page: PublishedPage;
  readonly stamp: Publication['stamp'];
  readonly palette: Publication['palette'];
  readonly scale: number;
  readonly paint: typeof rasterise;
}

function givePage(link: WorkerLink<PublishWorker>, { page, stamp }: GivenPage): Promise<void> {
  return link.ask((worker) => worker.addPage(page, stamp));
}

/** The worker paints it, or the page where workers cannot. */
async function givePicture(link: WorkerLink<PublishWorker>, given: GivenPage): Promise<void> {
  const { page, stamp, palette, scale, paint } = given;
  const { scene, title, alt } = page;
  const of = { title, alt, scale, ...(stamp && { stamp }) };
  const painted = await link.ask((worker) => worker.paintPage(scene, of));
  if (painted === 'painted') return;
  const picture = painted === 'unable' ? await paint(scene, { palette, scale }) : undefined;
  if (!picture) throw new PublishError('tooLarge');
  const png = new Uint8Array(await picture.arrayBuffer());
  await link.ask((worker) => worker.addPicture(transfer(png, [png.buffer]), of));
}
